import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 5.6 pupil by pupil: pupils far under the cohort without support on the measure.
@Suite struct UnservedPupilsTests {
  /// A school in which somebody has support on reading, and a pupil stands beside the test's mean.
  private func served() -> SpringSchool {
    var spring = SpringSchool()
    spring.school.settings.thresholds.minimumStratum = 99
    spring.episode("P1", "Catch-up", [80, 85])
    return spring
  }

  private func unserved(_ spring: SpringSchool) -> [String] {
    spring.rows.filter { !$0.isSupported }.map { spring.school.pupils[$0.pupil].id }
  }

  @Test(
    "a pupil under the threshold is listed and one at it is not",
    arguments: [(77.5, false), (77.4, true), (60, true), (140, false)])
  func underTheThresholdAndNotAtIt(score: Double, isListed: Bool) throws {
    // (77.5 − 100) ÷ 15 = −1.5.
    var spring = served()
    spring.school.score("U1", 0, on: day("2026-03-20"), score)
    #expect(unserved(spring) == (isListed ? ["U1"] : []))
    guard isListed else { return }
    let row = try #require(spring.rows.last)
    #expect(row.nextStep == .considerSupport)
    #expect(row.interventions.isEmpty && row.isOnTrack == nil && row.attendance == nil)
    #expect(abs((row.latest?.standing ?? 9) - (score - 100) / 15) < 1e-8)
  }

  @Test("the threshold is a setting", arguments: [(0.5, true), (1, false)])
  func theThresholdIsASetting(depth: Double, isListed: Bool) {
    var spring = served()
    spring.school.settings.thresholds.notServedBelow = depth
    spring.school.score("U1", 0, on: day("2026-03-20"), 90)
    #expect(unserved(spring) == (isListed ? ["U1"] : []))
  }

  @Test("lower scores may be better", arguments: [(19.0, false), (19.1, true), (0, false)])
  func lowerMayBeBetter(score: Double, isListed: Bool) {
    // −(19 − 10) ÷ 6 = −1.5.
    var spring = served()
    spring.school.measures[0].kind = .points
    spring.school.measures[0].lowerIsBetter = true
    spring.school.measures[0].mean = 10
    spring.school.measures[0].sd = 6
    spring.school.score("U1", 0, on: day("2026-03-20"), score)
    #expect(unserved(spring) == (isListed ? ["U1"] : []))
  }

  @Test("the mean is that of the cohort")
  func theMeanIsThatOfTheCohort() {
    var spring = served()
    spring.school.score("U1", 0, on: day("2026-03-20"), 77)
    spring.school.settings.thresholds.minimumStratum = 5
    // 80, 85, 77 and three of 86: mean 83.3.
    for index in 0..<3 { spring.school.score("C\(index)", 0, on: day("2026-03-20"), 86) }
    #expect(unserved(spring).isEmpty)
  }

  @Test(
    "the score is recent and not after the as-of date",
    arguments: [("2025-11-26", false), ("2025-11-27", true), ("2026-03-28", false)])
  func theScoreIsRecentAndKnown(date: String, isListed: Bool) {
    // 120 days before 27 March 2026.
    var spring = served()
    spring.school.score("U1", 0, on: day(date), 60)
    #expect(unserved(spring) == (isListed ? ["U1"] : []))
  }

  @Test(
    "in a long term the score is one of the term",
    arguments: [("2026-04-15", false), ("2026-04-16", true)])
  func inALongTermItIsOfTheTerm(date: String, isListed: Bool) {
    var spring = served()
    spring.school.score("U1", 0, on: day(date), 60)
    let term = spring.school.settings.terms.term(containing: day("2026-05-01"))
    let rows = Evaluation(data: spring.school.data, term: term, asOf: day("2026-08-31"))
      .pupilSupport
    #expect(rows.count == (isListed ? 1 : 0))
  }

  @Test("the latest score of the term counts")
  func theLatestScoreOfTheTermCounts() {
    var spring = served()
    spring.school.score("U1", 0, on: day("2026-01-10"), 60)
    spring.school.score("U1", 0, on: day("2026-03-20"), 90)
    spring.school.score("U2", 0, on: day("2026-03-20"), 60)
    spring.school.score("U2", 0, on: day("2026-04-16"), 90)
    spring.asOf = day("2026-05-01")
    #expect(unserved(spring) == ["U2"])
  }

  @Test(
    "a score off the scale is listed if the end of the scale is low enough",
    arguments: [
      (70.0, Censoring.below, true), (78, .below, false), (70, .above, false),
    ])
  func offTheScaleItIsListedIfTheEndIsLowEnough(
    score: Double, censoring: Censoring, isListed: Bool
  ) {
    var spring = served()
    spring.school.score("U1", 0, on: day("2026-02-01"), 60)
    spring.school.score("U1", 0, on: day("2026-03-20"), score, censoring)
    #expect(unserved(spring) == (isListed ? ["U1"] : []))
    if isListed { #expect(spring.rows.last?.latest?.standing == nil) }
  }

  @Test("a pupil with support on the measure is served")
  func whoHasSupportOnTheMeasureIsServed() {
    var spring = served()
    _ = spring.school.measure("Maths")
    spring.episode("U1", measure: 1)
    spring.episode("U2", from: "2025-09-08", to: "2025-12-12")
    spring.episode("U3", from: "2026-04-20", to: nil)
    spring.episode("U4") { $0.wave = "1" }
    for id in ["P1", "U1", "U2", "U3", "U4"] {
      spring.school.score(id, 0, on: day("2026-03-23"), 60)
    }
    #expect(unserved(spring) == ["U1", "U2", "U3", "U4"])
    let planned = spring.rows.filter { !$0.isSupported }.map(\.plannedStart)
    #expect(planned == [nil, nil, day("2026-04-20"), nil])
  }

  @Test("only measures that support is about count")
  func onlyMeasuresThatSupportIsAboutCount() {
    var spring = served()
    _ = spring.school.measure("Maths")
    _ = spring.school.measure("Steps", .ordinal) { $0.codes = ["A", "B"] }
    spring.episode("P2", measure: 2)
    // Nobody named what this one is about, where others are named.
    spring.episode("P3") { $0.measures = [] }
    for measure in [0, 1] { spring.school.score("P3", measure, on: day("2026-03-20"), 100) }
    for measure in [0, 1, 2] { spring.school.score("U1", measure, on: day("2026-03-20"), 0) }
    #expect(spring.rows.filter { !$0.isSupported }.map(\.measure) == [0])
  }

  @Test("where no measure is named all measures count")
  func whereNothingIsNamedAllMeasuresCount() {
    var spring = SpringSchool()
    _ = spring.school.measure("Maths")
    spring.episode("P1") { $0.measures = [] }
    for measure in [0, 1] {
      spring.school.score("P1", measure, on: day("2026-03-20"), 100)
      spring.school.score("U1", measure, on: day("2026-03-20"), 60)
    }
    #expect(spring.rows.filter { !$0.isSupported }.map(\.measure) == [1, 0])
  }

  @Test("each school is looked at by itself")
  func schoolsAreByThemselves() {
    var spring = served()
    spring.school.schools = ["North", "South"]
    for place in [0, 1] {
      spring.school.score("U1", 0, on: day("2026-03-20"), 60, school: place)
    }
    #expect(spring.rows.map { spring.school.schools[$0.school] } == ["North", "North"])
  }

  @Test("a measure without a spread lists no pupil")
  func aMeasureWithoutASpreadSaysNothing() {
    var spring = served()
    spring.school.measures[0].kind = .points
    spring.school.measures[0].sd = nil
    spring.school.measures[0].mean = nil
    spring.school.score("U1", 0, on: day("2026-03-20"), 0)
    #expect(unserved(spring).isEmpty)
  }
}
