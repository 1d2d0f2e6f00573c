import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Analysis

/// METHOD §3 and §5 against looking at everybody for every course, in schools where everything happens.
@Suite struct NaiveMethodTests {
  private static let seeds = Array(1...UInt64(TestLength.current == .full ? 24 : 6))

  /// A school with what both ways give.
  private struct Both {
    var made: MessySchool
    var naive: NaiveMethod
    var evaluation: Evaluation
  }

  private static let both = Dictionary(
    uniqueKeysWithValues: seeds.map { seed in
      let made = MessySchool(seed: seed)
      return (
        seed,
        Both(
          made: made, naive: NaiveMethod(school: made.school, asOf: made.asOf),
          evaluation: Evaluation(data: made.school.data, asOf: made.asOf))
      )
    })

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-8 * max(1, abs(right))
  }

  private func areNear(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isNear($0, $1) }
  }

  private func areNear(_ left: Ends<Double>, _ right: Ends<Double>) -> Bool {
    areNear([left.score, left.need], [right.score, right.need])
  }

  private func list(_ scores: Scores4, _ count: Int) -> [Double] {
    (0..<count).map { scores[$0] }
  }

  /// By rows and measure the positions of the program's ended courses.
  private func positions(_ figures: EpisodeFigures) -> [String: Int] {
    let ended = figures.episodes.indices.filter { figures.episodes[$0].status == .ended }
    return Dictionary(
      uniqueKeysWithValues: ended.map { position in
        let episode = figures.episodes[position]
        return ("\(episode.rows) \(episode.measure)", position)
      })
  }

  @Test("courses and contrasts are those of looking at everybody", .long, arguments: seeds)
  func coursesAndContrasts(seed: UInt64) throws {
    let both = try #require(Self.both[seed])
    let (naive, figures) = (both.naive, both.evaluation.figures)
    let positions = positions(figures)
    #expect(positions.count == naive.courses.count)
    var seen = (compared: 0, joined: 0, warnings: Set<ContrastWarning>(), keys: Set<NaiveFitKey>())
    for (number, course) in naive.courses.enumerated() {
      let position = try #require(positions["\(course.rows) \(course.measure)"])
      let episode = figures.episodes[position]
      #expect(episode.row == course.label && episode.start == course.start)
      #expect(episode.end == course.end)
      #expect(figures.data.teachingAssistants(of: episode) == naive.assistants(course))
      let found = figures.comparison.contrasts[position]
      #expect(found.warning == naive.warning(number), "\(course)")
      if course.rows.count > 1 { seen.joined += 1 }
      if let warning = found.warning { seen.warnings.insert(warning) }
      guard let wanted = naive.contrast(number) else {
        #expect(found.compared == nil)
        continue
      }
      let compared = try #require(found.compared, "\(course)")
      seen.keys.insert(wanted.key)
      expect(compared, wanted, figures)
      seen.compared += 1
    }
    #expect(seen.compared > 30 && seen.joined > 5)
    #expect(seen.warnings.contains(.otherTestUsed))
    #expect(seen.keys.map(\.scores).contains(1) && seen.keys.map(\.scores).contains(2))
    #expect(seen.keys.contains { $0.usesOther })
  }

  private func expect(_ found: Compared, _ wanted: NaiveContrast, _ figures: EpisodeFigures) {
    let comparison = figures.comparison
    let key = comparison.fits[found.fit].key
    #expect(key.measure == wanted.key.measure && key.scores == wanted.key.scores)
    #expect(key.usesOther == wanted.key.usesOther)
    #expect(comparison.sets[found.set].count == wanted.classmates.count)
    #expect((0..<key.scores).map { Day(number: found.days[$0]) } == wanted.scores.map(\.day))
    #expect(areNear(list(found.distances, key.predictors), wanted.x))
    #expect(isNear(found.distance, wanted.f))
    #expect(areNear([found.bends.x, found.bends.y], wanted.q))
    #expect(isNear(found.beyond, wanted.beyond))
    #expect(areNear(found.contrast, wanted.contrast))
    #expect(areNear(found.variance, wanted.variance))
    #expect(areNear(found.spread, wanted.spread))
    #expect(areNear(found.percentile, wanted.percentile))
    #expect(found.finding == wanted.finding)
  }

  @Test("fits are those of the distinct pairs", .long, arguments: seeds)
  func fits(seed: UInt64) throws {
    let both = try #require(Self.both[seed])
    let (naive, comparison) = (both.naive, both.evaluation.figures.comparison)
    for (measure, sd) in comparison.referenceSDs.enumerated() {
      let wanted = try #require(naive.referenceSDs[measure])
      #expect(isNear(try #require(sd).value, wanted.sd))
      #expect(sd?.degreesOfFreedom == wanted.freedom)
    }
    #expect(comparison.fits.count == naive.fits.count && naive.fits.count >= 6)
    for (key, wanted) in naive.fits {
      let fit = try #require(
        comparison.fit(
          FitKey(measure: key.measure, scores: key.scores, usesOther: key.usesOther)))
      #expect(fit.pairs == wanted.pairs && fit.degreesOfFreedom == wanted.freedom)
      let size = wanted.score.count
      #expect(areNear(list(fit.coefficients.score, size), wanted.score))
      #expect(areNear(list(fit.coefficients.need, size), wanted.need))
      #expect(isNear(fit.errorVariance, wanted.errorVariance))
      #expect(isNear(fit.predictionSD, wanted.predictionSD))
      #expect(areNear([fit.bendSlopes.x, fit.bendSlopes.y], wanted.lambda))
      #expect(areNear([fit.bends.score.x, fit.bends.score.y], wanted.kappa.score))
      #expect(areNear([fit.bends.need.x, fit.bends.need.y], wanted.kappa.need))
      #expect(areNear(fit.variance, wanted.variance))
      #expect(areNear(fit.varianceSlope, wanted.slope))
    }
  }

  @Test("effects and the parts of V are sums over the courses", .long, arguments: seeds)
  func effects(seed: UInt64) throws {
    let both = try #require(Self.both[seed])
    let (made, naive, evaluation) = (both.made, both.naive, both.evaluation)
    let days = Period.year.days(
      term: evaluation.term, calendar: made.school.settings.terms)
    var checked = 0
    for row in evaluation.interventions {
      guard let measure = row.measure, row.period != .term else { continue }
      let used = naive.courses.indices.compactMap {
        number -> (NaiveMethod.Course, NaiveContrast)? in
        let course = naive.courses[number]
        let place = made.school.pupils[course.pupil].school
        guard course.measure == measure, course.intervention == row.intervention,
          row.scope == .all || row.scope == .school(place), course.end <= evaluation.term.last,
          row.period == .all || days.contains(course.end)
        else { return nil }
        return naive.contrast(number).map { (course, $0) }
      }
      #expect(row.evidence.contrasts == used.count)
      let pupils = Set(used.map(\.0.pupil)).count
      #expect(row.evidence.contrastPupils == pupils)
      guard let ends = row.evidence.ends else {
        #expect(pupils < 5)
        continue
      }
      for end in End.allCases { expect(ends[end], row, naive.effect(used, end)) }
      #expect(isNear(try #require(row.evidence.distance), mean(used.map(\.1.f))))
      #expect(isNear(try #require(row.evidence.beyond), mean(used.map(\.1.beyond))))
      checked += 1
    }
    #expect(checked >= 6)
  }

  private func expect(_ effect: Effect, _ row: InterventionProgress, _ wanted: NaiveEffect) {
    #expect(isNear(effect.value, wanted.value))
    #expect(isNear(effect.standardError, wanted.variance.squareRoot()))
    #expect(effect.pupils == wanted.pupils)
    #expect(isNear(row.evidence.farOut ?? -1, wanted.farOut))
    let parts = effect.variance
    #expect(isNear(parts?.model ?? -1, wanted.model))
    #expect(isNear(parts?.own ?? -1, wanted.own))
    #expect(isNear(parts?.residual ?? -1, wanted.residual))
    #expect(isNear(parts?.classmates ?? -1, wanted.classmates))
    #expect(isNear(parts?.fit ?? -1, wanted.fit))
    #expect(isNear(parts?.groups ?? -1, wanted.groups))
    #expect(isNear(parts?.distance ?? -1, wanted.distance))
    #expect(parts?.degreesOfFreedom == wanted.freedom)
    let half =
      StudentT.quantile975(degreesOfFreedom: 30 + wanted.pupils - 1) * wanted.variance.squareRoot()
    #expect(isNear(effect.interval.upperBound, wanted.value + half))
    #expect(isNear(effect.interval.lowerBound, wanted.value - half))
  }
}
