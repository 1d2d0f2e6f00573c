import Analysis
import ProvisionModel

/// The columns of KPI 5.5 about the comparison with other pupils (METHOD §5–7).
extension InterventionFigures {
  /// Those of CONTRACT.
  static let evidence: [Column] =
    [basis, contrasts, needContrasts]
    + effect("matched", "Score end", "pupils were chosen by scores in the file", \.score)
    + effect("growth", "Need end", "pupils were chosen for a need", \.need)
    + scoreSize.all + needSize.all + [
      monthsLow, monthsHigh,
      number(
        "p_value", "P value",
        "How often chance alone would give so large a difference; the larger of the two ends'.",
        .decimals(3), on: .effectCounts
      ) { $0.pValue },
      number(
        "q_value", "Q value",
        "The same with allowance for the number of interventions that were looked at.",
        .decimals(3),
        on: .effectCounts
      ) { $0.qValue },
      number(
        "baseline_difference", "Start compared with classmates (SD)",
        "How far above (or, with a minus, below) their classmates the pupils stood at the start, in "
          + "standard deviations of the predictions.",
        .decimals(2), on: .contrasts
      ) { $0.distance },
      chance,
      number(
        "p_same", "Chance of no difference",
        "The chance that it makes no difference that matters, the smaller of the two ends'.",
        .percent, on: .basis
      ) { $0.probabilities?.same.lowerBound },
      number(
        "p_worse", "Chance of worse", "The chance that it harms, the smaller of the two ends'.",
        .percent, on: .basis
      ) { $0.probabilities?.worse.lowerBound },
      verdict, strength,
    ]

  /// Those of our own.
  static let moreEvidence: [Column] =
    [
      contrastPupils,
      number(
        "expected_effect", "Against expected progress: effect",
        "The mean difference from the expected gain, in the unit of the measure. It is never judged.",
        .decimals(1), on: .paired
      ) { $0.expected?.value },
      number(
        "expected_low", "Against expected progress: 95% from", "The lower end of its 95% range.",
        .decimals(1), on: .paired
      ) { $0.expected?.interval.lowerBound },
      number(
        "expected_high", "Against expected progress: 95% to", "The upper end of its 95% range.",
        .decimals(1), on: .paired
      ) { $0.expected?.interval.upperBound },
      number(
        "chance_rise", "Rise by chance",
        "By how much pupils picked for a low score rise on the next test by chance, at most.",
        .decimals(1), on: .paired
      ) { $0.chanceRise },
      Column(
        "reference_sd", "SD of the test",
        "The standard deviation by which effects are divided to give effect sizes.", .decimals(1)
      ) { row, pack in
        guard let measure = row.measure, pack.kind(of: row) != .ordinal else {
          return .notApplicable
        }
        return .number(pack.figures.comparison.referenceSDs[measure]?.value)
      },
      warnings,
    ]

  /// Those that came last.
  static let lastEvidence: [Column] = [
    chanceHigh,
    number(
      "p_worse_high", "Chance of worse, at most",
      "The chance that it harms, the larger of the two ends'.", .percent, on: .basis
    ) { $0.probabilities?.worse.upperBound },
    number(
      "beyond", "Outside the classmates' range (SD)",
      "How far outside the classmates' range the pupils stood at the start: 0 is good; over 0.25 the "
        + "answer leans on the fit.",
      .decimals(2), on: .contrasts
    ) { $0.beyond },
    Column(
      "far_out", "Pupils without support as far out",
      "How many pupils without support started as far below or above the mean: the answer leans on "
        + "them.", .decimals(1), for: .senco
    ) { row, pack in
      [nil, .ordinal].contains(pack.kind(of: row))
        ? .notApplicable : .number(row.evidence.farOut)
    },
    Column(
      "period_speaks", "Period that speaks",
      "The longest period over which the intervention was given alike: decide by its row.",
      on: Ground(.paired)
    ) { row, _ in
      row.measure == nil ? .notApplicable : .word(row.speakingPeriod?.rawValue ?? "")
    },
    chosenBy,
  ]

  static let basis = word(
    "basis", "Compared with",
    "What the verdict rests on: two predictions from classmates, the expected progress only (which is "
      + "not judged), or nothing."
  ) { $0.basis.rawValue }
  static let verdict = word(
    "verdict", "Verdict",
    "Better, likely better, about the same, a gain unlikely, or worse than without it, where both ends "
      + "give it enough of a chance; else unclear. not-judged: too few classmates. too-few: too few "
      + "pupils to say.", PageWords("Verdict", .verdict)
  ) { $0.verdict.rawValue }
  static let strength = targeted(
    "evidence_strength", "Strength of evidence (0 to 4)",
    "By the number of pupils compared, less where many lack a test or classmates, or stood outside "
      + "the classmates' range.", .whole,
    on: .effects, PageWords("Evidence (0 to 4)", .evidence)
  ) { .whole($0.evidence.strength) }
  static let warnings = word(
    "warnings", "Beware of", "What makes the verdict weaker than it looks.",
    PageWords("Beware", .beware)
  ) { $0.warnings.map(\.rawValue).joined(separator: "; ") }
  static let chosenBy = word(
    "chosen_by", "Pupils were chosen by",
    "How the school says that the pupils were chosen: scores, need, both or unknown."
  ) { $0.chosenBy?.rawValue ?? "" }

  static let chance = number(
    "p_better", "Chance of a gain worth having, at least",
    "The chance that it helps by more than what matters, the smaller of the two ends'.", .percent,
    on: .basis
  ) { $0.probabilities?.better.lowerBound }
  static let chanceHigh = number(
    "p_better_high", "Chance of a gain worth having, at most",
    "The chance that it helps by more than what matters, the larger of the two ends'.", .percent,
    on: .basis
  ) { $0.probabilities?.better.upperBound }

  static let contrasts = figure(
    "n_matched", "Episodes compared",
    "Episodes whose pupil has classmates with comparable tests.",
    .count(.intervention(.contrasts)), on: .count(.contrastCount), PageWords("Compared", .compared)
  ) { .whole($0.contrasts) }
  static let contrastPupils = figure(
    "contrast_pupils", "Pupils compared", "Pupils, where the other column counts episodes.",
    .count(.intervention(.contrastPupils)), on: .count(.contrastCount)
  ) { .whole($0.contrastPupils) }
  private static let needContrasts = figure(
    "n_growth", "Episodes compared, need end",
    "The same number: both ends rest on the same episodes.",
    .count(.intervention(.contrasts)), on: .count(.contrastCount)
  ) { .whole($0.contrasts) }

  /// An effect size and its range.
  struct Size: Sendable {
    let value: Column
    let low: Column
    let high: Column
    var all: [Column] { [value, low, high] }
  }

  static let scoreSize = size("matched", "at the score end", \.score)
  static let needSize = size("growth", "at the need end", \.need)

  static let monthsLow = months(
    "months_low", "Months of progress, from",
    "The smaller effect size in the table of months of the Education Endowment Foundation."
  ) { $0.lowerBound }
  static let monthsHigh = months(
    "months_high", "Months of progress, to", "The same of the larger effect size."
  ) { $0.upperBound }

  /// On pages only: from the smaller to the larger effect size.
  static let rangeLow = end("range_low", "Smaller effect size") { $0.range?.lowerBound }
  static let rangeHigh = end("range_high", "Larger effect size") { $0.range?.upperBound }
  /// On pages only: the outer ends of the intervals around them.
  static let outerLow = end("outer_low", "Outer 95% range, from") { $0.outerInterval?.lowerBound }
  static let outerHigh = end("outer_high", "Outer 95% range, to") { $0.outerInterval?.upperBound }

  // MARK: Kinds of columns

  private static func end(
    _ name: String, _ heading: String, _ value: @escaping @Sendable (Evidence) -> Double?
  ) -> Column {
    targeted(name, heading, "In SD of the test.", .decimals(2), on: .effects) {
      .number(value($0.evidence))
    }
  }

  private static func word(
    _ name: String, _ heading: String, _ meaning: String,
    _ words: PageWords<InterventionProgress>? = nil,
    _ text: @escaping @Sendable (Evidence) -> String
  ) -> Column {
    targeted(name, heading, meaning, .word, on: .effects, words) { .word(text($0.evidence)) }
  }

  /// A column of figures, which codes do not have.
  private static func figure(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind,
    on ground: Ground<InterventionProgress>, _ words: PageWords<InterventionProgress>? = nil,
    _ cell: @escaping @Sendable (Evidence) -> TableCell
  ) -> Column {
    Column(name, heading, meaning, kind, on: ground, page: words) { row, pack in
      [nil, .ordinal].contains(pack.kind(of: row)) ? .notApplicable : cell(row.evidence)
    }
  }

  private static func number(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind,
    on ground: Ground<InterventionProgress>, _ value: @escaping @Sendable (Evidence) -> Double?
  ) -> Column {
    figure(name, heading, meaning, kind, on: ground) { .number(value($0)) }
  }

  /// An effect in the measure's unit, its standard error and interval.
  private static func effect(
    _ name: String, _ title: String, _ chosen: String,
    _ end: @escaping @Sendable (Ends<Effect>) -> Effect
  ) -> [Column] {
    [
      number(
        "\(name)_effect", "\(title): effect",
        "The mean difference from the prediction that is fair if \(chosen), in the unit of the measure.",
        .decimals(1), on: .contrasts
      ) { $0.ends.map(end)?.value },
      number(
        "\(name)_se", "\(title): standard error", "How exact that effect is.", .decimals(2),
        on: .effectCounts
      ) { $0.ends.map(end)?.standardError },
      number(
        "\(name)_low", "\(title): 95% from", "The lower end of its 95% range.", .decimals(1),
        on: .contrasts
      ) { $0.ends.map(end)?.interval.lowerBound },
      number(
        "\(name)_high", "\(title): 95% to", "The upper end of its 95% range.", .decimals(1),
        on: .contrasts
      ) { $0.ends.map(end)?.interval.upperBound },
    ]
  }

  /// An effect size and its interval [SD].
  private static func size(
    _ name: String, _ title: String, _ end: @escaping @Sendable (Ends<Effect>) -> Effect
  ) -> Size {
    Size(
      value: number(
        "\(name)_g", "Effect size \(title)",
        "The effect divided by the standard deviation (SD) of the test.", .decimals(2),
        on: .contrasts
      ) { $0.ends.map(end)?.size.value },
      low: number(
        "\(name)_g_low", "Effect size \(title): 95% from", "The lower end of its 95% range.",
        .decimals(2), on: .contrasts
      ) { $0.ends.map(end)?.size.interval.lowerBound },
      high: number(
        "\(name)_g_high", "Effect size \(title): 95% to", "The upper end of its 95% range.",
        .decimals(2), on: .contrasts
      ) { $0.ends.map(end)?.size.interval.upperBound })
  }

  /// Months of progress: of attainment, and of an effect of both ends only.
  private static func months(
    _ name: String, _ heading: String, _ meaning: String,
    _ end: @escaping @Sendable (ClosedRange<Int>) -> Int
  ) -> Column {
    Column(name, heading, meaning, .whole, on: .contrasts) { row, pack in
      guard let measure = row.measure, pack.data.measures[measure].attainment,
        pack.kind(of: row) != .ordinal
      else { return .notApplicable }
      guard row.evidence.basis == .twoPredictions else { return .absent }
      return .whole(row.evidence.months.map(end))
    }
  }
}
