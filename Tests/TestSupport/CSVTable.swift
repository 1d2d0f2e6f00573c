/// A plain reading of RFC 4180, to look into what the program wrote.
package struct CSVTable: Sendable {
  /// The headings.
  package let headings: [String]
  /// The rows, each as its cells by heading.
  package let rows: [[String: String]]

  /// The table in the bytes of a file.
  package init(_ bytes: [UInt8]) {
    var records = Self.records(bytes)
    headings = records.isEmpty ? [] : records.removeFirst()
    let names = headings
    rows = records.map { cells in
      Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The rows whose cells are as given.
  package func rows(where wanted: [String: String]) -> [[String: String]] {
    rows.filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var previous: UInt8 = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    for byte in bytes {
      switch byte {
      case 0x22:
        // A quote right after a closing one is a quote of the text.
        if !isQuoted, previous == 0x22 { cell.append(0x22) }
        isQuoted.toggle()
      case 0x2C where !isQuoted:
        record.append(text())
        cell = []
      case 0x0D where !isQuoted:
        break
      case 0x0A where !isQuoted:
        records.append(record + [text()])
        (record, cell) = ([], [])
      default:
        cell.append(byte)
      }
      previous = byte
    }
    return records
  }
}
