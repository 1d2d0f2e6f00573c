import Analysis
import ProvisionModel

/// A figure as it stands in a written file.
struct WrittenFigure: Sendable {
  /// The file, below the term's folder.
  let file: String
  /// The names of the figures that the text shows; empty: it is no figure.
  let names: [String]
  /// The row of a CSV file that it belongs to, e.g. `kpi-5.5-interventions:12`; empty: none is named.
  let place: String
  /// What stands there.
  let text: String

  /// Whether it says anything: it is not left out, not applicable and not missing.
  var isPrinted: Bool { !["", "c", "x", "z"].contains(text) }
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
    let table = path.split(separator: "/").last?.dropLast(4) ?? ""
    return rows.dropFirst().enumerated().flatMap { index, cells in
      zip(headings, cells).map { name, text in
        WrittenFigure(file: path, names: [name], place: "\(table):\(index)", text: text)
      }
    }
  }

  /// The cells, row by row.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22 where isQuoted && index < bytes.count && bytes[index] == 0x22:
        cell.append(byte)
        index += 1
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted, 0x0A where !isQuoted:
        if byte == 0x0A, cell.last == 0x0D { cell.removeLast() }
        row.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      default: cell.append(byte)
      }
    }
    return rows
  }
}

/// Reads a workbook's cells, those behind its charts included.
enum WorkbookReading {
  /// The cells of all tables.
  static func figures(_ workbook: Workbook) -> [WrittenFigure] {
    workbook.sheets.flatMap { sheet -> [WrittenFigure] in
      guard case .table(let table) = sheet.content else { return [] }
      let names = table.columns.map { $0.figures }
      return (0..<table.count).flatMap { index in
        zip(names, table.row(index)).map { names, cell in
          WrittenFigure(
            file: "governors/workbook.xlsx, sheet \(sheet.name)", names: names,
            place: table.place(index), text: text(cell))
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
