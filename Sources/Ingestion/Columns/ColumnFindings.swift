import Diagnostics
import ProvisionModel

/// What there is to say of the headings of a file.
struct ColumnFindings<Column: CanonicalColumn> {
  /// The file's name.
  let file: String
  /// Its columns.
  let columns: ColumnMap<Column>
  /// The headings that school.yml gives.
  let named: [String: String]

  /// Columns without which the file cannot be used: those that are missing, and those that several
  /// headings may be.
  func obstacles(missing: [Column]) -> [Finding] {
    if !missing.isEmpty, hasNoKnownHeading { return [headingsFinding] }
    return missing.map { column in
      let candidates = ([column] + column.substitutes).compactMap(columns.match.doubt)
      return candidates.first.map { doubtFinding($0, .error) } ?? missingFinding(column)
    }
  }

  /// Optional columns that several headings may be: none of them is read.
  ///
  /// - Parameter used: Positions that are used although no canonical column names them.
  func doubts(missing: [Column], besides used: Set<Int>) -> [Finding] {
    let reported = Set(missing + missing.flatMap(\.substitutes))
    return columns.match.doubts.filter { doubt in
      !reported.contains(doubt.column) && used.isDisjoint(with: doubt.positions)
    }
    .map { doubtFinding($0, .warning) }
  }

  /// Columns that are not used: one finding for each that looks like a slip, one for all the rest.
  ///
  /// - Parameter used: Positions that are used although no canonical column names them.
  func unused(besides used: Set<Int>) -> [Finding] {
    let known = Set(Column.kind.columnsNotLoaded.map(PlainName.key))
    let taken = Set(columns.match.positions.values).union(used)
      .union(columns.match.doubts.flatMap(\.positions))
    let unfilled = Column.allCases.filter { !columns.has($0) }.map(\.rawValue)
    var findings: [Finding] = []
    var others: [String] = []
    var suggestions = Suggestion.Budget()
    var dated: [String] = []
    for (index, heading) in columns.headings.enumerated()
    where !heading.isEmpty && !taken.contains(index) && !known.contains(PlainName.key(heading)) {
      if Column.kind == .tracking, TrackingColumn.mayHoldScores(heading) {
        dated.append(heading)
      } else if let nearest = suggestions.nearest(to: heading, among: unfilled) {
        findings.append(
          Finding(
            .unknownColumn, file: file, line: columns.line, column: index + 1, heading: heading,
            value: heading, message: "not a column that is used here",
            hint: "if it is \"\(nearest)\", name it so, or under columns: in school.yml"))
      } else {
        others.append(heading)
      }
    }
    if !dated.isEmpty {
      let list = dated.prefix(3).map { "{heading: \"\($0)\", term: \"Autumn 2025\"}" }
      findings.append(
        Finding(
          .unknownColumn, severity: .warning, file: file, line: columns.line, value: dated[0],
          message: (dated.count == 1 ? "one column" : "\(dated.count) columns")
            + " may hold scores and \(dated.count == 1 ? "is" : "are") not read: \(Self.list(dated))",
          hint: "if so, list all columns of scores in school.yml, each with its term or date: "
            + "layout: {tracking: {scores: [\(list.joined(separator: ", "))]}}"))
    }
    if !others.isEmpty {
      findings.append(
        Finding(
          .unknownColumn, file: file, line: columns.line, value: others[0],
          message: (others.count == 1 ? "one column is" : "\(others.count) columns are")
            + " not used: \(Self.list(others))"))
    }
    return findings
  }

  /// Whether what stands in the place of the headings may be a row of the table: then nothing of it
  /// is repeated.
  private var hasNoKnownHeading: Bool {
    columns.match.positions.isEmpty && columns.match.doubts.isEmpty
  }

  private var headingsFinding: Finding {
    Finding(
      .missingColumn, file: file, line: columns.line,
      message: "no heading of the file is known; its first line may be a row",
      hint: "export it again with headings, or name them under columns: in school.yml, as "
        + "`impact init --from` begins to")
  }

  private func missingFinding(_ column: Column) -> Finding {
    let wanted = named[column.rawValue] ?? column.rawValue
    let taken = Set(columns.match.positions.values)
    let unused = columns.headings.indices.filter { !taken.contains($0) }
      .map { columns.headings[$0] }
    let nearest = Suggestion.nearest(to: wanted, among: unused)
    let substitutes = column.substitutes.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    return Finding(
      .missingColumn, file: file, line: columns.line, value: wanted,
      message: "no column \"\(wanted)\"" + (substitutes.isEmpty ? "" : " (or \(substitutes))")
        + "; the headings are \(Self.list(columns.headings.filter { !$0.isEmpty }))",
      hint: nearest.map { "if \"\($0)\" is meant, write \(setting(column, $0)) in school.yml" }
        ?? scoresHint(column))
  }

  /// What to write where the scores stand in columns of their own.
  private func scoresHint(_ column: Column) -> String? {
    guard Column.kind == .tracking, ["score", "measure"].contains(column.rawValue) else {
      return nil
    }
    let taken = Set(columns.match.positions.values)
    let others = columns.headings.indices.filter { !taken.contains($0) }
      .map { columns.headings[$0] }
      .filter { !$0.isEmpty && !TrackingColumn.isAboutThePupil($0) }
    guard !others.isEmpty else { return nil }
    let list = others.prefix(6).map { "{heading: \"\($0)\"}" }.joined(separator: ", ")
    return "if the scores stand in columns of their own, list them in school.yml: "
      + "layout: {tracking: {scores: [\(list)]}}"
  }

  private func doubtFinding(_ doubt: HeadingMatch<Column>.Doubt, _ severity: Severity) -> Finding {
    let headings = doubt.positions.map { columns.headings[$0] }
    let places = doubt.positions.map { String($0 + 1) }.joined(separator: ", ")
    let unread = severity == .error ? "" : "; none of them is read"
    guard !doubt.isSameHeading else {
      return Finding(
        .duplicateColumn, severity: severity, file: file, line: columns.line,
        column: doubt.positions[1] + 1, heading: headings[1], value: headings[1],
        message: (headings.count == 2 ? "the heading stands twice" : "the heading stands often")
          + ", in columns \(places.replacing(", ", with: " and ", maxReplacements: headings.count == 2 ? 1 : 0))\(unread)"
      )
    }
    return Finding(
      .ambiguousColumn, severity: severity, file: file, line: columns.line,
      column: doubt.positions[0] + 1, heading: headings[0], value: headings[0],
      message: "each of the columns \(Self.list(headings)) may be the \(doubt.column.rawValue)"
        + unread,
      hint: "say which in school.yml: \(setting(doubt.column, headings[0]))"
        + (doubt.column.rawValue == "score"
          ? "; or, if each is a measure, " + scoreList(headings) : ""))
  }

  /// What to write in school.yml for several columns of scores.
  private func scoreList(_ headings: [String]) -> String {
    let hasMeasure = ["measure", "subject"].contains { name in
      Column(rawValue: name).map(columns.has) ?? false
    }
    let entries = headings.map { heading in
      "{heading: \"\(heading)\"\(hasMeasure ? ", measure: \"{measure} \(heading)\"" : "")}"
    }
    return "layout: {tracking: {scores: [\(entries.joined(separator: ", "))]}}"
  }

  private func setting(_ column: Column, _ heading: String) -> String {
    "columns: {\(Column.kind.rawValue): {\(column.rawValue): \"\(heading)\"}}"
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(24).map { "\"\($0.prefix(80))\"" }.joined(separator: ", ")
    return names.count > 24 ? "\(shown) and \(names.count - 24) more" : shown
  }
}
