import Analysis
import ProvisionModel

/// The columns of KPI 5.5 about the comparison with other pupils (METHOD §5–7).
extension InterventionColumn {
  /// Those of CONTRACT.
  static let evidence: [InterventionColumn] =
    [
      word("basis") { $0.basis.rawValue },
      count("n_matched", restsOn: .matchedCount) { $0.matchedEpisodes },
      count("n_growth", restsOn: .growthCount) { $0.growthEpisodes },
    ]
    + effect("matched", restsOn: .matched) { $0.matched }
    + effect("growth", restsOn: .growth) { $0.growth }
    + size("matched", restsOn: .matched) { $0.matched }
    + size("growth", restsOn: .growth) { $0.growth } + [
      months("months_low") { $0.lowerBound },
      months("months_high") { $0.upperBound },
      number("p_value", restsOn: .effectCounts) { $0.pValue },
      number("q_value", restsOn: .effectCounts) { $0.qValue },
      number("baseline_difference", restsOn: .matched) { $0.baselineDifference },
      number("p_better", restsOn: .basis) { $0.probabilities?.better },
      number("p_same", restsOn: .basis) { $0.probabilities?.same },
      number("p_worse", restsOn: .basis) { $0.probabilities?.worse },
      word("verdict") { $0.verdict.rawValue },
      column("evidence_strength", restsOn: .effects) { evidence, _ in .whole(evidence.strength) },
    ]

  /// Those of our own.
  static let moreEvidence: [InterventionColumn] =
    [
      count("matched_pupils", restsOn: .matchedCount) { $0.matchedPupils },
      count("growth_pupils", restsOn: .growthCount) { $0.growthPupils },
    ]
    + effect("expected", restsOn: .paired) { $0.expected }
    + size("expected", restsOn: .paired) { $0.expected } + [
      number("chance_rise", restsOn: .paired) { $0.chanceRise },
      InterventionColumn("reference_sd", restsOn: .nobody) { row, figures in
        guard let measure = row.measure, kind(row, figures) != .ordinal else {
          return .notApplicable
        }
        return .number(figures.comparison.referenceSDs[measure]?.value)
      },
      word("warnings") { $0.warnings.map(\.rawValue).joined(separator: "; ") },
    ]

  /// A column about what targeted provision says.
  private static func column(
    _ name: String, restsOn footing: Footing,
    _ cell: @escaping @Sendable (Evidence, MeasureKind?) -> TableCell
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: footing) { row, figures in
      row.measure == nil ? .notApplicable : cell(row.evidence, kind(row, figures))
    }
  }

  private static func word(
    _ name: String, _ text: @escaping @Sendable (Evidence) -> String
  ) -> InterventionColumn {
    column(name, restsOn: .effects) { evidence, _ in .word(text(evidence)) }
  }

  /// A column of figures, which codes do not have.
  private static func figures(
    _ name: String, restsOn footing: Footing,
    _ cell: @escaping @Sendable (Evidence) -> TableCell
  ) -> InterventionColumn {
    column(name, restsOn: footing) { $1 == .ordinal ? .notApplicable : cell($0) }
  }

  private static func count(
    _ name: String, restsOn footing: Footing, _ count: @escaping @Sendable (Evidence) -> Int
  ) -> InterventionColumn {
    figures(name, restsOn: footing) { .whole(count($0)) }
  }

  private static func number(
    _ name: String, restsOn footing: Footing, _ value: @escaping @Sendable (Evidence) -> Double?
  ) -> InterventionColumn {
    figures(name, restsOn: footing) { .number(value($0)) }
  }

  /// An effect in the measure's unit, its standard error and interval.
  private static func effect(
    _ name: String, restsOn footing: Footing, _ effect: @escaping @Sendable (Evidence) -> Effect?
  ) -> [InterventionColumn] {
    [
      number("\(name)_effect", restsOn: footing) { effect($0)?.value },
      number("\(name)_se", restsOn: .effectCounts) { effect($0)?.standardError },
      number("\(name)_low", restsOn: footing) { effect($0)?.interval.lowerBound },
      number("\(name)_high", restsOn: footing) { effect($0)?.interval.upperBound },
    ]
  }

  /// An effect size and its interval [SD].
  private static func size(
    _ name: String, restsOn footing: Footing, _ effect: @escaping @Sendable (Evidence) -> Effect?
  ) -> [InterventionColumn] {
    [
      number("\(name)_g", restsOn: footing) { effect($0)?.size.value },
      number("\(name)_g_low", restsOn: footing) { effect($0)?.size.interval.lowerBound },
      number("\(name)_g_high", restsOn: footing) { effect($0)?.size.interval.upperBound },
    ]
  }

  /// Months of progress: for attainment only.
  private static func months(
    _ name: String, _ end: @escaping @Sendable (ClosedRange<Int>) -> Int
  ) -> InterventionColumn {
    InterventionColumn(name, restsOn: .growth) { row, figures in
      guard let measure = row.measure, figures.data.measures[measure].attainment,
        kind(row, figures) != .ordinal
      else { return .notApplicable }
      return row.evidence.months.map { .whole(end($0)) } ?? .absent
    }
  }
}
