import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Codes of findings")
struct FindingCodeTests {
  /// The rows of the README's table: codes with what stands in the second cell.
  private func table() throws -> [String: String] {
    let readme = try String(contentsOfFile: ProjectFolder.root + "/README.md", encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "## Findings\n").last)
    var severities: [String: String] = [:]
    for line in section.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      for code in cells[0].components(separatedBy: ", ") {
        severities[code.trimmingCharacters(in: ["`"])] = cells[1]
      }
    }
    return severities
  }

  @Test("are all in the README's table, each with its severity, and no others")
  func readme() throws {
    let table = try table()
    #expect(Set(table.keys) == Set(FindingCode.allCases.map(\.rawValue)))
    for code in FindingCode.allCases {
      #expect(table[code.rawValue] == code.severity.rawValue, "\(code.rawValue)")
    }
  }

  @Test("are in kebab case, and each has a hint", arguments: FindingCode.allCases)
  func form(code: FindingCode) {
    #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    #expect(!code.hint.isEmpty && !code.hint.hasSuffix("."))
  }
}
