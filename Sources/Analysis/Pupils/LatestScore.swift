import ProvisionModel

/// A pupil's latest score on a measure, beside the mean of the pupil's cohort.
package struct LatestScore: Sendable, Equatable {
  /// The score.
  package let score: LinkedScore
  /// The mean of the stratum of that score (METHOD §5), or the given mean of the measure [the
  /// measure's unit]; nil where there is neither.
  package let mean: Double?
  /// Whether the mean is that of the stratum.
  package let isMeanOfCohort: Bool
  /// sign × (score − mean) ÷ s_m [SD]; nil where the mean or the SD is unknown. Of a score off the
  /// scale it is the distance of the scale's end.
  package let distance: Double?
  /// Where the true standing lies beside the distance.
  private let bound: Bound

  private enum Bound {
    case exact, atMost, atLeast
  }

  /// A score beside a mean.
  init(
    _ score: LinkedScore, lowerIsBetter: Bool, mean: (value: Double, isOfCohort: Bool)?,
    sd: Double?
  ) {
    self.score = score
    self.mean = mean?.value
    isMeanOfCohort = mean?.isOfCohort ?? false
    switch (score.censoring, lowerIsBetter) {
    case (.none, _): bound = .exact
    case (.below, false), (.above, true): bound = .atMost
    case (.below, true), (.above, false): bound = .atLeast
    }
    guard let mean, let sd else {
      distance = nil
      return
    }
    // A pupil at the mean is at the mean, whatever the last bits of the mean are.
    let sign: Double = lowerIsBetter ? -1 : 1
    distance = (sign * (score.value - mean.value) / sd * 1e9).rounded() / 1e9
  }

  /// The standing [SD over the mean, with a minus under it]; nil of a score off the scale.
  package var standing: Double? { bound == .exact ? distance : nil }

  /// Whether the pupil stands no less than so many SD over the mean, as far as anybody knows.
  package func isAtLeast(_ standing: Double) -> Bool {
    guard let distance, bound != .atMost else { return false }
    return distance >= standing
  }

  /// Whether the pupil stands more than so many SD under the mean, as far as anybody knows.
  package func isUnder(_ depth: Double) -> Bool {
    guard let distance, bound != .atLeast else { return false }
    return distance < -depth
  }
}
