import Analysis
import Diagnostics
import Foundation
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct ReportTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for index in 0..<6 { school.spring("P\(index)") }
    school.spring("P9", "Catch-up", nil, nil)
    return school
  }

  private let kpis = ["kpi-5.5-interventions", "kpi-5.6-variation", "kpi-9.5-ta-groups"]

  private func paths(_ packs: Set<Pack>, _ formats: Set<ReportFormat>) -> [String] {
    report(school()).files(packs: packs, formats: formats).map(\.path).sorted()
  }

  @Test("packs hold the files of the contract")
  func packsHoldTheFilesOfTheContract() {
    let pages = ["report.html", "workbook.xlsx"]
    let evidence = ["5.5", "5.6", "9.5"].map { "evidence-\($0).html" }
    let governors =
      (kpis.map { "\($0).csv" } + evidence + pages).map { "governors/\($0)" }
    let senco =
      (kpis.map { "\($0).csv" } + [
        "codes.csv", "data-quality.csv", "episodes.csv", "kpi-5.5-subgroups.csv",
        "kpi-5.6-decisions.csv", "kpi-5.6-pupils.csv", "kpi-5.6-recommendations.csv",
        "kpi-5.6-terms.csv", "kpi-9.5-pupils.csv", "next-decisions.csv",
      ] + pages).map { "senco/\($0)" }
    #expect(
      paths([.senco, .governors], [.csv, .html, .xlsx])
        == (governors + senco + ["run.json"]).sorted()
    )
    #expect(paths([.governors], [.csv, .html, .xlsx]) == (governors + ["run.json"]).sorted())
    #expect(paths([.senco], [.html]) == ["run.json", "senco/report.html"])
    #expect(paths([.senco], [.xlsx]) == ["run.json", "senco/workbook.xlsx"])
  }

  @Test("every row has as many cells as there are headings")
  func everyRowHasAsManyCellsAsThereAreHeadings() {
    let files = report(school()).files(packs: [.senco, .governors], formats: [.csv])
    for file in files where file.path.hasSuffix(".csv") {
      let lines = text(file).split(separator: "\r\n")
      // Sentences, which stand in quotes, have commas of their own.
      let commas = Set(
        lines.map { line in
          line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }
            .reduce(0) { $0 + $1.element.count { $0 == "," } }
        })
      #expect(file.path.contains("data-quality") || commas.count == 1, "\(file.path)")
    }
  }

  @Test("a school that school.yml calls all has its rows on the page")
  func aSchoolMayBeCalledAll() {
    var named = school()
    named.schools = ["all"]
    let rows = pages(.senco, of: named).effectivenessRows(.term)
    #expect(rows.map(\.scope) == [.school(0)])
    #expect(rows.count == pages(.senco, of: school()).effectivenessRows(.term).count)
  }

  @Test("the governors' pack names no pupil")
  func theGovernorsPackNamesNoPupil() {
    for file in report(school()).files(packs: [.governors], formats: [.csv]) {
      #expect(!text(file).contains("P9"), "\(file.path)")
    }
  }

  @Test("findings are reported by file, line and column")
  func findingsAreToldByFileLineAndColumn() {
    let report = Report(
      evaluation: Evaluation(data: school().data),
      findings: [
        Finding(.date, file: "tracking.csv", line: 3, column: 2, message: "d"),
        Finding(.date, file: "provision-map.csv", line: 9, message: "c"),
        Finding(.date, file: "tracking.csv", line: 3, column: 1, message: "=e"),
        Finding(.setting, file: "school.yml", message: "a"),
        Finding(.date, file: "tracking.csv", message: "f"),
        Finding(.number, file: "tracking.csv", line: 3, column: 2, message: "g"),
      ],
      version: "1"
    )
    #expect(
      report.allFindings.map(\.place) == [
        "school.yml", "provision-map.csv:8:1", "provision-map.csv:9", "tracking.csv",
        "tracking.csv:3:1", "tracking.csv:3:2", "tracking.csv:3:2",
      ]
    )
    #expect(report.allFindings.suffix(2).map(\.message) == ["d", "g"])
    let table = rows(DataQualityFigures.table, .senco, of: report)
    #expect(table.map { $0["message"] }[4] == .freeText("=e"))
    #expect(table[0]["line"] == .absent)
    #expect(table[1]["line"] == .whole(8))
    #expect(table[1]["column"] == .whole(1))
    #expect(table[1]["code"] == .text("pupil-without-scores"))
    #expect(table[1]["severity"] == .text("warning"))
    #expect(table[1]["value"] == .freeText("P9"))
  }

  @Test("data quality has the headings of the contract and hints")
  func dataQualityHasTheHeadingsOfTheContractAndHints() {
    #expect(
      headings(DataQualityFigures.table, .senco)
        == ["file", "line", "column", "code", "severity", "value", "message", "hint"]
    )
  }

  @Test("run.json says what the run was made with")
  func runJsonTellsWhatTheRunWasMadeWith() throws {
    let report = Report(
      evaluation: Evaluation(data: school().data),
      findings: [
        Finding(.date, file: "tracking.csv", line: 3, column: 2, message: "d"),
        Finding(.date, file: "tracking.csv", line: 3, column: 1, message: "e"),
        Finding(.date, file: "tracking.csv", line: 4, message: "f"),
        Finding(.date, severity: .warning, file: "tracking.csv", line: 5, message: "g"),
      ],
      version: "1.2.3"
    )
    let text = text(RunRecord.file(of: report.facts))
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let record = try #require(json as? [String: Any])
    #expect(record["program"] as? String == "impact")
    #expect(record["version"] as? String == "1.2.3")
    #expect(record["term"] as? String == "2025-26-spring")
    #expect(record["as_of"] as? String == "2026-03-20")
    let findings = try #require(record["findings"] as? [String: Int])
    #expect(findings == ["date": 4, "pupil-without-scores": 1])
    let inputs = try #require(record["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["name"] as? String } == ["provision-map.csv", "tracking.csv"])
    #expect(inputs.map { $0["sha256"] as? String } == ["d1", "t"])
    #expect(inputs.map { $0["rows"] as? Int } == [7, 0])
    #expect(inputs.map { $0["rows_with_errors"] as? Int } == [0, 2])
    let settings = try #require(record["settings"] as? [String: Any])
    let linking = try #require(settings["linking"] as? [String: Any])
    #expect(linking["baseline_days_before"] as? Int == 90)
    #expect(text.hasSuffix("}\n"))
  }

  @Test("the same input gives the same bytes")
  func sameInputGivesTheSameBytes() {
    let files = { report(school()).files(packs: [.senco, .governors], formats: [.csv]).map(text) }
    #expect(files() == files())
  }

  @Test("the conclusion counts the term's targeted episodes")
  func theConclusionCountsTheTermsTargetedEpisodes() {
    var school = school()
    school.spring("P1", "Assembly") { $0.wave = "1" }
    school.score("P1", 0, on: day("2025-09-08"), 90)
    #expect(
      report(school).conclusion == [
        "Spring term 2025–26, as known on 2026-03-27: 1 score, 8 rows of the provision map, "
          + "7 episodes",
        "1 intervention with 7 episodes that ended in the term, 6 of them with both scores",
      ]
    )
  }
}
