import Diagnostics

/// data-quality.csv: every finding.
extension Report {
  /// The table.
  var dataQualityTable: OutputTable<Finding> {
    OutputTable(
      headings: ["file", "line", "column", "code", "severity", "value", "message", "hint"],
      things: findings
    ) { finding in
      [
        .free(finding.file), finding.line.map { .whole($0) } ?? .absent,
        finding.column.map { .whole($0) } ?? .absent, .text(finding.code.rawValue),
        .text(finding.severity.rawValue), .free(finding.value), .free(finding.message),
        .free(finding.hint),
      ]
    }
  }
}
