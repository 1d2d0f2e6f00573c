import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 5.6: which rows are under way in a term, and which decision is the latest.
@Suite struct VariationTermTests {
  private let calendar = TermCalendar.standard

  private func variations(_ school: SchoolBuilder, asOf: String = "2026-03-27") -> [Variation] {
    let term = calendar.term(containing: day("2026-02-01"))
    return Evaluation(data: school.data, term: term, asOf: day(asOf)).variations
  }

  /// The only kind of change of a row from and to some days, beside a row of two years ago.
  private func kind(_ start: String, _ end: String?, asOf: String = "2026-03-27") -> ChangeKind? {
    var school = SchoolBuilder()
    school.row("P9", "Old", from: day("2024-01-08"), to: day("2024-03-08"))
    school.row("P1", from: day(start), to: end.map { day($0) })
    return variations(school, asOf: asOf).first?.kind
  }

  @Test("a row is under way from its first to its last day")
  func aRowIsUnderWayFromItsFirstToItsLastDay() {
    #expect(kind("2025-12-31", "2026-03-20") == .unchanged)
    #expect(kind("2026-01-01", "2026-03-20") == .started)
    #expect(kind("2025-09-08", "2025-12-31") == .stopped)
    #expect(kind("2025-09-08", "2026-01-01") == .unchanged)
    #expect(kind("2025-03-01", "2025-09-01") == .stopped)
    #expect(kind("2025-03-01", "2025-08-31") == nil)
    #expect(kind("2026-03-27", "2026-07-10") == .started)
    #expect(kind("2026-03-28", "2026-07-10") == nil)
    #expect(kind("2025-09-08", nil) == .unchanged)
  }

  @Test("nothing is known of a term after the as-of date")
  func nothingIsKnownOfATermAfterTheAsOfDate() {
    #expect(kind("2025-09-08", "2026-07-10", asOf: "2025-12-31") == .notBegun)
    #expect(kind("2025-09-08", "2026-07-10", asOf: "2026-01-01") == .unchanged)
    #expect(kind("2026-01-05", nil, asOf: "2026-01-04") == nil)
    #expect(kind("2026-04-16", nil, asOf: "2026-08-31") == nil)
  }

  @Test("universal provision is left out even of pupils without scores")
  func universalProvisionIsLeftOutEvenOfPupilsWithoutScores() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.score("P1", 0, on: day("2025-09-08"), 90)
    for id in ["P1", "P2"] {
      school.row(id, from: day("2025-09-08"), to: day("2026-03-20")) { $0.wave = "1" }
    }
    #expect(variations(school).isEmpty)
  }

  @Test("rows come by school and intervention")
  func rowsComeBySchoolAndIntervention() {
    var school = SchoolBuilder()
    school.schools = ["b", "a", "B"]
    for (place, name) in [(0, "z"), (0, "Z"), (1, "m"), (2, "m")] {
      school.row("P1", name, from: day("2025-09-08"), to: day("2026-03-20"), school: place)
    }
    #expect(
      variations(school).map {
        "\(school.schools[$0.school]) \(school.interventions[$0.intervention].name)"
      }
        == ["B m", "a m", "b Z", "b z"]
    )
  }

  /// A decision about the first intervention.
  private func decision(
    _ id: String,
    _ kind: DecisionKind,
    school: String = "",
    intervention: Int? = 0
  ) throws -> Decision {
    Decision(
      file: 0,
      line: 2,
      school: school,
      term: try #require(calendar.term(id: id)),
      intervention: intervention,
      kind: kind,
      group: "",
      change: ""
    )
  }

  private func decided(_ decisions: [Decision]) -> [DecisionKind?] {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    for place in 0...1 {
      school.row("P1", from: day("2025-09-08"), to: day("2026-03-20"), school: place)
    }
    school.decisions = decisions
    return variations(school).map { $0.decision?.decision.kind }
  }

  @Test("the decision is the latest up to the reported term")
  func theDecisionIsTheLatestUpToTheReportedTerm() throws {
    #expect(decided([]) == [nil, nil])
    #expect(
      decided([
        try decision("2025-26-spring", .vary), try decision("2025-26-autumn", .stop),
        try decision("2025-26-summer", .start),
      ]) == [.vary, .vary]
    )
  }

  @Test("the decision is the last of several in a term")
  func ofSeveralInATermItIsTheLast() throws {
    #expect(
      decided([
        try decision("2025-26-autumn", .stop), try decision("2025-26-autumn", .continue),
      ]) == [.continue, .continue]
    )
  }

  @Test("schools decide for themselves")
  func schoolsDecideForThemselves() throws {
    #expect(
      decided([
        try decision("2025-26-autumn", .vary),
        try decision("2025-26-spring", .stop, school: "South"),
      ]) == [.vary, .stop]
    )
  }

  @Test("decisions about other interventions do not count")
  func decisionsAboutOtherInterventionsAreNot() throws {
    #expect(
      decided([
        try decision("2025-26-autumn", .vary, intervention: nil),
        try decision("2025-26-autumn", .stop, intervention: 1),
      ]) == [nil, nil]
    )
  }
}
