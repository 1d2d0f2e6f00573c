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

  @Test("rows that rest on one pair of tests are one row with all their lines")
  func rowsThatRestOnOnePairOfTestsAreOneRow() throws {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistants = [school.assistant("TB"), school.assistant("SO")]
    school.score("P1", 0, on: day("2026-01-05"), 80)
    school.score("P1", 0, on: day("2026-03-20"), 85)
    school.spring("P2") { $0.wave = "1" }
    for (index, days) in [("2026-01-05", "2026-02-06"), ("2026-02-16", "2026-03-20")].enumerated() {
      school.row("P1", from: day(days.0), to: day(days.1)) { row in
        row.measures = [0]
        row.teachingAssistants = [assistants[index]]
        row.group = "G\(index)"
        row.sessionsPlanned = 20
        row.sessionsAttended = index == 0 ? 20 : 10
        row.minutesPerSession = 30
        row.cost = 40
      }
    }
    let rows = table(school)
    #expect(rows.count == 2)
    let expected: [String: TableCell] = [
      "provision_file": .text("provision-map.csv"), "provision_line": .text("3;4"),
      "ta": .freeText("TB; SO"), "group": .freeText("G1"), "start_date": .day(day("2026-01-05")),
      "end_date": .day(day("2026-03-20")), "sessions_planned": .number(40.0),
      "sessions_attended": .number(30.0), "attendance": .number(0.75), "hours": .number(15.0),
      "weeks": .number(74.0 / 7), "cost": .number(80.0), "gain": .number(5.0),
      "n_scores": .absent, "n_classmates": .absent, "matched": .absent, "d": .absent,
      "contrast_warning": .text("too-few-classmates"),
    ]
    for (name, cell) in expected { #expect(rows[1][name] == cell, "\(name)") }
  }

  @Test("a course that starts before universal provision stands before it")
  func aCourseStandsWhereItsFirstRowDoes() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.score("P1", 0, on: day("2026-01-05"), 80)
    school.score("P1", 0, on: day("2026-03-20"), 85)
    school.row("P1", from: day("2026-01-05"), to: day("2026-02-06")) { $0.measures = [0] }
    school.spring("P2") { $0.wave = "1" }
    school.row("P1", from: day("2026-02-16"), to: day("2026-03-20")) { $0.measures = [0] }
    #expect(table(school).map { $0["provision_line"] } == [.text("2;4"), .whole(3)])
  }

  @Test("the comparison is told at both ends, in the units of the files")
  func theComparisonIsToldAtBothEnds() throws {
    let school = SchoolBuilder.withClassmates(gains: [("TB", 6)]) { $0.lowerIsBetter = true }
    let row = try #require(table(school).first { $0["pupil_id"] == .text("TB0") })
    func number(_ name: String) throws -> Double { try #require(row[name]?.number, "\(name)") }
    #expect(row["n_scores"] == .whole(1))
    #expect(row["n_classmates"] == .whole(20))
    #expect(row["n_similar"] == .absent)
    #expect(try number("level") == 85)
    #expect(row["level_date"] == .day(day("2026-01-05")))
    #expect(row["earlier_1"] == .absent)
    #expect(row["uses_other"] == .text("no"))
    #expect(row["other_subjects"] == .absent)
    // A higher score is a worse one here.
    let outcome = try number("outcome")
    #expect(try number("contrast_outcome") == outcome)
    #expect(row["contrast_outcome_date"] == .day(day("2026-03-20")))
    let (score, need) = (try number("matched"), try number("growth"))
    #expect(score < 0)
    #expect(abs(try number("expected_outcome") - outcome - score) < 1e-9)
    #expect(abs(try number("expected_outcome_need") - outcome - need) < 1e-9)
    #expect(abs(try number("d") - (score + need) / 30) < 1e-9)
    #expect(try number("f") == number("baseline_difference"))
    #expect(try number("f") > 0)
    #expect(try number("beyond") == 0)
    #expect((0...50).contains(try number("percentile_score")))
    #expect((0...50).contains(try number("percentile_need")))
    #expect(row["fit_pairs"] == .whole(20))
    #expect(row["fit_df"] == .whole(19))
    #expect(row["contrast_warning"] == .absent)
  }

  @Test("headings are unique")
  func headingsAreUnique() {
    let headings = headings(EpisodesTable.table, .senco)
    #expect(Set(headings).count == headings.count)
  }

  @Test("columns that were there keep their names and their order")
  func columnsKeepTheirNamesAndOrder() {
    let names = """
      school pupil_id intervention measure kind provision status start_date end_date group ta \
      provision_file provision_line baseline baseline_date baseline_censored baseline_file \
      baseline_line outcome outcome_date outcome_censored outcome_file outcome_line paired gain \
      elapsed_months expected_gain on_track target target_met sessions_planned sessions_attended \
      attendance hours weeks cost n_scores level n_classmates n_similar expected_outcome matched \
      growth baseline_difference d f beyond
      """.split(separator: " ").map(String.init)
    #expect(Array(headings(EpisodesTable.table, .senco).prefix(names.count)) == names)
  }
}
