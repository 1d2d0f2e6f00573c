import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 5.6 pupil by pupil: pupils with support.
@Suite struct PupilSupportTests {
  @Test(
    "a pupil at the mean is ready",
    arguments: [(100.0, NextStep.readyToLeave), (99.9, .goOn), (115, .readyToLeave)])
  func whoIsAtTheMeanIsReady(outcome: Double, step: NextStep) throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80, outcome])
    let row = try spring.row()
    #expect(row.nextStep == step)
    // Two scores are too few for a mean of the cohort: the test's own.
    #expect(row.latest?.mean == 100)
    #expect(row.latest?.isMeanOfCohort == false)
    #expect(abs((row.latest?.standing ?? 9) - (outcome - 100) / 15) < 1e-8)
  }

  @Test(
    "the mean is that of the cohort from five scores on",
    arguments: [(3, 90.0, NextStep.readyToLeave), (2, 100, .goOn)])
  func theMeanIsThatOfTheCohortFromFiveScoresOn(
    classmates: Int, mean: Double, step: NextStep
  ) throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80, 90])
    // (80 + 90 + 100 + 90 + 90) ÷ 5 = 90.
    for (index, score) in [100.0, 90, 90].prefix(classmates).enumerated() {
      spring.school.score("C\(index)", 0, on: day("2026-03-20"), score)
    }
    let row = try spring.row()
    #expect(row.latest?.mean == mean)
    #expect(row.latest?.isMeanOfCohort == (classmates == 3))
    #expect(row.nextStep == step)
  }

  @Test("the mean is that of the score's term")
  func theMeanIsOfTheTermOfTheScore() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80, 95])
    // In the autumn all classmates stood at 90: that is not the mean to go by.
    for index in 0..<5 { spring.school.score("C\(index)", 0, on: day("2025-10-01"), 90) }
    for index in 0..<5 { spring.school.score("C\(index)", 0, on: day("2026-03-20"), 110) }
    let row = try spring.row()
    // (80 + 95 + 5 · 110) ÷ 7.
    #expect(abs((row.latest?.mean ?? 0) - 725.0 / 7) < 1e-9)
    #expect(row.nextStep == .goOn)
  }

  @Test("the last bits of a mean do not matter")
  func lastBitsOfAMeanDoNotMatter() throws {
    var spring = SpringSchool()
    // The sum of 0.7 six times, divided by 6, is a bit over 0.7.
    let scores = [0.7, 0.7, 0.7, 0.7, 0.7, 0.7]
    #expect(scores.reduce(0, +) / 6 > 0.7)
    spring.episode("P1", "Catch-up", [0.7, 0.7])
    for index in 0..<4 { spring.school.score("C\(index)", 0, on: day("2026-03-20"), 0.7) }
    #expect(try spring.row().latest?.standing == 0)
    #expect(try spring.row().nextStep == .readyToLeave)
  }

  @Test(
    "lower scores may be better",
    arguments: [(10.0, NextStep.readyToLeave), (11, .goOn), (9, .readyToLeave)])
  func lowerMayBeBetter(outcome: Double, step: NextStep) throws {
    var spring = SpringSchool()
    spring.school.measures[0].kind = .points
    spring.school.measures[0].lowerIsBetter = true
    spring.school.measures[0].mean = 10
    spring.school.measures[0].sd = 6
    spring.episode("P1", "Catch-up", [18, outcome])
    let row = try spring.row()
    #expect(row.nextStep == step)
    #expect(abs((row.latest?.standing ?? 9) - (10 - outcome) / 6) < 1e-8)
  }

  @Test(
    "the score for which a pupil was chosen does not make them ready",
    arguments: [("2026-01-26", NextStep.goOn), ("2026-01-27", .readyToLeave)])
  func theScoreForWhichAPupilWasChosenMakesNobodyReady(date: String, step: NextStep) throws {
    // Baselines lie up to 21 days after the start of 5 January.
    var spring = SpringSchool()
    spring.episode(to: nil)
    spring.school.score("P1", 0, on: day(date), 120)
    #expect(try spring.row().nextStep == step)
  }

  @Test("support began with its earliest episode")
  func theSupportBeganWithItsEarliestEpisode() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Old", from: "2025-10-01", to: "2026-02-10")
    spring.episode("P1", "New", from: "2026-02-11", to: nil)
    spring.school.score("P1", 0, on: day("2026-02-12"), 120)
    #expect(try spring.row().nextStep == .readyToLeave)
  }

  @Test("a pupil who fell back is not ready")
  func whoFellBackIsNotReady() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [130, 125])
    #expect(try spring.row().isOnTrack == false)
    #expect(try spring.row().nextStep == .watch)
  }

  @Test(
    "scores off the scale have no standing",
    arguments: [
      (Censoring.below, NextStep.goOn, false), (.above, .readyToLeave, false),
      (.none, .readyToLeave, true),
    ])
  func scoresOffTheScaleHaveNoStanding(
    censoring: Censoring, step: NextStep, isKnown: Bool
  ) throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80])
    spring.school.score("P1", 0, on: day("2026-03-20"), 130, censoring)
    let row = try spring.row()
    #expect((row.latest?.standing != nil) == isKnown)
    #expect(row.latest?.distance == 2)
    #expect(row.nextStep == step)
  }

  @Test("scores after the as-of date are not known")
  func scoresAfterTheAsOfDateAreNotKnown() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80], to: "2026-07-10")
    spring.school.score("P1", 0, on: day("2026-03-28"), 120)
    #expect(try spring.row().latest?.score.value == 80)
    #expect(try spring.row().nextStep == .goOn)
  }

  @Test("codes have no standing")
  func codesHaveNoStanding() throws {
    var spring = SpringSchool()
    spring.school.measures[0].kind = .ordinal
    spring.school.measures[0].expectedPerYear = 3
    spring.episode("P1", "Catch-up", [2, 1])
    let row = try spring.row()
    #expect(row.latest?.mean == nil && row.latest?.standing == nil)
    #expect(row.isOnTrack == false)
    #expect(row.nextStep == .watch)
  }

  @Test("rows are about the pupils with support in the term")
  func aRowIsAboutThePupilsWithSupportInTheTerm() {
    var spring = SpringSchool()
    spring.school.schools = ["North", "South"]
    _ = spring.school.measure("Ability")
    spring.episode("P1", from: "2025-09-08", to: "2025-12-31")
    spring.episode("P2", from: "2025-09-08", to: "2026-01-01")
    spring.episode("P3", from: "2026-03-27", to: nil, place: 1)
    spring.episode("P4", from: "2026-03-28", to: nil)
    spring.episode("P5") { $0.wave = "1" }
    spring.episode("P10", "B", place: 1)
    spring.episode("P10", "A", from: "2026-03-23", place: 1) { $0.end = nil }
    spring.episode("P10", "A", measure: 1, place: 1)
    let rows = spring.rows
    let names = rows.map { row in
      "\(spring.school.schools[row.school]) \(spring.school.pupils[row.pupil].id) "
        + row.interventions.map { spring.school.interventions[$0].name }.joined(separator: " ")
        + " \(row.measure)"
    }
    #expect(
      names == [
        "North P2 Catch-up 0", "South P10 A 1", "South P10 A B 0", "South P3 Catch-up 0",
      ])
    #expect(rows.allSatisfy { $0.isSupported && $0.nextStep != .considerSupport })
  }

  @Test("nothing is said before the term")
  func beforeTheTermNothingIsSaid() {
    var spring = SpringSchool()
    spring.episode("P1", from: "2025-10-01", to: nil)
    spring.school.score("U1", 0, on: day("2025-12-01"), 60)
    spring.asOf = day("2025-12-31")
    #expect(spring.rows.isEmpty)
  }
}
