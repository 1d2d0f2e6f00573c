import Analysis
import ProvisionModel

/// The charts of a workbook, drawn from the cells of the pack's tables, so that they show nothing
/// that the tables do not.
extension Report {
  /// The charts that have something to show, each with a sheet of its numbers behind it.
  func chartSheets(_ pack: Pack) -> [WorkbookSheet] {
    let charts =
      [effectChart(pack), onTrackChart(pack)] + UnitKind.allCases.map { unitChart($0, pack) }
    return charts.compactMap(\.self).enumerated().flatMap { index, chart in
      chart.sheets(number: index + 1, pack)
    }
  }

  /// The effect sizes of the term's interventions, of the schools together where there are several.
  private func effectChart(_ pack: Pack) -> ChartSheets? {
    let table = interventionsTable(pack)
    let bars = effectivenessRows(.term, pack).compactMap { row -> RangeBar? in
      let cells = table.cells(row)
      let effects = ["matched", "growth", "expected"].map { name in
        ["\(name)_g", "\(name)_g_low", "\(name)_g_high"].map { table.cell($0, cells) }
      }
      guard isShown(row, .effects, pack) else { return nil }
      let numbers = effects.map { $0.compactMap(\.value) }.filter { $0.count == 3 }
      return RangeBar(chartLabel(row), middle: numbers.map { $0[0] }, whole: numbers.joined())
    }
    return ChartSheets(
      title: "Effect sizes of interventions, \(evaluation.term.title)",
      of: "interventions and measures", label: "Intervention and measure",
      axis: "Effect size (SD of the test): right of 0 is better than without it",
      ends: ["Smaller effect size", "Larger effect size"],
      dark: "Range between the two comparisons",
      notes: [.comparisons, .limits, .charts], bars: bars)
  }

  /// The shares on track of the same.
  private func onTrackChart(_ pack: Pack) -> ChartSheets? {
    let table = interventionsTable(pack)
    let shares = effectivenessRows(.term, pack).compactMap {
      row -> (label: String, value: Double)? in
      table.cell("share_on_track", table.cells(row)).value.map { (chartLabel(row), $0) }
    }
    return ChartSheets(
      title: "Share of episodes on track, \(evaluation.term.title)",
      of: "interventions and measures", label: "Intervention and measure",
      axis: "Share of the episodes with both tests that gained at least the expected gain",
      share: "On track", notes: [.gains, .charts], shares: shares)
  }

  /// The progress of the pupils of the term's TAs, groups or role levels, with luck allowed for.
  private func unitChart(_ kind: UnitKind, _ pack: Pack) -> ChartSheets? {
    let table = unitsTable(pack)
    let rows = table.things.filter { $0.kind == kind && $0.period == .term }
    let bars = rows.compactMap { row -> RangeBar? in
      let cells = table.cells(row)
      let numbers = ["shrunk_progress", "shrunk_low", "shrunk_high"].compactMap {
        table.cell($0, cells).value
      }
      guard numbers.count == 3 else { return nil }
      return RangeBar(chartLabel(row, pack), middle: [numbers[0]], whole: numbers)
    }
    let (title, label) =
      switch kind {
      case .teachingAssistant: ("TAs", "TA")
      case .group: ("TA groups", "Group and intervention")
      case .roleLevel: ("role levels", "Role level")
      }
    return ChartSheets(
      title: "Progress of the pupils of \(title), \(evaluation.term.title)", of: title,
      label: label,
      axis: "Progress (SD of the test), with luck allowed for; in no order of result",
      ends: ["Mean with luck allowed for"], dark: "Mean with luck allowed for",
      notes: [.assistants, .limits, .charts], bars: bars)
  }

  private func chartLabel(_ row: InterventionProgress) -> String {
    let measure = row.measure.map { data.measures[$0].name } ?? ""
    return shortened("\(interventionName(row)), \(measure)")
  }

  private func chartLabel(_ row: UnitProgress, _ pack: Pack) -> String {
    var label = unitName(row, pack)
    if row.kind == .group, let intervention = row.groupIntervention {
      label += ", \(data.interventions[intervention].name)"
    }
    return shortened(data.schools.count > 1 ? "\(label) (\(row.school))" : label)
  }

  /// A label that leaves room for the bars.
  private func shortened(_ label: String) -> String {
    let isLong = label.count > 60
    return isLong ? label.prefix(59) + "…" : label
  }
}

extension RangeBar {
  /// A bar over those numbers; nil where there are none.
  fileprivate init?(_ label: String, middle: [Double], whole: some Sequence<Double>) {
    guard let left = middle.min(), let right = middle.max(), let low = whole.min(),
      let high = whole.max()
    else { return nil }
    self.init(
      label: label, middle: left...right, whole: min(low, left)...max(high, right))
  }
}

extension TableCell {
  /// The number that a chart draws.
  fileprivate var value: Double? {
    if case .number(let value) = self { value } else { nil }
  }
}

extension OutputTable {
  /// The cell of a row under a heading.
  fileprivate func cell(_ heading: String, _ cells: [TableCell]) -> TableCell {
    headings.firstIndex(of: heading).map { cells[$0] } ?? .absent
  }
}
