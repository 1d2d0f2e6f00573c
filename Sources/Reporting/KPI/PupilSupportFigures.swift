import Analysis
import ProvisionModel

/// KPI 5.6 pupil by pupil, for the SENCo only: the columns of kpi-5.6-pupils.csv.
enum PupilSupportFigures {
  typealias Column = Figure<PupilSupport>

  static let table = ReportTable(
    file: "kpi-5.6-pupils",
    sheet: TableSheet(
      "KPI 5.6 pupils", "KPI 5.6 Pupil by pupil: what to do next", repeating: 3,
      [.symbols, .gains]),
    summary: "Every pupil with support in the term, and those far under the year group without it",
    rows: { $0.facts.evaluation.pupilSupport },
    figures: [.school { $0.school }] + Column.pupil { row, _ in row.pupil } + [
      .measure("The test or assessment that the row is about.") { $0.measure },
      Column(
        "interventions", "Interventions", "Those that were under way in the term on the measure."
      ) { row, pack in .list(pack.names(ofInterventions: row.interventions)) },
      Column(
        "supported", "Supported",
        "no: without support on the measure, and far under the mean of the year group on it."
      ) { row, _ in .answer(row.isSupported) },
      onTrack,
      Column(
        "terms_without_progress", "Terms without progress",
        "Terms of support in a row, up to this one, without the expected gain.", .whole
      ) { row, _ in row.isSupported ? .whole(row.termsWithoutProgress) : .absent },
      attendance,
      Column(
        "several_at_once", "Several at once",
        "Whether two interventions on the measure ran at the same time in the term."
      ) { row, _ in row.isSupported ? .answer(row.isSeveralAtOnce) : .absent },
      Column("latest_score", "Latest score", "Ages are in months.", .decimals(1)) { row, pack in
        pack.score(row.latest?.score, row.measure)
      },
      Column("latest_date", "Date of latest score", "The day of that test.", .day) { row, _ in
        .date(row.latest?.score.day)
      },
      Column(
        "cohort_mean", "Mean of the year group",
        "The mean of the year group's scores in the term of that test; where they are few, the "
          + "mean of the test.",
        .decimals(1)
      ) { row, _ in .number(row.latest?.mean) },
      standing, nextStep,
      Column("reason", "Reason", "The figures on which the suggestion rests.", .prose) {
        row, pack in .free(PupilReason(in: pack).text(row))
      },
    ])

  static let onTrack = Column(
    "on_track", "On track",
    "Whether the gain of the latest episode that ended in the term is at least the expected one.",
    page: PageWords("On track", .onTrack)
  ) { row, _ in .answer(row.isOnTrack) }
  static let attendance = Column(
    "attendance", "Attendance",
    "Sessions attended, as a share of those planned, of the episodes that have ended.", .percent,
    page: PageWords("Attend\u{AD}ance", .attendance)
  ) { row, _ in .number(row.attendance) }
  static let standing = Column(
    "standing", "Standing (SD)",
    "The latest score less that mean in standard deviations of the test, turned round where lower is "
      + "better.",
    .decimals(2), page: PageWords("Standing (SD)", .standing)
  ) { row, _ in .number(row.latest?.standing) }
  static let nextStep = Column(
    "next_step", "Suggested next step",
    "ready-to-leave, check-attendance, one-at-a-time, change-support, test, watch, go-on, "
      + "name-measure or consider-support: the first that holds. One test is uncertain: it is a "
      + "suggestion, and the school decides.",
    page: PageWords("Suggestion")
  ) { row, _ in .text(row.nextStep.rawValue) }
}
