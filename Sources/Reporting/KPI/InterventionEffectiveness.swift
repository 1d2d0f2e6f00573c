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
        let cell = column.cell(row, data)
        return pack == .senco ? cell : suppression.cell(cell, pupils: column.pupils(row))
      }
    }
  }
}

extension InterventionColumn {
  /// The columns, in the order of CONTRACT, and then those of our own.
  static let all: [InterventionColumn] =
    labels + counts + progress + evidence + dose + directions

  private static let labels: [InterventionColumn] = [
    InterventionColumn("period", restsOn: .nobody) { row, _ in .text(row.period.rawValue) },
    InterventionColumn("school", restsOn: .nobody) { row, _ in .free(row.school) },
    InterventionColumn("intervention", restsOn: .nobody) { row, data in
      .free(data.interventions[row.intervention].name)
    },
    InterventionColumn("measure", restsOn: .nobody) { row, data in
      row.measure.map { .free(data.measures[$0].name) } ?? .notApplicable
    },
    InterventionColumn("kind", restsOn: .nobody) { row, data in
      kind(row, data).map { .text($0.rawValue) } ?? .notApplicable
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

  /// METHOD §5–8: the comparison with other pupils.
  private static let evidence: [InterventionColumn] = [
    "basis", "n_matched", "n_growth", "matched_effect", "matched_se", "matched_low",
    "matched_high", "growth_effect", "growth_se", "growth_low", "growth_high", "matched_g",
    "matched_g_low", "matched_g_high", "growth_g", "growth_g_low", "growth_g_high", "months_low",
    "months_high", "p_value", "q_value", "baseline_difference", "p_better", "p_same", "p_worse",
    "verdict", "evidence_strength",
  ].map { name in
    InterventionColumn(name, restsOn: .nobody) { _, _ in .absent }
  }

  private static let dose: [InterventionColumn] = [
    InterventionColumn("attendance", restsOn: .attendance) { row, _ in .number(row.dose.attendance)
    },
    InterventionColumn("hours_per_pupil", restsOn: .hours) { row, _ in
      .number(row.dose.hoursPerPupil)
    },
    InterventionColumn("cost_per_pupil", restsOn: .cost) { row, _ in
      .number(row.dose.costPerPupil)
    },
    InterventionColumn("cost_per_month", restsOn: .nobody) { _, _ in .absent },
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

  private static func kind(_ row: InterventionProgress, _ data: SchoolData) -> MeasureKind? {
    row.measure.map { data.measures[$0].kind }
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
    InterventionColumn(name, restsOn: .paired) { row, data in
      [nil, .ordinal].contains(kind(row, data))
        ? .notApplicable : .number(value(row.progress))
    }
  }

  private static func forAges(
    _ name: String, _ cell: @escaping @Sendable (WithinIntervention) -> TableCell
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .paired) { row, data in
      kind(row, data) == .age ? cell(row.progress) : .notApplicable
    }
  }

  private static func forOrdinals(
    _ name: String, _ count: @escaping @Sendable (WithinIntervention.Steps) -> Int
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .directions) { row, data in
      guard kind(row, data) == .ordinal else { return .notApplicable }
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
  }

  /// The heading.
  let name: String
  private let basis: Pupils
  private let value: @Sendable (InterventionProgress, SchoolData) -> TableCell

  /// A column whose figures rest on those pupils.
  init(
    _ name: String, restsOn basis: Pupils,
    value: @escaping @Sendable (InterventionProgress, SchoolData) -> TableCell
  ) {
    self.name = name
    self.basis = basis
    self.value = value
  }

  /// The cell of a row.
  func cell(_ row: InterventionProgress, _ data: SchoolData) -> TableCell {
    value(row, data)
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
