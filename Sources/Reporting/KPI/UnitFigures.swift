import Analysis
import ProvisionModel

/// KPI 9.5, "the progress of individuals and groups supported by TAs is monitored and reviewed": the
/// columns of kpi-9.5-ta-groups.csv, in the order of CONTRACT, and then those of our own.
enum UnitFigures {
  typealias Column = Figure<UnitProgress>

  static let table = ReportTable(
    file: "kpi-9.5-ta-groups",
    sheet: TableSheet(
      "KPI 9.5 TAs and groups", "KPI 9.5 Pupils supported by TAs", repeating: 4,
      [.symbols, .periods, .assistants, .comparisons, .limits]),
    summary: "The progress of the pupils of each TA, group and role level",
    audience: .everyone, rows: \.units, figures: labels + counts + pooled + own)

  private static let labels: [Column] = [
    Column(
      "period", "Period",
      "When the episodes ended: in the term, in the school year so far, or in all terms so far."
    ) { row, _ in .text(row.period.rawValue) },
    .school { $0.school },
    Column("unit_kind", "TA, group or level", "What the row is about.") { row, _ in
      .text(row.kind.rawValue)
    },
    unit, roleLevel, interventions,
  ]

  static let unit = Column("unit", "Name or code", "Of the TA, the group or the role level.") {
    row, pack in .free(pack.name(of: row))
  }
  static let roleLevel = Column(
    "role_level", "Role level", "The role level of the TA.", on: Ground(.roleLevel)
  ) { row, _ in row.kind == .group ? .notApplicable : .word(row.roleLevel) }
  static let interventions = Column(
    "interventions", "Interventions", "The interventions that were taught.",
    on: Ground(.interventions)
  ) { row, pack in .list(pack.names(ofInterventions: row.interventions)) }

  private static let counts = [pupils, episodes, used]

  static let pupils = count(
    .pupils, .pupils, "pupils", "Pupils", "Pupils with an episode that ended in the period.",
    PageWords("Pupils", .pupils))
  static let episodes = count(
    .ended, .ended, "n_episodes", "Episodes that ended",
    "Episodes that ended in the period; those that rest on one pair of tests are one.",
    PageWords("Episodes", .episode, isInDocuments: false))
  static let used = count(
    .used, .used, "n_used", "Episodes in the mean", "Episodes whose progress could be compared.")
  static let paired = count(
    .paired, .paired, "n_paired", "Episodes with both tests", "With a start and an end score.",
    PageWords("Both tests", .bothTests))

  /// Those that KPI 9.4 has, too.
  static let pooled: [Column] = [mean, shrunk, low, high, finding]

  static let mean = pooled(
    "mean_progress", "Own mean progress (SD)",
    "The mean progress of the pupils beyond the predictions, one value a pupil, in standard "
      + "deviations of the tests. Of a few pupils it is mostly luck.",
    PageWords("Own mean (SD)", .ownMean, isInDocuments: false)
  ) { .number($0.mean) }
  static let shrunk = pooled(
    "shrunk_progress", "Progress with luck allowed for (SD)",
    "The own mean, drawn towards the mean of all by as much as luck may have moved it.",
    PageWords("Progress (SD)", .progressSd)
  ) { .number($0.shrunkMean) }
  static let low = pooled(
    "shrunk_low", "Progress, 95% from (SD)", "The lower end of its 95% range."
  ) { .number($0.interval.lowerBound) }
  static let high = pooled(
    "shrunk_high", "Progress, 95% to (SD)", "The upper end of its 95% range."
  ) { .number($0.interval.upperBound) }
  static let finding = Column(
    "finding", "Beside the others",
    "Above or below the mean of all; not-distinguishable from it; or no-difference-shown: the units "
      + "differ by no more than chance.",
    on: ofPooled, page: PageWords("Beside the others", .besideTheOthers)
  ) { row, _ in .word(row.pooled?.finding.rawValue ?? "") }

  private static let own = [
    paired, onTrack, attendance, hours,
    count(
      .shared, .shared, "n_shared", "Episodes shared with others",
      "Episodes with several TAs, which count under each of them."),
  ]

  static let onTrack = Column(
    "share_on_track", "On track",
    "The share of those whose gain is at least the expected one.", .share,
    on: Ground(
      .onTrack, tells: { _ in [.unit(.expected), .unit(.onTrack), .unit(.notOnTrack)] }),
    page: PageWords("On track", .onTrack)
  ) { row, _ in .part(row.onTrack) }
  static let attendance = Column(
    "attendance", "Attendance", "Sessions attended, as a share of those planned.", .percent,
    on: Ground(.attendance) { $0.dose.tellsOfAll ? 1 : $0.figurePupils.attendance },
    page: PageWords("Attend\u{AD}ance", .attendance)
  ) { row, _ in .number(row.dose.attendance) }
  static let hours = Column(
    "hours_per_pupil", "Hours a pupil", "Hours taught to each pupil.", .decimals(1),
    on: Ground(.hours) { $0.figurePupils.hours }, page: PageWords("Hours a pupil", .hours)
  ) { row, _ in .number(row.dose.hoursPerPupil) }

  private static let ofPooled = Ground<UnitProgress>(.pooled) { $0.pupilsUsed }

  private static func count(
    _ count: UnitCount, _ footing: Footing, _ name: String, _ heading: String, _ meaning: String,
    _ words: PageWords<UnitProgress>? = nil
  ) -> Column {
    Column(name, heading, meaning, .count(.unit(count)), on: Ground(footing), page: words) {
      row, _ in .whole(count.value(row))
    }
  }

  private static func pooled(
    _ name: String, _ heading: String, _ meaning: String,
    _ words: PageWords<UnitProgress>? = nil,
    _ cell: @escaping @Sendable (PooledUnits.Unit) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, .decimals(2), on: ofPooled, page: words) { row, _ in
      row.pooled.map(cell) ?? .absent
    }
  }
}

extension ReleasedPack {
  /// What the pack calls a TA, a group or a role level.
  func name(of row: UnitProgress) -> String {
    pack == .governors ? facts.codes.code(of: row, data: data) : row.unit
  }
}
