import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §4.
@Suite struct WithinInterventionTests {
  private let bands = [1.4, 2, 3, 4]

  /// A paired episode with that gain from a baseline of 10, over `months`.
  private func paired(
    _ gain: Double,
    months: Double = 4,
    expected: Double? = nil,
    metTarget: Bool? = nil,
    from baseline: Double = 10
  ) -> LinkedEpisode {
    var episode = LinkedEpisode(
      baseline: LinkedScore(
        value: baseline,
        day: day("2025-09-08"),
        censoring: .none,
        row: nil
      ),
      outcome: LinkedScore(
        value: baseline + gain,
        day: day("2026-01-08"),
        censoring: .none,
        row: nil
      )
    )
    episode.gain = gain
    episode.elapsed = months
    episode.expectedGain = expected
    episode.hasMetTarget = metTarget
    return episode
  }

  private func within(
    _ kind: MeasureKind,
    _ episodes: [LinkedEpisode]
  ) -> WithinIntervention {
    WithinIntervention(
      episodes,
      measure: Measure(name: "M", kind: kind),
      ratioBands: bands
    )
  }

  @Test("the gain has a mean and an interval")
  func meanAndIntervalOfTheGain() throws {
    // Gains 2, 4, 4, 4, 6: mean 4, SD √(8 ÷ 4) = √2; t(4) · √2 ÷ √5 with t(4, .975) = 2.776445
    // of METHOD §11 = 2.7764451052 · 0.6324555320 = 1.7559780662.
    let figures = within(.points, [2, 4, 4, 4, 6].map { paired($0) })
    #expect(figures.paired == 5)
    #expect(figures.meanGain == 4)
    let interval = try #require(figures.gainInterval)
    #expect(abs(interval.lowerBound - 2.2440219338) < 1e-9)
    #expect(abs(interval.upperBound - 5.7559780662) < 1e-9)
    #expect(figures.steps == nil)
  }

  @Test("scores, time and expected gain have means")
  func meansOfTheScoresTheTimeAndTheExpectedGain() {
    let figures = within(
      .points,
      [
        paired(2, months: 3, expected: 1, from: 10), paired(6, months: 6, expected: nil, from: 20),
        paired(1, months: 6, expected: 4, from: 30),
      ]
    )
    #expect(figures.baselineMean == 20)
    // (12 + 26 + 31) ÷ 3
    #expect(figures.outcomeMean == 23)
    #expect(figures.meanGain == 3)
    #expect(figures.meanMonths == 5)
    // (1 + 4) ÷ 2
    #expect(figures.expectedGain == 2.5)
  }

  @Test("one pair has no interval")
  func onePairHasNoInterval() {
    let figures = within(.points, [paired(3)])
    #expect(figures.meanGain == 3)
    #expect(figures.gainInterval == nil)
  }

  @Test("no episodes give no figures")
  func nothingOfNothing() {
    let figures = within(.age, [])
    #expect(figures.paired == 0)
    #expect(figures.meanGain == nil)
    #expect(figures.ratioGain == nil)
    #expect(figures.totalMonthsGained == nil)
    #expect(figures.onTrack.value == nil)
  }

  @Test("episodes that are not paired are left out")
  func episodesThatAreNotPairedArePassedOver() {
    var baselineOnly = paired(50)
    baselineOnly.gain = nil
    let figures = within(.points, [paired(2), baselineOnly, paired(4)])
    #expect(figures.paired == 2)
    #expect(figures.baselineMean == 10)
    #expect(figures.meanGain == 3)
  }

  @Test("shares are out of the episodes with an expected gain or a target")
  func sharesAreOfThoseWithAnExpectedGainOrATarget() {
    let figures = within(
      .points,
      [
        paired(5, expected: 5), paired(4, expected: 5, metTarget: true),
        paired(6, expected: 5, metTarget: false), paired(9, metTarget: true),
        paired(9, metTarget: true),
      ]
    )
    #expect(figures.onTrack == Share(count: 2, total: 3))
    #expect(figures.metTarget == Share(count: 3, total: 4))
    #expect(figures.metTarget.value == 0.75)
  }

  @Test("the ratio gain is total gain over total time")
  func ratioGainIsTotalGainOverTotalTime() {
    // (10 + 2) ÷ (4 + 2) = 2; the mean of the ratios, 2.5 and 1, would be 1.75.
    let figures = within(.age, [paired(10, months: 4), paired(2, months: 2)])
    #expect(figures.ratioGain == 2)
    #expect(figures.totalMonthsGained == 12)
    #expect(figures.ratioBand == .useful)
  }

  @Test("only ages have a ratio gain", arguments: [MeasureKind.points, .standardised])
  func onlyAgesHaveARatioGain(kind: MeasureKind) {
    let figures = within(kind, [paired(10), paired(2)])
    #expect(figures.ratioGain == nil)
    #expect(figures.ratioBand == nil)
    #expect(figures.totalMonthsGained == nil)
  }

  @Test(
    "the bands of the ratio gain are those of Brooks",
    arguments: [
      (-2, RatioBand.verySmall), (0, .verySmall), (1.39, .verySmall), (1.4, .small), (1.99, .small),
      (2, .useful), (2.99, .useful), (3, .substantial), (3.99, .substantial), (4, .remarkable),
      (12, .remarkable),
    ])
  func bandsOfTheRatioGainAreThoseOfBrooks(ratio: Double, band: RatioBand) {
    #expect(RatioBand(ratio: ratio, limits: bands) == band)
    // Over ten months the gain is ten times the ratio.
    #expect(within(.age, [paired(ratio * 10, months: 10)]).ratioBand == band)
  }

  @Test("the bands have the names of METHOD")
  func bandsAreNamedAsMethodNamesThem() {
    let names = ["very small", "small", "useful", "substantial", "remarkable"]
    #expect(RatioBand.allCases.map(\.rawValue) == names)
    #expect(ThresholdSettings().ratioBands == bands)
  }

  @Test("codes have counts and no means")
  func ofCodesThereAreCountsAndNoMeans() {
    let figures = within(
      .ordinal,
      [3, 1, 0, -1, 2, 0].map { paired($0, expected: 1, metTarget: $0 > 0) }
    )
    #expect(figures.steps == .init(up: 3, same: 2, down: 1))
    #expect(figures.baselineMean == nil)
    #expect(figures.outcomeMean == nil)
    #expect(figures.meanGain == nil)
    #expect(figures.gainInterval == nil)
    #expect(figures.ratioGain == nil)
    #expect(figures.meanMonths == 4)
    // Expected 1 step: gains of 3, 1 and 2 reach it.
    #expect(figures.onTrack == Share(count: 3, total: 6))
    #expect(figures.metTarget == Share(count: 3, total: 6))
  }
}
