import CLibXLSXWriter

/// Sheets and how they are printed.
extension XLSXFile {
  /// A pointer to a sheet, which belongs to its workbook.
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  /// Adds a sheet.
  mutating func add(_ sheet: WorkbookSheet) {
    // SAFETY: sheets live as long as the workbook, which is open; names and texts are copied.
    guard let made = workbook_add_worksheet(book, sheet.name) else {
      return check(LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    check(worksheet_write_string(made, 0, 0, XLSXText.cell(sheet.title), styles.title))
    for (row, line) in sheet.lines.enumerated() {
      check(worksheet_write_string(made, UInt32(row + 1), 0, XLSXText.cell(line), styles.line))
    }
    setPage(made, sheet)
    switch sheet.content {
    case .table(let table) where table.count > 0:
      let title = XLSXText.width(sheet.title) * 1.5
      let widths = sheet.fitsPage ? [] : [title] + sheet.lines.map(XLSXText.width)
      add(table, to: made, below: sheet.lines.count + 1, repeating: widths.max() ?? 0)
    case .table:
      break
    case .chart(let chart):
      add(chart, to: made, below: sheet.lines.count + 1)
    }
  }

  /// A4, lying but for tall charts, as wide as a page where the sheet is narrow, with its name at
  /// the foot.
  private func setPage(_ made: Sheet, _ sheet: WorkbookSheet) {
    if !sheet.content.isTall { worksheet_set_landscape(made) }
    worksheet_set_paper(made, 9)
    worksheet_set_margins(made, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(made, "&L&A&RPage &P of &N")
    if sheet.fitsPage {
      worksheet_fit_to_pages(made, 1, sheet.content.isChart ? 1 : 0)
    } else {
      worksheet_set_print_scale(made, 60)
    }
  }
}

extension WorkbookSheet.Content {
  /// Whether it is a chart that is higher than wide.
  fileprivate var isTall: Bool {
    if case .chart(let chart) = self { chart.isTall } else { false }
  }

  /// Whether it is a chart.
  fileprivate var isChart: Bool {
    if case .chart = self { true } else { false }
  }
}
