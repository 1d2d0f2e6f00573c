import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-5.6-variation.csv.
@Suite struct InterventionVariationTests {
  /// A report whose intervention had pupils `before` in autumn and `after` in spring.
  private func school(_ before: [Int], _ after: [Int]) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistants = [school.assistant("=TB"), school.assistant("SO")]
    for index in before {
      school.row("P\(index)", from: day("2025-09-08"), to: day("2025-11-21")) { row in
        row.measures = [0]
        row.teachingAssistants = [assistants[0]]
      }
    }
    for index in after {
      school.spring("P\(index)") { $0.teachingAssistants = assistants }
    }
    return school
  }

  private func row(
    _ before: [Int],
    _ after: [Int],
    _ pack: Pack,
    kind: String = "pupils"
  ) throws -> [String: TableCell] {
    let rows = rows(report(school(before, after)).variationTable(pack))
    return try #require(rows.first { $0["change_kind"] == .text(kind) })
  }

  @Test func headingsAreThoseOfTheContract() {
    let contract = """
      school intervention change_kind before after pupils_joined pupils_left verdict_before \
      verdict_now recommendation reason decision decided_term followed_through
      """
    for pack in Pack.allCases {
      #expect(
        report(school([1], [1])).variationTable(pack).headings
          == contract.split(separator: " ").map(String.init)
      )
    }
  }

  @Test func theSENCoSeesWhoMoved() throws {
    let row = try row([1, 2, 3], [3, 4], .senco)
    #expect(row["before"] == .whole(3))
    #expect(row["after"] == .whole(2))
    #expect(row["pupils_joined"] == .whole(1))
    #expect(row["pupils_left"] == .whole(2))
    #expect(row["verdict_now"] == .absent)
    #expect(row["decision"] == .absent)
  }

  @Test func theGovernorsSeeNothingOfFewPupils() throws {
    let before = try row(Array(1...4), Array(5...14), .governors)
    #expect(before["before"] == .suppressed)
    #expect(before["after"] == .whole(10))
    #expect(before["pupils_joined"] == .suppressed)
    #expect(before["pupils_left"] == .suppressed)
    let after = try row(Array(1...10), Array(11...14), .governors)
    #expect(after["before"] == .whole(10))
    #expect(after["after"] == .suppressed)
    #expect(after["pupils_joined"] == .suppressed)
    #expect(after["pupils_left"] == .suppressed)
  }

  @Test func manyWhoJoinAFewAreHiddenWithThem() throws {
    // 5 join 4, none leaves: 9 after, of which 5 joined, would give the 4 away.
    let row = try row(Array(1...4), Array(1...9), .governors)
    #expect(row["before"] == .suppressed)
    #expect(row["after"] == .whole(9))
    #expect(row["pupils_joined"] == .suppressed)
    #expect(row["pupils_left"] == .suppressed)
  }

  @Test func norOfFewMovers() throws {
    // 6 leave and 1 joins, then the other way round: each count would give the other away.
    for (old, new) in [(1...10, 7...11), (7...11, 1...10)] {
      let row = try row(Array(old), Array(new), .governors)
      #expect(row["pupils_joined"] == .suppressed)
      #expect(row["pupils_left"] == .suppressed)
      #expect(row["before"] == .whole(old.count))
      #expect(row["after"] == .whole(new.count))
    }
  }

  @Test func theySeeManyMoversAndNone() throws {
    let row = try row(Array(1...10), Array(6...15), .governors)
    #expect(row["pupils_joined"] == .whole(5))
    #expect(row["pupils_left"] == .whole(5))
  }

  @Test func teachingAssistantsAreCodedForThem() throws {
    let pupils = Array(1...6)
    let codes = report(school(pupils, pupils)).codes
    let one = codes.code(ofTA: "=TB", school: "school")
    let named = try row(pupils, pupils, .senco, kind: "tas")
    #expect(named["before"] == .freeText("=TB"))
    #expect(named["after"] == .freeText("=TB; SO"))
    let coded = try row(pupils, pupils, .governors, kind: "tas")
    #expect(coded["before"] == .freeText(one))
    #expect(coded["after"] == .freeText("TA-01; TA-02"))
  }

  @Test func decisionsAreThoseOfTheSchool() throws {
    var school = school([1], [1])
    school.decisions = [
      Decision(
        file: 0,
        line: 2,
        school: "",
        term: try #require(TermCalendar.standard.term(id: "2025-26-autumn")),
        intervention: 0,
        kind: .continue,
        group: "",
        change: ""
      )
    ]
    let row = try #require(rows(report(school).variationTable(.governors)).first)
    #expect(row["decision"] == .text("continue"))
    #expect(row["decided_term"] == .text("2025-26-autumn"))
  }

  @Test func inTheFirstTermThereIsNoBefore() throws {
    let row = try row([], Array(1...6), .governors, kind: "first-term")
    #expect(row["before"] == .notApplicable)
    #expect(row["after"] == .whole(6))
  }
}
