import Diagnostics
import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Ingestion

@Suite("A tracking file that is read in stretches")
struct StretchReadingTests {
  @Test("gives what it gives row by row, wherever the pieces end", .long, arguments: 0..<12)
  func randomFiles(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: 500 + seed)
    for _ in 0..<TestLength.rounds(of: 25) {
      let text = Self.file(&generator, lineBreak: ["\n", "\r\n", "\r"][Int(seed % 3)])
      let folder = try TemporaryFolder()
      try folder.write("tracking.csv", text)
      try folder.write("provision-map.csv", Self.provisionMap)
      let whole = await Self.reading(folder, jobs: 1, pieceSize: nil)
      for _ in 0..<4 {
        let pieceSize = Int.random(in: 1...150, using: &generator)
        let jobs = Int.random(in: 1...7, using: &generator)
        let pieces = await Self.reading(folder, jobs: jobs, pieceSize: pieceSize)
        guard pieces == whole else {
          Issue.record(
            """
            \(jobs) jobs, pieces of \(pieceSize) bytes
            \(text.debugDescription)
            whole: \(whole)
            pieces: \(pieces)
            """)
          return
        }
      }
    }
  }

  @Test("has the lines of its rows behind quoted cells of many lines")
  func quotedLineBreaks() async throws {
    let folder = try TemporaryFolder()
    var text = "pupil_id,date,measure,score,note\n"
    for row in 0..<400 {
      text += "P\(row),2025-09-10,Reading,\(90 + row % 20),\"seen\nby \"\"SENCo\"\"\r\n\"\n"
    }
    try folder.write("tracking.csv", text)
    try folder.write("provision-map.csv", Self.provisionMap)
    for pieceSize in [64, 100, 1000, 4096] {
      let result = try await SchoolReader(
        folder: folder.path, jobs: 3, pieceSize: pieceSize
      ).read()
      let lines = (0..<400).map { 2 + 3 * $0 }
      #expect(result.data.assessments.lines == lines)
    }
  }

  @Test("says on which line a quote is opened that nothing closes", arguments: [10, 100, 1000])
  func unclosedQuote(pieceSize: Int) async throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "P\($0),2025-09-10,Reading,\(90 + $0)\n" }
    let open = ["\"P,2025-09-10,Reading,90\n"]
    let lines = ["pupil_id,date,measure,score\n"] + rows[..<20] + open + rows[20...]
    try folder.write("tracking.csv", lines.joined())
    try folder.write("provision-map.csv", Self.provisionMap)
    let refusal = await #expect(throws: UnusableInput.self) {
      _ = try await SchoolReader(folder: folder.path, jobs: 2, pieceSize: pieceSize).read()
    }
    #expect(refusal?.findings.last?.code == .unclosedQuote)
    #expect(refusal?.findings.last?.line == 22)
  }

  /// All that reading a folder gives.
  private static func reading(
    _ folder: TemporaryFolder, jobs: Int, pieceSize: Int?
  ) async -> String {
    do {
      let result = try await SchoolReader(
        folder: folder.path, jobs: jobs, pieceSize: pieceSize
      ).read()
      let table = result.data.assessments
      return """
        \(result.data.pupils.map(\.id)) \(result.data.measures.map(\.name))
        \(result.data.inputs.map { "\($0.name) \($0.sha256) \($0.rows)" }) \(result.data.notAssessedRows)
        \(table.firstRow) \((0..<table.count).map { table.source(ofRow: $0) })
        \((0..<table.count).map { "\(table.measure[$0]) \(table.day[$0]) \(table.score[$0])" })
        \((0..<table.count).map { table.censoring[$0] })
        \(result.findings)
        """
    } catch {
      return "\(error)"
    }
  }

  /// A tracking file with whatever real ones have.
  private static func file(
    _ generator: inout SeededGenerator, lineBreak: String
  ) -> String {
    func any(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    let isQuoted = Bool.random(using: &generator)
    var text = any(["", "", "\u{FEFF}", "Printed in May" + lineBreak + lineBreak])
    text += any(["pupil_id,date,measure,score,note", "score,measure,date,pupil_id,subject"])
    let isReversed = text.hasSuffix("subject")
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      text += lineBreak
      var cells = [
        any(["P1", "P2", "P3", " P4 ", "P5", "é7"]),
        any(["2025-09-10", "2025-09-11", "10/12/2025", "13/12/2025", "2026-01-14", "soon", ""]),
        any(["Reading", "Reading", "Spelling", "Maths\u{A0}", ""]),
        any(["100", "95", "87.5", "12.25", "7.125", "<70", "A", "7:06", "104e", "-3", "", "x"]),
      ]
      if isReversed { cells.reverse() }
      var row = cells.joined(separator: ",") + "," + any(["", "", "fine", "English"])
      if isQuoted {
        row = any([row, row, row + "\"", "\"" + row, row + ",\"more\""])
        if Bool.random(using: &generator) {
          row = cells.joined(separator: ",") + ",\"two" + any(["\n", "\r\n", ""]) + "lines\""
        }
      }
      text += any([row, row, row, row, row, row, "", "  ", ",,,,", "Total,,,12,", "Printed", "a,b"])
      if text.hasSuffix("Total,,,12,") { text += any(["", lineBreak + "End"]) }
    }
    return text + any(["", lineBreak, lineBreak + lineBreak])
  }

  private static let provisionMap = """
    pupil_id,intervention,start_date,end_date
    P1,Paired reading,2025-09-10,2025-12-12
    P2,Paired reading,2025-09-10,2025-12-12

    """
}
