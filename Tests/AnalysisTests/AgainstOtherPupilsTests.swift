import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §5 against looking at everybody for every episode.
@Suite struct AgainstOtherPupilsTests {
  /// Two schools of two year groups with tests on some days, codes of all sorts, and support on
  /// dates that overlap, follow each other, go on, or are still to come.
  private func school(_ seed: UInt64) -> SchoolBuilder {
    var chance = SeededGenerator(seed: seed)
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Marks", .points)
    _ = school.measure("Difficulties", .points) { $0.lowerIsBetter = true }
    _ = school.measure("SAS")
    school.settings.thresholds.similarWithin = 0.5
    let first = day("2024-09-09")
    for index in 0..<56 {
      let (id, place) = ("P\(index)", index % 7 == 0 ? 1 : 0)
      let pupil = school.pupil(id, school: place)
      school.pupils[pupil].yearGroup = index % 11 == 0 ? "" : index % 2 == 0 ? "4" : "5"
      for measure in 0...2 {
        let level = Double(Int.random(in: 70...110, using: &chance))
        for round in 0...5 where Int.random(in: 0...7, using: &chance) > 0 {
          school.score(
            id, measure,
            on: first.advanced(by: round * 105 + Int.random(in: 0...2, using: &chance)),
            level + Double(Int.random(in: -9...9, using: &chance)),
            Int.random(in: 0...25, using: &chance) == 0 ? .below : .none, school: place)
        }
      }
      for name in ["One", "Two"] where Int.random(in: 0...3, using: &chance) == 0 {
        let start = first.advanced(by: 40 + 105 * Int.random(in: 0...4, using: &chance))
        let isOpen = Int.random(in: 0...8, using: &chance) == 0
        school.row(
          id, name, from: start, to: isOpen ? nil : start.advanced(by: 70), school: place
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

  @Test(arguments: 1...6)
  func contrastsAreThoseOfLookingAtEverybody(seed: UInt64) throws {
    let school = school(seed)
    let asOf = school.data.lastDate.advanced(by: -10 * Int(seed))
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
    #expect(comparisons.count > 25)
    #expect(numbers.isSuperset(of: [1, 2, 3]))
    let paired = figures.episodes.indices.filter { figures.links[$0].isPaired }
    #expect(paired == comparisons.map(\.episode))
  }

  @Test(arguments: 1...3)
  func slopesAndResidualVariancesAreOfTheDistinctPairs(seed: UInt64) throws {
    let school = school(seed)
    let naive = NaiveContrasts(school: school, asOf: school.data.lastDate)
    let comparisons = naive.comparisons()
    let comparison = Evaluation(data: school.data).figures.comparison
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

  @Test(arguments: 1...3)
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
          && (row.school == "all"
            || school.schools[school.pupils[episode.pupil].school] == row.school)
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
