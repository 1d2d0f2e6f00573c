import Analysis
import ProvisionModel

/// The charts of a workbook, drawn from the cells of the pack's tables, so that they show nothing
/// that the tables do not.
extension WorkbookBuilder {
  /// The charts that have something to show, each with a sheet of its numbers behind it.
  var chartSheets: [WorkbookSheet] {
    let charts = [effectChart, onTrackChart] + UnitKind.allCases.map(unitChart)
    return charts.compactMap(\.self).enumerated().flatMap { index, chart in
      chart.sheets(number: index + 1, pack.pack)
    }
  }

  /// The effect sizes of the interventions, each over the period that speaks for it, of the schools
  /// together where there are several.
  private var effectChart: ChartSheets? {
    typealias Evidence = InterventionFigures
    let sizes = [Evidence.scoreSize, Evidence.needSize]
    let bars = Pages(pack).speakingRows.compactMap { thing -> RangeBar? in
      let row = pack.row(thing)
      guard row[Evidence.verdict].isValue else { return nil }
      let numbers = sizes.map { $0.all.compactMap { row[$0].number } }.filter { $0.count == 3 }
      return RangeBar(
        label(thing), pack.place(of: thing), middle: numbers.map { $0[0] }, whole: numbers.joined())
    }
    return ChartSheets(
      title: "Effect sizes of interventions, \(pack.term.title)",
      of: "interventions and measures", label: "Intervention and measure",
      axis: "Effect size (SD of the test): right of 0 is better than without it",
      ends: ["Smaller effect size", "Larger effect size"],
      dark: "Range between the two predictions",
      notes: [.comparisons, .limits, .charts],
      figures: [
        Evidence.rangeLow, Evidence.rangeHigh, Evidence.outerLow, Evidence.outerHigh,
      ].map(\.name), bars: bars)
  }

  /// The shares on track of the same.
  private var onTrackChart: ChartSheets? {
    let shares = Pages(pack).effectivenessRows(.term).compactMap {
      thing -> (label: String, place: String, value: Double)? in
      pack.row(thing)[InterventionFigures.onTrack].number.map {
        (label(thing), pack.place(of: thing) ?? "", $0)
      }
    }
    return ChartSheets(
      title: "Share of episodes on track, \(pack.term.title)",
      of: "interventions and measures", label: "Intervention and measure",
      axis: "Share of the episodes with both tests that gained at least the expected gain",
      share: "On track", notes: [.gains, .charts], figure: InterventionFigures.onTrack.name,
      shares: shares)
  }

  /// The progress of the pupils of the term's TAs, groups or role levels, with luck allowed for.
  private func unitChart(_ kind: UnitKind) -> ChartSheets? {
    let rows = pack.units.filter { $0.kind == kind && $0.period == .term }
    let figures = [UnitFigures.shrunk, UnitFigures.low, UnitFigures.high]
    let bars = rows.compactMap { thing -> RangeBar? in
      let row = pack.row(thing)
      let numbers = figures.compactMap { row[$0].number }
      guard numbers.count == 3 else { return nil }
      return RangeBar(
        self.label(thing), pack.place(of: thing), middle: [numbers[0]], whole: numbers)
    }
    let (title, label) =
      switch kind {
      case .teachingAssistant: ("TAs", "TA")
      case .group: ("TA groups", "Group and intervention")
      case .roleLevel: ("role levels", "Role level")
      }
    return ChartSheets(
      title: "Progress of the pupils of \(title), \(pack.term.title)", of: title,
      label: label,
      axis: "Progress (SD of the test), with luck allowed for; in no order of result",
      ends: ["Mean with luck allowed for"], dark: "Mean with luck allowed for",
      notes: [.assistants, .limits, .charts], figures: figures.map(\.name), bars: bars)
  }

  private func label(_ row: InterventionProgress) -> String {
    let measure = row.measure.map { pack.data.measures[$0].name } ?? ""
    return shortened("\(pack.name(of: row)), \(measure)")
  }

  private func label(_ row: UnitProgress) -> String {
    var label = pack.name(of: row)
    if row.kind == .group, let intervention = row.groupIntervention {
      label += ", \(pack.name(ofIntervention: intervention))"
    }
    return shortened(pack.labelled(label, row.school))
  }

  /// A label that leaves room for the bars.
  private func shortened(_ label: String) -> String {
    label.count > 60 ? label.prefix(59) + "…" : label
  }
}

extension RangeBar {
  /// A bar over those numbers; nil where there are none.
  fileprivate init?(
    _ label: String, _ place: String?, middle: [Double], whole: some Sequence<Double>
  ) {
    guard let left = middle.min(), let right = middle.max(), let low = whole.min(),
      let high = whole.max()
    else { return nil }
    self.init(
      label: label, place: place ?? "", middle: left...right,
      whole: min(low, left)...max(high, right))
  }
}
