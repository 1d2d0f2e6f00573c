import Diagnostics
import Ingestion
import ProvisionModel
import Testing

@Suite("The terms of school.yml")
struct SettingsTermsTests {
  private func calendar(_ yaml: String) throws -> TermCalendar {
    try SettingsFile.settings(yaml: yaml, name: "school.yml").terms
  }

  @Test("may be the terms of every year")
  func everyYear() throws {
    let terms = try calendar(
      """
      terms:
        autumn: 09-03
        spring: "01-05"
        summer: "04-20"
      """
    ).terms(startYear: 2025)
    #expect(terms.map(\.first.description) == ["2025-09-03", "2026-01-05", "2026-04-20"])
  }

  @Test("may be starts of single terms beside the usual ones")
  func single() throws {
    let calendar = try calendar("terms: {2025-26-summer: 2026-04-13}")
    #expect(
      calendar.terms(startYear: 2025).map(\.first.description)
        == ["2025-09-01", "2026-01-01", "2026-04-13"]
    )
    #expect(calendar.term(id: "2024-25-summer")?.first.description == "2025-04-16")
  }

  @Test("may be both at once, and any number")
  func both() throws {
    let calendar = try calendar(
      """
      terms:
        michaelmas: "09-01"
        lent: "01-10"
        2025-26-lent: 2026-01-12
      """
    )
    #expect(calendar.terms(startYear: 2025).map(\.id) == ["2025-26-michaelmas", "2025-26-lent"])
    #expect(calendar.term(id: "2025-26-lent")?.first.description == "2026-01-12")
  }

  @Test(
    "are refused where they make no year",
    arguments: [
      ("terms: {autumn: soon}", "terms.autumn is \"soon\""),
      ("terms: {autumn: \"09-31\"}", "terms.autumn is \"09-31\""),
      ("terms: {autumn: [\"09-01\"]}", "terms.autumn is"),
      ("terms: {2025-26-winter: 2026-01-01}", "there is no term \"2025-26-winter\""),
      ("terms: {autumn: 2025-09-01}", "there is no term \"autumn\""),
      ("terms: {autumn: \"09-01\", spring: \"09-01\"}", "two terms begin on the same day"),
      ("terms: {spring: \"01-01\", summer: \"04-16\"}", "no term begins in September"),
      ("terms: {2025-26-summer: 2025-12-01}", "2025-26-summer"),
      ("terms: {2025-26-summer: 2024-04-16}", "2025-26-summer"),
      ("terms: {2025-26-autumn: 2026-02-01}", "2025-26-autumn"),
    ]
  )
  func refused(yaml: String, message: String) throws {
    let failure = #expect(throws: UnusableInput.self) { try calendar(yaml) }
    let finding = try #require(failure?.findings.first)
    #expect(failure?.reason == .settings)
    #expect(finding.message.contains(message))
    #expect(finding.line == 1 && finding.column != nil)
  }
}
