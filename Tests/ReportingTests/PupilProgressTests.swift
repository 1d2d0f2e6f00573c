import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-9.5-pupils.csv.
@Suite struct PupilProgressTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    return school
  }

  private func table(_ school: SchoolBuilder) -> [[String: TableCell]] {
    rows(PupilFigures.table, .senco, of: report(school))
  }

  @Test("headings are those of the contract and then our own")
  func headingsAreThoseOfTheContractAndThenOurOwn() {
    let contract = """
      school pupil_id name year_group sen_status primary_need intervention measure ta group \
      start_date end_date baseline baseline_date outcome outcome_date gain expected matched growth \
      n_similar n_classmates d on_track target_met attendance outcome_rating flag \
      percentile_low percentile_high finding
      """
    #expect(
      headings(PupilFigures.table, .senco)
        == contract.split(separator: " ").map(String.init)
    )
  }

  @Test("a row tells a pupil's episode")
  func aRowTellsAPupilsEpisode() throws {
    var school = school()
    let assistants = [school.assistant("TB"), school.assistant("SO")]
    school.spring("P1", "Catch-up", 80, 85) { row in
      row.teachingAssistants = assistants
      row.group = "A"
      row.targetScores = [.cell(90)]
      row.sessionsPlanned = 40
      row.sessionsAttended = 30
      row.outcomeRating = "--"
    }
    school.pupils[0].name = "-Ann"
    school.pupils[0].yearGroup = "4"
    school.pupils[0].senStatus = "K"
    school.pupils[0].primaryNeed = "SLCN"
    let row = try #require(table(school).first)
    let expected: [String: TableCell] = [
      "school": .freeText("school"), "pupil_id": .text("P1"), "name": .freeText("-Ann"),
      "year_group": .text("4"), "sen_status": .text("K"), "primary_need": .text("SLCN"),
      "intervention": .freeText("Catch-up"), "measure": .freeText("Reading"),
      "ta": .freeText("TB; SO"), "group": .freeText("A"), "start_date": .day(day("2026-01-05")),
      "end_date": .day(day("2026-03-20")), "baseline": .number(80.0),
      "baseline_date": .day(day("2026-01-05")), "outcome": .number(85.0),
      "outcome_date": .day(day("2026-03-20")), "gain": .number(5.0), "expected": .number(0.0),
      "on_track": .text("yes"), "target_met": .text("no"), "attendance": .number(0.75),
      "outcome_rating": .text("--"), "flag": .absent,
      // There is nobody to compare with.
      "d": .absent, "matched": .absent, "growth": .absent, "n_similar": .absent,
      "n_classmates": .absent, "percentile_low": .absent, "percentile_high": .absent,
      "finding": .absent,
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
  }

  @Test("a pupil is set among classmates, for the SENCo only")
  func aPupilIsSetAmongClassmates() throws {
    let school = SchoolBuilder.withClassmates(gains: [("TB", 12), ("SO", 0)])
    let rows = table(school)
    #expect(rows.count == 10)
    for (id, finding) in [("TB2", "well-above-expected"), ("SO1", "as-expected")] {
      let row = try #require(rows.first { $0["pupil_id"] == .text(id) })
      #expect(row["n_classmates"] == .whole(20))
      #expect(row["n_similar"] == .absent)
      let (score, need) = (
        try #require(row["matched"]?.number), try #require(row["growth"]?.number)
      )
      #expect(abs(try #require(row["d"]?.number) - (score + need) / 30) < 1e-9)
      let low = try #require(row["percentile_low"]?.number)
      #expect(low <= (try #require(row["percentile_high"]?.number)))
      #expect(row["finding"] == .text(finding), "\(id)")
    }
    #expect(PupilFigures.table.csv(pack(.governors, of: school)) == nil)
  }

  @Test("rows that rest on one pair of tests are one row, with the TAs of all")
  func rowsThatRestOnOnePairOfTestsAreOne() throws {
    var school = school()
    school.score("P1", 0, on: day("2026-01-05"), 80)
    school.score("P1", 0, on: day("2026-03-20"), 85)
    for (ta, from, to, attended) in [
      ("TB", "2026-01-05", "2026-02-06", 20.0), ("SO", "2026-02-16", "2026-03-20", 10.0),
    ] {
      let assistant = school.assistant(ta)
      school.row("P1", from: day(from), to: day(to)) { row in
        row.measures = [0]
        row.teachingAssistants = [assistant]
        row.sessionsPlanned = 20
        row.sessionsAttended = attended
      }
    }
    let rows = table(school)
    #expect(rows.count == 1)
    #expect(rows[0]["ta"] == .freeText("TB; SO"))
    #expect(rows[0]["start_date"] == .day(day("2026-01-05")))
    #expect(rows[0]["end_date"] == .day(day("2026-03-20")))
    #expect(rows[0]["attendance"] == .number(0.75))
  }

  @Test("flags say why there is no plain gain")
  func flagsSayWhyThereIsNoPlainGain() {
    var school = school()
    school.spring("P1", "Catch-up", 80, 85)
    school.spring("P2", "Catch-up", 80, 79)
    school.spring("P3", "Catch-up", 80, nil)
    school.spring("P4", "Catch-up", nil, 85)
    school.spring("P5", "Catch-up", nil, nil)
    school.spring("P6") { $0.exitScores = [.cell(130, .above)] }
    school.spring("P7") { $0.end = nil }
    school.spring("P8", "Catch-up", nil, nil) { $0.end = day("2026-07-10") }
    #expect(
      table(school).map { $0["flag"] } == [
        .absent, .text("not-on-track"), .text("no-outcome"), .text("no-baseline"),
        .text("no-scores"), .text("censored"), .text("in-progress"),
        .text("in-progress, no-baseline"),
      ]
    )
  }

  @Test("rows are about the year's ended episodes and those under way")
  func itIsAboutTheYearsEndedEpisodesAndThoseUnderWay() {
    var school = school()
    for (id, start, end) in [
      ("P1", "2025-06-01", "2025-08-31"), ("P2", "2025-06-01", "2025-09-01"),
      ("P3", "2026-01-05", "2026-03-27"), ("P4", "2026-01-05", "2026-03-28"),
      ("P5", "2026-03-28", "2026-07-10"),
    ] {
      school.row(id, from: day(start), to: day(end)) { $0.measures = [0] }
    }
    school.spring("P6") { $0.wave = "1" }
    #expect(
      table(school).map { $0["pupil_id"] } == [.text("P2"), .text("P3"), .text("P4")]
    )
  }

  @Test("rows come by school, pupil, intervention, measure and start")
  func rowsComeBySchoolPupilInterventionMeasureAndStart() {
    var school = school()
    _ = school.measure("Ability")
    school.schools = ["North", "South"]
    school.spring("P1", school: 1)
    school.spring("p2", "b")
    school.spring("p2", "B")
    school.spring("P9", "B") { $0.measures = [0, 1] }
    school.spring("P10")
    let found = table(school).map { row in
      ["school", "pupil_id", "intervention", "measure"].map { name in
        switch row[name] {
        case .freeText(let text), .text(let text): text
        default: ""
        }
      }.joined(separator: " ")
    }
    #expect(
      found == [
        "North P10 Catch-up Reading", "North P9 B Ability", "North P9 B Reading",
        "North p2 B Reading", "North p2 b Reading", "South P1 Catch-up Reading",
      ]
    )
  }

  @Test("ids that only look the same come in the order of their scalars")
  func idsThatOnlyLookTheSameComeInTheOrderOfTheirScalars() {
    var school = school()
    school.spring("P1", "b")
    school.spring("P2", "a")
    // An e with an accent, in two scalars and in one: U+0065 comes before U+00E9.
    school.pupils[0].id = "e\u{301}"
    school.pupils[1].id = "\u{E9}"
    #expect(table(school).map { $0["intervention"] } == [.freeText("b"), .freeText("a")])
  }

  @Test("scores of codes are the codes")
  func scoresOfCodesAreTheCodes() throws {
    var school = SchoolBuilder()
    _ = school.measure("Steps", .ordinal) { $0.codes = ["WTS", "EXS", "GDS"] }
    school.spring("P1", "Catch-up", nil, nil) { row in
      row.entryScores = [.word("WTS")]
      row.exitScores = [.word("GDS")]
    }
    let row = try #require(table(school).first)
    #expect(row["baseline"] == .text("WTS"))
    #expect(row["outcome"] == .text("GDS"))
    #expect(row["gain"] == .number(2.0))
    #expect(row["expected"] == .absent)
  }
}
