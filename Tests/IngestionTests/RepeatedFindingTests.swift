import Diagnostics
import Ingestion
import TestSupport
import TestTraits
import Testing

@Suite("Findings that a file repeats line by line")
struct RepeatedFindingTests {
  private func folder(_ count: Int, other: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "tracking.csv",
      "pupil_id,date,measure,score\nP1,2025-09-10,Reading,1\nP1,2025-12-10,Reading,2\n")
    let row = "P1,Catch-up,2025-09-15,2025-12-05\n"
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,end_date\n" + String(repeating: row, count: count) + other)
    return folder
  }

  private func findings(_ folder: TemporaryFolder) async throws -> [Finding] {
    try await SchoolReader(folder: folder.path).read().findings
  }

  @Test("are told one by one as long as they are few")
  func few() async throws {
    let findings = try await findings(folder(21))
    #expect(findings.map(\.line) == Array(3...22))
    #expect(findings.allSatisfy { $0.rows == 1 && $0.code == .duplicateRow })
  }

  @Test("are one from the twentieth on, which names the lines and counts the rows")
  func many() async throws {
    let rows = TestLength.rounds(of: 50_000)
    let findings = try await findings(folder(rows))
    #expect(findings.count == 20)
    let last = try #require(findings.last)
    #expect(last.line == 22)
    #expect(last.lastLine == rows + 1)
    #expect(last.message.hasSuffix("; so it is on every line to \(rows + 1)"))
    #expect(findings.reduce(0) { $0 + $1.rows } == rows - 1)
  }

  @Test("begin anew after a line that says something else")
  func interrupted() async throws {
    let other = "P2,Catch-up,2025-09-15,2025-12-05\nP1,Catch-up,2025-09-15,2025-12-05\n"
    let findings = try await findings(folder(40, other: other)).filter {
      $0.code == .duplicateRow
    }
    #expect(findings.map(\.line) == Array(3...22) + [43])
    #expect(findings.map(\.lastLine).compactMap(\.self) == [41])
  }
}
