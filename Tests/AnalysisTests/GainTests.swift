import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §3 and §4: what a pair of scores gives.
@Suite struct GainTests {
  private let start = day("2024-09-02")
  // 487 days later: 487 ÷ 30.4375 = 16 months, 487 ÷ 365.25 = 4/3 of a year.
  private let end = day("2026-01-02")

  private func link(
    _ first: Double,
    _ last: Double,
    kind: MeasureKind = .points,
    target: RawScore? = nil,
    censoring: (Censoring, Censoring) = (.none, .none),
    change: (inout Measure) -> Void = { _ in }
  ) -> LinkedEpisode {
    var school = SchoolBuilder()
    let measure = school.measure("M", kind, change: change)
    school.score("P1", measure, on: start, first, censoring.0)
    school.score("P1", measure, on: end, last, censoring.1)
    school.row("P1", from: start, to: end) { row in
      row.measures = [measure]
      if let target { row.targetScores = [target] }
    }
    let data = school.data
    return Linking(data: data, asOf: end).link(EpisodeList(data: data, asOf: end).episodes[0])
  }

  @Test("gain is outcome less baseline")
  func gainIsOutcomeLessBaseline() {
    #expect(link(12, 19).gain == 7)
    #expect(link(19, 12).gain == -7)
  }

  @Test("a fall is a gain where lower is better")
  func aFallIsAGainWhereLowerIsBetter() {
    #expect(link(18, 11) { $0.lowerIsBetter = true }.gain == 7)
    #expect(link(11, 18) { $0.lowerIsBetter = true }.gain == -7)
  }

  @Test("elapsed time is in months")
  func elapsedIsInMonths() {
    #expect(link(12, 19).elapsed == 16)
  }

  @Test(
    "an age should grow by the time that passed",
    arguments: [(95.0, false), (96, true), (97, true)])
  func anAgeShouldGrowByTheTimeThatPassed(last: Double, isOnTrack: Bool) {
    let link = link(80, last, kind: .age)
    #expect(link.expectedGain == 16)
    #expect(link.isOnTrack == isOnTrack)
  }

  @Test(
    "a standardised score should keep its place",
    arguments: [(89.0, false), (90, true), (91, true)])
  func aStandardisedScoreShouldKeepItsPlace(last: Double, isOnTrack: Bool) {
    let link = link(90, last, kind: .standardised)
    #expect(link.expectedGain == 0)
    #expect(link.isOnTrack == isOnTrack)
  }

  @Test("points and codes grow as configured", arguments: [MeasureKind.points, .ordinal])
  func pointsAndCodesGrowAsConfigured(kind: MeasureKind) {
    // 6 a year over 4/3 of a year: 8.
    let codes = (0..<20).map { "c\($0)" }
    let equal = link(2, 10, kind: kind) { measure in
      measure.expectedPerYear = 6
      measure.codes = codes
    }
    #expect(equal.expectedGain == 8)
    #expect(equal.isOnTrack == true)
    let less = link(2, 9, kind: kind) { measure in
      measure.expectedPerYear = 6
      measure.codes = codes
    }
    #expect(less.isOnTrack == false)
  }

  @Test(
    "without an expected gain no pupil is on track or off it",
    arguments: [MeasureKind.points, .ordinal])
  func withoutAnExpectedGainNobodyIsOnTrackOrNot(kind: MeasureKind) {
    let link = link(2, 10, kind: kind)
    #expect(link.isPaired)
    #expect(link.expectedGain == nil)
    #expect(link.isOnTrack == nil)
  }

  @Test(
    "the target is met from that score upwards",
    arguments: [(19.0, false), (20, true), (21, true)])
  func theTargetIsMetFromItUpwards(last: Double, hasMet: Bool) {
    #expect(link(12, last, target: .cell(20)).hasMetTarget == hasMet)
  }

  @Test(
    "the target is met from that score downwards where lower is better",
    arguments: [(9.0, true), (10, true), (11, false)])
  func andFromItDownwardsWhereLowerIsBetter(last: Double, hasMet: Bool) {
    let link = link(18, last, target: .cell(10)) { $0.lowerIsBetter = true }
    #expect(link.hasMetTarget == hasMet)
  }

  @Test("without a target none is met")
  func withoutATargetNoneIsMet() {
    #expect(link(12, 19).hasMetTarget == nil)
    #expect(link(12, 19, target: .cell(20, .above)).hasMetTarget == nil)
  }

  @Test(
    "a censored score is kept and not paired",
    arguments: [
      (Censoring.below, Censoring.none), (.none, .above), (.below, .above),
    ])
  func aCensoredScoreIsKeptAndNotPaired(first: Censoring, last: Censoring) {
    let link = link(70, 82, target: .cell(80), censoring: (first, last))
    #expect(link.baseline?.value == 70)
    #expect(link.outcome?.value == 82)
    #expect(link.isCensored)
    #expect(!link.isPaired)
    #expect(link.gain == nil)
    #expect(link.elapsed == nil)
    #expect(link.expectedGain == nil)
    #expect(link.isOnTrack == nil)
    #expect(link.hasMetTarget == nil)
  }
}
