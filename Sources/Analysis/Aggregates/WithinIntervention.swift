package import ProvisionModel

/// The bands of ratio gain (Brooks).
package enum RatioBand: String, Sendable, CaseIterable {
  case verySmall = "very small"
  case small
  case useful
  case substantial
  case remarkable

  /// The band of a ratio gain.
  ///
  /// - Parameter limits: The lower ends of the four upper bands, rising.
  package init(ratio: Double, limits: [Double]) {
    self = RatioBand.allCases[limits.count { ratio >= $0 }]
  }
}

/// A share with what it is a share of.
package struct Share: Sendable, Equatable {
  /// How many did.
  package var count: Int
  /// Of how many.
  package var total: Int

  /// The share, 0–1; nil of nothing.
  package var value: Double? {
    total > 0 ? Double(count) / Double(total) : nil
  }
}

/// Progress of the paired episodes of one intervention on one measure (METHOD §4).
///
/// A gain within one group says how far the pupils came, not what the intervention did: pupils also
/// grow without help, and pupils picked for a low score rise on the next test by chance.
package struct WithinIntervention: Sendable, Equatable {
  /// The number of paired episodes, n.
  package var paired = 0
  /// Mean score at the start [the measure's unit]; nil for ordinal measures.
  package var baselineMean: Double?
  /// Mean score at the end [the measure's unit]; nil for ordinal measures.
  package var outcomeMean: Double?
  /// Mean gain [the measure's unit]; nil for ordinal measures.
  package var meanGain: Double?
  /// The 95% interval of the mean gain; nil for n < 2 and for ordinal measures.
  package var gainInterval: ClosedRange<Double>?
  /// Mean expected gain of those that have one [the measure's unit].
  package var expectedGain: Double?
  /// Episodes with gain ≥ expected, of those with an expected gain.
  package var onTrack = Share(count: 0, total: 0)
  /// Episodes that met their target, of those with a target.
  package var metTarget = Share(count: 0, total: 0)
  /// Mean time between the two tests [months].
  package var meanMonths: Double?
  /// Total gain [months]; for ages only.
  package var totalMonthsGained: Double?
  /// Σ gain ÷ Σ elapsed; for ages only.
  package var ratioGain: Double?
  /// The band of the ratio gain.
  package var ratioBand: RatioBand?
  /// Pupils who rose, stayed and fell, for ordinal measures.
  package var steps: Steps?

  /// Counts of pupils by the direction of their gain.
  package struct Steps: Sendable, Equatable {
    /// Gain over 0.
    package var up = 0
    /// No gain.
    package var same = 0
    /// Gain under 0.
    package var down = 0
  }

  /// The progress of nobody.
  package init() {}

  /// The progress of linked episodes; those that are not paired are passed over.
  ///
  /// - Parameters:
  ///   - episodes: In file order.
  ///   - ratioBands: The lower ends of the bands of ratio gain.
  package init(_ episodes: [LinkedEpisode], measure: Measure, ratioBands: [Double]) {
    let episodes = episodes.filter(\.isPaired)
    let gains = episodes.compactMap(\.gain)
    let elapsed = episodes.compactMap(\.elapsed)
    paired = episodes.count
    meanMonths = SampleSummary(elapsed).mean
    expectedGain = SampleSummary(episodes.compactMap(\.expectedGain)).mean
    onTrack = Self.share(episodes.compactMap(\.isOnTrack))
    metTarget = Self.share(episodes.compactMap(\.hasMetTarget))
    if measure.kind == .ordinal {
      steps = Steps(
        up: gains.count { $0 > 0 }, same: gains.count { $0 == 0 }, down: gains.count { $0 < 0 })
      return
    }
    let gain = SampleSummary(gains)
    baselineMean = SampleSummary(episodes.compactMap { $0.baseline?.value }).mean
    outcomeMean = SampleSummary(episodes.compactMap { $0.outcome?.value }).mean
    meanGain = gain.mean
    gainInterval = gain.interval95
    if measure.kind == .age, !episodes.isEmpty {
      let total = gains.reduce(0, +)
      let ratio = total / elapsed.reduce(0, +)
      totalMonthsGained = total
      ratioGain = ratio
      ratioBand = RatioBand(ratio: ratio, limits: ratioBands)
    }
  }

  private static func share(_ answers: [Bool]) -> Share {
    Share(count: answers.count { $0 }, total: answers.count)
  }
}
