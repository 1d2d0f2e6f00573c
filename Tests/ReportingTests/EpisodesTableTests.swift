import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// episodes.csv.
@Suite struct EpisodesTableTests {
  private func table(_ school: SchoolBuilder) -> [[String: TableCell]] {
    rows(EpisodesTable.table, .senco, of: report(school))
  }

  @Test("a row tells the scores and the lines they come from")
  func aRowTellsTheScoresAndTheLinesTheyComeFrom() throws {
    var school = SchoolBuilder()
    _ = school.measure("Marks", .points) { $0.expectedPerYear = 365.25 }
    let assistant = school.assistant("TB")
    school.score("P1", 0, on: day("2026-01-10"), 12)
    school.row("P1", from: day("2026-01-05"), to: day("2026-03-20")) { row in
      row.measures = [0]
      row.exitScores = [.cell(100)]
      row.targetScores = [.cell(90)]
      row.teachingAssistants = [assistant]
      row.group = "A"
      row.sessionsPlanned = 40
      row.sessionsAttended = 30
      row.minutesPerSession = 20
      row.cost = 50
    }
    let row = try #require(table(school).first)
    // From 10 January to 20 March there are 69 days; the expected gain is a point a day.
    let expected: [String: TableCell] = [
      "school": .freeText("school"), "pupil_id": .text("P1"), "kind": .text("points"),
      "provision": .text("targeted"), "status": .text("ended"), "group": .freeText("A"),
      "ta": .freeText("TB"), "provision_file": .text("provision-map.csv"),
      "provision_line": .whole(2), "baseline": .number(12.0),
      "baseline_date": .day(day("2026-01-10")), "baseline_censored": .text("no"),
      "baseline_file": .text("tracking.csv"), "baseline_line": .whole(2),
      "outcome": .number(100.0), "outcome_date": .day(day("2026-03-20")),
      "outcome_censored": .text("no"), "outcome_file": .text("provision-map.csv"),
      "outcome_line": .whole(2), "paired": .text("yes"), "gain": .number(88.0),
      "elapsed_months": .number(69 / 30.4375), "expected_gain": .number(69.0),
      "on_track": .text("yes"), "target": .number(90.0), "target_met": .text("yes"),
      "sessions_planned": .number(40.0), "sessions_attended": .number(30.0),
      "attendance": .number(0.75), "hours": .number(10.0), "weeks": .number(74.0 / 7),
      "cost": .number(50.0),
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
  }

  @Test("every episode has a row in file order")
  func everyEpisodeHasARowInFileOrder() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.spring("P2") { $0.wave = "1" }
    school.spring("P1") { $0.entryScores = [.cell(70, .below)] }
    school.spring("P3") { $0.exitScores = [.cell(130, .above)] }
    school.row("P0", from: day("2026-04-20"), to: nil) { $0.measures = [0] }
    school.row("P0", from: day("2026-01-05"), to: nil) { $0.measures = [0] }
    let rows = table(school)
    #expect(rows.map { $0["provision_line"] } == (2...6).map { .whole($0) })
    #expect(
      rows.map { $0["provision"] } == [.text("universal")]
        + Array(repeating: .text("targeted"), count: 4)
    )
    #expect(
      rows.map { $0["status"] }
        == ["ended", "ended", "ended", "planned", "in-progress"].map { .text($0) }
    )
    #expect(rows[0]["baseline"] == .notApplicable)
    #expect(rows[1]["baseline_censored"] == .text("below"))
    #expect(rows[2]["outcome_censored"] == .text("above"))
    #expect(
      rows.map { $0["paired"] } == [.notApplicable] + Array(repeating: .text("no"), count: 4))
    #expect(rows[3]["end_date"] == .absent)
  }

  @Test("headings are unique")
  func headingsAreUnique() {
    let headings = headings(EpisodesTable.table, .senco)
    #expect(Set(headings).count == headings.count)
  }
}
