import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct CSVWriterTests {
  @Test("rows have commas and end in CRLF")
  func rowsHaveCommasAndEndInCRLF() {
    var sink = ByteSink()
    var writer = CSVWriter(pack: .senco)
    writer.header(["one", "two"], to: &sink)
    writer.row([.whole(1), .text("b")], to: &sink)
    writer.row([.absent, .absent], to: &sink)
    #expect(Array(sink.bytes()) == Array("one,two\r\n1,b\r\n,\r\n".utf8))
  }

  /// RFC 4180, section 2, rules 5–7.
  @Test(
    "texts are quoted where they must be",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("two\rlines", "\"two\rlines\""),
      ("two\r\nlines", "\"two\r\nlines\""), ("\"", "\"\"\"\""), ("", ""),
      ("semi;colon", "semi;colon"),
      (" before", "\" before\""), ("after ", "\"after \""), ("é–ß", "é–ß"),
      // A quote with a combining accent or a joiner is one character, and still a quote.
      ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("\"\u{200D},", "\"\"\"\u{200D},\""),
    ])
  func textsAreQuotedWhereTheyMustBe(text: String, written: String) {
    #expect(Array(cell(.text(text), .senco).utf8) == Array(written.utf8))
    #expect(Array(cell(.freeText(text), .governors).utf8) == Array(written.utf8))
  }

  @Test(
    "free text is kept from being a formula",
    arguments: ["=1+1", "+44", "-5", "@sum", "\tx", "\rx"])
  func freeTextIsKeptFromBeingAFormula(text: String) {
    let written = cell(.freeText(text), .senco)
    let isQuoted = text.hasPrefix("\r")
    #expect(written == (isQuoted ? "\"'\(text)\"" : "'\(text)"))
    #expect(cell(.freeText(text), .governors) == written)
  }

  @Test("codes are left alone", arguments: ["=", "--", "++", "-", "+1", "@"])
  func codesAreLeftAlone(text: String) {
    #expect(cell(.text(text), .senco) == text)
    #expect(cell(.text(text), .governors) == text)
  }

  @Test("formulas later in a text are left alone")
  func formulasLaterInATextAreLeftAlone() {
    #expect(cell(.freeText("a=b"), .senco) == "a=b")
    #expect(cell(.freeText("'=b"), .senco) == "'=b")
  }

  @Test("missing values are written by the pack")
  func missingValuesAreWrittenByThePack() {
    let cells: [TableCell] = [.absent, .notApplicable, .suppressed]
    #expect(line(cells, .senco) == ",,c")
    #expect(line(cells, .governors) == "x,z,c")
  }

  @Test(
    "numbers are written in the shortest way that reads back",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (3, "3"), (-12, "-12"), (0.1, "0.1"), (-2.5, "-2.5"),
      (1.0 / 3, "0.3333333333333333"), (0.1 + 0.2, "0.30000000000000004"), (1e-9, "1e-09"),
      (1234567, "1234567"), (1e20, "1e+20"),
    ] as [(Double, String)]
  )
  func numbersAreWrittenInTheShortestWayThatReadsBack(value: Double, written: String) {
    #expect(cell(.number(value), .senco) == written)
    #expect(Double(written) == value)
  }

  @Test("whole numbers and dates are written plainly")
  func wholeNumbersAndDates() {
    #expect(cell(.whole(1234567), .governors) == "1234567")
    #expect(cell(.day(day("2026-03-01")), .governors) == "2026-03-01")
  }

  @Test("cells of no value are absent")
  func cellsOfNoValueAreAbsent() {
    #expect(TableCell.number(nil) == .absent)
    #expect(TableCell.word("") == .absent)
    #expect(TableCell.free("") == .absent)
    #expect(TableCell.date(nil) == .absent)
    #expect(TableCell.answer(nil) == .absent)
    #expect([true, false].map { TableCell.answer($0) } == [.text("yes"), .text("no")])
  }

  private func cell(_ cell: TableCell, _ pack: Pack) -> String {
    line([cell], pack)
  }
}
