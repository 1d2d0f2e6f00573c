package import ProvisionModel

/// What a set of episodes of one measure says of its support (METHOD §5–7).
package struct Evidence: Sendable, Equatable {
  /// What it rests on.
  package var basis = Basis.none
  /// Episodes with a matched contrast, also where the effect is not printed.
  package var matchedEpisodes = 0
  /// Their distinct pupils.
  package var matchedPupils = 0
  /// Episodes with a growth contrast.
  package var growthEpisodes = 0
  /// Their distinct pupils.
  package var growthPupils = 0
  /// The matched effect; on the basis `similar-pupils` only.
  package var matched: Effect?
  /// The growth effect; on the bases `similar-pupils` and `classmates`.
  package var growth: Effect?
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
  /// The mean baseline less that of the similar pupils [SD]; of the matched episodes.
  package var baselineDifference: Double?
  /// What can be said at both ends.
  package var probabilities: Probabilities?
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
    [matched, growth, expected].compactMap(\.self)
  }

  /// The pupils of the effect that rests on the fewest; 0 where there is none.
  package var fewestPupils: Int {
    effects.map(\.pupils).min() ?? 0
  }

  /// The range of the answer [SD]: from the smaller to the larger effect size.
  package var range: ClosedRange<Double>? {
    let sizes = effects.map(\.size.value)
    guard let low = sizes.min(), let high = sizes.max() else { return nil }
    return low...high
  }

  /// The outer ends of the intervals around the range [SD].
  package var outerInterval: ClosedRange<Double>? {
    let intervals = effects.map(\.size.interval)
    guard let low = intervals.map(\.lowerBound).min(),
      let high = intervals.map(\.upperBound).max()
    else { return nil }
    return low...high
  }

  /// The pupils that the basis rests on.
  package var pupils: Int {
    switch basis {
    case .similarPupils: matched?.pupils ?? 0
    case .classmates: growth?.pupils ?? 0
    case .expectedProgress: expected?.pupils ?? 0
    case .none: 0
    }
  }
}
