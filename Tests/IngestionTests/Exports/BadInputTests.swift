import Diagnostics
import Foundation
import Ingestion
import ProvisionModel
import TestSupport
import TestTraits
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Files that are no exports")
struct BadInputTests {
  private static let table = "pupil_id,date,measure,score\nP1,2025-09-10,Reading,10\n"

  @Test("without a table are told as empty", arguments: ["", "\u{FEFF}", "\n\n\r\n"])
  func empty(text: String) async throws {
    let refusal = try await refusal(Array(text.utf8))
    #expect(refusal.reason == .data)
    #expect(
      refusal.findings.map(\.summary) == ["tracking.csv: error: [empty-file] the file is empty"])
    #expect(refusal.findings.first?.hint == "export the file again: it has no header and no rows")
  }

  @Test("of spaces and commas alone are told as empty")
  func commas() async throws {
    let refusal = try await refusal(Array("  \n ,,,\n".utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.findings.map(\.code) == [.emptyFile])
  }

  @Test("with a header alone have no rows", arguments: ["", "\n", "\r\n\r\n"])
  func oneLine(end: String) async throws {
    let refusal = try await refusal(Array(("pupil_id,date,measure,score" + end).utf8))
    #expect(refusal.marks == ["tracking.csv error no-rows"])
  }

  @Test("with a row and no header are told to have none, without repeating the row")
  func noHeader() async throws {
    let refusal = try await refusal(Array("P1,2025-09-10,Reading,10".utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.findings.allSatisfy { $0.code == .missingColumn && $0.line == 1 })
    #expect(refusal.findings.count == 1)
    #expect(refusal.findings.first?.message.contains("P1") == false)
  }

  @Test(
    "of another kind are named, and the hint says what to do",
    arguments: [
      ("a PDF", "export it again", Array("%PDF-1.7\n1 0 obj\n".utf8)),
      (
        "an Excel workbook (.xls)", "save it as CSV",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      ),
      ("a file compressed with gzip", "unpack it", [0x1F, 0x8B, 0x08, 0x00, 0x00]),
      ("a zip archive", "unpack it", [0x50, 0x4B, 0x03, 0x04] + Array("a tracking.csv".utf8)),
      (
        "an Excel workbook (.xlsx)", "save it as CSV",
        [0x50, 0x4B, 0x03, 0x04] + Array("[Content_Types].xml".utf8)
      ),
      (
        "an Excel workbook (.xlsx)", "save it as CSV",
        [0x50, 0x4B, 0x03, 0x04] + Array("docProps/app.xml".utf8)
      ),
      ("a web page or XML", "choose CSV", Array("<html><body><table>".utf8)),
      ("a web page or XML", "choose CSV", Array("\u{FEFF}\n <!DOCTYPE html>".utf8)),
      ("a web page or XML", "choose CSV", Array("<?xml version=\"1.0\"?>".utf8)),
      ("a picture", "choose CSV", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
      ("a document in rich text", "choose CSV", Array("{\\rtf1\\ansi".utf8)),
      ("text in UTF-32", "save it as CSV UTF-8", [0xFF, 0xFE, 0, 0, 0x70, 0, 0, 0]),
      ("not text", "choose CSV", (0..<4096).map { UInt8($0 % 256) }),
      ("not text", "choose CSV", Array(repeating: 0, count: 4096)),
    ] as [(String, String, [UInt8])]
  )
  func otherKinds(title: String, hint: String, bytes: [UInt8]) async throws {
    let refusal = try await refusal(bytes)
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv error not-csv"])
    #expect(refusal.findings.first?.message == "this is \(title), not a CSV file")
    #expect(refusal.findings.first?.hint.contains(hint) == true)
  }

  @Test("that are a workbook under its own name are told to be one")
  func workbook() async throws {
    let folder = try folder()
    try folder.write("tracking.xlsx", [0x50, 0x4B, 0x03, 0x04])
    let refusal = try await refusal(folder)
    #expect(refusal.reason == .missing)
    #expect(refusal.findings.first?.message.contains("tracking*.csv") == true)
    #expect(refusal.findings.last?.file == "tracking.xlsx")
    #expect(refusal.findings.last?.code == .fileNotRead)
    #expect(refusal.findings.last?.hint.contains("save it as CSV") == true)
  }

  @Test("of JSON are told to be no CSV")
  func json() async throws {
    let refusal = try await refusal(Array("[{\"pupil_id\": \"P1\", \"score\": 10}]".utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.findings.map(\.code) == [.notCSV])
  }

  @Test("with single NUL bytes are read; the bytes belong to their cells")
  func nuls() async throws {
    let text = Self.table + "P2,2025-09-10,Rea\0ding,11\nP3,2025-09-10,Reading,12\n"
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(try result.values(of: "P3", on: "Reading") == [12])
    #expect(try result.values(of: "P2", on: "Rea\0ding") == [11])
  }

  @Test(
    "that end in the middle of a line are read up to it",
    arguments: ["P2,2025-", "P2,2025-09-10,Réading", "P2,2025-09-10,é,1"]
  )
  func truncated(rest: String) async throws {
    let whole = Array((Self.table + "P1,2025-12-10,Réading,14\n" + rest).utf8)
    for cut in 0..<min(3, rest.utf8.count) {
      let result = try await Fixture.read(tracking: Array(whole.dropLast(cut)))
      #expect(try result.format(of: .tracking).encoding == .utf8)
      #expect(try result.values(of: "P1", on: "Réading") == [14])
      #expect(result.findings.allSatisfy { $0.line == 4 })
    }
  }

  @Test("that end within a character of UTF-16 lose no whole line")
  func truncatedWide() async throws {
    let bytes = [[0xFF, 0xFE]] + Self.table.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let result = try await Fixture.read(tracking: Array(bytes.joined()) + [0x50])
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("that end within quotes are told where the quote opens")
  func truncatedQuotes() async throws {
    let refusal = try await refusal(Array((Self.table + "P2,2025-09-10,\"Rea").utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv:3:3 error unclosed-quote"])
  }

  @Test("with a heading whose quote is never closed are told where it opens")
  func truncatedHeader() async throws {
    let text = "pupil_id,\"date,measure,score\nP1,2025-09-10,Reading,10\n"
    let refusal = try await refusal(Array(text.utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv:1:2 error unclosed-quote"])
  }
}

// MARK: - What stands in the place of a file

extension BadInputTests {
  @Test("but folders, pipes or links to nowhere are told as such")
  func notFiles() async throws {
    let made: [(String, (String) throws -> Void)] = [
      (
        "it is a folder",
        { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false) }
      ),
      (
        "it is a link to a file that is gone",
        {
          try FileManager.default.createSymbolicLink(
            atPath: $0, withDestinationPath: "/no/such/file")
        }
      ),
      ("it is not a plain file", { #expect(mkfifo($0, 0o600) == 0) }),
    ]
    for (message, make) in made {
      let folder = try folder()
      try make(folder.path(of: "tracking.csv"))
      let refusal = try await refusal(folder)
      #expect(refusal.reason == .missing)
      #expect(refusal.findings.map(\.summary) == ["tracking.csv: error: [unreadable] \(message)"])
    }
  }

  @Test(
    "or may not be read are told with the system's words",
    .enabled(if: geteuid() != 0, "root may read all"))
  func notPermitted() async throws {
    let folder = try folder()
    try folder.write("tracking.csv", Self.table)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: folder.path(of: "tracking.csv"))
    let refusal = try await refusal(folder)
    #expect(refusal.reason == .missing)
    #expect(refusal.findings.first?.message == "Permission denied")
  }
}

// MARK: - Sizes

extension BadInputTests {
  @Test("with a cell of 5 MB are read, in quotes or not", .long, arguments: ["", "\""])
  func largeCell(quote: String) async throws {
    let size = TestLength.rounds(of: 5 << 20)
    let cell = quote + String(repeating: "x", count: size) + quote
    let text = Self.table + "P2,2025-09-10,\(cell),11\nP3,31/02/2026,Reading,12\n"
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(result.marks == ["tracking.csv:4:2 error date"])
    #expect(result.data.measures.map(\.name.utf8.count) == [7, size])
  }

  @Test("with an unclosed quote before 20 MB are given up where it opens", .long)
  func endlessRow() async throws {
    var text = Self.table + "P1,\"2025-09-10,Reading,10\n"
    let size = TestLength.rounds(of: 20 << 20)
    text.reserveCapacity(size + 100)
    while text.utf8.count < size {
      text += "P2,2025-09-10,Reading,11\nP2,2025-09-10,Reading,11\n"
    }
    let refusal = try await refusal(Array(text.utf8))
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv:3:2 error unclosed-quote"])
  }

  @Test("with 20,000 columns are read, and what is not used is told in one note", .long)
  func manyColumns() async throws {
    let columns = TestLength.rounds(of: 20_000)
    let headings = (1...columns).map { ",column \($0)" }.joined()
    let text =
      "pupil_id,date,measure,score\(headings)\nP1,2025-09-10,Reading,10"
      + String(repeating: ",1", count: columns) + "\n"
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(result.marks.contains("tracking.csv:1 note unknown-column"))
    #expect(result.findings.first?.message.utf8.count ?? 0 < 2_000)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("with the same line over and over hold it once")
  func manyLines() async throws {
    let line = "P1,2025-09-10,Reading,10\n"
    let text = Self.table + String(repeating: line, count: 50_000)
    let result = try await Fixture.read(tracking: Array(text.utf8))
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10])
  }

  @Test("with the same line of a provision map over and over hold it once, and tell of each")
  func manyRowsOfProvision() async throws {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", Self.table)
    let line = "P1,Catch-up,2025-09-15,2025-12-12\n"
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,end_date\n" + String(repeating: line, count: 20_000))
    let result = try await SchoolReader(folder: folder.path).read()
    #expect(result.spells == ["P1 Catch-up 2025-09-15 2025-12-12"])
    #expect(result.findings.reduce(0) { $0 + $1.rows } == 19_999)
    #expect(result.findings.allSatisfy { $0.code == .duplicateRow })
  }

  @Test("with thousands of pupils in a cell make a row of each")
  func manyPupilsInCell() async throws {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", Self.table)
    let pupils = (1...2_000).map { "P\($0)" }.joined(separator: ";")
    try folder.write(
      "provision-map.csv", "pupil_id,intervention,start_date\n\"\(pupils)\",Catch-up,2025-09-15\n")
    let result = try await SchoolReader(folder: folder.path).read()
    #expect(result.data.provision.count == 2_000)
    #expect(result.findings.isEmpty)
  }

  /// A folder with a provision map and no tracking file.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "provision-map.csv", "pupil_id,intervention,start_date\nP1,Catch-up,2025-09-15\n")
    return folder
  }

  /// Why a folder cannot be used.
  private func refusal(_ folder: TemporaryFolder) async throws -> UnusableInput {
    let failure = await #expect(throws: UnusableInput.self) {
      try await SchoolReader(folder: folder.path).read()
    }
    return try #require(failure)
  }

  /// Why a folder with these bytes as its tracking file cannot be used.
  private func refusal(_ bytes: [UInt8]) async throws -> UnusableInput {
    let folder = try folder()
    try folder.write("tracking.csv", bytes)
    return try await refusal(folder)
  }
}
