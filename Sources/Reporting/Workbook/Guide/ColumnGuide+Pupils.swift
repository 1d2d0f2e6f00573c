/// The columns of the SENCo's own tables.
extension ColumnGuide {
  /// The columns of KPI 9.5 pupil by pupil.
  static let pupils: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("pupil_id", "Pupil", .text, "The pupil's number."),
    ColumnGuide("name", "Name", .text, "The pupil's name, where the pupils file has it."),
    ColumnGuide("year_group", "Year group", .text, "The pupil's year group."),
    ColumnGuide("sen_status", "SEN status", .text, "N none, K SEN support, E plan (EHCP)."),
    ColumnGuide("primary_need", "Primary need", .text, "The pupil's primary need."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide("measure", "Measure", .text, "The test or assessment whose scores are used."),
    ColumnGuide("ta", "TA", .text, "The TAs who taught."),
    ColumnGuide("group", "Group", .text, "The group in which the pupil was taught."),
    ColumnGuide("start_date", "Start", .day, "The first day of the episode."),
    ColumnGuide("end_date", "End", .day, "Its last day."),
    ColumnGuide(
      "baseline", "Start score", .decimals(1),
      "The score nearest to the start; ages are in months."),
    ColumnGuide("baseline_date", "Date of start score", .day, "The day of that test."),
    ColumnGuide(
      "outcome", "End score", .decimals(1), "The score nearest to the end; ages are in months."),
    ColumnGuide("outcome_date", "Date of end score", .day, "The day of that test."),
    ColumnGuide(
      "gain", "Gain", .decimals(1),
      "The end score less the start score, turned round where lower is better."),
    ColumnGuide("expected", "Expected gain", .decimals(1), "The ordinary gain in the same time."),
    ColumnGuide(
      "matched", "Beside similar pupils", .decimals(1),
      "The end score beside what classmates reached who started at the same level."),
    ColumnGuide(
      "growth", "Beside classmates' growth", .decimals(1),
      "The growth beside that of all classmates."),
    ColumnGuide("n_similar", "Similar pupils", .whole, "How many there are."),
    ColumnGuide("n_classmates", "Classmates", .whole, "How many took the same tests."),
    ColumnGuide(
      "d", "Progress (SD)", .decimals(2), "The progress in standard deviations of the test."),
    ColumnGuide("on_track", "On track", .text, "Whether the gain is at least the expected one."),
    ColumnGuide("target_met", "Target met", .text, "Whether the target was reached."),
    ColumnGuide(
      "attendance", "Attendance", .share, "Sessions attended, as a share of those planned."),
    ColumnGuide("outcome_rating", "Teacher's rating", .text, "The outcome that the map gives."),
    ColumnGuide(
      "flag", "To look at", .text,
      "What is to be said of an episode that is not a plain pair of scores on track."),
  ]

  /// The columns of the list of findings.
  static let dataQuality: [ColumnGuide] = [
    ColumnGuide("file", "File", .text, "The file that was read."),
    ColumnGuide("line", "Line", .whole, "The line of the file."),
    ColumnGuide("column", "Column", .whole, "The column of the file, counted from 1."),
    ColumnGuide("code", "Kind", .text, "The kind of finding; the README explains each."),
    ColumnGuide(
      "severity", "Weight", .text,
      "error: the row was set aside; warning: used as it stands; note: a plain fact."),
    ColumnGuide("value", "What stands there", .prose, "The text in question."),
    ColumnGuide("message", "What is wrong", .prose, "What was found."),
    ColumnGuide("hint", "What to do", .prose, "How to mend it."),
  ]

  /// The columns of the codes.
  static let codes: [ColumnGuide] = [
    ColumnGuide("unit_kind", "TA or group", .text, "What the code stands for."),
    ColumnGuide("code", "Code", .text, "The code in the governors' pack."),
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("name", "Name", .text, "The name, as the map writes it."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention of a group."),
  ]
}
