/// The columns of KPI 5.5 about the pupils' own progress, and what the provision took.
extension ColumnGuide {
  /// All columns of KPI 5.5 by intervention.
  static let interventions: [ColumnGuide] =
    labels + counts + progress + contrasts + verdicts + dose + more

  /// All columns of KPI 5.5 by subgroup.
  static let subgroups: [ColumnGuide] =
    interventions + [
      ColumnGuide(
        "dimension", "Pupils grouped by", .text,
        "What the pupils are grouped by: area of need, wave, SEN status, pupil premium, year group "
          + "or role level of the TA."),
      ColumnGuide("value", "Group of pupils", .text, "The group that the row is about."),
    ]

  private static let labels: [ColumnGuide] = [
    ColumnGuide(
      "period", "Period", .text,
      "When the episodes ended: in the term, in the school year so far, or in all terms so far."),
    ColumnGuide("school", "School", .text, "The school; all: the schools together."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide("measure", "Measure", .text, "The test or assessment whose scores are used."),
    ColumnGuide(
      "kind", "Kind of score", .text,
      "Age (in months), standardised (mean 100, SD 15), points, or ordinal (codes in an order)."),
  ]

  private static let counts: [ColumnGuide] = [
    ColumnGuide("pupils", "Pupils", .whole, "Pupils with an episode that ended in the period."),
    ColumnGuide(
      "n_started", "Episodes that ended", .whole,
      "Episodes (a pupil in an intervention, from its start to its end) that ended in the period."),
    ColumnGuide(
      "n_in_progress", "Episodes under way", .whole, "Episodes still going on the as-of date."),
    ColumnGuide(
      "n_paired", "Episodes with both tests", .whole,
      "Episodes with a score near their start and one near their end."),
    ColumnGuide(
      "n_censored", "Scores at an end of the scale", .whole,
      "Episodes with a score printed as lower or higher than the scale goes, whose gain is not "
        + "exact."),
    ColumnGuide(
      "attrition", "Share without both tests", .share,
      "The share of the episodes that lack a score near their start or end."),
  ]

  private static let progress: [ColumnGuide] = [
    ColumnGuide("baseline_mean", "Mean start score", .decimals(1), "Ages are in months."),
    ColumnGuide("outcome_mean", "Mean end score", .decimals(1), "Ages are in months."),
    ColumnGuide(
      "mean_gain", "Mean gain", .decimals(1),
      "The end score less the start score, turned round where lower is better."),
    ColumnGuide(
      "gain_low", "Mean gain, 95% from", .decimals(1), "The lower end of its 95% range."),
    ColumnGuide("gain_high", "Mean gain, 95% to", .decimals(1), "The upper end of its 95% range."),
    ColumnGuide(
      "expected_gain", "Expected gain", .decimals(1),
      "The ordinary gain in the same time: as many months as passed for ages, 0 for standardised "
        + "scores, for points what school.yml says."),
    ColumnGuide(
      "share_on_track", "On track", .share,
      "The share of the episodes with both tests whose gain is at least the expected one."),
    ColumnGuide(
      "share_met_target", "Met target", .share,
      "The share of the episodes with a target that reached it."),
    ColumnGuide(
      "mean_months", "Months from test to test", .decimals(1),
      "The mean time between the start and the end score."),
    ColumnGuide(
      "ratio_gain", "Ratio gain", .decimals(2),
      "Months gained for each month that passed. Read it with care: ages move unevenly, and a "
        + "short programme inflates the ratio."),
    ColumnGuide("ratio_band", "Ratio gain is called", .text, "What Brooks calls such a ratio."),
  ]

  private static let dose: [ColumnGuide] = [
    ColumnGuide(
      "attendance", "Attendance", .share, "Sessions attended, as a share of those planned."),
    ColumnGuide("hours_per_pupil", "Hours a pupil", .decimals(1), "Hours taught to each pupil."),
    ColumnGuide(
      "cost_per_pupil", "Cost a pupil", .money,
      "What the map says; else hours times the TAs' hourly rates, shared in the group."),
    ColumnGuide(
      "cost_per_month", "Cost a month of progress", .money,
      "The cost for each month of progress, where both comparisons show one."),
    ColumnGuide("recommendation", "Recommendation", .text, "Not given yet."),
  ]

  private static let more: [ColumnGuide] =
    [
      ColumnGuide(
        "provision", "Provision", .text,
        "Targeted provision is evaluated; universal provision is only counted."),
      ColumnGuide("n_up", "Pupils up", .whole, "Of codes: episodes that ended higher."),
      ColumnGuide("n_same", "Pupils at the same code", .whole, "Of codes: as high as before."),
      ColumnGuide("n_down", "Pupils down", .whole, "Of codes: episodes that ended lower."),
      ColumnGuide(
        "total_months_gained", "Months gained in all", .decimals(1),
        "Of ages: the gains of all episodes together."),
    ] + moreContrasts
}
