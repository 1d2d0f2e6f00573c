import Analysis
import ProvisionModel

/// Writes rows of cells as CSV: UTF-8, commas, CR LF, quotes where RFC 4180 asks for them.
package struct CSVWriter: ~Copyable {
  private let pack: Pack
  private var isAtStartOfRow = true

  /// A writer for a pack; it decides how absent values are written.
  package init(pack: Pack) {
    self.pack = pack
  }

  /// Writes the headings.
  package mutating func header(_ names: [String], to sink: inout ByteSink) {
    for name in names { cell(.text(name), to: &sink) }
    endRow(&sink)
  }

  /// Writes a row.
  package mutating func row(_ cells: [TableCell], to sink: inout ByteSink) {
    for index in cells.indices { cell(cells[index], to: &sink) }
    endRow(&sink)
  }

  /// Ends a row.
  mutating func endRow(_ sink: inout ByteSink) {
    sink.append("\r\n")
    isAtStartOfRow = true
  }

  /// Writes a cell.
  mutating func cell(_ cell: TableCell, to sink: inout ByteSink) {
    if !isAtStartOfRow { sink.append(0x2C) }
    isAtStartOfRow = false
    switch cell {
    case .absent: if pack == .governors { sink.append("x") }
    case .notApplicable: if pack == .governors { sink.append("z") }
    case .suppressed: sink.append("c")
    case .text(let text): Self.quoted(text, to: &sink)
    case .freeText(let text):
      Self.quoted(Self.isFormula(text) ? "'" + text : text, to: &sink)
    case .whole(let value): Self.whole(value, to: &sink)
    case .number(let value): Self.number(value, to: &sink)
    case .share(let share): Self.number(share.value ?? 0, to: &sink)
    case .day(let day): Self.day(day, to: &sink)
    }
  }

  /// `yyyy-mm-dd`.
  private static func day(_ day: Day, to sink: inout ByteSink) {
    let (year, month, date) = day.civil
    sink.append(year, width: 4)
    sink.append(0x2D)
    sink.append(month, width: 2)
    sink.append(0x2D)
    sink.append(date, width: 2)
  }

  private static func whole(_ value: Int, to sink: inout ByteSink) {
    guard value >= 0 else { return sink.append(String(value)) }
    sink.append(value, width: 1)
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  private static func number(_ value: Double, to sink: inout ByteSink) {
    if let whole = whole(value) {
      Self.whole(whole, to: &sink)
    } else {
      sink.append(value.description)
    }
  }

  /// A number that is written without a point.
  private static func whole(_ value: Double) -> Int? {
    precondition(value.isFinite, "a figure that is not a number reached a table")
    return value == value.rounded() && abs(value) < 1e15 ? Int(value) : nil
  }

  /// Whether spreadsheets take a text for a formula by how it begins; a quote in front stops them
  /// (OWASP, CSV injection).
  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func quoted(_ text: String, to sink: inout ByteSink) {
    let needsNone =
      text.utf8.withContiguousStorageIfAvailable { isPlain($0) } ?? isPlain(text.utf8)
    guard !needsNone else { return sink.append(text) }
    sink.append(0x22)
    // Byte by byte: a quote with a combining accent is another character, but a quote to readers.
    for byte in text.utf8 {
      if byte == 0x22 { sink.append(0x22) }
      sink.append(byte)
    }
    sink.append(0x22)
  }

  /// Whether a text can be written without quotes around it.
  private static func isPlain(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard bytes.first != 0x20, bytes.last != 0x20 else { return false }
    return bytes.allSatisfy {
      $0 > 0x2C || $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D
    }
  }
}
