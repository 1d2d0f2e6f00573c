import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Lines above, below and between the rows of a report")
struct PreambleTests {
  @Test("A title and a line \"Printed on\" above the headings are noted, and lines still count")
  func title() async throws {
    let result = try await Fixture.read("title-lines-above-the-header")
    #expect(
      result.marks == [
        "tracking.csv:1 note preamble", "tracking.csv:6:2 error date",
        "provision-map.csv:1 note preamble",
      ]
    )
    #expect(try result.format(of: .tracking).headerLine == 4)
    #expect(try result.format(of: .provisionMap).headerLine == 2)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("A quote in a title is no matter of the rows")
  func quoteInTitle() async throws {
    let result = try await Fixture.read("quote-in-a-title-line")
    #expect(result.marks == ["tracking.csv:1 note preamble"])
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("Headings are found on line 12, below lines that are as wide and name columns")
  func lineTwelve() async throws {
    let result = try await Fixture.read("header-on-line-12")
    #expect(result.marks == ["tracking.csv:1 note preamble"])
    #expect(result.findings.first?.message.contains("line 12") == true)
    #expect(try result.format(of: .tracking).headerLine == 12)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("Blank lines around the headings do not matter")
  func blankLines() async throws {
    let result = try await Fixture.read("blank-lines-around-the-header")
    #expect(result.findings.allSatisfy { $0.severity == .note })
    #expect(try result.format(of: .tracking).headerLine == 5)
    #expect(result.data.assessments.lines == [8])
  }

  @Test("Totals at the end are noted and not read")
  func totals() async throws {
    let result = try await Fixture.read("totals-line-at-the-end")
    #expect(
      result.marks == [
        "tracking.csv:4:1 note not-a-table-row", "tracking.csv:5:1 note not-a-table-row",
        "provision-map.csv:3:1 note not-a-table-row", "provision-map.csv:4:1 note not-a-table-row",
      ]
    )
    #expect(result.findings.map(\.value) == ["Total", "Average:", "Total: 1 pupil", "Grand Total"])
    #expect(try result.scoreOfEach(2, on: "Reading") == [10, 12])
    #expect(result.data.pupils.count == 2)
    #expect(result.spells.count == 1)
    #expect(result.data.inputs.map(\.rows) == [2, 1])
  }

  @Test("Lines of one cell below the table are noted and not read")
  func printedOn() async throws {
    let result = try await Fixture.read("printed-on-line-below")
    #expect(
      result.marks == [
        "tracking.csv:4:1 note not-a-table-row", "tracking.csv:5:1 note not-a-table-row",
        "provision-map.csv:4:1 note not-a-table-row",
      ]
    )
    #expect(try result.values(of: "P1", on: "Reading") == [10])
    #expect(result.spells.count == 1)
  }

  @Test("Totals between the rows are noted, and the rows below them are read")
  func totalsBetween() async throws {
    let result = try await Fixture.read("totals-in-the-middle")
    #expect(
      result.marks
        == ["tracking.csv:3:1 note not-a-table-row", "tracking.csv:5:1 note not-a-table-row"]
    )
    #expect(try result.scoreOfEach(2, on: "Reading") == [10, 12])
  }

  @Test("Headings that stand again on every page are no rows, no measures and no interventions")
  func repeatedHeader() async throws {
    let result = try await Fixture.read("header-repeated-on-every-page")
    #expect(try result.scoreOfEach(2, on: "Reading") == [10, 12])
    #expect(result.spells == ["P1 Catch-up 2025-09-15", "P2 Catch-up 2025-09-15"])
    #expect(result.findings.allSatisfy { $0.severity == .note })
    #expect(result.data.measures.map(\.name) == ["Reading"])
    #expect(result.data.interventions.map(\.name) == ["Catch-up"])
  }

  @Test("Empty columns at the end are passed over, whether or not all rows have them")
  func emptyColumns() async throws {
    let result = try await Fixture.read("trailing-empty-columns")
    #expect(result.findings.isEmpty)
    #expect(try result.scoreOfEach(3, on: "Reading") == [10, 11, 12])
  }

  @Test("What stands below no heading is not read, and spoils nothing")
  func noHeading() async throws {
    let result = try await Fixture.read("text-below-no-heading")
    #expect(result.findings.allSatisfy { $0.severity == .note })
    #expect(try result.scoreOfEach(2, on: "Reading") == [10, 11])
  }

  @Test("An empty heading in the middle keeps its column")
  func emptyHeading() async throws {
    let result = try await Fixture.read("empty-heading-in-the-middle")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-10"])
  }

  @Test("Pupils whose names contain such words are pupils")
  func namesLikeTotals() async throws {
    let result = try await Fixture.read("pupils-whose-names-look-like-totals")
    #expect(result.data.pupils.map(\.id).prefix(2) == ["Total, Ann", "Mean Joe"])
    #expect(result.findings.isEmpty)
    #expect(result.data.assessments.count == 3)
  }

  @Test("A complete row is a row, whatever its first cell says")
  func bands() async throws {
    let result = try await Fixture.read("band-called-average-in-the-first-column")
    #expect(try result.scoreOfEach(1, on: "Reading") == [10])
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
    #expect(try result.scoreOfEach(2, on: "Reading") == [10, 20])
  }
}
