package import ProvisionModel

/// A score that an episode was linked to.
package struct LinkedScore: Sendable, Equatable {
  /// The score [the measure's unit].
  package var value: Double
  /// When it was taken.
  package var day: Day
  /// Whether it is censored.
  package var censoring: Censoring
  /// Its row in the table of scores; nil for the provision map's own.
  package var row: Int?

  /// A score of the table of scores.
  package init(value: Double, day: Day, censoring: Censoring, row: Int?) {
    self.value = value
    self.day = day
    self.censoring = censoring
    self.row = row
  }

  /// The provision map's own score, dated at the start or the end.
  package init(_ score: Score, on day: Day) {
    self.init(value: score.value, day: day, censoring: score.censoring, row: nil)
  }
}

/// An episode's two scores and what they give (METHOD §3).
package struct LinkedEpisode: Sendable, Equatable {
  /// The score at the start.
  package var baseline: LinkedScore?
  /// The score at the end.
  package var outcome: LinkedScore?
  /// sign × (outcome − baseline) [the measure's unit]; nil unless paired.
  @Compact package var gain: Double?
  /// The time between the two tests [months]; nil unless paired.
  @Compact package var elapsed: Double?
  /// The gain to be expected [the measure's unit]; nil unless paired and known.
  @Compact package var expectedGain: Double?
  /// Whether the outcome reached the target; nil unless paired and there is one.
  package var hasMetTarget: Bool?

  /// An episode with those scores and nothing made of them.
  package init(baseline: LinkedScore?, outcome: LinkedScore?) {
    self.baseline = baseline
    self.outcome = outcome
    _gain = Compact(wrappedValue: nil)
    _elapsed = Compact(wrappedValue: nil)
    _expectedGain = Compact(wrappedValue: nil)
  }

  /// Whether it has both scores, neither of them censored.
  package var isPaired: Bool { gain != nil }

  /// Whether one of its scores is censored.
  package var isCensored: Bool {
    baseline.map { $0.censoring != .none } ?? false
      || outcome.map { $0.censoring != .none } ?? false
  }

  /// Whether the gain reached the expected one; nil where nothing is expected.
  package var isOnTrack: Bool? {
    guard let gain, let expectedGain else { return nil }
    return gain >= expectedGain
  }
}
