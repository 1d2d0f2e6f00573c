import Diagnostics
import ProvisionModel

/// Whoever makes a table of the rows of one kind of file; it may be given several files in turn.
protocol TableBuilder: Sendable {
  /// The kind of file's columns.
  associatedtype Column: CanonicalColumn
  /// The columns without which a file of these headings cannot be used.
  func missingColumns(_ columns: ColumnMap<Column>, file: String) -> [Column]
  /// Takes note of where the columns of the next file are.
  ///
  /// - Parameter file: The position of the file among the data's inputs.
  mutating func begin(_ columns: ColumnMap<Column>, file: Int, log: inout FileLog)
  /// Whether a file of the kind may hold nothing.
  var mayBeEmpty: Bool { get }
  /// Columns that are used and have no canonical name: scores, where a row has several.
  var scoreColumns: [InputScoreColumn] { get }
  /// Makes room for that many rows in all.
  mutating func reserve(rows: Int)
  /// Takes a row, or sets it aside with the reason in the log.
  mutating func add(_ row: CSVRow, log: inout FileLog)
  /// Takes a row as long as the headings if it is of the same pupil as the row before and all that a
  /// row needs is there and plain, as in most rows of large files. If not, false: nothing is taken, and
  /// the row is still to be added.
  mutating func addPlain(_ row: CSVRow) -> Bool
  /// Does what can be done only when all rows of a file are known.
  mutating func finish(log: inout FileLog)
  /// Hands the rows of a file to a receiver with such a builder; the digest of the file, where one is
  /// wanted.
  ///
  /// - Throws: `CSVFailure`, and what the system says of the file.
  static func readRows(
    of source: RowSource, _ bytes: inout FileBytes, into receiver: inout TableReceiver<Self>
  ) throws -> String
}

extension TableBuilder {
  var mayBeEmpty: Bool { false }

  var scoreColumns: [InputScoreColumn] { [] }

  @inline(__always)
  mutating func addPlain(_ row: CSVRow) -> Bool { false }

  func missingColumns(_ columns: ColumnMap<Column>, file: String) -> [Column] {
    columns.match.missing
  }

  mutating func reserve(rows: Int) {}

  mutating func finish(log: inout FileLog) {}
}

/// A builder of files of which several stretches may be read at the same time, each by a builder of
/// its own.
protocol StretchBuilder: TableBuilder {
  /// Whether the file that was begun has stretches.
  var hasStretches: Bool { get }
  /// A builder for a stretch of the file that was begun.
  func stretch() -> Self
  /// Puts the rows of the next stretch behind those before it.
  mutating func append(_ stretch: Self, log: inout FileLog)
}

/// Hands the rows of one file to a builder: passes over what stands above the headings, blank rows,
/// totals and footers, and sets aside rows of the wrong length.
struct TableReceiver<Builder: TableBuilder>: CSVRowReceiver {
  /// The builder, with all rows so far.
  private(set) var builder: Builder
  /// What was found.
  var log: FileLog
  /// The columns.
  let columns: ColumnMap<Builder.Column>

  private let width: Int
  private let headingCount: Int
  /// For each column that is needed the positions that may fill it.
  private let needed: [[Int]]
  private var footers = Footers()
  /// A first cell that begins no line of totals and is no heading.
  private var ordinaryCell: [UInt8] = []

  /// A receiver at the start of a file whose columns are known.
  ///
  /// - Parameter file: The position of the file among the data's inputs.
  init(builder: Builder, columns: ColumnMap<Builder.Column>, file: Int, log: FileLog) {
    self.builder = builder
    self.columns = columns
    self.log = log
    self.log.headings = columns.headings
    width = columns.width
    headingCount = columns.headings.count
    needed = Builder.Column.allCases.filter(\.isRequired).map { column in
      ([column] + column.substitutes).map(columns.position).filter { $0 >= 0 }
    }
    self.builder.begin(columns, file: file, log: &self.log)
  }

  @inline(__always)
  mutating func receive(_ row: CSVRow) {
    // Such a row has what it needs, so that it is none of those that belong to no table, and it stands
    // below the headings, as the row does whose pupil it repeats.
    if row.count == headingCount, footers.isEmpty, builder.addPlain(row) {
      log.rows += 1
    } else {
      receiveAny(row)
    }
  }

  private mutating func receiveAny(_ row: CSVRow) {
    if row.line <= columns.line { return }
    let first = row[0]
    if first.isEmpty, row.isBlank { return }
    if row.count < width || Footers.mayBeTotal(first) && !isOrdinary(first) {
      if isHeadingsAgain(row, first) { return log.addHeadingsAgain(line: row.line) }
      if footers.mayTake(row, first, width: width), !isComplete(row),
        footers.takes(row, width: width)
      {
        return
      }
    }
    if !footers.isEmpty { setAsideFooters() }
    log.rows += 1
    if row.count == headingCount || isWideEnough(row) {
      builder.add(row, log: &log)
    } else {
      log.addWrongLength(line: row.line, cells: row.count, width: headingCount)
    }
  }

  /// Makes room for that many more rows.
  mutating func reserve(rows: Int) {
    builder.reserve(rows: rows)
  }

  mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {
    if line <= columns.line { return }
    if !footers.isEmpty { setAsideFooters() }
    log.rows += 1
    log.addStrayQuote(firstLine: firstLine, line: line, column: column)
  }

  /// Takes note that the file has ended.
  mutating func finish() {
    log.addUnread(footers.lines)
    builder.finish(log: &log)
    log.sort()
  }

  /// Whether a row has all that a row needs.
  private func isComplete(_ row: CSVRow) -> Bool {
    row.count >= width
      && needed.allSatisfy { positions in
        positions.isEmpty || positions.contains { !row[$0].isEmpty }
      }
  }

  /// Whether the first cell of a row shows that the row belongs to the table, such as the name of
  /// the school that all rows repeat.
  private mutating func isOrdinary(_ first: Cell) -> Bool {
    if first.isEmpty { return false }
    return first.withBytes { bytes in
      if ordinaryCell.withUnsafeBytes({ SameBytes.hold($0, bytes) }) { return true }
      if Footers.isTotal(first) || bytes.elementsEqual(columns.headings[0].utf8) {
        return false
      }
      ordinaryCell.removeAll(keepingCapacity: true)
      ordinaryCell.append(contentsOf: bytes)
      return true
    }
  }

  /// Whether a row repeats the headings, as exports of several pages do.
  private func isHeadingsAgain(_ row: CSVRow, _ first: Cell) -> Bool {
    row.count == headingCount && first.count == columns.headings[0].utf8.count
      && columns.headings.indices.allSatisfy { row[$0].text == columns.headings[$0] }
  }

  /// Cells too many that hold nothing do not matter, nor do cells too few below no heading.
  private func isWideEnough(_ row: CSVRow) -> Bool {
    if row.count < width { return false }
    return row.count <= headingCount
      || (headingCount..<row.count).allSatisfy { row[$0].isEmpty }
  }

  /// What looked like the lines below a table stands in the middle of it.
  private mutating func setAsideFooters() {
    for line in footers.lines where !line.isTotal {
      log.rows += 1
      log.addWrongLength(line: line.line, cells: line.cells, width: headingCount)
    }
    log.addUnread(footers.lines.filter(\.isTotal))
    footers = Footers()
  }
}

/// Lines that stand below a table: a line of totals, or a line of one cell such as "Printed on …".
private struct Footers {
  /// A line.
  struct Line {
    var line: Int
    var cells: Int
    var text: String
    var isTotal: Bool
  }

  /// The lines, in file order.
  private(set) var lines: [Line] = []

  private static let mostLines = 20

  var isEmpty: Bool { lines.isEmpty }

  /// Whether the first cell of a row and the number of its cells are those of such a line.
  func mayTake(_ row: CSVRow, _ first: Cell, width: Int) -> Bool {
    width > 2 && lines.count < Self.mostLines
      && (row.count < width || first.isEmpty || Self.isTotal(first))
  }

  /// Takes a row that may be such a line; whether it is shows when the file ends.
  mutating func takes(_ row: CSVRow, width: Int) -> Bool {
    guard let first = firstFilled(row) else { return false }
    let isTotal = first.position < 3 && Self.isTotal(row[first.position])
    guard isTotal || first.count == 1 && first.position == 0 && row.count < width else {
      return false
    }
    lines.append(
      Line(
        line: row.line, cells: row.count, text: row[first.position].text, isTotal: isTotal))
    return true
  }

  /// Whether the first cell of a row may begin a line of totals: it is empty, or begins with
  /// letters, where ids mostly have digits.
  static func mayBeTotal(_ first: Cell) -> Bool {
    first.isEmpty || first.count >= 3 && first[1] > 0x40 && first[2] > 0x40
  }

  private func firstFilled(_ row: CSVRow) -> (position: Int, count: Int)? {
    let filled = (0..<row.count).filter { !row[$0].isEmpty }
    return filled.first.map { ($0, filled.count) }
  }

  /// Whether a cell is what a line of totals is called.
  static func isTotal(_ cell: Cell) -> Bool {
    guard cell.count < 40 else { return false }
    return words.contains { cell.begins(with: $0) }
      && totals.contains(PlainName.key(cell.text.prefix { $0 != ":" && $0 != "=" }.description))
  }

  private static let words: [StaticString] = [
    "total", "grand", "average", "mean", "count", "sum", "subtotal", "sub-total", "number of",
  ]

  private static let totals: Set<String> = [
    "total", "totals", "grandtotal", "average", "averages", "mean", "means", "count", "sum",
    "subtotal", "subtotals", "totalpupils", "totalstudents", "totalrows", "totalrecords",
    "numberofpupils", "numberofstudents", "numberofrecords", "numberofrows",
  ]
}

extension TableReceiver where Builder: StretchBuilder {
  /// A receiver for the next stretch of the file, with the lines that may stand below the table if
  /// it follows at once.
  func stretch() -> TableReceiver {
    var stretch = self
    stretch.builder = builder.stretch()
    stretch.log = FileLog(file: log.file)
    stretch.log.headings = log.headings
    return stretch
  }

  /// Whether the rows before the next stretch may stand below the table: only what follows shows.
  var awaitsFooters: Bool { !footers.isEmpty }

  /// Puts what was read of the next stretch behind the rest.
  mutating func append(_ stretch: TableReceiver) {
    log.append(stretch.log)
    builder.append(stretch.builder, log: &log)
    footers = stretch.footers
  }
}

extension FileLog {
  /// Notes a row of the wrong length.
  fileprivate mutating func addWrongLength(line: Int, cells: Int, width: Int) {
    findings.append(
      Finding(
        cells < width ? .tooFewCells : .tooManyCells, file: file, line: line,
        value: String(cells),
        message: "\(cells) \(cells == 1 ? "cell" : "cells"), but the header has \(width)"))
  }

  /// Notes a row that is not CSV: it begins on `firstLine` and goes wrong on `line`.
  mutating func addStrayQuote(firstLine: Int, line: Int, column: Int) {
    let row =
      firstLine == line
      ? "the row cannot be cut into cells and is set aside"
      : "the row from line \(firstLine) on cannot be cut into cells, and lines \(firstLine) to "
        + "\(line) are set aside"
    findings.append(
      Finding(
        .strayQuote, file: file, line: line, column: column,
        heading: headings.indices.contains(column - 1) ? headings[column - 1] : nil,
        message: "a \" stands in the middle of a cell: " + row,
        hint: firstLine == line
          ? nil : "look for a \" on line \(firstLine) that opens a cell and is never closed"))
  }

  /// Notes a row that repeats the headings.
  fileprivate mutating func addHeadingsAgain(line: Int) {
    findings.append(
      Finding(
        .notATableRow, file: file, line: line, message: "the headings once more: not read"))
  }

  /// Notes lines below the table.
  fileprivate mutating func addUnread(_ lines: [Footers.Line]) {
    for line in lines {
      findings.append(
        Finding(
          .notATableRow, file: file, line: line.line, column: 1, value: line.text,
          message: line.isTotal
            ? "a line of totals: not read" : "a line below the table: not read"))
    }
  }
}
