import TestSupport

/// Holds the sheets of the governors' workbook against their tables.
struct WorkbookCheck {
  private typealias Sheet = WorkbookContents.Sheet
  private static let file = "governors/workbook.xlsx"

  /// What should not be there.
  private(set) var breaches: [Breach] = []
  private let contents: WorkbookContents
  private let packs: Packs

  /// The check of a run's workbook.
  init(_ contents: WorkbookContents, _ packs: Packs) {
    (self.contents, self.packs) = (contents, packs)
    var files: [String: String] = [:]
    for row in contents["Contents"]?.tableRows ?? [] where row.count == 4 {
      if case .text(let sheet) = row[0], case .text(let file) = row[3], file != "none" {
        files[sheet] = file
      }
    }
    for file in packs.writtenFiles where !files.values.contains(file) {
      add(.different, file, "sheet", "none", "it is a file of the pack")
    }
    for sheet in contents.sheets {
      if let file = files[sheet.name] {
        compare(sheet, file)
      } else if sheet.name.hasPrefix("Chart ") {
        checkChart(sheet)
      } else {
        checkWords(sheet)
      }
    }
  }

  /// A sheet has what its file has, cell for cell.
  private mutating func compare(_ sheet: Sheet, _ file: String) {
    let table = packs.written(file)
    let rows = sheet.tableRows
    // A table without rows has one that is empty.
    let isEmpty = table.rows.isEmpty && rows.allSatisfy { $0.allSatisfy { $0 == .empty } }
    guard rows.count == table.rows.count || isEmpty,
      sheet.tableColumns.count == table.headings.count
    else {
      return add(
        .different, file, "rows", "\(rows.count) × \(sheet.tableColumns.count)",
        "\(table.rows.count) × \(table.headings.count)")
    }
    let pairs = packs.pairs(file)
    for (place, cells) in rows.enumerated() where !isEmpty {
      for (index, heading) in table.headings.enumerated() {
        let cell = index < cells.count ? cells[index] : .empty
        let text = table.rows[place][heading] ?? ""
        guard !Self.isSame(cell, text) else { continue }
        let truth = pairs[place].truth?[heading] ?? ""
        add(
          text == "c" ? .kept : .different, "\(file) row \(place)", heading, "\(cell)",
          "“\(text)”, truly \(truth)")
      }
      if cells.dropFirst(table.headings.count).contains(where: { $0 != .empty }) {
        add(.different, "\(file) row \(place)", "cells", "beyond the table", "")
      }
    }
  }

  private static func isSame(_ cell: WorkbookContents.Cell, _ text: String) -> Bool {
    switch cell {
    case .empty: return text.isEmpty
    case .formula: return false
    case .number(let number):
      return Double(text).map { abs($0 - number) <= 1e-12 * max(1, abs($0)) } ?? false
    case .text(let written):
      // The CSV file marks what could be taken for a formula.
      let isMarked = text.hasPrefix("'") && text.dropFirst().first.map("=+-@".contains) == true
      return written == (isMarked ? String(text.dropFirst()) : text)
    }
  }

  /// The numbers of a chart are those that a row of the term prints; its bars are their differences.
  private mutating func checkChart(_ sheet: Sheet) {
    guard sheet.name.hasSuffix(" numbers") else {
      if sheet.rows.joined().contains(where: Self.isNumber) {
        add(.different, sheet.name, "chart", "a number", "its numbers have a sheet of their own")
      }
      return
    }
    for cells in sheet.tableRows {
      guard case .text(let label) = cells.first else { continue }
      let printed = printedNumbers(of: label)
      for (heading, cell) in zip(sheet.tableColumns, cells).dropFirst()
      where !heading.hasPrefix("Bar: ") {
        guard case .number(let number) = cell else { continue }
        if !printed.contains(where: { abs($0 - number) < 1e-9 }) {
          add(.kept, sheet.name, heading, "\(label): \(number)", "the table prints \(printed)")
        }
      }
    }
  }

  /// What the rows of the term, and those that speak, print that a bar of that label may be about.
  private func printedNumbers(of label: String) -> [Double] {
    func isNamed(_ name: String) -> Bool {
      let stem = label.hasSuffix("…") ? label.dropLast() : label[...]
      return label.hasPrefix(name) || label.hasSuffix("…") && name.hasPrefix(stem)
    }
    let sizes = ["matched_g", "growth_g"].flatMap { [$0, "\($0)_low", "\($0)_high"] }
    return [
      (Packs.interventions, "intervention", sizes + ["share_on_track"]),
      (Packs.units, "unit", ["shrunk_progress", "shrunk_low", "shrunk_high"]),
    ].flatMap { file, name, columns in
      packs.written(file).rows.filter { row in
        (row["period"] == "term" || row["period"] == row["period_speaks"])
          && isNamed(row[name] ?? "")
      }
      .flatMap { row in columns.compactMap { row[$0].flatMap { Double($0) } } }
    }
  }

  /// Sheets of words have no numbers but dates and the numbers of rows.
  private mutating func checkWords(_ sheet: Sheet) {
    for cell in sheet.rows.joined() {
      switch cell {
      case .number(let number) where sheet.name == "Contents":
        let isOfRows = contents.sheets.contains { Double($0.tableRows.count) == number }
        if !isOfRows {
          add(.different, sheet.name, "rows", "\(number)", "no sheet has so many rows")
        }
      // A day, counted as spreadsheets do.
      case .number(let number) where sheet.name == "Cover" && number > 36_000: break
      case .number(let number):
        add(.different, sheet.name, "number", "\(number)", "the sheet has none")
      case .text(let text):
        if text.contains(/\b[1-4] (pupil|episode)/) {
          add(.small, sheet.name, "text", text, "in a sentence")
        }
      case .empty, .formula: break
      }
    }
  }

  private static func isNumber(_ cell: WorkbookContents.Cell) -> Bool {
    if case .number = cell { return true }
    return false
  }

  private mutating func add(
    _ kind: Breach.Kind, _ place: String, _ figure: String, _ printed: String, _ truth: String
  ) {
    breaches.append(
      Breach(
        kind: kind, place: "\(Self.file) (\(place))", figure: figure, printed: printed,
        truth: truth))
  }
}
