import Analysis
import ProvisionModel
import TestSupport
import TestTraits
import Testing

/// METHOD §5 against looking at everybody for every episode.
@Suite struct AgainstOtherPupilsTests {
  /// Two schools of two year groups with codes of all sorts, and support that overlaps, follows, goes
  /// on, or is still to come. Tests, starts and ends lie on a grid of five weeks, so that much happens
  /// on the very borders of windows, and how far back levels go is on the grid, too.
  private func school(_ seed: UInt64) -> SchoolBuilder {
    var chance = SeededGenerator(seed: seed)
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Marks", .points)
    _ = school.measure("Difficulties", .points) { $0.lowerIsBetter = true }
    _ = school.measure("SAS")
    school.settings.thresholds.similarWithin = 0.5
    school.settings.linking.baselineDaysBefore = 70
    school.settings.linking.outcomeDaysAfter = 70
    school.settings.linking.lookbackDays = seed % 3 == 0 ? 400 : 210
    school.settings.linking.priors = seed % 4 == 0 ? 2 : 3
    let first = day("2024-09-09")
    func grid(_ step: Int) -> Day { first.advanced(by: 35 * step) }
    for index in 0..<56 {
      let (id, place) = ("P\(index)", index % 7 == 0 ? 1 : 0)
      let pupil = school.pupil(id, school: place)
      school.pupils[pupil].yearGroup = index % 11 == 0 ? "" : index % 2 == 0 ? "4" : "5"
      for measure in 0...2 {
        let level = Double(Int.random(in: 70...110, using: &chance))
        for round in 0...9 where Int.random(in: 0...3, using: &chance) > 0 {
          school.score(
            id, measure, on: grid(round * 2),
            level + Double(Int.random(in: -9...9, using: &chance)),
            Int.random(in: 0...25, using: &chance) == 0 ? .below : .none, school: place)
        }
      }
      for name in ["One", "Two"] where Int.random(in: 0...3, using: &chance) == 0 {
        let start = Int.random(in: 1...16, using: &chance)
        let isOpen = Int.random(in: 0...6, using: &chance) == 0
        school.row(
          id, name, from: grid(start), to: isOpen ? nil : grid(start + 2), school: place
        ) { row in
          row.measures = [0, 1, 2]
          if Int.random(in: 0...6, using: &chance) == 0 {
            row.entryScores = [.cell(80), .cell(81), .cell(82)]
          }
        }
      }
    }
    return school
  }

  /// A day on the grid before the last ones, so that there is something that is not yet known.
  private func asOf(_ school: SchoolBuilder, _ seed: UInt64) -> Day {
    school.data.lastDate.advanced(by: -35 * Int(seed % 5))
  }

  private typealias NaiveSlope = (slope: Double, matched: Double, growth: Double, pairs: Int)

  /// The slopes by measure, then by number of scores less 1.
  private func slopes(
    _ naive: NaiveContrasts, _ comparisons: [NaiveContrasts.Comparison]
  ) -> [[NaiveSlope]] {
    (0...2).map { measure in (1...3).map { naive.slope(comparisons, measure, $0) } }
  }

  private func isNear(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
  }

  @Test("contrasts are those found by comparing every pair of pupils", .long, arguments: 1...8)
  func contrastsAreThoseOfLookingAtEverybody(seed: UInt64) throws {
    let school = school(seed)
    let asOf = asOf(school, seed)
    let naive = NaiveContrasts(school: school, asOf: asOf)
    let comparisons = naive.comparisons()
    let figures = Evaluation(data: school.data, asOf: asOf).figures
    let slopes = slopes(naive, comparisons)
    var numbers: Set<Int> = []
    for comparison in comparisons {
      let found = figures.comparison.contrasts[comparison.episode]
      let expected = naive.contrasts(
        comparison, slope: slopes[comparison.measure][max(1, comparison.scores) - 1].slope)
      #expect(found.scores == comparison.scores)
      #expect(isNear(found.level, comparison.level))
      #expect(found.classmates == comparison.classmates.count)
      #expect(isNear(found.matched, expected.matched))
      #expect(isNear(found.growth, expected.growth))
      if comparison.scores > 0 {
        #expect(found.similar.count == naive.similar(comparison).count)
      }
      numbers.insert(found.scores)
    }
    #expect(comparisons.count > 15)
    #expect(numbers.isSuperset(of: Set(1...school.settings.linking.priors)))
    let paired = figures.episodes.indices.filter { figures.links[$0].isPaired }
    #expect(paired == comparisons.map(\.episode))
  }

  @Test("slopes and residual variances come from the distinct pairs", .long, arguments: 1...3)
  func slopesAndResidualVariancesAreOfTheDistinctPairs(seed: UInt64) throws {
    let school = school(seed)
    let asOf = asOf(school, seed)
    let naive = NaiveContrasts(school: school, asOf: asOf)
    let comparisons = naive.comparisons()
    let comparison = Evaluation(data: school.data, asOf: asOf).figures.comparison
    let slopes = slopes(naive, comparisons)
    for measure in 0...2 {
      let sd = try #require(comparison.referenceSDs[measure])
      let expected = naive.referenceSD(measure)
      #expect(isNear(sd.value, expected.sd))
      #expect(sd.degreesOfFreedom == expected.freedom)
      for scores in 1...3 {
        let wanted = slopes[measure][scores - 1]
        guard let found = comparison.slope(ofMeasure: measure, scores: scores) else {
          #expect(wanted.pairs == 0)
          continue
        }
        #expect(found.pairs == wanted.pairs)
        #expect(isNear(found.value, wanted.slope))
        #expect(isNear(found.matchedVariance, wanted.matched))
        #expect(isNear(found.growthVariance, wanted.growth))
      }
    }
  }

  @Test("effects and their variance are sums over the row", .long, arguments: 1...3)
  func effectsAndTheirVarianceAreSumsOverTheRow(seed: UInt64) throws {
    let school = school(seed)
    let naive = NaiveContrasts(school: school, asOf: school.data.lastDate)
    let comparisons = naive.comparisons()
    let evaluation = Evaluation(data: school.data)
    let slopes = slopes(naive, comparisons)
    var checked = 0
    for row in evaluation.interventions where row.period == .all {
      guard let measure = row.measure else { continue }
      let own = comparisons.filter { comparison in
        let episode = naive.episodes[comparison.episode]
        return episode.intervention == row.intervention && comparison.measure == measure
          && (row.scope == .all
            || row.scope == .school(school.pupils[episode.pupil].school))
      }
      for kind in ContrastKind.allCases {
        let used = own.compactMap { comparison in
          let contrasts = naive.contrasts(
            comparison, slope: slopes[measure][max(1, comparison.scores) - 1].slope)
          let value = kind == .matched ? contrasts.matched : contrasts.growth
          let pairs = kind == .matched ? naive.similar(comparison) : comparison.classmates
          return value.map { (comparison: comparison, contrast: $0, pairs: pairs) }
        }
        let effect = kind == .matched ? row.evidence.matched : row.evidence.growth
        #expect(
          (kind == .matched ? row.evidence.matchedEpisodes : row.evidence.growthEpisodes)
            == used.count)
        guard let effect else { continue }
        let expected = naive.effect(used) { scores in
          let slope = slopes[measure][scores - 1]
          return kind == .matched ? slope.matched : slope.growth
        }
        #expect(isNear(effect.value, expected.value))
        #expect(isNear(effect.standardError, expected.variance.squareRoot()))
        checked += 1
      }
    }
    #expect(checked >= 4)
  }
}
