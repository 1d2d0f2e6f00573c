import Foundation
import TestSupport
import Testing

/// One school in the styles of six products (Exports/README.md).
@Suite("Exports of management systems")
struct ExportStyleTests {
  private static let styles = ["sims", "arbor", "bromcom", "nfer", "gl", "provision-map-product"]
  private static let terms = ["2025-26-autumn", "2025-26-spring"]

  private static func path(_ style: String) -> String {
    ProjectFolder.root + "/Tests/EndToEndTests/Exports/" + style
  }

  /// The tables of the canonical folder by term.
  private static let canonical = Result {
    try Dictionary(
      uniqueKeysWithValues: terms.map { term in
        (term, try ReportsFolder(of: path("canonical"), term: term, options: ["--format", "csv"]))
      })
  }

  /// A copy of an export without its school.yml.
  private func copy(_ style: String) throws -> TemporaryFolder {
    let scratch = try TemporaryFolder()
    try scratch.copy(Self.path(style), as: "exports")
    try FileManager.default.removeItem(atPath: scratch.path(of: "exports/school.yml"))
    return scratch
  }

  @Test("give the canonical folder's tables of KPI 5.5, byte for byte", arguments: styles, terms)
  func sameTables(style: String, term: String) throws {
    let canonical = try #require(Self.canonical.get()[term])
    let reports = try ReportsFolder(
      of: Self.path(style), term: term, options: ["--format", "csv"])
    #expect(canonical.outcome.exit == 0)
    #expect(reports.outcome.exit == 0)
    for pack in ["senco", "governors"] {
      let table = "\(pack)/kpi-5.5-interventions.csv"
      #expect(reports.contents[table] == canonical.contents[table])
      #expect(try !canonical.table(table).rows.isEmpty)
    }
  }

  @Test(
    "are recognised without settings",
    arguments: ["sims", "arbor", "bromcom", "nfer", "provision-map-product"])
  func withoutSettings(style: String) throws {
    let scratch = try copy(style)
    let check = try ImpactProgram.run(["check", scratch.path(of: "exports")])
    #expect(check.exit == 0)
    #expect(check.errors == "")
    #expect(check.output.contains("62 in the pupils file, 62 with scores, 44 in the provision map"))
    #expect(!check.output.contains("error"))
  }

  @Test("are recognised with the school.yml that init writes", arguments: styles)
  func withDraft(style: String) throws {
    let scratch = try copy(style)
    let exports = scratch.path(of: "exports")
    let draft = try ImpactProgram.run(["init", exports, "--from", exports])
    #expect(draft.exit == 0)
    let check = try ImpactProgram.run(["check", exports, "--all"])
    #expect(check.exit == 0)
    #expect(check.output.contains("62 in the pupils file, 62 with scores, 44 in the provision map"))
    #expect(!check.output.contains("ambiguous"))
    let kinds = check.output.split(separator: "\n").filter { $0.contains(" scores  62 pupils") }
    #expect(kinds.count == 3)
    #expect(kinds.count { $0.contains(" age ") } == 1)
    #expect(kinds.count { $0.contains(" standardised ") } == 2)
  }

  @Test("with several scores in a row are asked about")
  func question() throws {
    let scratch = try copy("gl")
    let check = try ImpactProgram.run(["check", scratch.path(of: "exports")])
    #expect(check.exit == 65)
    #expect(check.errors.contains("[ambiguous-column]"))
    #expect(check.errors.contains("\"SAS\", \"Reading age\" may be the score"))
  }
}
