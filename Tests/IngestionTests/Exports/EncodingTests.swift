import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Exports in the encodings of management systems and spreadsheets")
struct EncodingTests {
  @Test(
    "are read alike, with £, ’, é and dashes in headings, names and scores",
    arguments: [
      ("utf-8-with-byte-order-mark", TextEncoding.utf8, true),
      ("utf-8-without-byte-order-mark", .utf8, false),
      ("utf-16-little-endian-with-byte-order-mark", .utf16LittleEndian, true),
      ("utf-16-big-endian-with-byte-order-mark", .utf16BigEndian, true),
      ("utf-16-little-endian-without-byte-order-mark", .utf16LittleEndian, false),
      ("utf-16-big-endian-without-byte-order-mark", .utf16BigEndian, false),
      ("windows-1252", .windows1252, false),
    ]
  )
  func encodings(name: String, encoding: TextEncoding, hasMark: Bool) async throws {
    let result = try await Fixture.read(name)
    for kind in [InputKind.tracking, .provisionMap, .pupils] {
      let format = try result.format(of: kind)
      #expect(format.encoding == encoding)
      #expect(format.hasByteOrderMark == hasMark)
    }
    #expect(try result.values(of: "P1", on: "Réading – “quoted”") == [10])
    #expect(result.spells == ["P1 Reader’s café 2025-09-15"])
    #expect(result.data.provision.first?.cost == 40)
    #expect(try result.headings(of: .provisionMap)["cost"] == "Cost (£)")
    #expect(result.data.pupils.first?.name == "O’Brien, Zoë")
    #expect(result.marks == ["tracking.csv:3:4 error score"])
    #expect(result.findings.first?.value == "£")
  }

  @Test("by Excel's \"Unicode Text\" are tab-separated UTF-16 under another name")
  func unicodeText() async throws {
    let result = try await Fixture.read("unicode-text-of-excel")
    #expect(result.findings.isEmpty)
    let format = try result.format(of: .tracking)
    #expect(format.encoding == .utf16LittleEndian)
    #expect(format.delimiterName == "tab")
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("that mix two encodings are read with a warning at the line where the second begins")
  func mixed() async throws {
    let result = try await Fixture.read("two-encodings-in-one-file")
    #expect(result.marks == ["tracking.csv:3 warning encoding"])
    #expect(try result.values(of: "P2", on: "Café") == [11])
    #expect(try result.format(of: .tracking).encoding == .windows1252)
  }

  @Test("may have no-break spaces around their cells, as web pages have")
  func noBreakSpaces() async throws {
    let result = try await Fixture.read("no-break-spaces")
    #expect(try result.headings(of: .tracking)["score"]?.hasPrefix("score") == true)
    #expect(result.findings.isEmpty)
    #expect(result.data.pupils.map(\.id) == ["P1"])
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
  }

  @Test("with a lone CR at the end of each line are read to their last line")
  func carriageReturns() async throws {
    var text = "pupil_id,date,measure,score\r"
    for number in 1...20_000 { text += "P\(number),2025-09-10,Reading,\(number % 100)\r" }
    text += "P1,31/02/2026,Reading,1\r"
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(result.data.assessments.count == 20_000)
    #expect(result.marks == ["tracking.csv:20002:2 error date"])
  }

  @Test("in UTF-16 keep the numbers of their lines, whatever ends them", arguments: ["\r\n", "\r"])
  func wideLines(lineBreak: String) async throws {
    let lines = ["pupil_id,date,measure,score", "P1,2025-09-10,Ŵ,1", "P1,31/02/2026,Ŵ,2", ""]
    let units = Array(lines.joined(separator: lineBreak).utf16)
    let bytes = [[0xFF, 0xFE]] + units.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let result = try await Fixture.read(tracking: Array(bytes.joined()))
    #expect(result.marks == ["tracking.csv:3:2 error date"])
    #expect(try result.values(of: "P1", on: "Ŵ") == [1])
  }
}
