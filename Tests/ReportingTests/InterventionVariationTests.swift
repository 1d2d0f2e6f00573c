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
    let rows = rows(VariationFigures.table, pack, of: report(school(before, after)))
    return try #require(rows.first { $0["change_kind"] == .text(kind) })
  }

  @Test("headings are those of the contract")
  func headingsAreThoseOfTheContract() {
    let contract = """
      school intervention change_kind before after pupils_joined pupils_left verdict_before \
      verdict_now recommendation reason decision decided_term followed_through pupils_stayed \
      verdicts_on difference recommended_on
      """
    for pack in Pack.allCases {
      #expect(
        headings(VariationFigures.table, pack)
          == contract.split(separator: " ").map(String.init)
      )
    }
  }

  @Test("the SENCo sees who moved")
  func theSENCoSeesWhoMoved() throws {
    let row = try row([1, 2, 3], [3, 4], .senco)
    #expect(row["before"] == .whole(3))
    #expect(row["after"] == .whole(2))
    #expect(row["pupils_joined"] == .whole(1))
    #expect(row["pupils_left"] == .whole(2))
    #expect(row["pupils_stayed"] == .whole(1))
    #expect(row["verdict_now"] == .text("too-few"))
    #expect(row["recommendation"] == .text("assess"))
    #expect(row["decision"] == .absent)
  }

  @Test("the governors see nothing of few pupils")
  func theGovernorsSeeNothingOfFewPupils() throws {
    let before = try row(Array(1...4), Array(5...14), .governors)
    let after = try row(Array(1...10), Array(11...14), .governors)
    #expect(before["before"] == .suppressed)
    #expect(after["after"] == .suppressed)
    // All are new, or all have left: their number would be that of the few, or of those without scores.
    #expect(after["pupils_joined"] == .suppressed)
    #expect(before["pupils_left"] == .suppressed)
  }

  /// The difference of what is shown: stayed = now − joined = before − left.
  @Test(
    "nothing shown tells few movers or few who stayed",
    arguments: [
      (1...4, 1...9), (1...10, 7...11), (7...11, 1...10), (1...10, 6...15), (1...12, 10...20),
    ])
  func nothingShownTellsFewMoversOrFewWhoStayed(old: ClosedRange<Int>, new: ClosedRange<Int>) throws
  {
    let row = try row(Array(old), Array(new), .governors)
    func count(_ name: String) -> Int? {
      if case .whole(let count) = row[name] { count } else { nil }
    }
    let (before, after) = (count("before"), count("after"))
    let (joined, left) = (count("pupils_joined"), count("pupils_left"))
    for number in [before, after, joined, left] {
      #expect(number.map { !(1...4).contains($0) } ?? true)
    }
    for (whole, part) in [(after, joined), (before, left)] {
      guard let whole, let part else { continue }
      #expect(!(1...4).contains(whole - part))
    }
  }

  @Test("the governors see many movers and none")
  func theySeeManyMoversAndNone() throws {
    let row = try row(Array(1...20), Array(11...30), .governors)
    #expect(row["pupils_left"] == .whole(10))
    #expect(row["before"] == .whole(20))
  }

  @Test("teaching assistants are coded for the governors")
  func teachingAssistantsAreCodedForThem() throws {
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

  @Test("decisions are those of the school")
  func decisionsAreThoseOfTheSchool() throws {
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
    let row = try #require(rows(VariationFigures.table, .governors, of: report(school)).first)
    #expect(row["decision"] == .text("continue"))
    #expect(row["decided_term"] == .text("2025-26-autumn"))
  }

  @Test("the first term has no term before")
  func inTheFirstTermThereIsNoBefore() throws {
    let row = try row([], Array(1...16), .governors, kind: "first-term")
    #expect(row["before"] == .notApplicable)
    #expect(row["after"] == .whole(16))
  }
}
