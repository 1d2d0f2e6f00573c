import ProvisionModel

/// A workbook as it is to be written: nothing here knows the file format.
struct Workbook: Sendable {
  /// The title in the document's properties.
  var title: String
  /// What it is about, in the document's properties.
  var subject: String
  /// The program, in the document's properties.
  var author: String
  /// The day that the document's properties give as that of its making: the as-of date, as a clock
  /// would change the bytes.
  var created: Day
  /// The sheets, in order.
  var sheets: [WorkbookSheet]
}

/// A sheet: a title, some lines, and under them a table or a chart.
struct WorkbookSheet: Sendable {
  /// What is on a sheet under its lines.
  enum Content: Sendable {
    /// A table.
    case table(WorkbookTable)
    /// A chart of numbers that another sheet holds.
    case chart(BarChart)
  }

  /// The name on its tab, at most 31 letters.
  var name: String
  /// The title, in cell A1.
  var title: String
  /// Lines of text below the title, one a row.
  var lines: [String]
  /// What stands under the lines.
  var content: Content
  /// What the list of contents says of it.
  var summary: String
  /// The CSV file that holds the same rows; empty where none does.
  var file = ""

  /// Whether a page is as wide as the sheet when it is printed; wide tables go over several pages.
  var fitsPage: Bool {
    switch content {
    case .table(let table): table.columns.count <= 12
    case .chart: true
    }
  }
}

/// A table of a sheet: an Excel table with one header row.
struct WorkbookTable: Sendable {
  /// The name under which formulas find it: letters, digits and underscores.
  var name: String
  /// The columns.
  var columns: [WorkbookColumn]
  /// The number of rows.
  var count: Int
  /// How values that are not there are written.
  var pack: Pack
  /// Whether the first column names sheets, and leads to them.
  var linksToSheets = false
  /// The columns, counted from the left, that are printed on every page of a wide table.
  var repeatedColumns = 0
  /// Where a row stands in a CSV file, for the audit; empty: it is none of its rows.
  var place: @Sendable (Int) -> String = { _ in "" }
  /// The cells of a row.
  var row: @Sendable (Int) -> [TableCell]
}

/// A column of a table: what stands above it, and how its cells are shown.
struct WorkbookColumn: Sendable {
  /// How the cells of a column are shown.
  enum Style: Sendable {
    /// Names and words.
    case text
    /// Sentences, which need room.
    case prose
    /// Whole numbers.
    case whole
    /// Numbers with so many decimals: 1, 2 or 3.
    case decimals(Int)
    /// Shares, in per cent.
    case share
    /// Sums of money, in pounds.
    case money
    /// Dates.
    case day
  }

  /// The heading, which no other column of the table has.
  var heading: String
  /// How the cells are shown.
  var style: Style
  /// The names of the figures in it, for the audit; empty: there are none.
  var figures: [String] = []
}

extension Workbook {
  /// The same with the cells of all tables made once, so that what is read of it is what is written.
  var made: Workbook {
    var made = self
    for index in sheets.indices {
      guard case .table(var table) = sheets[index].content else { continue }
      let rows = (0..<table.count).map(table.row)
      table.row = { rows[$0] }
      made.sheets[index].content = .table(table)
    }
    return made
  }
}
