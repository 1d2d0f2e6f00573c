/// The columns of KPI 9.5 by TA, group and role level.
extension ColumnGuide {
  /// The columns of KPI 9.5 by TA, group and role level.
  static let units: [ColumnGuide] = [
    ColumnGuide(
      "period", "Period", .text,
      "When the episodes ended: in the term, in the school year so far, or in all terms so far."),
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("unit_kind", "TA, group or level", .text, "What the row is about."),
    ColumnGuide("unit", "Name or code", .text, "Of the TA, the group or the role level."),
    ColumnGuide("role_level", "Role level", .text, "The role level of the TA."),
    ColumnGuide("interventions", "Interventions", .text, "The interventions that were taught."),
    ColumnGuide("pupils", "Pupils", .whole, "Pupils with an episode that ended in the period."),
    ColumnGuide("n_episodes", "Episodes that ended", .whole, "Episodes that ended in the period."),
    ColumnGuide(
      "n_used", "Episodes in the mean", .whole, "Episodes whose progress could be compared."),
    ColumnGuide(
      "mean_progress", "Own mean progress (SD)", .decimals(2),
      "The mean progress of the pupils in standard deviations of the tests. Of a few pupils it is "
        + "mostly luck."),
    ColumnGuide(
      "shrunk_progress", "Progress with luck allowed for (SD)", .decimals(2),
      "The own mean, drawn towards the mean of all by as much as luck may have moved it."),
    ColumnGuide(
      "shrunk_low", "Progress, 95% from (SD)", .decimals(2), "The lower end of its 95% range."),
    ColumnGuide(
      "shrunk_high", "Progress, 95% to (SD)", .decimals(2), "The upper end of its 95% range."),
    ColumnGuide(
      "finding", "Beside the others", .text,
      "Above or below the mean of all; not-distinguishable from it; or no-difference-shown between "
        + "any of them."),
    ColumnGuide("n_paired", "Episodes with both tests", .whole, "With a start and an end score."),
    ColumnGuide(
      "share_on_track", "On track", .share,
      "The share of those whose gain is at least the expected one."),
    ColumnGuide(
      "attendance", "Attendance", .share, "Sessions attended, as a share of those planned."),
    ColumnGuide("hours_per_pupil", "Hours a pupil", .decimals(1), "Hours taught to each pupil."),
    ColumnGuide(
      "n_shared", "Episodes shared with others", .whole,
      "Episodes with several TAs, which count under each of them."),
  ]
}
