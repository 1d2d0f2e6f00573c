import Diagnostics
import ProvisionModel

/// Data quality on the SENCo's page.
extension Pages {
  /// What was read, in a sentence or two.
  var dataSummary: String {
    let files = data.inputs.map { "\($0.name) (\(Wording.count($0.rows, "row")))" }
    let empty =
      data.notAssessedRows > 0
      ? " \(Wording.count(data.notAssessedRows, "row")) of tracking hold no score (absent, "
        + "disapplied or empty)." : ""
    let outcome =
      pack.facts.findings.isEmpty
      ? " Everything could be used as it is."
      : " What was found is listed in data-quality.csv."
    return "Read: \(Wording.list(files)).\(empty)\(outcome)"
  }

  /// Findings by code.
  var qualityTable: PageTable {
    let findings = pack.facts.findings
    let kinds = FindingCode.allCases.compactMap { code -> [Finding]? in
      let found = findings.filter { $0.code == code }
      return found.isEmpty ? nil : found
    }
    return PageTable(
      "What was found, by kind",
      [
        PageColumn<[Finding]>("Kind", figures: ["code"]) { $0.row[0].code.rawValue },
        PageColumn("Weight", figures: ["severity"]) { $0.row[0].severity.rawValue },
        PageColumn("How many", .number, .findings, figures: ["rows"]) { String($0.row.count) },
        PageColumn("What to do", figures: ["hint"]) { $0.row[0].code.hint },
      ], kinds, in: pack)
  }

  /// The first findings, by file and line.
  var firstFindingsTable: PageTable {
    let shown = pack.facts.findings.filter { $0.severity != .note }
    return PageTable(
      "Where, by file and line",
      [
        PageColumn<Finding>("File and line", figures: ["file", "line"]) { $0.row.place },
        PageColumn("Column", figures: ["column"]) { $0.row.heading ?? "" },
        PageColumn("What", figures: ["message"]) { $0.row.message },
      ], Array(shown.prefix(20)), in: pack,
      note: shown.count > 20
        ? "The first 20 of \(shown.count, is: "rows"); all are in data-quality.csv." : "")
  }
}
