/// The columns of KPI 5.5 about the comparison with other pupils.
extension ColumnGuide {
  /// The two contrasts.
  static let contrasts: [ColumnGuide] =
    [
      ColumnGuide(
        "basis", "Compared with", .text,
        "What the verdict rests on: similar pupils and classmates, classmates' growth only, the "
          + "expected progress only, or nothing."),
      ColumnGuide(
        "n_matched", "Episodes with similar pupils", .whole,
        "Episodes whose pupil has classmates that started at the same level."),
      ColumnGuide(
        "n_growth", "Episodes with classmates", .whole,
        "Episodes whose pupil has classmates with the same tests."),
    ] + effect("matched", "Against similar pupils", "what similar pupils reached")
    + effect("growth", "Against classmates' growth", "the growth of all classmates")
    + size("matched", "against similar pupils") + size("growth", "against classmates' growth") + [
      ColumnGuide(
        "months_low", "Months of progress, from", .whole,
        "The smaller effect size in the table of months of the Education Endowment Foundation."),
      ColumnGuide(
        "months_high", "Months of progress, to", .whole, "The same of the larger effect size."),
    ]

  /// What is said of them.
  static let verdicts: [ColumnGuide] = [
    ColumnGuide(
      "p_value", "P value", .decimals(3),
      "How often chance alone would give so large a difference; the larger of the two."),
    ColumnGuide(
      "q_value", "Q value", .decimals(3),
      "The same with allowance for the number of interventions that were looked at."),
    ColumnGuide(
      "baseline_difference", "Start beside similar pupils (SD)", .decimals(2),
      "How much higher (or, with a minus, lower) the pupils started than their similar pupils."),
    ColumnGuide(
      "p_better", "Chance of better", .share,
      "The chance that it helps by more than what matters; the smaller of the two comparisons'."),
    ColumnGuide(
      "p_same", "Chance of no difference", .share,
      "The chance that it makes no difference that matters."),
    ColumnGuide("p_worse", "Chance of worse", .share, "The chance that it harms."),
    ColumnGuide(
      "verdict", "Verdict", .text,
      "Better, same or worse than without it, where the chance is large enough; else unclear. "
        + "too-few: too few pupils to say."),
    ColumnGuide(
      "evidence_strength", "Strength of evidence (0 to 4)", .whole,
      "By the number of pupils compared, less where many lack a test or similar pupils."),
  ]

  /// Those at the end of the table.
  static let moreContrasts: [ColumnGuide] =
    [
      ColumnGuide(
        "matched_pupils", "Pupils with similar pupils", .whole,
        "Pupils, where the other column "
          + "counts episodes."),
      ColumnGuide(
        "growth_pupils", "Pupils with classmates", .whole,
        "Pupils, where the other column counts "
          + "episodes."),
    ] + effect("expected", "Against expected progress", "the expected gain")
    + size("expected", "against expected progress") + [
      ColumnGuide(
        "chance_rise", "Rise by chance", .decimals(1),
        "By how much pupils picked for a low score rise on the next test by chance, at most."),
      ColumnGuide(
        "reference_sd", "SD of the test", .decimals(1),
        "The standard deviation by which effects are divided to give effect sizes."),
      ColumnGuide("warnings", "Beware of", .text, "What makes the verdict weaker than it looks."),
    ]

  /// An effect in the measure's unit, its standard error and its range.
  private static func effect(_ name: String, _ title: String, _ other: String) -> [ColumnGuide] {
    [
      ColumnGuide(
        "\(name)_effect", "\(title): effect", .decimals(1),
        "The mean difference from \(other), in the unit of the measure."),
      ColumnGuide(
        "\(name)_se", "\(title): standard error", .decimals(2), "How exact that effect is."),
      ColumnGuide(
        "\(name)_low", "\(title): 95% from", .decimals(1), "The lower end of its 95% range."),
      ColumnGuide(
        "\(name)_high", "\(title): 95% to", .decimals(1), "The upper end of its 95% range."),
    ]
  }

  /// An effect size and its range.
  private static func size(_ name: String, _ title: String) -> [ColumnGuide] {
    [
      ColumnGuide(
        "\(name)_g", "Effect size \(title)", .decimals(2),
        "The effect divided by the standard deviation (SD) of the test."),
      ColumnGuide(
        "\(name)_g_low", "Effect size \(title): 95% from", .decimals(2),
        "The lower end of its 95% range."),
      ColumnGuide(
        "\(name)_g_high", "Effect size \(title): 95% to", .decimals(2),
        "The upper end of its 95% range."),
    ]
  }
}
