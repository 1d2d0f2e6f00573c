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
    for cell in cells { self.cell(cell, to: &sink) }
    endRow(&sink)
  }

  private mutating func endRow(_ sink: inout ByteSink) {
    sink.append("\r\n")
    isAtStartOfRow = true
  }

  private mutating func cell(_ cell: TableCell, to sink: inout ByteSink) {
    if !isAtStartOfRow { sink.append(0x2C) }
    isAtStartOfRow = false
    switch cell {
    case .absent: if pack == .governors { sink.append("x") }
    case .notApplicable: if pack == .governors { sink.append("z") }
    case .suppressed: sink.append("c")
    case .text(let text): Self.quoted(text, to: &sink)
    case .freeText(let text): Self.quoted(Self.neutralised(text), to: &sink)
    case .whole(let value) where value >= 0: sink.append(value, width: 1)
    case .whole(let value): sink.append(String(value))
    case .number(let value): sink.append(Self.number(value))
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

  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite, "a figure that is not a number reached a table")
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  /// Spreadsheets take a text that begins like this for a formula; a quote in front stops them
  /// (OWASP, CSV injection).
  private static func neutralised(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String, to sink: inout ByteSink) {
    var needsQuotes = text.utf8.first == 0x20 || text.utf8.last == 0x20
    for byte in text.utf8 where byte <= 0x2C {
      if byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
    }
    guard needsQuotes else { return sink.append(text) }
    sink.append(0x22)
    // Byte by byte: a quote with a combining accent is another character, but a quote to readers.
    for byte in text.utf8 {
      if byte == 0x22 { sink.append(0x22) }
      sink.append(byte)
    }
    sink.append(0x22)
  }
}
