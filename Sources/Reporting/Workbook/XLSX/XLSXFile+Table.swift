import Analysis
import CLibXLSXWriter
import ProvisionModel

/// Tables, cell by cell.
extension XLSXFile {
  /// Adds a table whose headings are in that row, counted from 0.
  ///
  /// - Parameter least: The width that the columns printed on every page have together at least,
  ///   for the lines above the table.
  mutating func add(
    _ table: WorkbookTable, to sheet: Sheet, below headingRow: Int, repeating least: Double
  ) {
    var widths = table.columns.map { XLSXColumnWidth($0) }
    for index in 0..<table.count {
      var lines = 1
      for (column, cell) in table.row(index).enumerated() {
        lines = max(lines, widths[column].make(roomFor: cell))
        let isLink = column == 0 && table.linksToSheets
        let place = Place(sheet: sheet, row: UInt32(headingRow + 1 + index), column: UInt16(column))
        check(isLink ? link(cell, at: place) : write(cell, at: place, table))
      }
      if lines > 1 { setHeight(of: UInt32(headingRow + 1 + index), in: sheet, lines) }
    }
    var room = least
    for (column, width) in widths.enumerated() {
      let isLast = column == table.repeatedColumns - 1
      let width = isLast ? max(width.width, min(room, 255)) : width.width
      room -= width
      check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
    }
    setHeight(of: UInt32(headingRow), in: sheet, widths.map(\.headingLines).max() ?? 1)
    mark(table, sheet, headingRow)
  }

  /// Makes a row high enough for its lines: not every program does that by itself.
  private mutating func setHeight(of row: UInt32, in sheet: Sheet, _ lines: Int) {
    check(worksheet_set_row(sheet, row, min(Double(lines) * 15, 409), nil))
  }

  /// Where a cell is.
  private struct Place {
    var sheet: Sheet
    var row: UInt32
    var column: UInt16
  }

  /// Writes a cell: numbers as numbers, dates as dates, all else as strings, never as formulas.
  private func write(_ cell: TableCell, at place: Place, _ table: WorkbookTable) -> lxw_error {
    let style = table.columns[Int(place.column)].style
    // SAFETY: the sheet lives as long as the workbook, which is open; texts are copied.
    func string(_ text: String) -> lxw_error {
      worksheet_write_string(
        place.sheet, place.row, place.column, XLSXText.cell(text), styles.texts(style))
    }
    func number(_ value: Double, _ format: XLSXStyles.Format?) -> lxw_error {
      precondition(value.isFinite, "a figure that is not a number reached a table")
      return worksheet_write_number(place.sheet, place.row, place.column, value, format)
    }
    switch cell {
    case .absent where table.pack == .governors: return string("x")
    case .notApplicable where table.pack == .governors: return string("z")
    case .absent, .notApplicable:
      return worksheet_write_blank(place.sheet, place.row, place.column, styles.texts(style))
    case .suppressed: return string("c")
    case .text(let text), .freeText(let text): return string(text)
    case .whole(let value): return number(Double(value), styles.wholeNumbers(style))
    case .number(let value): return number(value, styles.numbers(style))
    case .share(let share): return number(share.value ?? 0, styles.numbers(style))
    case .day(let day):
      let (year, month, date) = day.civil
      var time = lxw_datetime()
      (time.year, time.month, time.day) = (Int32(year), Int32(month), Int32(date))
      return worksheet_write_datetime(
        place.sheet, place.row, place.column, &time, styles.days(style))
    }
  }

  /// A sheet's name that leads to it. Names of sheets are the program's, never from the data.
  private func link(_ cell: TableCell, at place: Place) -> lxw_error {
    guard case .text(let name) = cell else { return LXW_ERROR_PARAMETER_VALIDATION }
    return worksheet_write_url_opt(
      place.sheet, place.row, place.column, "internal:'\(name)'!A1", styles.link, name, nil)
  }

  /// Makes the cells an Excel table, and sets what belongs to it.
  private mutating func mark(_ table: WorkbookTable, _ sheet: Sheet, _ headingRow: Int) {
    let (first, last) = (UInt32(headingRow), UInt32(headingRow + table.count))
    let lastColumn = UInt16(table.columns.count - 1)
    let texts = table.columns.map(\.heading) + [table.name]
    check(
      Self.withTexts(texts) { [styles] texts in
        var columns = texts.dropLast().map { text in
          var column = lxw_table_column()
          column.header = text
          column.header_format = styles.heading
          return column
        }
        // SAFETY: the pointers are used within the call only; the library copies what it keeps.
        return columns.withUnsafeMutableBufferPointer { buffer in
          var pointers = buffer.indices.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
          return pointers.withUnsafeMutableBufferPointer { pointers in
            var options = lxw_table_options()
            options.name = texts.last ?? nil
            options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
            options.style_type_number = 1
            options.columns = pointers.baseAddress
            return worksheet_add_table(sheet, first, 0, last, lastColumn, &options)
          }
        }
      })
    check(worksheet_repeat_rows(sheet, first, first))
    if table.repeatedColumns > 0 {
      check(worksheet_repeat_columns(sheet, 0, UInt16(table.repeatedColumns - 1)))
    }
    // Numbers of pupils are texts, and no mistake.
    let range = "A1:XFD\(last + 1)"
    check(
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
  }
}
