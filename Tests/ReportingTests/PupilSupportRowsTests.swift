import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-5.6-pupils.csv.
@Suite struct PupilSupportRowsTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    return school
  }

  private func table(_ school: SchoolBuilder) -> [[String: TableCell]] {
    rows(PupilSupportFigures.table, .senco, of: report(school))
  }

  private func reasons(_ school: SchoolBuilder) -> [String: [String]] {
    let report = report(school)
    return Dictionary(grouping: report.evaluation.pupilSupport) {
      "\(school.pupils[$0.pupil].id): \($0.nextStep.rawValue)"
    }.mapValues { $0.map { PupilReason(in: report.released(.senco)).text($0) } }
  }

  @Test("headings and cells are those of the contract")
  func headingsAndCells() throws {
    let steps = rows(PupilSupportFigures.table, .senco, of: SchoolBuilder.everyNextStep).map {
      $0["next_step"]
    }
    let headings = """
      school pupil_id name year_group sen_status primary_need measure interventions supported \
      on_track terms_without_progress attendance several_at_once latest_score latest_date \
      cohort_mean standing next_step reason
      """
    #expect(
      PupilSupportFigures.table.figures.map(\.name)
        == headings.split(separator: " ").map(String.init))
    for step in NextStep.allCases { #expect(steps.contains(.text(step.rawValue))) }
  }

  @Test("a row tells a pupil's support")
  func aRowTellsAPupilsSupport() throws {
    var school = school()
    school.spring("P1", "=B", 80, 85) { row in
      row.sessionsPlanned = 40
      row.sessionsAttended = 30
    }
    school.spring("P1", "A", 80, 85)
    school.score("P1", 0, on: day("2026-03-20"), 85)
    school.pupils[0].name = "-Ann"
    school.pupils[0].yearGroup = "4"
    school.pupils[0].senStatus = "K"
    school.pupils[0].primaryNeed = "SLCN"
    let row = try #require(table(school).first)
    let expected: [String: TableCell] = [
      "school": .freeText("school"), "pupil_id": .text("P1"), "name": .freeText("-Ann"),
      "year_group": .text("4"), "sen_status": .text("K"), "primary_need": .text("SLCN"),
      "measure": .freeText("Reading"), "interventions": .freeText("=B; A"),
      "supported": .text("yes"), "on_track": .text("yes"), "terms_without_progress": .whole(0),
      "attendance": .number(0.75), "several_at_once": .text("yes"),
      "latest_score": .number(85.0), "latest_date": .day(day("2026-03-20")),
      "cohort_mean": .number(100.0), "standing": .number(-1.0),
      "next_step": .text("check-attendance"),
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
  }

  @Test("a row without support has no figures of it")
  func aRowWithoutSupportHasNoFiguresOfIt() throws {
    let row = try #require(
      table(SchoolBuilder.everyNextStep).first { $0["next_step"] == .text("consider-support") })
    #expect(row["supported"] == .text("no"))
    let none = [
      "interventions", "on_track", "terms_without_progress", "attendance", "several_at_once",
    ]
    for name in none { #expect(row[name] == .absent, "\(name)") }
    #expect(row["standing"] == .number(-2.0))
  }

  @Test("every step has its reason")
  func everyStepHasItsReason() {
    let reasons = reasons(SchoolBuilder.everyNextStep)
    let expected = [
      "ready: ready-to-leave":
        "The latest score, 103 on 20 March 2026, lies 0.20 SD over the mean of the test (100.0), "
        + "after the support began.",
      "absent: check-attendance":
        "62% of the planned sessions were attended, under 80%: what was missed cannot have helped.",
      "several: one-at-a-time":
        "A and B ran at the same time: nobody can tell which of them helps.",
      "change: change-support":
        "2 terms of support in a row without the expected progress (Autumn term 2025–26: −1.0, "
        + "where 0.0 was expected; Spring term 2025–26: −3.0, where 0.0 was expected).",
      "test: test": "Catch-up ended on 20 March 2026 and there is no score near that day.",
      "watch: watch": "Catch-up: −5.0, where 0.0 was expected. One test is uncertain.",
      "on: go-on": "Catch-up: +5.0, where 0.0 was expected.",
      "still: go-on": "Catch-up under way since 5 January 2026: nothing to judge by yet.",
      "unserved: consider-support":
        "The latest score, 70 on 20 March 2026, lies 2.00 SD under the mean of the test (100.0), "
        + "and nothing is under way on it.",
    ]
    for (row, reason) in expected { #expect(reasons[row] == [reason], "\(row)") }
    #expect(reasons["name: name-measure"]?.count == 2)
    #expect(reasons.values.joined().allSatisfy { $0.hasSuffix(".") && !$0.contains("()") })
  }

  @Test("pupils who continue have a reason")
  func reasonsOfPupilsWhoGoOn() {
    var school = school()
    school.measures[0].kind = .points
    school.measures[0].sd = 10
    school.measures[0].mean = nil
    school.spring("unexpected", "Catch-up", 80, 85)
    school.spring("start", "Catch-up", nil, 85)
    school.spring("scale") { $0.exitScores = [.cell(130, .above)] }
    school.score("on", 0, on: day("2026-03-20"), 60, .below)
    school.spring("on", "Catch-up", nil, nil) { $0.end = nil }
    let expected = [
      "unexpected": "Catch-up: +5.0; nothing is said of what to expect on this measure.",
      "start": "Catch-up: no score near the start, so no gain is known.",
      "scale": "Catch-up: a score is off the scale, so no gain is known.",
      "on": "Catch-up under way since 5 January 2026: nothing to judge by yet. The latest score, "
        + "<60, is off the scale.",
    ]
    let reasons = reasons(school)
    for (id, reason) in expected { #expect(reasons["\(id): go-on"] == [reason], "\(id)") }
  }

  @Test("the reason says on which side of the mean a pupil is")
  func reasonsOnASideOfTheMean() {
    var school = school()
    school.measures[0].lowerIsBetter = true
    school.spring("P1")
    school.score("exact", 0, on: day("2026-03-20"), 130)
    school.score("scale", 0, on: day("2026-03-20"), 140, .above)
    school.row("scale", from: day("2026-04-20"), to: nil) { $0.measures = [0] }
    for position in 1...2 { school.pupils[position].yearGroup = "4" }
    #expect(
      reasons(school)["exact: consider-support"] == [
        "The latest score, 130 on 20 March 2026, lies 2.00 SD on the poor side of the mean of the "
          + "test (100.0), and nothing is under way on it."
      ])
    #expect(
      reasons(school)["scale: consider-support"] == [
        "The latest score, >140 on 20 March 2026, is off the scale, whose end lies 2.67 SD on the "
          + "poor side of the mean of the test (100.0), and nothing is under way on it; support is "
          + "to begin on 20 April 2026."
      ])
  }
}

extension SchoolBuilder {
  /// A school with a row for each step.
  static var everyNextStep: SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    _ = school.measure("Maths")
    school.spring("ready", "Catch-up", 80, 100)
    school.score("ready", 0, on: day("2026-03-20"), 103)
    school.spring("absent") { row in
      row.sessionsPlanned = 50
      row.sessionsAttended = 31
    }
    for name in ["B", "A"] { school.spring("several", name) }
    for (start, end, last) in [
      ("2025-09-08", "2025-12-12", 80.0), ("2026-01-05", "2026-03-20", 78),
    ] {
      school.row("change", from: day(start), to: day(end)) { row in
        row.measures = [0]
        row.entryScores = [.cell(81)]
        row.exitScores = [.cell(last)]
      }
    }
    school.spring("test", "Catch-up", 80, nil)
    school.spring("watch", "Catch-up", 80, 75)
    school.spring("on", "Catch-up", 80, 85)
    school.spring("still", "Catch-up", 80, nil) { $0.end = nil }
    school.spring("name", "Catch-up", nil, nil) { $0.measures = [] }
    for measure in [0, 1] { school.score("name", measure, on: day("2026-03-20"), 90) }
    school.score("unserved", 0, on: day("2026-03-20"), 70)
    return school
  }
}
