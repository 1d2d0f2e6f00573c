import Diagnostics
import Foundation
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("The school.yml that impact init writes")
struct StarterSettingsTests {
  private func template() throws -> String {
    let path = ProjectFolder.root + "/Sources/impact/Starter/Templates/school.yml"
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("sets nothing")
  func commented() throws {
    let settings = try SettingsFile.settings(yaml: template(), name: "school.yml")
    #expect(settings == Settings())
  }

  @Test("is right in all that is commented out")
  func uncommented() throws {
    let lines = try template().split(separator: "\n", omittingEmptySubsequences: false)
    // Settings are commented by # and their own indentation, prose by "# ".
    let settings = lines.map { line in
      line.hasPrefix("#") && !(line.hasPrefix("# ") && !line.hasPrefix("#  "))
        ? line.dropFirst() : line
    }
    let reading = try SettingsFile.reading(
      yaml: settings.joined(separator: "\n"), name: "school.yml")
    #expect(reading.findings.isEmpty)
    let read = reading.settings
    #expect(read.school == "Name of the school")
    #expect(read.terms == TermCalendar.standard)
    #expect(read.columns["provision-map"] == ["ta": "Adult in charge"])
    #expect(read.layout["tracking"]?.scores.map(\.heading) == ["SAS", "Baseline"])
    #expect(read.layout["tracking"]?.delimiter == ";")
    #expect(read.measures.map(\.kind) == [.age, .standardised, .points, .ordinal, .points])
    #expect(read.interventions.map(\.universal) == [nil, true])
    #expect(read.interventions.map(\.chosenBy) == [.need, nil])
    #expect(read.evidence == EvidenceSettings())
    #expect(read.linking == LinkingSettings())
    #expect(read.disclosure == DisclosureSettings())
    #expect(
      read.recommendations.map(\.recommend)
        == [.checkDelivery, .checkDelivery, .varyFrequency, .stopOrReplace, .continue])
  }
}

@Suite("The layout of files in school.yml")
struct LayoutSettingsTests {
  private func findings(_ yaml: String) -> [String] {
    do {
      _ = try SettingsFile.settings(yaml: yaml, name: "school.yml")
      return []
    } catch {
      return error.findings.map { "\($0.place): \($0.message); \($0.hint)" }
    }
  }

  @Test("can say a delimiter, an order of dates, a year and columns of scores")
  func known() throws {
    let yaml = """
      layout:
        tracking:
          delimiter: tab
          date_order: month-first
          academic_year: 2025/26
          scores:
            - {heading: "SAS", file: "tracking NGRT.csv", measure: "NGRT {measure}"}
            - {heading: "Age", term: "Autumn 2025"}
        provision-map: {date_order: day-first}
      """
    let layout = try SettingsFile.settings(yaml: yaml, name: "school.yml").layout
    #expect(layout["tracking"]?.delimiter == "\t")
    #expect(layout["tracking"]?.dateOrder == .monthFirst)
    #expect(layout["tracking"]?.academicYear == "2025/26")
    #expect(layout["tracking"]?.scores.map(\.term) == [nil, "Autumn 2025"])
    #expect(layout["provision-map"]?.dateOrder == .dayFirst)
  }

  @Test(
    "is refused where it is wrong",
    arguments: [
      ("layout: {tracking: {delimiter: \"\\\"\"}}", "one character, or tab"),
      ("layout: {tracking: {delimiter: \",,\"}}", "one character, or tab"),
      ("layout: {tracking: {date_order: year-first}}", "day-first, month-first"),
      ("layout: {tracking: {academic_year: 2025-27}}", "such as 2025-26"),
      ("layout: {tracking: {scores: SAS}}", "a list"),
      ("layout: {tracking: {scores: [{measure: SAS}]}}", "give the heading"),
      ("layout: {tracking: {scores: [{heading: SAS, date: soon}]}}", "such as 2025-12-19"),
      ("layout: {tracking: {scores: [{heading: SAS, term: soon}]}}", "Autumn 2025"),
      ("layout: {tracking: {scores: [{heading: SAS, measures: X}]}}", "did you mean"),
      ("layout: {pupils: {date_order: day-first}}", "known here"),
    ])
  func wrong(yaml: String, hint: String) {
    let findings = findings(yaml)
    #expect(findings.count == 1)
    #expect(findings.first?.contains(hint) == true, "\(findings)")
    #expect(findings.first?.hasPrefix("school.yml:1:") == true)
  }
}
