package import Diagnostics

/// The scores that a row of the provision map gives of its own at one point of its episodes: at the
/// start, at the end, or to be reached.
public enum OwnScores: Sendable, Equatable {
  /// As the file writes them: the row does not say its measures, and which they are depends on the
  /// as-of date.
  case unread([RawScore])
  /// One for each of the row's measures, in their order; nil where it cannot be used. Without any the
  /// row gives none.
  case read([Score?])

  /// No scores.
  public static let none = OwnScores.read([])

  /// Whether the row gives none, not even one that cannot be used.
  public var isEmpty: Bool {
    switch self {
    case .unread(let cells): cells.isEmpty
    case .read(let scores): scores.isEmpty
    }
  }

  /// The cells that are still to be read.
  public var unreadCells: [RawScore] {
    if case .unread(let cells) = self { cells } else { [] }
  }
}

/// The columns of the provision map at which findings about its episodes point.
package enum EpisodeColumn: String, Sendable, CaseIterable {
  /// The pupil, by whatever the file has.
  case pupil = "pupil_id"
  /// The intervention.
  case intervention
  /// The score at the start.
  case entryScore = "entry_score"
  /// The score to be reached.
  case targetScore = "target_score"
  /// The score at the end.
  case exitScore = "exit_score"
}

extension SchoolData {
  /// A finding about a row of the provision map.
  package func finding(
    _ code: FindingCode, severity: Severity? = nil, about row: ProvisionRow,
    _ column: EpisodeColumn, value: String, message: String, hint: String? = nil
  ) -> Finding {
    inputs[row.file].finding(
      code, severity: severity, line: row.line, column: column.rawValue, value: value,
      message: message, hint: hint)
  }

  /// Whether a row of the provision map is universal provision (METHOD §1).
  package func isUniversal(_ row: ProvisionRow) -> Bool {
    row.isUniversalWave || interventions[row.intervention].isUniversal
  }

  /// The measures that a row of the provision map is said to be about: those that it names; else its
  /// intervention's; else those of its subject; nil where neither is set.
  package func namedMeasures(of row: ProvisionRow) -> [Int]? {
    if !row.measures.isEmpty { return row.measures }
    let usual = interventions[row.intervention].measures
    if !usual.isEmpty { return usual }
    return row.subject.map { measuresOfSubject[$0] }
  }

  /// Reads a row's own scores: one for each measure (METHOD §3).
  ///
  /// - Parameters:
  ///   - measures: The measures that the row is about.
  ///   - column: Where the scores stand.
  ///   - findings: Takes what is wrong with them.
  package func read(
    _ scores: OwnScores, of row: ProvisionRow, measures: [Int], in column: EpisodeColumn,
    findings: inout [Finding]
  ) -> [Score?] {
    guard case .unread(let cells) = scores else {
      if case .read(let scores) = scores { return scores }
      return []
    }
    guard !cells.isEmpty, !measures.isEmpty else { return [] }
    guard cells.count == measures.count else {
      findings.append(mismatch(cells, column, row, measures.count))
      return measures.map { _ in nil }
    }
    return zip(cells, measures).map { cell, measure in
      read(cell, self.measures[measure], row, column, &findings)
    }
  }

  private func read(
    _ cell: RawScore, _ measure: Measure, _ row: ProvisionRow, _ column: EpisodeColumn,
    _ findings: inout [Finding]
  ) -> Score? {
    switch measure.reading(shape: cell.shape, value: cell.value, text: cell.text) {
    case .score(let value):
      return Score(value: value, censoring: cell.censoring)
    case .notAssessed:
      return nil
    case .unreadable(let message):
      findings.append(finding(.score, about: row, column, value: cell.text, message: message))
    case .outOfRange(let message):
      findings.append(finding(.scoreRange, about: row, column, value: cell.text, message: message))
    }
    return nil
  }

  private func mismatch(
    _ cells: [RawScore], _ column: EpisodeColumn, _ row: ProvisionRow, _ count: Int
  ) -> Finding {
    finding(
      .score, about: row, column, value: cells.map(\.text).joined(separator: ";"),
      message: "\(cells.count == 1 ? "one score" : "\(cells.count) scores") for a row about "
        + "\(count) measures: which of them it belongs to cannot be determined, and it is not used",
      hint: "name one measure in the measure column, or give one score for each, with ; between")
  }
}
