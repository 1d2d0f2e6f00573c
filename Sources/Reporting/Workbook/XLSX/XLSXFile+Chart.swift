import CLibXLSXWriter

/// Charts.
extension XLSXFile {
  /// A pointer to a chart, which belongs to its workbook.
  typealias Chart = UnsafeMutablePointer<lxw_chart>

  /// Adds a chart below that many rows.
  mutating func add(_ chart: BarChart, to sheet: Sheet, below row: Int) {
    // SAFETY: charts and series live as long as the workbook, which is open; texts are copied.
    guard let made = workbook_add_chart(book, UInt8(LXW_CHART_BAR_STACKED.rawValue)) else {
      return check(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    for index in chart.inks.indices { addSeries(index, of: chart, to: made) }
    setLegend(of: chart, made)
    chart_set_series_gap(made, 60)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    chart_title_set_name(made, chart.title)
    chart_title_set_name_font(made, &font)
    setAxes(of: chart, made)
    insert(made, chart, sheet, row)
  }

  private func addSeries(_ index: Int, of chart: BarChart, to made: Chart) {
    let (first, last) = (UInt32(chart.firstRow), UInt32(chart.firstRow + chart.count - 1))
    let column = UInt16(chart.firstColumn + index)
    let series = chart_add_series(made, nil, nil)
    chart_series_set_categories(series, chart.dataSheet, first, 0, last, 0)
    chart_series_set_values(series, chart.dataSheet, first, column, last, column)
    var fill = lxw_chart_fill()
    switch chart.inks[index] {
    case .none:
      fill.none = 1
      chart_series_set_name(series, "space")
    case .light:
      fill.color = XLSXStyles.Colour.light
      chart_series_set_name(series, BarChart.lightName)
    case .dark:
      fill.color = XLSXStyles.Colour.dark
      chart_series_set_name(series, chart.darkName)
    }
    chart_series_set_fill(series, &fill)
  }

  /// One entry for the dark pieces and one for the light ones; none where all are dark.
  private mutating func setLegend(of chart: BarChart, _ made: Chart) {
    guard let light = chart.inks.firstIndex(of: .light), let dark = chart.inks.firstIndex(of: .dark)
    else { return chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
    var hidden = chart.inks.indices.filter { $0 != light && $0 != dark }.map { Int16($0) } + [-1]
    check(chart_legend_delete_series(made, &hidden))
  }

  private func setAxes(of chart: BarChart, _ made: Chart) {
    // In a chart of bars the vertical axis holds the labels.
    let labels = made.pointee.y_axis
    chart_axis_set_reverse(labels)
    chart_axis_set_crossing_max(labels)
    chart_axis_set_label_position(labels, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    let values = made.pointee.x_axis
    chart_axis_set_name(values, chart.axis)
    if case .share = chart.style {
      chart_axis_set_num_format(values, "0%")
      chart_axis_set_min(values, 0)
      chart_axis_set_max(values, 1)
    } else {
      chart_axis_set_num_format(values, "0.0")
    }
    var line = lxw_chart_line()
    line.color = XLSXStyles.Colour.rule
    line.width = 0.75
    chart_axis_major_gridlines_set_line(values, &line)
  }

  private mutating func insert(_ made: Chart, _ chart: BarChart, _ sheet: Sheet, _ row: Int) {
    check(
      Self.withTexts([XLSXText.cell(chart.description)]) { texts in
        var options = lxw_chart_options()
        // Of the library's 480 × 288 points.
        options.x_scale = 1000 / 480
        options.y_scale = Double(180 + (chart.isTall ? 18 : 24) * chart.count) / 288
        options.description = texts[0]
        return worksheet_insert_chart_opt(sheet, UInt32(row), 0, made, &options)
      })
  }
}
