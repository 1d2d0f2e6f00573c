/// The columns of KPI 5.6.
extension ColumnGuide {
  /// Those of what was varied.
  static let variation: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide(
      "change_kind", "What changed", .text,
      "Started, stopped, its pupils, its sessions a week, minutes a session, weeks, group size or "
        + "TAs; unchanged; not-begun in the first four weeks of a term; or first-term, where the map "
        + "has no earlier one."),
    ColumnGuide("before", "Term before", .decimals(1), "What it was in the term before."),
    ColumnGuide("after", "This term", .decimals(1), "What it is in this term."),
    ColumnGuide("pupils_joined", "Pupils who joined", .whole, "Pupils of this term only."),
    ColumnGuide("pupils_left", "Pupils who left", .whole, "Pupils of the term before only."),
    ColumnGuide(
      "verdict_before", "Verdict before", .text,
      "What is said of the effect on the episodes that ended in the term before."),
    ColumnGuide(
      "verdict_now", "Verdict now", .text, "The same of those that ended in this term."),
    ColumnGuide(
      "recommendation", "Recommendation", .text,
      "What the rules recommend: continue, vary-frequency, vary-duration, vary-group-size, "
        + "vary-pupils, check-delivery, stop-or-replace, or assess where there is too little "
        + "evidence. The school decides."),
    ColumnGuide("reason", "Reason", .prose, "Why, in a sentence made of the figures."),
    ColumnGuide("decision", "Decision", .text, "What the school decided, by its decisions file."),
    ColumnGuide("decided_term", "Decided in", .text, "The term of that decision."),
    ColumnGuide(
      "followed_through", "Followed through", .text,
      "Whether the map of the term after that decision shows it: yes, partly, no; cannot-tell "
        + "where a map cannot show it; not-yet where that term is still to come."),
    ColumnGuide("pupils_stayed", "Pupils who stayed", .whole, "Pupils of both terms."),
    ColumnGuide(
      "verdicts_on", "Verdicts on", .text, "The test or scale that both verdicts are of."),
    ColumnGuide(
      "difference", "Difference", .text,
      "Higher or lower, where the outer 95% ranges of both terms lie apart; not-shown where they "
        + "touch; empty where one of them has no verdict but too-few."),
    ColumnGuide(
      "recommended_on", "Recommended on", .text,
      "The period whose evidence the recommendation rests on: term, year or all."),
  ]

  /// Those of what is recommended.
  static let recommendations: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide(
      "group", "Group", .text,
      "The TA group, where something else is recommended of it than of the intervention."),
    ColumnGuide("recommendation", "Recommendation", .text, "What is recommended."),
    ColumnGuide("reason", "Reason", .prose, "Why, in a sentence made of the figures."),
    ColumnGuide("rule", "Line of the rules", .whole, "The line of the rules that says so."),
    ColumnGuide("period", "Period", .text, "The period whose evidence it rests on."),
    ColumnGuide("measure", "Measure", .text, "The test or scale that the evidence is on."),
    ColumnGuide("verdict", "Verdict", .text, "What is said of the effect."),
    ColumnGuide(
      "evidence_strength", "Evidence (0 to 4)", .whole, "How strong the evidence is."),
    ColumnGuide("attendance", "Attendance", .share, "Sessions attended, of those planned."),
    ColumnGuide("attrition", "Lack a test", .share, "The share of episodes without both tests."),
    ColumnGuide(
      "sessions_per_week", "Sessions a week", .decimals(1), "As it is given in this term."),
    ColumnGuide(
      "minutes_per_session", "Minutes a session", .decimals(1), "As it is given in this term."),
    ColumnGuide("weeks", "Weeks", .decimals(1), "From start to end, as it is given in this term."),
    ColumnGuide("group_size", "Pupils in a group", .decimals(1), "As it is given in this term."),
    ColumnGuide(
      "spread", "Spread among pupils", .decimals(2),
      "How many times as far its pupils’ own results spread as their classmates’ growth."),
    ColumnGuide(
      "cost_per_month", "Cost of a month", .money, "What a month of progress costs a pupil."),
    ColumnGuide(
      "trend", "Trend", .text,
      "This term beside the term before: higher, lower or not-shown."),
    ColumnGuide(
      "pupils_needed", "Pupils needed", .whole,
      "How many pupils it takes to tell an effect of 0.25 SD (a setting) from none."),
    ColumnGuide("pupils_known", "Pupils so far", .whole, "How many of them there are."),
  ]

  /// Those of the interventions term by term.
  static let terms: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide("term", "Term", .text, "The term."),
    ColumnGuide("pupils", "Pupils", .whole, "Pupils who were in it in the term."),
    ColumnGuide("pupils_joined", "Pupils who joined", .whole, "Not in it in the term before."),
    ColumnGuide("pupils_stayed", "Pupils who stayed", .whole, "In it in the term before, too."),
    ColumnGuide(
      "pupils_left", "Pupils who left", .whole, "In it in the term before and no longer."),
    ColumnGuide("sessions_per_week", "Sessions a week", .decimals(1), "Mean of the map's rows."),
    ColumnGuide(
      "minutes_per_session", "Minutes a session", .decimals(1), "Mean of the map's rows."),
    ColumnGuide("weeks", "Weeks", .decimals(1), "Mean from start to end."),
    ColumnGuide("group_size", "Pupils in a group", .decimals(1), "Mean of the named groups."),
    ColumnGuide("tas", "TAs", .text, "Who gives it."),
    ColumnGuide("attendance", "Attendance", .share, "Sessions attended, of those planned."),
    ColumnGuide("measure", "Measure", .text, "The test or scale that the verdict is of."),
    ColumnGuide("n_paired", "Both tests", .whole, "Episodes that ended in the term, with both."),
    ColumnGuide("verdict", "Verdict", .text, "What is said of them."),
    ColumnGuide("range_low", "Smaller effect size", .decimals(2), "In SD of the test."),
    ColumnGuide("range_high", "Larger effect size", .decimals(2), "In SD of the test."),
    ColumnGuide(
      "outer_low", "Outer 95% range, from", .decimals(2), "The lower end around both effects."),
    ColumnGuide(
      "outer_high", "Outer 95% range, to", .decimals(2), "The upper end around both effects."),
  ]

  /// Those of decisions.
  static let decisions: [ColumnGuide] = [
    ColumnGuide("school", "School", .text, "The school."),
    ColumnGuide("term", "Decided in", .text, "The term of the decision."),
    ColumnGuide("intervention", "Intervention", .text, "The intervention, as the map names it."),
    ColumnGuide("group", "Group", .text, "The TA group that it is about; empty: all."),
    ColumnGuide("decision", "Decision", .text, "Continue, vary, stop or start."),
    ColumnGuide("change", "What was to change", .prose, "In the school’s words."),
    ColumnGuide("decided_by", "Decided by", .text, "In the school’s words."),
    ColumnGuide("date", "Date", .day, "When it was decided."),
    ColumnGuide(
      "followed_through", "Followed through", .text,
      "Whether the map of the term after shows it: yes, partly, no; cannot-tell; not-yet."),
    ColumnGuide(
      "what_the_map_shows", "What the map shows", .prose, "Of what the decision is about."),
    ColumnGuide(
      "verdict_before", "Verdict before", .text,
      "What is said of the episodes that ended in the term of the decision."),
    ColumnGuide(
      "verdict_after", "Verdict after", .text, "The same of those that ended in the term after."),
    ColumnGuide("verdicts_on", "Verdicts on", .text, "The test or scale of both verdicts."),
    ColumnGuide(
      "difference", "Difference", .text,
      "Higher or lower, where the outer 95% ranges lie apart; not-shown where they touch."),
  ]
}
