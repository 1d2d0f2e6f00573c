import Analysis
import ProvisionModel

/// KPI 5.5 on a page.
extension Report {
  /// The tables of a period: means for scales, directions for ordinal measures.
  func effectivenessTables(
    _ period: Period, _ pack: Pack
  ) -> (means: PageTable, ratios: PageTable, directions: PageTable) {
    let rows = effectivenessRows(period, pack)
    let measured = rows.compactMap { row in row.measure.map { (row, data.measures[$0]) } }
    let scales = measured.filter { $0.1.kind != .ordinal }
    let ordinals = measured.filter { $0.1.kind == .ordinal }
    return (
      PageTable(
        caption: "\(title(of: period)): scores and gains",
        headings: names + [
          .number("Pupils"), .number("Episodes"), .number("Both tests"), .number("Start to end"),
          .number("Mean gain"), .number("95% range"), .number("Expected"), .number("On track"),
          .number("Met target"),
          .number("Attend­ance"),
          .number("Hours a pupil"), .number("Cost a pupil"),
        ],
        things: scales, note: notes(rows, pack), in: pack
      ) { scaleCells($0.0, $0.1, pack) },
      PageTable(
        caption: "\(title(of: period)): reading ages and the like, months gained in all",
        headings: names + [
          .number("Both tests"), .number("Months gained"), .number("Months passed"),
          .number("Ratio gain"), .text("Called"),
        ],
        things: scales.filter { $0.0.progress.ratioGain != nil }, in: pack
      ) { ratioCells($0.0, $0.1, pack) },
      PageTable(
        caption: "\(title(of: period)): teacher assessment, pupils by direction",
        headings: names + [
          .number("Pupils"), .number("Episodes"), .number("Both scores"), .number("Up"),
          .number("Same"),
          .number("Down"), .number("Attend­ance"), .number("Hours a pupil"),
          .number("Cost a pupil"),
        ],
        things: ordinals, in: pack
      ) { ordinalCells($0.0, $0.1, pack) },
    )
  }

  /// Targeted interventions of a period, of the schools together where there are several: all for the
  /// SENCo; for the governors those about which they may see something, and behind them the small ones
  /// together.
  func effectivenessRows(_ period: Period, _ pack: Pack) -> [InterventionProgress] {
    let rows = interventions(pack).filter { $0.period == period && isEffectivenessRow($0) }
    guard pack == .governors else { return rows }
    let shown = rows.filter { !release.hides($0) }
    return shown.filter(\.together.isEmpty) + shown.filter { !$0.together.isEmpty }
  }

  /// Those of the period for the SENCo that are of the intervention and the school or schools of a row:
  /// one for each measure.
  func effectivenessRows(_ period: Period, like row: InterventionProgress) -> [InterventionProgress]
  {
    guard let intervention = row.intervention else { return [] }
    let rows = progress[SchoolIntervention(school: row.school, intervention: intervention)] ?? []
    return rows.filter { $0.period == period && isEffectivenessRow($0) }
  }

  /// Targeted interventions of a period about which the governors see nothing.
  func hiddenRows(_ period: Period) -> [InterventionProgress] {
    release.interventions.filter {
      $0.period == period && isEffectivenessRow($0) && release.hides($0) && $0.together.isEmpty
    }
  }

  private func isEffectivenessRow(_ row: InterventionProgress) -> Bool {
    row.measure != nil && row.started > 0
      && (row.school == Evaluation.allSchools) == (data.schools.count > 1)
  }

  /// Universal provision, counted.
  func universalTable(_ pack: Pack) -> PageTable {
    let isSeveral = data.schools.count > 1
    let rows = evaluation.interventions.filter {
      $0.period == .term && $0.measure == nil
        && ($0.school == Evaluation.allSchools) == isSeveral
    }
    return PageTable(
      caption: "Universal provision: listed and counted, not evaluated",
      headings: [.text("Provision"), .number("Pupils who finished"), .number("Under way")],
      things: rows
    ) { row in
      [
        interventionName(row),
        shown(count(row.pupils, pack), row, .pupils, pack),
        shown(count(row.pupilsInProgress, pack), row, .inProgress, pack),
      ]
    }
  }

  /// A share: so many of so many for the SENCo, because a percentage of few pupils says more than
  /// is known; in per cent for the governors, who may not count single pupils.
  func words(_ share: Share, _ pack: Pack) -> String {
    guard share.total > 0 else { return "" }
    return pack == .senco
      ? "\(share.count) of \(share.total)"
      : Wording.percent(share.value.map { rules.shown(share: $0) })
  }

  /// A figure, or `c` where the governors may not see it.
  func shown(
    _ text: String, _ row: InterventionProgress, _ footing: Footing, _ pack: Pack
  ) -> String {
    isShown(row, footing, pack) ? text : "c"
  }

  /// Whether the readers of a pack may see a figure of a row.
  func isShown(_ row: InterventionProgress, _ footing: Footing, _ pack: Pack) -> Bool {
    pack == .senco || release.footings(of: row).contains(footing)
  }

  /// A count, rounded for the governors where the rules say so.
  func count(_ number: Int, _ pack: Pack) -> String {
    String(pack == .senco ? number : rules.shown(number))
  }

  private var names: [PageTable.Heading] {
    [.text("Intervention"), .text("Measure")]
  }

  private func scaleCells(
    _ row: InterventionProgress, _ measure: Measure, _ pack: Pack
  ) -> [String] {
    let progress = row.progress
    func paired(_ text: String) -> String { shown(text, row, .paired, pack) }
    let range = progress.gainInterval.map {
      "\(Wording.number($0.lowerBound)) to \(Wording.number($0.upperBound))"
    }
    return [
      interventionName(row), measureName(measure),
      shown(count(row.pupils, pack), row, .pupils, pack),
      shown(count(row.started, pack), row, .ended, pack), paired(count(progress.paired, pack)),
      paired(startToEnd(progress, measure)),
      paired(Wording.signed(progress.meanGain)), paired(range ?? ""),
      shown(Wording.number(progress.expectedGain), row, .expectedGain, pack),
      shown(words(progress.onTrack, pack), row, .onTrack, pack),
      shown(words(progress.metTarget, pack), row, .target, pack),
    ] + doseCells(row, pack)
  }

  /// Months gained and the ratio gain beside each other, as a short programme inflates the ratio.
  private func ratioCells(
    _ row: InterventionProgress, _ measure: Measure, _ pack: Pack
  ) -> [String] {
    func paired(_ text: String) -> String { shown(text, row, .paired, pack) }
    let progress = row.progress
    let months = progress.meanMonths.map { $0 * Double(progress.paired) }
    return [
      interventionName(row), measure.name, paired(count(progress.paired, pack)),
      shown(Wording.signed(progress.totalMonthsGained), row, .totals, pack),
      shown(Wording.number(months), row, .totals, pack),
      paired(Wording.number(progress.ratioGain, decimals: 2)),
      paired(progress.ratioBand?.rawValue ?? ""),
    ]
  }

  private func doseCells(_ row: InterventionProgress, _ pack: Pack) -> [String] {
    [
      shown(Wording.percent(row.dose.attendance), row, .attendance, pack),
      shown(Wording.number(row.dose.hoursPerPupil), row, .hours, pack),
      shown(Wording.pounds(row.dose.costPerPupil), row, .cost, pack),
    ]
  }

  private func startToEnd(_ progress: WithinIntervention, _ measure: Measure) -> String {
    guard progress.paired > 0 else { return "" }
    return "\(Wording.mean(progress.baselineMean, measure)) to "
      + Wording.mean(progress.outcomeMean, measure)
  }

  private func ordinalCells(
    _ row: InterventionProgress, _ measure: Measure, _ pack: Pack
  ) -> [String] {
    let steps = row.progress.steps
    func direction(_ number: Int?) -> String {
      shown(number.map { count($0, pack) } ?? "", row, .directions, pack)
    }
    return [
      interventionName(row), measure.name, shown(count(row.pupils, pack), row, .pupils, pack),
      shown(count(row.started, pack), row, .ended, pack),
      shown(count(row.progress.paired, pack), row, .paired, pack), direction(steps?.up),
      direction(steps?.same), direction(steps?.down),
    ] + doseCells(row, pack)
  }

  /// A measure with what one has to know to read its gains.
  func measureName(_ measure: Measure) -> String {
    switch measure.kind {
    case .age: "\(measure.name) (months)"
    case .standardised, .points, .ordinal:
      measure.lowerIsBetter ? "\(measure.name) (lower is better)" : measure.name
    }
  }

  private func notes(_ rows: [InterventionProgress], _ pack: Pack) -> String? {
    let pupils = pupilsUnderWay
    var notes: [String] = []
    if pupils > 0, rows.first?.period == .term {
      let text = pack == .senco ? " (\(Wording.count(pupils, "pupil")))" : ""
      notes.append(
        "Interventions under way on \(Wording.date(evaluation.asOf))\(text) are counted when they "
          + "end.")
    }
    if pack == .governors, let period = rows.first?.period {
      let hidden = hiddenRows(period).map { label($0, .ample) }
      if !hidden.isEmpty {
        notes.append("Left out, as few pupils could be told: \(Wording.shortList(hidden)).")
      }
    }
    if data.schools.count > 1 {
      notes.append("All schools together; kpi-5.5-interventions.csv has each of them.")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }
}
