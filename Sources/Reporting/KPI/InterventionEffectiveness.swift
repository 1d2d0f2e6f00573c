import Analysis
import ProvisionModel

/// KPI 5.5, "the progress of pupils in interventions is monitored and evaluated": the table
/// kpi-5.5-interventions.csv.
extension Report {
  /// The table of a pack.
  func interventionsTable(_ pack: Pack) -> OutputTable<InterventionProgress> {
    OutputTable(
      headings: InterventionColumn.all.map(\.name), things: evaluation.interventions
    ) { row in
      InterventionColumn.all.map { column in
        let cell = column.cell(row, evaluation.figures)
        return pack == .senco ? cell : suppression.cell(cell, pupils: column.pupils(row))
      }
    }
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

  /// The name of a row's intervention; `all` in a row of a subgroup.
  func interventionName(_ row: InterventionProgress) -> String {
    row.intervention.map { data.interventions[$0].name } ?? InterventionColumn.allInterventions
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
    InterventionColumn("pupils", restsOn: .ended) { row, _ in .whole(row.pupils) },
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
    InterventionColumn("attrition", restsOn: .paired) { row, _ in
      row.measure == nil ? .notApplicable : .number(row.attrition)
    },
  ]

  private static let progress: [InterventionColumn] = [
    mean("baseline_mean") { $0.baselineMean },
    mean("outcome_mean") { $0.outcomeMean },
    mean("mean_gain") { $0.meanGain },
    mean("gain_low") { $0.gainInterval?.lowerBound },
    mean("gain_high") { $0.gainInterval?.upperBound },
    number("expected_gain") { $0.expectedGain },
    number("share_on_track") { $0.onTrack.value },
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
    InterventionColumn("recommendation", restsOn: .nobody) { _, _ in .absent },
  ]

  private static let directions: [InterventionColumn] = [
    InterventionColumn("provision", restsOn: .nobody) { row, _ in
      .text(row.measure == nil ? "universal" : "targeted")
    },
    forOrdinals("n_up") { $0.up },
    forOrdinals("n_same") { $0.same },
    forOrdinals("n_down") { $0.down },
    forAges("total_months_gained") { .number($0.totalMonthsGained) },
  ]

  static func kind(_ row: InterventionProgress, _ figures: EpisodeFigures) -> MeasureKind? {
    row.measure.map { figures.data.measures[$0].kind }
  }

  private static func number(
    _ name: String, restsOn basis: Pupils = .paired,
    _ value: @escaping @Sendable (WithinIntervention) -> Double?
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: basis) { row, _ in
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
    _ name: String, _ cell: @escaping @Sendable (WithinIntervention) -> TableCell
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .paired) { row, figures in
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
  /// Whom a figure rests on.
  enum Pupils: Sendable {
    case nobody
    case ended
    case inProgress
    case paired
    case censored
    case target
    case directions
    case attendance
    case hours
    case cost
    case matched
    case growth
    case basis
    /// The smallest set of pupils that an effect rests on; nobody where there is none.
    case effects
  }

  /// The heading.
  let name: String
  private let basis: Pupils
  private let value: @Sendable (InterventionProgress, EpisodeFigures) -> TableCell

  /// A column whose figures rest on those pupils.
  init(
    _ name: String, restsOn basis: Pupils,
    value: @escaping @Sendable (InterventionProgress, EpisodeFigures) -> TableCell
  ) {
    self.name = name
    self.basis = basis
    self.value = value
  }

  /// The cell of a row.
  func cell(_ row: InterventionProgress, _ figures: EpisodeFigures) -> TableCell {
    value(row, figures)
  }

  /// How many pupils the figure of a row rests on; the fewest, where it rests on several sets.
  func pupils(_ row: InterventionProgress) -> Int {
    switch basis {
    case .nobody: 0
    case .ended: row.pupils
    case .inProgress: row.pupilsInProgress
    case .paired: paired(row)
    case .censored: row.censored == 0 ? row.pupils : min(row.pupils, row.censored)
    case .target: row.figurePupils.target == 0 ? paired(row) : row.figurePupils.target
    // Any of the three counts gives another away beside their sum.
    case .directions: min(paired(row), row.progress.steps?.smallest ?? row.pupils)
    case .attendance: row.figurePupils.attendance == 0 ? row.pupils : row.figurePupils.attendance
    case .hours: row.figurePupils.hours == 0 ? row.pupils : row.figurePupils.hours
    case .cost: row.figurePupils.cost == 0 ? row.pupils : row.figurePupils.cost
    case .matched:
      row.evidence.matchedPupils == 0 ? paired(row) : row.evidence.matchedPupils
    case .basis: row.evidence.pupils == 0 ? paired(row) : row.evidence.pupils
    case .effects: row.evidence.fewestPupils
    case .growth: row.evidence.growthPupils == 0 ? paired(row) : row.evidence.growthPupils
    }
  }

  private func paired(_ row: InterventionProgress) -> Int {
    row.pupilsPaired == 0 ? row.pupils : row.pupilsPaired
  }
}

extension WithinIntervention.Steps {
  /// The smallest of the counts that are not 0; nil where all are.
  fileprivate var smallest: Int? {
    [up, same, down].filter { $0 > 0 }.min()
  }
}
