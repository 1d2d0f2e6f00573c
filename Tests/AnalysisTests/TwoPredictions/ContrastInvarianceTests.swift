import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Analysis

/// What must not change contrasts and effects, in schools where everything happens.
@Suite struct ContrastInvarianceTests {
  private static let seeds: [UInt64] = [1, 2]

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-7 * max(1, abs(left))
  }

  /// Compares the contrasts of two schools' courses, which are the same but for their scores.
  ///
  /// - Parameters:
  ///   - times: How many times as large the second school's are.
  ///   - measures: The measures that are looked at.
  private func expectSame(
    _ before: SchoolBuilder, _ after: SchoolBuilder, asOf: Day, times: Double = 1,
    measures: ClosedRange<Int> = 0...2
  ) throws {
    let old = Evaluation(data: before.data, asOf: asOf)
    let new = Evaluation(data: after.data, asOf: asOf)
    let (left, right) = (old.figures, new.figures)
    try #require(left.episodes.count <= right.episodes.count)
    var compared = 0
    for position in left.episodes.indices
    where measures.contains(left.episodes[position].measure) {
      let (before, after) = (
        left.comparison.contrasts[position], right.comparison.contrasts[position]
      )
      #expect(before.warning == after.warning)
      guard let one = before.compared else {
        #expect(after.compared == nil)
        continue
      }
      let other = try #require(after.compared)
      for end in End.allCases {
        #expect(isNear(times * one.contrast[end], other.contrast[end]))
        #expect(isNear(times * one.spread[end], other.spread[end]))
        #expect(isNear(one.percentile[end], other.percentile[end]))
      }
      #expect(isNear(one.distance, other.distance) && isNear(one.beyond, other.beyond))
      #expect(one.finding == other.finding)
      compared += 1
    }
    #expect(compared > 20)
    let wanted = old.interventions.filter { measures.contains($0.measure ?? -1) }
    let found = new.interventions.filter { measures.contains($0.measure ?? -1) }
    try #require(wanted.count <= found.count)
    for (one, other) in zip(wanted, found) {
      #expect(one.evidence.verdict == other.evidence.verdict)
      #expect(one.evidence.effects.count == other.evidence.effects.count)
      for (one, other) in zip(one.evidence.effects, other.evidence.effects) {
        #expect(isNear(times * one.value, other.value))
        #expect(isNear(times * one.standardError, other.standardError))
        #expect(isNear(one.size.value, other.size.value))
      }
    }
  }

  /// A messy school without scores of the map's own, which are read apart.
  private func made(_ seed: UInt64) -> (school: SchoolBuilder, asOf: Day) {
    let made = MessySchool(seed: seed)
    var school = made.school
    for index in school.provision.indices {
      school.provision[index].entryScores = .none
      school.provision[index].exitScores = .none
    }
    return (school, made.asOf)
  }

  @Test("a constant on all scores of a measure changes nothing", .long, arguments: seeds)
  func aConstant(seed: UInt64) throws {
    let (school, asOf) = made(seed)
    var raised = school
    for index in raised.assessments.indices {
      raised.assessments[index].score += Double(100 * raised.assessments[index].measure) + 7
    }
    try expectSame(school, raised, asOf: asOf)
  }

  @Test("scores and SD times ten give contrasts times ten", .long, arguments: seeds)
  func timesTen(seed: UInt64) throws {
    let (school, asOf) = made(seed)
    var larger = school
    for index in larger.assessments.indices { larger.assessments[index].score *= 10 }
    larger.measures[2].sd = 150
    try expectSame(school, larger, asOf: asOf, times: 10)
  }

  @Test("a scale turned round with its direction changes nothing", .long, arguments: seeds)
  func turnedRound(seed: UInt64) throws {
    let (school, asOf) = made(seed)
    var turned = school
    for index in turned.assessments.indices { turned.assessments[index].score *= -1 }
    for measure in turned.measures.indices { turned.measures[measure].lowerIsBetter.toggle() }
    try expectSame(school, turned, asOf: asOf)
  }

  @Test("a sitting that is easier for everybody changes nothing", arguments: seeds)
  func anEasierSitting(seed: UInt64) throws {
    let school = steadySchool(seed)
    var raised = school
    for index in raised.assessments.indices {
      let date = raised.assessments[index].day
      raised.assessments[index].score +=
        date > day("2026-01-01") ? 7 : date > day("2025-11-01") ? -3 : 0
    }
    try expectSame(school, raised, asOf: day("2026-03-27"), measures: 0...0)
  }

  /// Two year groups with one test a term; some pupils supported from the second to the last.
  private func steadySchool(_ seed: UInt64) -> SchoolBuilder {
    var chance = SeededGenerator(seed: seed)
    var school = SchoolBuilder()
    _ = school.measure("Test")
    for index in 0..<90 {
      let level = Double(Int.random(in: 80...120, using: &chance))
      for date in ["2025-03-10", "2025-12-01", "2026-03-16"] {
        school.score(
          "P\(index)", 0, on: day(date), level + Double.random(in: -9...9, using: &chance))
      }
      school.pupils[index].yearGroup = index % 2 == 0 ? "4" : "5"
      guard index % 4 == 0 else { continue }
      school.row("P\(index)", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.measures = [0]
      }
    }
    return school
  }

  @Test(
    "other pupils and measures that support is not about change nothing", .long, arguments: seeds)
  func unrelatedPupilsAndMeasures(seed: UInt64) throws {
    let (school, asOf) = made(seed)
    var larger = school
    var chance = SeededGenerator(seed: seed + 900)
    larger.schools.append("West")
    let behaviour = larger.measure("Behaviour", .points) { $0.attainment = false }
    for index in 0..<30 {
      for date in ["2025-01-10", "2025-06-10"] {
        let score = Double.random(in: 60...120, using: &chance)
        larger.score("W\(index)", 2, on: day(date), score, school: 2)
        larger.score("P\(index)", behaviour, on: day(date), score, school: index % 9 == 0 ? 1 : 0)
      }
    }
    // Measures 0 and 1 have no SD of their own, which the new school has no scores of.
    let old = Evaluation(data: school.data, asOf: asOf).figures.comparison
    let new = Evaluation(data: larger.data, asOf: asOf).figures.comparison
    #expect(old.contrasts == new.contrasts)
    #expect(old.contrasts.count { $0.compared != nil } > 20)
  }

  @Test("the number of jobs changes no bit", .long, arguments: seeds)
  func jobs(seed: UInt64) {
    let made = MessySchool(seed: seed)
    let one = Evaluation(data: made.school.data, asOf: made.asOf, jobs: 1)
    for jobs in [2, 7] {
      let several = Evaluation(data: made.school.data, asOf: made.asOf, jobs: jobs)
      #expect(several.figures.comparison.contrasts == one.figures.comparison.contrasts)
      let tables: [KeyPath<Evaluation, [InterventionProgress]>] = [\.interventions, \.subgroups]
      for table in tables {
        #expect(several[keyPath: table].map(\.evidence) == one[keyPath: table].map(\.evidence))
      }
      #expect(several.units.map(\.pooled) == one.units.map(\.pooled))
    }
  }

  @Test("the order of the tracking file changes no contrast", .long, arguments: seeds)
  func orderOfTracking(seed: UInt64) {
    let made = MessySchool(seed: seed)
    var shuffled = made.school
    var chance = SeededGenerator(seed: seed + 300)
    shuffled.assessments.shuffle(using: &chance)
    let old = Evaluation(data: made.school.data, asOf: made.asOf).figures.comparison
    let new = Evaluation(data: shuffled.data, asOf: made.asOf).figures.comparison
    #expect(old.contrasts == new.contrasts)
  }
}
