import Diagnostics
import ProvisionModel

/// Data quality on the SENCo's page.
extension Report {
  /// What was read, in a sentence or two.
  var dataSummary: String {
    let files = data.inputs.map { "\($0.name) (\(Wording.count($0.rows, "row")))" }
    let empty =
      data.notAssessedRows > 0
      ? " \(Wording.count(data.notAssessedRows, "row")) of tracking hold no score (absent, "
        + "disapplied or empty)." : ""
    let outcome =
      findings.isEmpty
      ? " Everything could be used as it is."
      : " What was found is listed in data-quality.csv."
    return "Read: \(Wording.list(files)).\(empty)\(outcome)"
  }

  /// Findings by code.
  var qualityTable: PageTable {
    let codes = FindingCode.allCases.filter { code in findings.contains { $0.code == code } }
    return PageTable(
      caption: "What was found, by kind",
      headings: [.text("Kind"), .text("Weight"), .number("How many"), .text("What to do")],
      things: codes
    ) { code in
      let found = findings.filter { $0.code == code }
      return [code.rawValue, found[0].severity.rawValue, String(found.count), code.hint]
    }
  }

  /// The first findings, by file and line.
  var firstFindingsTable: PageTable {
    let shown = findings.filter { $0.severity != .note }
    return PageTable(
      caption: "Where, by file and line",
      headings: [.text("File and line"), .text("Column"), .text("What")],
      things: Array(shown.prefix(20)),
      note: shown.count > 20
        ? "The first 20 of \(shown.count); all are in data-quality.csv." : nil
    ) { finding in [finding.place, finding.heading ?? "", finding.message] }
  }
}
