import Diagnostics

/// A folder's summary as lines for a terminal.
package struct FolderSummaryText {
  private let summary: FolderSummary
  private let most: Int?

  /// - Parameter most: How many findings of a code are told; nil: all.
  package init(_ summary: FolderSummary, most: Int?) {
    self.summary = summary
    self.most = most
  }

  /// What was understood, then what was found.
  package var lines: [String] {
    files + measures + interventions + pupilsAndDates + findings
  }

  private var files: [String] {
    summary.files.flatMap { file in
      let mark = file.byteOrderMark ? " with byte order mark" : ""
      let name = file.delimiter
      let columns = file.columns.map { column in
        PlainTable.Row(["\(column.position)", "\"\(column.heading)\"", column.meaning])
      }
      let shown = file.scoreColumns.prefix(most.map { $0 * 2 } ?? file.scoreColumns.count)
      let rest = file.scoreColumns.count - shown.count
      let scores = shown.map { column in
        PlainTable.Row([
          "\(column.position)", "\"\(column.heading)\"",
          "score: \(column.measure), \(column.date)",
        ])
      }
      return [
        "\(file.name) (\(file.kind)): \(Wording.count(file.rows, "row")); \(file.encoding)\(mark), "
          + "\(name) between cells, headings on line \(file.headingsOnLine)"
      ] + PlainTable(columns + scores).lines
        + (rest > 0 ? ["  … and \(rest) more columns of scores; --all tells all"] : []) + [""]
    }
  }

  private var measures: [String] {
    guard !summary.measures.isEmpty else { return [] }
    let rows = summary.measures.map { measure in
      let range = measure.lowest.map { "\($0) to \(measure.highest ?? "")" } ?? ""
      let dates = measure.firstDate.map { "\($0) to \(measure.lastDate ?? "")" } ?? ""
      let notes = [
        measure.censored > 0 ? "\(measure.censored) censored" : nil,
        measure.lowerIsBetter ? "lower is better" : nil,
        measure.codes.isEmpty ? nil : measure.codes.joined(separator: " < "),
      ]
      return PlainTable.Row([
        measure.name, measure.kind, Wording.count(measure.scores, "score"),
        Wording.count(measure.pupils, "pupil"), range, dates,
        notes.compactMap(\.self).joined(separator: "; "),
      ])
    }
    return ["measures"] + PlainTable(rows).lines + [""]
  }

  private var interventions: [String] {
    guard !summary.interventions.isEmpty else { return [] }
    let rows = summary.interventions.map { intervention in
      let dates = intervention.firstStart.map { "\($0) to \(intervention.lastEnd ?? "…")" } ?? ""
      let measures = intervention.measures.joined(separator: ", ")
      return PlainTable.Row([
        intervention.name, Wording.count(intervention.rows, "row"),
        Wording.count(intervention.pupils, "pupil"), dates,
        intervention.universal
          ? "universal: counted, not evaluated"
          : measures.isEmpty ? "on every measure that a pupil has" : "on \(measures)",
      ])
    }
    return ["interventions"] + PlainTable(rows).lines + [""]
  }

  private var pupilsAndDates: [String] {
    guard let first = summary.firstDate, let last = summary.lastDate else { return [] }
    let pupils = summary.pupils
    let listed = pupils.listed > 0 ? "\(pupils.listed) in the pupils file, " : ""
    return [
      "pupils: \(listed)\(pupils.withScores) with scores, \(pupils.inProvisionMap) in the "
        + "provision map, \(pupils.inProvisionMapWithScores) of these with scores",
      "dates: \(first) to \(last); the term of the last date is \(summary.lastTerm ?? "")", "",
    ]
  }

  /// The findings by their codes: errors first, the most frequent codes first.
  private var findings: [String] {
    let groups = Dictionary(grouping: summary.sortedFindings) {
      Group(severity: $0.severity, code: $0.code)
    }
    let order = groups.keys.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      let counts = (rows(of: groups[left]), rows(of: groups[right]))
      return counts.0 != counts.1 ? counts.0 > counts.1 : left.code.rawValue < right.code.rawValue
    }
    let total = order.reduce(into: [Severity: Int]()) {
      $0[$1.severity, default: 0] += rows(of: groups[$1])
    }
    let counts = Severity.allCases.compactMap { severity in
      total[severity].map { Wording.count($0, severity.rawValue) }
    }
    let head = counts.isEmpty ? "nothing to mend" : counts.joined(separator: ", ")
    return [head] + order.flatMap { lines(groups[$0] ?? []) }
  }

  private func rows(of findings: [Finding]?) -> Int {
    (findings ?? []).reduce(0) { $0 + $1.rows }
  }

  private struct Group: Hashable {
    var severity: Severity
    var code: FindingCode
  }

  /// The first findings of a group; a hint that all of them share is told once.
  private func lines(_ findings: [Finding]) -> [String] {
    guard let first = findings.first else { return [] }
    let shown = findings.prefix(most ?? findings.count)
    let isShared = findings.allSatisfy { $0.hint == first.hint }
    var lines = [
      "", "[\(first.code.rawValue)] \(Wording.count(rows(of: findings), first.severity.rawValue))",
    ]
    for finding in shown {
      lines.append("  \(finding.summary)")
      if !isShared { lines.append("    hint: \(finding.hint)") }
    }
    if findings.count > shown.count {
      lines.append("  … and \(findings.count - shown.count) more; --all tells all")
    }
    if isShared { lines.append("  hint: \(first.hint)") }
    return lines
  }
}

/// Rows of texts under each other, without lines between them.
private struct PlainTable {
  /// A row.
  struct Row {
    let cells: [String]

    init(_ cells: [String]) {
      self.cells = cells
    }
  }

  private let rows: [Row]

  init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The rows, indented, each column as wide as its widest text.
  var lines: [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = min(Self.mostWidth, max(widths[index], cell.count))
      }
    }
    return rows.map { row in
      var line = "  "
      for (index, cell) in row.cells.enumerated() {
        line += cell
        if index + 1 < row.cells.count {
          line += String(repeating: " ", count: max(0, widths[index] - cell.count) + 2)
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static let mostWidth = 48
}
