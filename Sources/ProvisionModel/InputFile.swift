package import Diagnostics

/// The kinds of file that a folder may hold.
public enum InputKind: String, Sendable, CaseIterable {
  case pupils
  case tracking
  case provisionMap = "provision-map"
  case staff
  case decisions
}

/// Where a file has one of the canonical columns.
public struct InputColumn: Sendable, Equatable {
  /// The column as a spreadsheet counts it (A is 1).
  public var position: Int
  /// The heading, as the file writes it.
  public var heading: String

  /// A column at that position, from 1.
  public init(position: Int, heading: String) {
    self.position = position
    self.heading = heading
  }
}

/// A column of scores of a file that has several in a row.
public struct InputScoreColumn: Sendable, Equatable {
  /// The column as a spreadsheet counts it (A is 1).
  public var position: Int
  /// The heading, as the file writes it.
  public var heading: String
  /// The measure, as the heading or school.yml names it.
  public var measure: String
  /// When the scores were taken, for a person: a date, or how it is found.
  public var date: String

  /// A column at that position, from 1.
  public init(position: Int, heading: String, measure: String, date: String) {
    self.position = position
    self.heading = heading
    self.measure = measure
    self.date = date
  }
}

/// A file that was read.
public struct InputFile: Sendable, Equatable {
  /// What it holds.
  public var kind: InputKind
  /// The name, without folders.
  public var name: String
  /// SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// Rows below the header, blank ones not counted.
  public var rows: Int
  /// Where it has the canonical columns.
  public var columns: [String: InputColumn]
  /// Its columns of scores, where it has several scores in a row.
  public var scoreColumns: [InputScoreColumn] = []
  /// How it is written.
  public var format: InputFormat

  /// A file of that kind and name.
  public init(
    kind: InputKind, name: String, sha256: String, rows: Int, columns: [String: InputColumn] = [:],
    format: InputFormat = .plain
  ) {
    self.kind = kind
    self.name = name
    self.sha256 = sha256
    self.rows = rows
    self.columns = columns
    self.format = format
  }
}

extension InputFile {
  /// A finding about a row of the file and, where one is named, a canonical column of it.
  package func finding(
    _ code: FindingCode, severity: Severity? = nil, line: Int, column name: String? = nil,
    value: String = "", message: String, hint: String? = nil
  ) -> Finding {
    let column = name.flatMap(place)
    return Finding(
      code, severity: severity, file: self.name, line: line, column: column?.position,
      heading: column?.heading, value: value, message: message, hint: hint)
  }

  /// Where a canonical column is; for `pupil_id`, the column that names the pupil in its stead.
  private func place(_ name: String) -> InputColumn? {
    if let column = columns[name] { return column }
    guard name == "pupil_id" else { return nil }
    return ["upn", "admission_number", "pupil_name", "surname"].lazy.compactMap { columns[$0] }
      .first
  }
}
