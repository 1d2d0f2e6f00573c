import Analysis
import ProvisionModel

/// KPI 5.5, "the progress of pupils in interventions is monitored and evaluated": the table
/// kpi-5.5-interventions.csv.
extension Report {
  /// The table of a pack.
  func interventionsTable(_ pack: Pack) -> OutputTable<InterventionProgress> {
    let columns = InterventionColumn.all
    // These two are the report's own to say.
    let places = (
      intervention: columns.firstIndex { $0.name == "intervention" },
      recommendation: columns.firstIndex { $0.name == "recommendation" }
    )
    let cells = ReleasedCells(
      rules, guide: ColumnGuide.interventions, columns: columns.map { ($0.name, $0.footing) })
    return OutputTable(headings: columns.map(\.name), things: interventions(pack)) { row in
      var all = columns.map { $0.cell(row, evaluation.figures) }
      if let place = places.intervention { all[place] = .free(interventionName(row)) }
      if let place = places.recommendation { all[place] = recommendationCell(row, pack) }
      return pack == .senco ? all : cells.released(all, release.footings(of: row))
    }
  }

  /// What is recommended of a row's intervention, whatever the row's period and measure: a school
  /// takes one decision.
  private func recommendationCell(_ row: InterventionProgress, _ pack: Pack) -> TableCell {
    let recommendation = row.intervention.flatMap { intervention in
      recommendations[SchoolIntervention(school: row.school, intervention: intervention)]
    }
    return recommendationCell(recommendation, pack) { .text($0.recommend.rawValue) }
  }

  /// The rows of a pack.
  func interventions(_ pack: Pack) -> [InterventionProgress] {
    pack == .senco ? evaluation.interventions : release.interventions
  }

  /// The table of KPI 5.5 by subgroup, kpi-5.5-subgroups.csv: for the SENCo only, as the parts of a
  /// small group give each other away.
  var subgroupsTable: OutputTable<InterventionProgress> {
    OutputTable(
      headings: InterventionColumn.all.map(\.name) + ["dimension", "value"],
      things: evaluation.subgroups
    ) { row in
      InterventionColumn.all.map { $0.cell(row, evaluation.figures) } + [
        .word(row.subgroup?.dimension.rawValue ?? ""), .free(row.subgroup?.value ?? ""),
      ]
    }
  }

  /// The name of a row's intervention, how many there are in a row of small ones together, or `all`
  /// in a row of a subgroup.
  func interventionName(_ row: InterventionProgress) -> String {
    row.together.isEmpty
      ? row.intervention.map { data.interventions[$0].name } ?? InterventionColumn.allInterventions
      : SmallInterventions.name(row, minimum: rules.minimumPupils)
  }
}

extension InterventionColumn {
  /// The columns, in the order of CONTRACT, and then those of our own.
  static let all: [InterventionColumn] =
    labels + counts + progress + evidence + dose + directions + moreEvidence

  /// What stands for the intervention in a row about all of them.
  static let allInterventions = "all"

  private static let labels: [InterventionColumn] = [
    InterventionColumn("period", restsOn: .nobody) { row, _ in .text(row.period.rawValue) },
    InterventionColumn("school", restsOn: .nobody) { row, _ in .free(row.school) },
    InterventionColumn("intervention", restsOn: .nobody) { row, figures in
      .free(row.intervention.map { figures.data.interventions[$0].name } ?? allInterventions)
    },
    InterventionColumn("measure", restsOn: .nobody) { row, figures in
      row.measure.map { .free(figures.data.measures[$0].name) } ?? .notApplicable
    },
    InterventionColumn("kind", restsOn: .nobody) { row, figures in
      kind(row, figures).map { .text($0.rawValue) } ?? .notApplicable
    },
  ]

  private static let counts: [InterventionColumn] = [
    InterventionColumn("pupils", restsOn: .pupils) { row, _ in .whole(row.pupils) },
    InterventionColumn("n_started", restsOn: .ended) { row, _ in .whole(row.started) },
    InterventionColumn("n_in_progress", restsOn: .inProgress) { row, _ in
      .whole(row.inProgress)
    },
    InterventionColumn("n_paired", restsOn: .paired) { row, _ in
      row.measure == nil ? .notApplicable : .whole(row.progress.paired)
    },
    InterventionColumn("n_censored", restsOn: .censored) { row, _ in
      row.measure == nil ? .notApplicable : .whole(row.censored)
    },
    InterventionColumn("attrition", restsOn: .attrition) { row, _ in
      row.measure == nil ? .notApplicable : .number(row.attrition)
    },
  ]

  private static let progress: [InterventionColumn] = [
    mean("baseline_mean") { $0.baselineMean },
    mean("outcome_mean") { $0.outcomeMean },
    mean("mean_gain") { $0.meanGain },
    mean("gain_low") { $0.gainInterval?.lowerBound },
    mean("gain_high") { $0.gainInterval?.upperBound },
    number("expected_gain", restsOn: .expectedGain) { $0.expectedGain },
    number("share_on_track", restsOn: .onTrack) { $0.onTrack.value },
    number("share_met_target", restsOn: .target) { $0.metTarget.value },
    number("mean_months") { $0.meanMonths },
    forAges("ratio_gain") { .number($0.ratioGain) },
    forAges("ratio_band") { .word($0.ratioBand?.rawValue ?? "") },
  ]

  private static let dose: [InterventionColumn] = [
    InterventionColumn("attendance", restsOn: .attendance) { row, _ in .number(row.dose.attendance)
    },
    InterventionColumn("hours_per_pupil", restsOn: .hours) { row, _ in
      .number(row.dose.hoursPerPupil)
    },
    InterventionColumn("cost_per_pupil", restsOn: .cost) { row, _ in
      .number(row.dose.costPerPupil)
    },
    InterventionColumn("cost_per_month", restsOn: .cost) { row, _ in .number(row.costPerMonth) },
    // What is recommended is the report's own to say.
    InterventionColumn("recommendation", restsOn: .nobody) { _, _ in .notApplicable },
  ]

  private static let directions: [InterventionColumn] = [
    InterventionColumn("provision", restsOn: .nobody) { row, _ in
      .text(row.measure == nil ? "universal" : "targeted")
    },
    forOrdinals("n_up") { $0.up },
    forOrdinals("n_same") { $0.same },
    forOrdinals("n_down") { $0.down },
    forAges("total_months_gained", restsOn: .totals) { .number($0.totalMonthsGained) },
  ]

  static func kind(_ row: InterventionProgress, _ figures: EpisodeFigures) -> MeasureKind? {
    row.measure.map { figures.data.measures[$0].kind }
  }

  private static func number(
    _ name: String, restsOn footing: Footing = .paired,
    _ value: @escaping @Sendable (WithinIntervention) -> Double?
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: footing) { row, _ in
      row.measure == nil ? .notApplicable : .number(value(row.progress))
    }
  }

  /// A mean of scores: codes have none.
  private static func mean(
    _ name: String, _ value: @escaping @Sendable (WithinIntervention) -> Double?
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .paired) { row, figures in
      [nil, .ordinal].contains(kind(row, figures))
        ? .notApplicable : .number(value(row.progress))
    }
  }

  private static func forAges(
    _ name: String, restsOn footing: Footing = .paired,
    _ cell: @escaping @Sendable (WithinIntervention) -> TableCell
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: footing) { row, figures in
      kind(row, figures) == .age ? cell(row.progress) : .notApplicable
    }
  }

  private static func forOrdinals(
    _ name: String, _ count: @escaping @Sendable (WithinIntervention.Steps) -> Int
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .directions) { row, figures in
      guard kind(row, figures) == .ordinal else { return .notApplicable }
      return row.progress.steps.map { .whole(count($0)) } ?? .absent
    }
  }
}

/// A column of KPI 5.5.
struct InterventionColumn: Sendable {
  /// The heading.
  let name: String
  /// What its figures rest on.
  let footing: Footing
  private let value: @Sendable (InterventionProgress, EpisodeFigures) -> TableCell

  /// A column whose figures rest on that.
  init(
    _ name: String, restsOn footing: Footing,
    value: @escaping @Sendable (InterventionProgress, EpisodeFigures) -> TableCell
  ) {
    self.name = name
    self.footing = footing
    self.value = value
  }

  /// The cell of a row.
  func cell(_ row: InterventionProgress, _ figures: EpisodeFigures) -> TableCell {
    value(row, figures)
  }
}
