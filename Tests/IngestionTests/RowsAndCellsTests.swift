import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Rows and cells")
struct RowsAndCellsTests {
  @Test("A byte order mark is no part of the first heading, quoted or not")
  func byteOrderMark() async throws {
    let result = try await Fixture.read("byte-order-mark-before-quoted-header")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
    #expect(result.data.inputs.map { $0.columns["pupil_id"]?.heading } == ["pupil_id", "pupil_id"])
  }

  @Test(
    "Lines end with LF, CR LF or a lone CR, and are counted alike",
    arguments: [
      "line-feeds", "carriage-returns-and-line-feeds", "lone-carriage-returns",
      "no-line-break-at-the-end",
    ]
  )
  func lineEndings(name: String) async throws {
    let result = try await Fixture.read(name)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
    #expect(try result.values(of: "P2", on: "Reading") == [15])
    #expect(
      result.summaries
        == ["tracking.csv:4:2: error: [date] column \"date\": cannot read \"31/02/2026\""]
    )
  }

  @Test("Line breaks in quotes belong to the cell, and the lines after them are still exact")
  func lineBreaksInQuotes() async throws {
    let result = try await Fixture.read("line-breaks-in-quotes")
    #expect(
      result.data.provision.map(\.evidenceBase) == [
        "first line\nsecond line\n\nfourth line", "one\r\ntwo\rthree",
      ])
    // The cost of the second row stands behind two line breaks of the cell before.
    #expect(
      result.summaries == [
        "provision-map.csv:8:6: warning: [number] column \"cost\": cannot read \"five\": the "
          + "row is used without it",
        "provision-map.csv:9:3: error: [date] column \"start_date\": cannot read \"31/02/2026\"",
      ]
    )
  }

  @Test("Lines are exact across the pieces of 64 KiB in which a file is read", arguments: 0..<4)
  func linesAcrossPieces(shift: Int) async throws {
    // Row by row five lines; line breaks of all kinds fall on the border as `shift` moves it.
    let note = "\"a\r\nb\rc\nd\"\r\n"
    let header = "pupil_id,date,measure,score,subject\r\n"
    let pad = String(repeating: "x", count: shift)
    var text = header + "P\(pad),2025-09-10,Reading,1," + note
    var rows = 1
    while text.utf8.count < 200_000 {
      text += "P\(rows),2025-09-10,Reading,\(rows)," + note
      rows += 1
    }
    text += "P1,31/02/2026,Reading,1,\r\n"
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(result.data.assessments.count == rows)
    let lines = (0..<rows).map { 2 + 4 * $0 }
    #expect(result.data.assessments.lines.sorted() == lines)
    #expect(result.findings.map(\.line) == [2 + 4 * rows])
  }

  @Test("A quote that is never closed makes the file unusable, and is shown where it opens")
  func unclosedQuote() async throws {
    let refusal = try await Fixture.refusal(of: "unclosed-quote")
    #expect(refusal.reason == .data)
    #expect(
      refusal.findings.map(\.summary) == [
        "tracking.csv:3:3: error: [unclosed-quote] the quote that opens this cell is never closed"
      ]
    )
  }

  @Test("A quote in the middle of a cell sets its row aside, and no other")
  func strayQuote() async throws {
    let result = try await Fixture.read("quote-in-the-middle-of-a-cell")
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-10", "2025-12-10"])
    #expect(
      result.summaries == [
        "tracking.csv:3:3: error: [stray-quote] column \"measure\": a \" stands in the middle of a "
          + "cell: the row cannot be cut into cells and is set aside",
        "tracking.csv:5:2: error: [date] column \"date\": cannot read \"31/02/2026\"",
      ]
    )
  }

  @Test("A quote that swallows rows until the next quote is shown with all lines set aside")
  func swallowingQuote() async throws {
    let result = try await Fixture.read("quote-that-swallows-rows")
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-10", "2025-12-10"])
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.code == .strayQuote && finding.line == 5)
    #expect(finding.message.contains("lines 3 to 5 are set aside"))
    #expect(finding.hint.contains("line 3"))
  }

  @Test("A header that cannot be cut into cells makes the file unusable")
  func strayQuoteInHeader() async throws {
    let refusal = try await Fixture.refusal(of: "quote-in-the-middle-of-the-header")
    #expect(refusal.reason == .data)
    #expect(refusal.findings.map(\.code) == [.strayQuote])
    #expect(refusal.findings.first?.line == 1)
  }

  @Test(
    "A row with too few or too many cells is set aside",
    arguments: [
      ("too-few-cells", "tracking.csv:3: error: [too-few-cells] 3 cells, but the header has 4"),
      ("too-many-cells", "tracking.csv:3: error: [too-many-cells] 5 cells, but the header has 4"),
    ]
  )
  func wrongLength(name: String, summary: String) async throws {
    let result = try await Fixture.read(name)
    #expect(result.summaries == [summary])
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("Empty cells behind the last heading are tolerated")
  func trailingEmptyCells() async throws {
    let result = try await Fixture.read("trailing-empty-cells")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("Blank rows and rows of empty cells are passed over, and count as lines")
  func blankRows() async throws {
    let result = try await Fixture.read("blank-rows")
    #expect(result.findings.map(\.line) == [9])
    #expect(result.data.inputs.first { $0.kind == .tracking }?.rows == 3)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("A NUL byte makes a cell another text, and cuts nothing off")
  func nulBytes() async throws {
    let result = try await Fixture.read("nul-bytes")
    #expect(result.findings.map(\.code) == [.score])
    #expect(result.findings.map(\.line) == [3])
  }

  @Test(
    "A cell without which a row cannot be used must be filled",
    arguments: ["tracking.csv", "provision-map.csv"]
  )
  func emptyCells(file: String) async throws {
    let result = try await Fixture.read("empty-cells")
    let findings = result.findings.filter { $0.file == file }
    #expect(findings.allSatisfy { $0.code == .emptyCell })
    #expect(findings.map { [$0.line, $0.column] } == [[2, 1], [3, 2], [4, 3]])
  }

  @Test("The same files give the same data, however many are read at once")
  func jobs() async throws {
    let one = try await Fixture.read("line-breaks-in-quotes", jobs: 1)
    let two = try await Fixture.read("line-breaks-in-quotes", jobs: 2)
    #expect(one.findings == two.findings)
    #expect(one.data.inputs == two.data.inputs)
    #expect(one.data.assessments.scores == two.data.assessments.scores)
  }
}
