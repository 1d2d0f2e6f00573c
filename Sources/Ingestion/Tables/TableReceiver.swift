import Diagnostics

/// Whoever makes a table of the rows of one kind of file; it may be given several files in turn.
protocol TableBuilder: Sendable {
  /// The kind of file's columns.
  associatedtype Column: CanonicalColumn
  /// Takes note of where the columns of the next file are.
  ///
  /// - Parameter file: The position of the file among the data's inputs.
  mutating func begin(_ columns: ColumnMap<Column>, file: Int)
  /// Makes room for that many rows in all.
  mutating func reserve(rows: Int)
  /// Takes a row, or sets it aside with the reason in the log.
  mutating func add(_ row: CSVRow, log: inout FileLog)
}

extension TableBuilder {
  mutating func reserve(rows: Int) {}
}

/// Hands the rows of one file to a builder: finds the columns in the header, passes over blank
/// rows and sets aside those of the wrong length.
struct TableReceiver<Builder: TableBuilder>: CSVRowReceiver {
  /// The builder, with all rows so far.
  private(set) var builder: Builder
  /// What was found.
  private(set) var log: FileLog
  /// The columns, once the header was read and has what is needed.
  private(set) var columns: ColumnMap<Builder.Column>?
  /// Whether the header was read.
  private(set) var hasHeader = false

  private let file: Int
  private let named: [String: String]

  /// A receiver at the start of a file.
  init(builder: Builder, name: String, file: Int, named: [String: String]) {
    self.builder = builder
    self.log = FileLog(file: name)
    self.file = file
    self.named = named
  }

  mutating func receive(_ row: CSVRow) {
    guard hasHeader else { return receiveHeader(row) }
    guard columns != nil else { return }
    if row[0].isEmpty, row.isBlank { return }
    log.rows += 1
    if row.count == log.headings.count || hasOnlyEmptyCellsTooMany(row) {
      builder.add(row, log: &log)
    } else {
      addWrongLength(row)
    }
  }

  /// Makes room for that many more rows.
  mutating func reserve(rows: Int) {
    builder.reserve(rows: rows)
  }

  mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {
    // Of a file whose header cannot be used no row can be.
    if hasHeader, columns == nil { return }
    if hasHeader { log.rows += 1 } else { hasHeader = true }
    let row =
      firstLine == line
      ? "the row cannot be cut into cells and is set aside"
      : "the row from line \(firstLine) on cannot be cut into cells, and lines \(firstLine) to "
        + "\(line) are set aside"
    log.findings.append(
      Finding(
        .strayQuote, file: log.file, line: line, column: column,
        heading: log.headings.indices.contains(column - 1) ? log.headings[column - 1] : nil,
        message: "a \" stands in the middle of a cell: " + row,
        hint: firstLine == line
          ? nil : "look for a \" on line \(firstLine) that opens a cell and is never closed"))
  }

  private mutating func receiveHeader(_ row: CSVRow) {
    hasHeader = true
    let columns = ColumnMap<Builder.Column>(
      header: row, file: log.file, named: named, log: &log.findings)
    log.headings = columns.headings
    guard !log.findings.contains(where: { $0.severity == .error }) else { return }
    self.columns = columns
    builder.begin(columns, file: file)
  }

  private func hasOnlyEmptyCellsTooMany(_ row: CSVRow) -> Bool {
    row.count > log.headings.count
      && (log.headings.count..<row.count).allSatisfy { row[$0].isEmpty }
  }

  private mutating func addWrongLength(_ row: CSVRow) {
    let isShort = row.count < log.headings.count
    log.findings.append(
      Finding(
        isShort ? .tooFewCells : .tooManyCells, file: log.file, line: row.line,
        value: String(row.count),
        message: "\(row.count) \(row.count == 1 ? "cell" : "cells"), but the header has "
          + "\(log.headings.count)"))
  }
}
