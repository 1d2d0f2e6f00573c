import Diagnostics

/// Every finding: the columns of data-quality.csv.
enum DataQualityFigures {
  typealias Column = Figure<Finding>

  static let table = ReportTable(
    file: "data-quality",
    sheet: TableSheet("Data quality", "Data quality", repeating: 2, [.symbols, .texts]),
    summary: "What was found while reading the files", rows: { $0.facts.findings },
    figures: [
      Column("file", "File", "The file that was read.") { row, _ in .free(row.file) },
      Column("line", "Line", "The line of the file.", .whole) { row, _ in .whole(row.line) },
      Column("column", "Column", "The column of the file, counted from 1.", .whole) { row, _ in
        .whole(row.column)
      },
      Column("code", "Kind", "The kind of finding; the README explains each.") { row, _ in
        .text(row.code.rawValue)
      },
      Column(
        "severity", "Weight",
        "error: the row was set aside; warning: used as it stands; note: a plain fact."
      ) { row, _ in .text(row.severity.rawValue) },
      Column("value", "What stands there", "The text in question.", .prose) { row, _ in
        .free(row.value)
      },
      Column("message", "What is wrong", "What was found.", .prose) { row, _ in
        .free(row.message)
      },
      Column("hint", "What to do", "How to mend it.", .prose) { row, _ in .free(row.hint) },
    ])
}
