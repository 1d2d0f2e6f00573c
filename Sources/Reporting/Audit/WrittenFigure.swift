import Analysis
import ProvisionModel

/// A figure as it stands in a written file.
struct WrittenFigure: Sendable {
  /// The file, below the term's folder.
  let file: String
  /// The names of the figures that the text shows; empty: it is no figure.
  let names: [String]
  /// Where it belongs.
  let place: WrittenPlace
  /// What stands there.
  let text: String

  /// Whether it says anything: it is not left out, not applicable and not missing.
  var isPrinted: Bool { !["", "c", "x", "z"].contains(text) }
}

/// The row of a CSV file that a figure belongs to.
struct WrittenPlace: Sendable, CustomStringConvertible {
  /// The table's file, without its extension; empty: none is named.
  let table: String
  /// The number of the row, from 0; nil: none is named.
  let row: Int?

  /// No row.
  static let none = WrittenPlace(table: "", row: nil)

  /// A row of a table.
  init(table: String, row: Int?) {
    self.table = table
    self.row = row
  }

  /// A row as files name it, e.g. `kpi-5.5-interventions:12`.
  init(_ text: String) {
    let parts = text.split(separator: ":")
    self.init(
      table: parts.first.map(String.init) ?? "", row: parts.count == 2 ? Int(parts[1]) : nil)
  }

  var description: String { row.map { "\(table):\($0)" } ?? table }
}

/// What the audit reads of a pack.
struct WrittenPack: Sendable {
  /// The CSV and HTML files, by their path below the term's folder.
  let files: [(path: String, bytes: [UInt8])]
  /// The workbook as it is handed to the library; nil: there is none.
  let workbook: Workbook?

  /// Everything that stands in it, a figure or a text at a time.
  var figures: [WrittenFigure] {
    files.flatMap { path, bytes in
      path.hasSuffix(".csv") ? CSVReading.figures(path, bytes) : HTMLReading.figures(path, bytes)
    } + (workbook.map(WorkbookReading.figures) ?? [])
  }
}

/// Reads a CSV file as it is written: RFC 4180, commas and quotes.
enum CSVReading {
  /// The cells of all rows.
  static func figures(_ path: String, _ bytes: [UInt8]) -> [WrittenFigure] {
    let rows = rows(bytes)
    guard let headings = rows.first else { return [] }
    let table = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
    let names = headings.map { [$0] }
    return rows.dropFirst().enumerated().flatMap { index, cells in
      let place = WrittenPlace(table: table, row: index)
      return zip(names, cells).map { names, text in
        WrittenFigure(file: path, names: names, place: place, text: text)
      }
    }
  }

  /// The cells, row by row.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var index = 0
    while index < bytes.count {
      row.append(cell(bytes, &index))
      if index < bytes.count, bytes[index] == 0x0A {
        rows.append(row)
        row = []
      }
      index += 1
    }
    return rows
  }

  /// A cell; `index` is moved to the comma or the line break behind it.
  private static func cell(_ bytes: [UInt8], _ index: inout Int) -> String {
    func end(from start: Int) -> Int {
      var end = start
      while end < bytes.count, bytes[end] != 0x2C, bytes[end] != 0x0A { end += 1 }
      return end
    }
    let start = index
    guard start < bytes.count, bytes[start] == 0x22 else {
      index = end(from: start)
      let isBeforeReturn = index > start && bytes[index - 1] == 0x0D
      return String(decoding: bytes[start..<(isBeforeReturn ? index - 1 : index)], as: UTF8.self)
    }
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] == 0x22 {
        index += 1
        guard index < bytes.count, bytes[index] == 0x22 else { break }
      }
      text.append(bytes[index])
      index += 1
    }
    index = end(from: index)
    return String(decoding: text, as: UTF8.self)
  }
}

/// Reads a workbook's cells, those behind its charts included.
enum WorkbookReading {
  /// The cells of all tables.
  static func figures(_ workbook: Workbook) -> [WrittenFigure] {
    workbook.sheets.flatMap { sheet -> [WrittenFigure] in
      guard case .table(let table) = sheet.content else { return [] }
      let names = table.columns.map { $0.figures }
      let file = "governors/workbook.xlsx, sheet \(sheet.name)"
      return (0..<table.count).flatMap { index in
        let place = WrittenPlace(table.place(index))
        return zip(names, table.row(index)).map { names, cell in
          WrittenFigure(file: file, names: names, place: place, text: text(cell))
        }
      }
    }
  }

  private static func text(_ cell: TableCell) -> String {
    switch cell {
    case .absent: "x"
    case .notApplicable: "z"
    case .suppressed: "c"
    case .text(let text), .freeText(let text): text
    case .whole(let value): String(value)
    case .number(let value): value.description
    case .share(let share): "\(share.count) of \(share.total)"
    case .day(let day): day.description
    }
  }
}
