import Foundation
import TestSupport
import Testing

/// Holds the sheets of a pack's workbook against the CSV files beside it.
struct WorkbookComparison {
  let contents: WorkbookContents
  private let reports: ReportsFolder
  private let pack: String

  /// The workbook of a pack.
  init(_ reports: ReportsFolder, _ pack: String) throws {
    self.reports = reports
    self.pack = pack
    contents = try WorkbookContents(reports.contents["\(pack)/workbook.xlsx"])
  }

  /// The sheets that Contents says are files too, with the files' names.
  func sheetsWithFiles() throws -> [(sheet: WorkbookContents.Sheet, file: String)] {
    let rows = try #require(contents["Contents"]).tableRows
    return try rows.compactMap { row in
      guard case .text(let name) = row[0], case .text(let file) = row[3], file != "none" else {
        return nil
      }
      return (try #require(contents[name], "Contents leads to \(name)"), file)
    }
  }

  /// Expects every sheet to say what its file says.
  func expectTheSame() throws {
    for (sheet, file) in try sheetsWithFiles() {
      let table = try reports.table("\(pack)/\(file)")
      #expect(sheet.tableRows.count == table.rows.count, "\(pack)/\(file)")
      guard !table.rows.isEmpty else { continue }
      #expect(try headings(of: sheet) == table.headings, "\(pack)/\(file)")
      for (cells, row) in zip(sheet.tableRows, table.rows) {
        for (index, heading) in table.headings.enumerated() {
          let cell = index < cells.count ? cells[index] : .empty
          let text = row[heading] ?? ""
          guard !Self.isSame(cell, text, heading) else { continue }
          Issue.record("\(pack)/\(file) \(heading): \(cell) and \(text)")
        }
      }
    }
  }

  /// The headings of a sheet as the files call them, by the sheet Columns.
  private func headings(of sheet: WorkbookContents.Sheet) throws -> [String] {
    let rows = try #require(contents["Columns"]).tableRows
    let names = [sheet.name, "KPI 5.5 interventions"]
    return sheet.tableColumns.map { heading in
      for name in names {
        let found = rows.first { $0[0] == .text(name) && $0[1] == .text(heading) }
        if case .text(let file)? = found?[3] { return file }
      }
      return "\(heading) is not in Columns"
    }
  }

  private static func isSame(
    _ cell: WorkbookContents.Cell, _ text: String, _ heading: String
  ) -> Bool {
    switch cell {
    case .empty: return text.isEmpty
    case .formula: return false
    case .number(let number):
      guard heading != "pupil_id" else { return false }
      if heading == "date" || heading.hasSuffix("_date") { return number == serial(text) }
      guard let other = Double(text) else { return false }
      return abs(number - other) <= 1e-14 * max(1, abs(other))
    case .text(let written):
      // Only the CSV file keeps texts from being taken for formulas.
      let isMarked = text.hasPrefix("'") && "=+-@\t\r".contains(text.dropFirst().first ?? "a")
      let plain = isMarked ? String(text.dropFirst()) : text
      return written == plain.replacing("\r\n", with: "\n")
    }
  }

  /// Days since 30 December 1899, as spreadsheets count them.
  private static func serial(_ iso: String) -> Double? {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    let start = -2_209_161_600.0
    return (try? style.parse(iso)).map { ($0.timeIntervalSince1970 - start) / 86_400 }
  }
}
