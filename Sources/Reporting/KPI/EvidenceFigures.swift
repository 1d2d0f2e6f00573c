import Analysis
import ProvisionModel

/// The columns of KPI 5.5 about the comparison with other pupils (METHOD §5–7).
extension InterventionFigures {
  /// Those of CONTRACT.
  static let evidence: [Column] =
    [
      basis, matchedEpisodes, growthEpisodes,
    ]
    + effect("matched", "Against similar pupils", "what similar pupils reached", on: .matched) {
      $0.matched
    }
    + effect("growth", "Against classmates' growth", "the growth of all classmates", on: .growth) {
      $0.growth
    } + matchedSize.all + growthSize.all + [
      monthsLow, monthsHigh,
      number(
        "p_value", "P value",
        "How often chance alone would give so large a difference; the larger of the two.",
        .decimals(3), on: .effectCounts
      ) { $0.pValue },
      number(
        "q_value", "Q value",
        "The same with allowance for the number of interventions that were looked at.",
        .decimals(3),
        on: .effectCounts
      ) { $0.qValue },
      number(
        "baseline_difference", "Start beside similar pupils (SD)",
        "How much higher (or, with a minus, lower) the pupils started than their similar pupils.",
        .decimals(2), on: .matched
      ) { $0.baselineDifference },
      number(
        "p_better", "Chance of better",
        "The chance that it helps by more than what matters; the smaller of the two comparisons'.",
        .percent, on: .basis
      ) { $0.probabilities?.better },
      number(
        "p_same", "Chance of no difference",
        "The chance that it makes no difference that matters.", .percent, on: .basis
      ) { $0.probabilities?.same },
      number("p_worse", "Chance of worse", "The chance that it harms.", .percent, on: .basis) {
        $0.probabilities?.worse
      },
      verdict, strength,
    ]

  /// Those of our own.
  static let moreEvidence: [Column] =
    [
      figure(
        "matched_pupils", "Pupils with similar pupils",
        "Pupils, where the other column counts episodes.",
        .count(.intervention(.matchedPupils)), on: .count(.matchedCount)
      ) { .whole($0.matchedPupils) },
      figure(
        "growth_pupils", "Pupils with classmates",
        "Pupils, where the other column counts episodes.",
        .count(.intervention(.growthPupils)), on: .count(.growthCount)
      ) { .whole($0.growthPupils) },
    ]
    + effect("expected", "Against expected progress", "the expected gain", on: .paired) {
      $0.expected
    } + expectedSize.all + [
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

  static let basis = word(
    "basis", "Compared with",
    "What the verdict rests on: similar pupils and classmates, classmates' growth only, the expected "
      + "progress only, or nothing."
  ) { $0.basis.rawValue }
  static let verdict = word(
    "verdict", "Verdict",
    "Better, same or worse than without it, where the chance is large enough; else unclear. too-few: "
      + "too few pupils to say.", PageWords("Verdict", .verdict)
  ) { $0.verdict.rawValue }
  static let strength = targeted(
    "evidence_strength", "Strength of evidence (0 to 4)",
    "By the number of pupils compared, less where many lack a test or similar pupils.", .whole,
    on: .effects, PageWords("Evidence (0 to 4)", .evidence)
  ) { .whole($0.evidence.strength) }
  static let warnings = word(
    "warnings", "Beware of", "What makes the verdict weaker than it looks.",
    PageWords("Beware", .beware)
  ) { $0.warnings.map(\.rawValue).joined(separator: "; ") }

  static let matchedEpisodes = figure(
    "n_matched", "Episodes with similar pupils",
    "Episodes whose pupil has classmates that started at the same level.",
    .count(.intervention(.matched)), on: .count(.matchedCount), PageWords("Compared", .compared)
  ) { .whole($0.matchedEpisodes) }
  static let growthEpisodes = figure(
    "n_growth", "Episodes with classmates",
    "Episodes whose pupil has classmates with the same tests.", .count(.intervention(.growth)),
    on: .count(.growthCount)
  ) { .whole($0.growthEpisodes) }

  /// An effect size and its range.
  struct Size: Sendable {
    let value: Column
    let low: Column
    let high: Column
    var all: [Column] { [value, low, high] }
  }

  static let matchedSize = size("matched", "against similar pupils", on: .matched) { $0.matched }
  static let growthSize = size("growth", "against classmates' growth", on: .growth) { $0.growth }
  static let expectedSize = size("expected", "against expected progress", on: .paired) {
    $0.expected
  }

  static let monthsLow = months(
    "months_low", "Months of progress, from",
    "The smaller effect size in the table of months of the Education Endowment Foundation, where "
      + "both comparisons could be made."
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
    _ name: String, _ title: String, _ other: String, on ground: Ground<InterventionProgress>,
    _ effect: @escaping @Sendable (Evidence) -> Effect?
  ) -> [Column] {
    [
      number(
        "\(name)_effect", "\(title): effect",
        "The mean difference from \(other), in the unit of the measure.", .decimals(1), on: ground
      ) { effect($0)?.value },
      number(
        "\(name)_se", "\(title): standard error", "How exact that effect is.", .decimals(2),
        on: .effectCounts
      ) { effect($0)?.standardError },
      number(
        "\(name)_low", "\(title): 95% from", "The lower end of its 95% range.", .decimals(1),
        on: ground
      ) { effect($0)?.interval.lowerBound },
      number(
        "\(name)_high", "\(title): 95% to", "The upper end of its 95% range.", .decimals(1),
        on: ground
      ) { effect($0)?.interval.upperBound },
    ]
  }

  /// An effect size and its interval [SD].
  private static func size(
    _ name: String, _ title: String, on ground: Ground<InterventionProgress>,
    _ effect: @escaping @Sendable (Evidence) -> Effect?
  ) -> Size {
    Size(
      value: number(
        "\(name)_g", "Effect size \(title)",
        "The effect divided by the standard deviation (SD) of the test.", .decimals(2), on: ground
      ) { effect($0)?.size.value },
      low: number(
        "\(name)_g_low", "Effect size \(title): 95% from", "The lower end of its 95% range.",
        .decimals(2), on: ground
      ) { effect($0)?.size.interval.lowerBound },
      high: number(
        "\(name)_g_high", "Effect size \(title): 95% to", "The upper end of its 95% range.",
        .decimals(2), on: ground
      ) { effect($0)?.size.interval.upperBound })
  }

  /// Months of progress: of attainment, and where both comparisons could be made, as growth alone flatters.
  private static func months(
    _ name: String, _ heading: String, _ meaning: String,
    _ end: @escaping @Sendable (ClosedRange<Int>) -> Int
  ) -> Column {
    Column(name, heading, meaning, .whole, on: .growth) { row, pack in
      guard let measure = row.measure, pack.data.measures[measure].attainment,
        pack.kind(of: row) != .ordinal
      else { return .notApplicable }
      guard row.evidence.basis == .similarPupils else { return .absent }
      return .whole(row.evidence.months.map(end))
    }
  }
}
