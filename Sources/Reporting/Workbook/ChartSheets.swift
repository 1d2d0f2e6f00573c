/// A chart and the table of its numbers, each for a sheet of its own.
struct ChartSheets {
  /// The title of chart and sheets.
  let title: String
  /// What stands below the title of the chart's sheet.
  let line: String
  /// The notes that explain it.
  let notes: [WorkbookNote]
  /// What the axis of values counts.
  let axis: String
  /// What the dark pieces are.
  let darkName: String
  /// The chart in words.
  let description: String
  /// The columns of the numbers.
  let columns: [WorkbookColumn]
  /// How the last of them are drawn.
  let inks: [BarChart.Ink]
  /// The numbers, row by row, with the label first.
  let rows: [[TableCell]]
  /// Where each row stands in a CSV file.
  let places: [String]

  /// A chart of ranges; nil where no bar has any width, or where there are too many to be read.
  ///
  /// - Parameters:
  ///   - things: What the bars are about, in the plural.
  ///   - ends: The headings of both ends of the middle, or of the middle where it is one number.
  ///   - figures: The names of the figures that the bars show.
  init?(
    title: String, of things: String, label: String, axis: String, ends: [String], dark: String,
    notes: [WorkbookNote], figures: [String], bars: [RangeBar]
  ) {
    guard bars.contains(where: { $0.whole.lowerBound < $0.whole.upperBound }),
      bars.count <= BarChart.mostBars
    else { return nil }
    self.title = title
    self.notes = notes
    self.axis = axis
    darkName = dark
    line = "Dark: the \(dark.lowercased()). Light: the 95% range."
    let above = bars.filter { $0.whole.lowerBound > 0 }.map(\.label)
    let below = bars.filter { $0.whole.upperBound < 0 }.map(\.label)
    description =
      "Bars of \(things), \(bars.count) in all, each with its 95% range and, dark, the "
      + "\(dark.lowercased()). The 95% range lies wholly above 0 for \(Self.names(above)), "
      + "wholly below 0 for \(Self.names(below))."
    let numbers = ["95% range from"] + ends + ["95% range to"] + RangeBar.pieces.map(\.heading)
    columns =
      [WorkbookColumn(heading: label, style: .text)]
      + numbers.map { WorkbookColumn(heading: $0, style: .decimals(2), figures: figures) }
    places = bars.map(\.place)
    inks = RangeBar.pieces.map(\.ink)
    rows = bars.map { bar in
      let middle = ends.count == 1 ? [] : [bar.middle.upperBound]
      let range = [bar.whole.lowerBound, bar.middle.lowerBound] + middle + [bar.whole.upperBound]
      return [.freeText(bar.label)] + (range + bar.lengths).map { .number($0) }
    }
  }

  /// A chart of shares; nil where there are none, or too many to be read.
  init?(
    title: String, of things: String, label: String, axis: String, share: String,
    notes: [WorkbookNote], figure: String, shares: [(label: String, place: String, value: Double)]
  ) {
    guard !shares.isEmpty, shares.count <= BarChart.mostBars else { return nil }
    self.title = title
    self.notes = notes
    self.axis = axis
    darkName = share
    line = "A share is no effect: pupils also grow without help."
    let full = shares.filter { $0.value == 1 }.map(\.label)
    let under = shares.filter { $0.value < 0.5 }.map(\.label)
    description =
      "Bars of \(things), \(shares.count) in all, as long as their share on track. It is 100% for "
      + "\(Self.names(full)), under 50% for \(Self.names(under))."
    columns = [
      WorkbookColumn(heading: label, style: .text),
      WorkbookColumn(heading: share, style: .share, figures: [figure]),
    ]
    places = shares.map(\.place)
    inks = [.dark]
    rows = shares.map { [.freeText($0.label), .number($0.value)] }
  }

  /// The sheet of the chart, and that of its numbers.
  func sheets(number: Int, _ pack: Pack) -> [WorkbookSheet] {
    let (chartName, dataName) = ("Chart \(number)", "Chart \(number) numbers")
    let references = WorkbookNote.references(notes)
    let dataLines = ["The numbers of \(chartName). See \(references) in Notes."]
    let chart = BarChart(
      title: title, axis: axis, style: columns[1].style, darkName: darkName,
      description: description + " The numbers are in the sheet \(dataName).",
      dataSheet: dataName, firstRow: dataLines.count + 2,
      firstColumn: columns.count - inks.count, inks: inks, count: rows.count)
    let (rows, places) = (rows, places)
    let table = WorkbookTable(
      name: "chart_\(number)_numbers", columns: columns, count: rows.count, pack: pack,
      repeatedColumns: 1, place: { places[$0] }
    ) { rows[$0] }
    return [
      WorkbookSheet(
        name: chartName, title: title,
        lines: ["\(line) The numbers are in \(dataName). See \(references) in Notes."],
        content: .chart(chart), summary: "A chart: \(title)"),
      WorkbookSheet(
        name: dataName, title: "\(title): numbers", lines: dataLines, content: .table(table),
        summary: "The numbers of \(chartName)"),
    ]
  }

  private static func names(_ labels: [String]) -> String {
    guard !labels.isEmpty else { return "none" }
    let shown = labels.prefix(6).joined(separator: "; ")
    return labels.count > 6 ? "\(shown); and \(labels.count - 6) more" : shown
  }
}
