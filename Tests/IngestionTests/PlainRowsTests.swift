import Diagnostics
import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Ingestion

@Suite("Rows that repeat the pupil of the row before")
struct PlainRowsTests {
  /// Rows in quotes go through libcsv and are asked everything.
  @Test("give what they give in quotes", .long, arguments: 0..<8)
  func quotedRows(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: 900 + seed)
    for _ in 0..<TestLength.rounds(of: 25) {
      let rows = Self.rows(&generator, schoolFirst: seed % 2 == 0)
      let plain = try await Self.reading(rows.joined(separator: "\n"))
      let quoted = try await Self.reading(rows.map(Self.quoted).joined(separator: "\n"))
      #expect(plain == quoted, "\(rows)")
    }
  }

  @Test("keep a school one that is written with two forms of the same letter")
  func spellings() async throws {
    let folder = try TemporaryFolder()
    let composed = "\u{C9}cole"
    let decomposed = "E\u{301}cole"
    let header = "school,pupil_id,date,measure,score\n"
    try folder.write("tracking-autumn.csv", header + "\(composed),P1,2025-09-10,Reading,90\n")
    try folder.write("tracking-spring.csv", header + "\(decomposed),P1,2026-01-14,Reading,95\n")
    try folder.write(
      "provision-map.csv",
      "school,pupil_id,intervention,start_date,end_date\n\(decomposed),P1,Catch-up,2025-09-11,2026-01-13\n"
    )
    let data = try await SchoolReader(folder: folder.path).read().data
    #expect(data.schools.count == 1)
    #expect(data.pupils.map(\.id) == ["P1"])
    #expect(data.assessments.scores == [90, 95])
    #expect(data.provision.map(\.pupil) == [0])
  }

  @Test("keep pupils apart who have the same id in two schools")
  func schools() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "tracking.csv",
      "school,pupil_id,date,measure,score\nB,1,2025-09-10,Reading,90\nA,1,2025-09-10,Reading,80\n")
    try folder.write(
      "provision-map.csv",
      """
      school,pupil_id,intervention,start_date,end_date
      A,1,Catch-up,2025-09-11,2026-01-13
      C,1,Catch-up,2025-09-11,2026-01-13
      B,1,Catch-up,2025-09-11,2026-01-13

      """)
    let data = try await SchoolReader(folder: folder.path).read().data
    #expect(data.schools == ["A", "B", "C"])
    #expect(data.pupils.map { data.schools[$0.school] } == ["B", "A", "C"])
    #expect(data.provision.map(\.pupil) == [1, 2, 0])
  }

  /// A row with quotes around its first cell.
  private static func quoted(_ row: String) -> String {
    let end = row.firstIndex(of: ",") ?? row.endIndex
    return "\"\(row[..<end])\"\(row[end...])"
  }

  private static func reading(_ tracking: String) async throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", tracking + "\n")
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,end_date\nP1,Catch-up,2025-09-11,2026-01-13\n")
    let result = try await SchoolReader(folder: folder.path).read()
    let table = result.data.assessments
    return """
      \(result.data.pupils.map { "\($0.id) \(result.data.schools[$0.school])" })
      \(result.data.measures.map(\.name)) \(table.firstRow) \(result.data.notAssessedRows)
      \((0..<table.count).map {
        "\(table.measure[$0]) \(table.day[$0]) \(table.score[$0]) \(table.source(ofRow: $0).line)"
      })
      \(result.findings.map { "\($0.code) \($0.line ?? 0) \($0.value)" })
      """
  }

  private static func rows(_ generator: inout SeededGenerator, schoolFirst: Bool) -> [String] {
    func any(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    func row(_ school: String, _ pupil: String, _ rest: String) -> String {
      schoolFirst ? "\(school),\(pupil),\(rest)" : "\(pupil),\(school),\(rest)"
    }
    var rows = [row("school", "pupil_id", "date,measure,score")]
    for _ in 0..<Int.random(in: 3...60, using: &generator) {
      let pupil = any(["P1", "P1", "P1", "P2", " P1", "Total", ""])
      let rest = [
        any(["2025-09-10", "2025-09-10", "2025-02-30", "2026-01-14", "10/09/2025", ""]),
        any(["Reading", "Reading", "Spelling", "Reading age", ""]),
        any([
          "100", "95", "8.5", "12.25", "7.125", "123456789", "99999999", "1.", ".5", "-3", "A", "",
        ]),
      ]
      rows.append(row("School", pupil, rest.joined(separator: ",") + any(["", "", "", ","])))
    }
    rows.append(row("School", "P1", "2025-09-10,Reading,100"))
    return rows
  }
}
