import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// What is suggested for pupils with support, on each side of each threshold.
@Suite struct NextStepTests {
  @Test("low attendance comes first", arguments: [(40.0, NextStep.goOn), (39, .checkAttendance)])
  func lowAttendanceComesFirst(attended: Double, step: NextStep) throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80, 85]) { row in
      row.sessionsPlanned = 50
      row.sessionsAttended = attended
    }
    #expect(try spring.row().attendance == attended / 50)
    #expect(try spring.row().nextStep == step)
  }

  @Test("attendance is that of the episodes together")
  func attendanceIsOfTheEpisodesTogether() throws {
    var spring = SpringSchool()
    for (end, attended) in [("2026-02-10", 20.0), ("2026-03-20", 10)] {
      spring.episode("P1", "Catch-up", to: end) { row in
        row.sessionsPlanned = 20
        row.sessionsAttended = attended
      }
    }
    // (20 + 10) ÷ 40.
    #expect(try spring.row().attendance == 0.75)
  }

  @Test("low attendance does not count for an episode under way")
  func ofAnEpisodeUnderWayTheSessionsAreStillToCome() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80], to: "2026-07-10") { row in
      row.sessionsPlanned = 50
      row.sessionsAttended = 20
    }
    #expect(try spring.row().attendance == nil)
    #expect(try spring.row().nextStep == .goOn)
  }

  @Test(
    "two interventions with a day in common on one measure are several at once",
    arguments: [
      ("B", "2026-02-10", 0, true), ("B", "2026-02-11", 0, false), ("B", "2026-02-10", 1, false),
      ("A", "2026-02-10", 0, false), ("B", "2026-03-28", 0, false),
    ])
  func twoInterventionsWithADayInCommon(
    name: String, start: String, measure: Int, isSeveral: Bool
  ) throws {
    var spring = SpringSchool()
    _ = spring.school.measure("Maths")
    spring.episode("P1", "A", [80], to: "2026-02-10")
    spring.school.score("P1", 0, on: day("2026-03-20"), 85)
    spring.episode("P1", name, measure: measure, from: start, to: nil)
    let row = try #require(spring.rows.first { $0.measure == 0 })
    #expect(row.isSeveralAtOnce == isSeveral)
    #expect(row.nextStep == (isSeveral ? .oneAtATime : .goOn))
  }

  /// A pupil's gains in terms up to spring 2026; nil: an episode without scores.
  private func terms(_ gains: [Double?]) -> SpringSchool {
    let all = [
      ("2025-04-21", "2025-07-04"), ("2025-09-08", "2025-12-12"), ("2026-01-05", "2026-03-20"),
    ]
    var spring = SpringSchool()
    for ((start, end), gain) in zip(all.suffix(gains.count), gains) {
      spring.episode(from: start, to: end) { row in
        guard let gain else { return }
        row.entryScores = [.cell(80)]
        row.exitScores = [.cell(80 + gain)]
      }
    }
    return spring
  }

  @Test(
    "terms in a row without the expected gain are counted",
    arguments: [
      ([-1.0], 1, NextStep.watch), ([0], 0, .goOn), ([-1, -1], 2, .changeSupport),
      ([0, -1], 1, .watch), ([-1, 0], 0, .goOn), ([-1, 0, -1], 1, .watch),
      ([-1, -1, -1], 3, .changeSupport), ([-1, nil, -1], 2, .changeSupport),
      ([-1, -1, nil], 2, .changeSupport), ([nil, -1], 1, .watch), ([-1, nil], 1, .test),
    ])
  func termsInARowWithoutTheExpectedGain(gains: [Double?], count: Int, step: NextStep) throws {
    let row = try terms(gains).row()
    #expect(row.termsWithoutProgress == count)
    #expect(row.nextStep == step)
  }

  @Test("how many terms without progress count is a setting")
  func howManyTermsIsASetting() throws {
    var spring = terms([-1, -1])
    spring.school.settings.thresholds.termsWithoutProgress = 3
    #expect(try spring.row().nextStep == .watch)
    spring.school.settings.thresholds.termsWithoutProgress = 1
    #expect(try spring.row().nextStep == .changeSupport)
  }

  @Test("a term is on track if any of its episodes is", arguments: [(5.0, -5.0), (-5, 5)])
  func aTermIsOnTrackIfAnyOfItsEpisodesIs(first: Double, second: Double) throws {
    var spring = terms([-1])
    for (end, gain) in [("2026-02-10", first), ("2026-03-20", second)] {
      spring.episode(from: "2026-01-12", to: end) { row in
        row.entryScores = [.cell(80)]
        row.exitScores = [.cell(80 + gain)]
      }
    }
    #expect(try spring.row().termsWithoutProgress == 0)
  }

  @Test("the latest of several episodes decides")
  func ofSeveralEpisodesTheLatestTells() throws {
    var spring = SpringSchool()
    for (end, gain) in [("2026-03-20", -5.0), ("2026-02-10", 5)] {
      spring.episode(to: end) { row in
        row.entryScores = [.cell(80)]
        row.exitScores = [.cell(80 + gain)]
      }
    }
    #expect(try spring.row().isOnTrack == false)
    #expect(try spring.row().ended == 0)
    #expect(try spring.row().nextStep == .watch)
  }

  @Test("support on other measures does not count")
  func supportOnOtherMeasuresDoesNotCount() throws {
    var spring = terms([-1])
    _ = spring.school.measure("Maths")
    spring.episode(measure: 1, from: "2025-09-08", to: "2025-12-12") { row in
      row.entryScores = [.cell(80)]
      row.exitScores = [.cell(70)]
    }
    #expect(try spring.row().termsWithoutProgress == 1)
  }

  @Test(
    "what was changed already is not to be changed again",
    arguments: [("Other", NextStep.watch, true), ("Catch-up", .changeSupport, false)])
  func whatWasChangedAlreadyIsNotToBeChangedAgain(
    name: String, step: NextStep, isChanged: Bool
  ) throws {
    var spring = terms([-1, -1])
    spring.episode("P1", name, from: "2026-03-23", to: nil)
    #expect(try spring.row().isChangedSince == isChanged)
    #expect(try spring.row().termsWithoutProgress == 2)
    #expect(try spring.row().nextStep == step)
  }

  @Test("after missed terms another intervention goes on")
  func afterMissedTermsAnotherInterventionGoesOn() throws {
    var spring = SpringSchool()
    for (start, end) in [("2025-04-21", "2025-07-04"), ("2025-09-08", "2025-12-12")] {
      spring.episode(from: start, to: end) { row in
        row.entryScores = [.cell(80)]
        row.exitScores = [.cell(75)]
      }
    }
    var same = spring
    spring.episode("P1", "Other", to: nil)
    #expect(try spring.row().nextStep == .goOn)
    same.episode("P1", "Catch-up", to: nil)
    #expect(try same.row().nextStep == .changeSupport)
  }

  @Test("a pupil whose episode ended without a test is to be tested")
  func whoEndedWithoutATestIsToBeTested() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80])
    #expect(try spring.row().nextStep == .test)
    #expect(try spring.row().isOnTrack == nil)
    // The pupil's next episode has one.
    spring.episode("P1", "Catch-up", [80, 85], from: "2026-03-21", to: "2026-03-26")
    #expect(try spring.row().nextStep == .goOn)
  }

  @Test("an episode under way has no answer yet")
  func whatGoesOnHasNoAnswerYet() throws {
    var spring = SpringSchool()
    spring.episode("P1", "Catch-up", [80], to: nil)
    #expect(try spring.row().isOnTrack == nil)
    #expect(try spring.row().ended == nil)
    #expect(try spring.row().nextStep == .goOn)
  }

  @Test("without a named measure nothing is suggested")
  func withoutANamedMeasureNothingIsSuggested() throws {
    var spring = SpringSchool()
    _ = spring.school.measure("Maths")
    for measure in [0, 1] { spring.school.score("P1", measure, on: day("2026-03-20"), 120) }
    for name in ["A", "B"] { spring.episode("P1", name) { $0.measures = [] } }
    #expect(spring.rows.map(\.nextStep) == [.nameMeasure, .nameMeasure])
    #expect(spring.rows.allSatisfy { !$0.isMeasureNamed && !$0.isSeveralAtOnce })
    // school.yml may say it, or the pupil's scores on one measure only.
    spring.school.interventions[0].measures = [1]
    #expect(spring.rows.map(\.measure) == [1, 0])
    #expect(spring.rows.map(\.nextStep) == [.readyToLeave, .nameMeasure])
    #expect(spring.rows.map(\.interventions) == [[0], [1]])
  }

  @Test("a pupil's only measure needs no name")
  func aPupilsOnlyMeasureNeedsNoName() throws {
    var spring = SpringSchool()
    spring.episode("P1", "A", [80, 105]) { $0.measures = [] }
    #expect(try spring.row().nextStep == .readyToLeave)
  }
}
