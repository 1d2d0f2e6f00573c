import Analysis
import ProvisionModel

/// KPI 5.5 on a page.
extension Report {
  /// The tables of a period: means for scales, directions for ordinal measures.
  func effectivenessTables(
    _ period: Period, _ pack: Pack
  ) -> (means: PageTable, ratios: PageTable, directions: PageTable) {
    let rows = effectivenessRows(period)
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
        things: scales, note: notes(rows, pack)
      ) { scaleCells($0.0, $0.1, pack) },
      PageTable(
        caption: "\(title(of: period)): reading ages and the like, months gained in all",
        headings: names + [
          .number("Both tests"), .number("Months gained"), .number("Months passed"),
          .number("Ratio gain"), .text("Called"),
        ],
        things: scales.filter { $0.0.progress.ratioGain != nil }
      ) { ratioCells($0.0, $0.1, pack) },
      PageTable(
        caption: "\(title(of: period)): teacher assessment, pupils by direction",
        headings: names + [
          .number("Pupils"), .number("Episodes"), .number("Both scores"), .number("Up"),
          .number("Same"),
          .number("Down"), .number("Attend­ance"), .number("Hours a pupil"),
          .number("Cost a pupil"),
        ],
        things: ordinals
      ) { ordinalCells($0.0, $0.1, pack) },
    )
  }

  /// Targeted interventions of a period, of the schools together where there are several.
  func effectivenessRows(_ period: Period) -> [InterventionProgress] {
    let isSeveral = data.schools.count > 1
    return evaluation.interventions.filter {
      $0.period == period && $0.measure != nil && $0.started > 0
        && ($0.school == Evaluation.allSchools) == isSeveral
    }
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
        shown(String(row.pupils), pupils: row.pupils, pack),
        shown(String(row.pupilsInProgress), pupils: row.pupilsInProgress, pack),
      ]
    }
  }

  /// A share: so many of so many for the SENCo, because a percentage of few pupils says more than
  /// is known; in per cent for the governors, who may not count single pupils.
  func words(_ share: Share, _ pack: Pack) -> String {
    guard share.total > 0 else { return "" }
    return pack == .senco ? "\(share.count) of \(share.total)" : Wording.percent(share.value)
  }

  /// A figure, or `c` where the governors may not see it.
  ///
  /// - Parameters:
  ///   - pupils: How many pupils it rests on.
  ///   - all: How many pupils the row is about: where a figure rests on nobody, that nobody has it
  ///     is said of them.
  func shown(_ text: String, pupils: Int, of all: Int = 0, _ pack: Pack) -> String {
    pack == .governors && suppression.hides(pupils == 0 ? all : pupils) ? "c" : text
  }

  private var names: [PageTable.Heading] {
    [.text("Intervention"), .text("Measure")]
  }

  private func scaleCells(
    _ row: InterventionProgress, _ measure: Measure, _ pack: Pack
  ) -> [String] {
    let progress = row.progress
    func paired(_ text: String) -> String {
      shown(text, pupils: row.pupilsPaired, of: row.pupils, pack)
    }
    func ended(_ text: String) -> String { shown(text, pupils: row.pupils, pack) }
    let range = progress.gainInterval.map {
      "\(Wording.number($0.lowerBound)) to \(Wording.number($0.upperBound))"
    }
    return [
      interventionName(row), measureName(measure),
      ended(String(row.pupils)), ended(String(row.started)), paired(String(progress.paired)),
      paired(startToEnd(progress, measure)),
      paired(Wording.signed(progress.meanGain)), paired(range ?? ""),
      paired(Wording.number(progress.expectedGain)),
      shown(
        words(progress.onTrack, pack), pupils: row.figurePupils.expectedGain, of: row.pupils, pack),
      shown(words(progress.metTarget, pack), pupils: row.figurePupils.target, of: row.pupils, pack),
    ] + doseCells(row, pack)
  }

  /// Months gained and the ratio gain beside each other, as a short programme inflates the ratio.
  private func ratioCells(
    _ row: InterventionProgress, _ measure: Measure, _ pack: Pack
  ) -> [String] {
    func paired(_ text: String) -> String {
      shown(text, pupils: row.pupilsPaired, of: row.pupils, pack)
    }
    let progress = row.progress
    let months = progress.meanMonths.map { $0 * Double(progress.paired) }
    return [
      interventionName(row), measure.name, paired(String(progress.paired)),
      paired(Wording.signed(progress.totalMonthsGained)), paired(Wording.number(months)),
      paired(Wording.number(progress.ratioGain, decimals: 2)),
      paired(progress.ratioBand?.rawValue ?? ""),
    ]
  }

  private func doseCells(_ row: InterventionProgress, _ pack: Pack) -> [String] {
    let (dose, pupils, all) = (row.dose, row.figurePupils, row.pupils)
    return [
      shown(Wording.percent(dose.attendance), pupils: pupils.attendance, of: all, pack),
      shown(Wording.number(dose.hoursPerPupil), pupils: pupils.hours, of: all, pack),
      shown(Wording.pounds(dose.costPerPupil), pupils: pupils.cost, of: all, pack),
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
    func paired(_ text: String) -> String {
      shown(text, pupils: row.pupilsPaired, of: row.pupils, pack)
    }
    func ended(_ text: String) -> String { shown(text, pupils: row.pupils, pack) }
    let steps = row.progress.steps
    // Any of the three counts gives another away beside their sum.
    let fewest = steps.flatMap { [$0.up, $0.same, $0.down].filter { $0 > 0 }.min() }
    func direction(_ count: Int?) -> String {
      let pupils = min(row.pupilsPaired, fewest ?? row.pupilsPaired)
      return shown(count.map { String($0) } ?? "", pupils: pupils, of: row.pupils, pack)
    }
    return [
      interventionName(row), measure.name, ended(String(row.pupils)),
      ended(String(row.started)), paired(String(row.progress.paired)), direction(steps?.up),
      direction(steps?.same),
      direction(steps?.down),
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
    let underWay = evaluation.figures.episodes.filter { $0.status == .inProgress }
    let pupils = Set(underWay.map(\.pupil)).count
    var notes: [String] = []
    if pupils > 0, rows.first?.period == .term {
      let text = shown(Wording.count(pupils, "pupil"), pupils: pupils, pack)
      notes.append(
        "Interventions under way on \(Wording.date(evaluation.asOf)) (\(text)) are counted when "
          + "they end.")
    }
    if data.schools.count > 1 {
      notes.append("All schools together; kpi-5.5-interventions.csv has each of them.")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }
}
