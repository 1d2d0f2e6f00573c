package import ProvisionModel

/// What a set of courses of one measure says of its support (METHOD §5–7).
package struct Evidence: Sendable, Equatable {
  /// What it rests on.
  package var basis = Basis.none
  /// Courses with a contrast, also where no effect is printed.
  package var contrasts = 0
  /// Their distinct pupils.
  package var contrastPupils = 0
  /// The effect at each end; on the basis `two-predictions` only.
  package var ends: Ends<Effect>?
  /// Progress beside the expected one; on the basis `expected-progress` only.
  package var expected: Effect?
  /// The rise that chance alone predicts [the measure's unit]; beside `expected` only.
  package var chanceRise: Double?
  /// Months of progress of the two ends of the range; for attainment only.
  package var months: ClosedRange<Int>?
  /// The larger of the two p, 1 where the effects differ in sign.
  package var pValue: Double?
  /// The false discovery rate of that p among the rows of the table, period and school.
  package var qValue: Double?
  /// Mean f_e: how far below or above their classmates the pupils stood [SD of predictions].
  package var distance: Double?
  /// N_D: how many pupils without support started as far out.
  package var farOut: Double?
  /// Mean ξ_e: how far outside the classmates' range the pupils stood [SD of predictions].
  package var beyond: Double?
  /// How sure the effect is, at both ends.
  package var probabilities: Probabilities?
  /// How the school says that the pupils were chosen; nil where it does not say, or not the same of all.
  package var chosenBy: ChosenBy?
  /// The verdict.
  package var verdict = Verdict.tooFew
  /// The strength, 0–4.
  package var strength = 0
  /// What there is to beware of.
  package var warnings: [EvidenceWarning] = []

  /// Nothing known.
  package init() {}

  /// The effects that the answer rests on: two, one or none.
  package var effects: [Effect] {
    if let ends { return [ends.score, ends.need] }
    return expected.map { [$0] } ?? []
  }

  /// The pupils of the effect that rests on the fewest; 0 where there is none.
  package var fewestPupils: Int {
    effects.map(\.pupils).min() ?? 0
  }

  /// The range of the answer [SD]: from the smaller to the larger effect size of the two ends.
  package var range: ClosedRange<Double>? {
    guard let ends else { return nil }
    let sizes = Ends { ends[$0].size.value }
    return sizes.least...sizes.most
  }

  /// The outer ends of the intervals around the range [SD].
  package var outerInterval: ClosedRange<Double>? {
    guard let ends else { return nil }
    let low = Ends { ends[$0].size.interval.lowerBound }
    let high = Ends { ends[$0].size.interval.upperBound }
    return low.least...high.most
  }

  /// The pupils that the basis rests on.
  package var pupils: Int {
    switch basis {
    case .twoPredictions: ends?.score.pupils ?? 0
    case .expectedProgress: expected?.pupils ?? 0
    case .none: 0
    }
  }
}
