/// The columns of KPI 5.6 pupil by pupil, for the SENCo only.
extension ColumnGuide {
  /// The columns.
  static let pupilSupport: [ColumnGuide] =
    pupils.prefix(6) + [
      ColumnGuide("measure", "Measure", .text, "The test or assessment that the row is about."),
      ColumnGuide(
        "interventions", "Interventions", .text,
        "Those that were under way in the term on the measure."),
      ColumnGuide(
        "supported", "Supported", .text,
        "no: without support on the measure, and far under the mean of the year group on it."),
      ColumnGuide(
        "on_track", "On track", .text,
        "Whether the gain of the latest episode that ended in the term is at least the expected "
          + "one."),
      ColumnGuide(
        "terms_without_progress", "Terms without progress", .whole,
        "Terms of support in a row, up to this one, without the expected gain."),
      ColumnGuide(
        "attendance", "Attendance", .share,
        "Sessions attended, as a share of those planned, of the episodes that have ended."),
      ColumnGuide(
        "several_at_once", "Several at once", .text,
        "Whether two interventions on the measure ran at the same time in the term."),
      ColumnGuide("latest_score", "Latest score", .decimals(1), "Ages are in months."),
      ColumnGuide("latest_date", "Date of latest score", .day, "The day of that test."),
      ColumnGuide(
        "cohort_mean", "Mean of the year group", .decimals(1),
        "The mean of the year group's scores in the term of that test; where they are few, the "
          + "mean of the test."),
      ColumnGuide(
        "standing", "Standing (SD)", .decimals(2),
        "The latest score less that mean in standard deviations of the test, turned round where "
          + "lower is better."),
      ColumnGuide(
        "next_step", "Suggested next step", .text,
        "ready-to-leave, check-attendance, one-at-a-time, change-support, test, watch, go-on, "
          + "name-measure or consider-support: the first that holds. One test is uncertain: it is "
          + "a suggestion, and the school decides."),
      ColumnGuide("reason", "Reason", .prose, "The figures on which the suggestion rests."),
    ]
}
