import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §3: which scores an episode is linked to.
@Suite struct LinkingTests {
  private let start = day("2025-09-08")
  private let end = day("2026-02-06")
  private let late = day("2026-08-31")

  private func link(
    _ scores: [(Day, Double)],
    from start: Day? = nil,
    to end: Day?? = .none,
    asOf: Day? = nil,
    settings: LinkingSettings = LinkingSettings(),
    change: (inout ProvisionRow) -> Void = { _ in }
  ) -> LinkedEpisode {
    var school = SchoolBuilder()
    school.settings.linking = settings
    let measure = school.measure("Reading")
    // Others on both sides, whose scores must not be taken.
    for (index, name) in ["P0", "P1", "P2"].enumerated() {
      _ = school.pupil(name)
      if index != 1 { school.score(name, measure, on: start ?? self.start, 1) }
      if index != 1 { school.score(name, measure, on: (end ?? self.end) ?? late, 2) }
    }
    for (date, value) in scores { school.score("P1", measure, on: date, value) }
    school.row("P1", from: start ?? self.start, to: end ?? self.end) { row in
      row.measures = [measure]
      change(&row)
    }
    let data = school.data
    let asOf = asOf ?? late
    return Linking(data: data, asOf: asOf).link(EpisodeList(data: data, asOf: asOf).episodes[0])
  }

  @Test(
    "the baseline lies within its window",
    arguments: [(-91, false), (-90, true), (0, true), (21, true), (22, false)])
  func baselineLiesWithinItsWindow(offset: Int, isInside: Bool) {
    let date = start.advanced(by: offset)
    #expect(link([(date, 90)]).baseline?.day == (isInside ? date : nil))
  }

  @Test(
    "the outcome lies within its window",
    arguments: [(-22, false), (-21, true), (0, true), (90, true), (91, false)])
  func outcomeLiesWithinItsWindow(offset: Int, isInside: Bool) {
    let date = end.advanced(by: offset)
    #expect(link([(date, 90)]).outcome?.day == (isInside ? date : nil))
  }

  @Test("the windows are settings")
  func windowsAreSettings() {
    var settings = LinkingSettings()
    settings.baselineDaysBefore = 180
    settings.baselineDaysAfter = 0
    settings.outcomeDaysBefore = 3
    settings.outcomeDaysAfter = 5
    func isBaseline(_ offset: Int) -> Bool {
      link([(start.advanced(by: offset), 90)], settings: settings).baseline != nil
    }
    func isOutcome(_ offset: Int) -> Bool {
      link([(end.advanced(by: offset), 90)], settings: settings).outcome != nil
    }
    #expect([-181, -180, 0, 1].map(isBaseline) == [false, true, true, false])
    #expect([-4, -3, 5, 6].map(isOutcome) == [false, true, true, false])
  }

  @Test(
    "the nearest score is the baseline, and the earlier of two as near",
    arguments: [
      ([-5, 5], -5), ([-6, 5], 5), ([-5, 6], -5), ([-40, -20, -19], -19), ([3, 4], 3),
    ])
  func theNearestIsTheBaselineAndOfTwoTheEarlier(offsets: [Int], nearest: Int) {
    let link = link(offsets.map { (start.advanced(by: $0), 90) })
    #expect(link.baseline?.day == start.advanced(by: nearest))
  }

  @Test(
    "the nearest score is the outcome, and the later of two as near",
    arguments: [
      ([-5, 5], 5), ([-5, 6], -5), ([-6, 5], 5), ([19, 20, 40], 19), ([-4, -3], -3),
    ])
  func theNearestIsTheOutcomeAndOfTwoTheLater(offsets: [Int], nearest: Int) {
    let link = link(offsets.map { (end.advanced(by: $0), 90) })
    #expect(link.outcome?.day == end.advanced(by: nearest))
  }

  @Test("a score carries its value and its row")
  func aScoreCarriesItsValueAndItsRow() {
    let link = link([(start, 91), (end, 97)])
    // The rows of P0 come first: two of them.
    #expect(link.baseline == LinkedScore(value: 91, day: start, censoring: .none, row: 2))
    #expect(link.outcome == LinkedScore(value: 97, day: end, censoring: .none, row: 3))
  }

  @Test("the outcome is after the baseline")
  func theOutcomeIsAfterTheBaseline() {
    let end = start.advanced(by: 10)
    let only = link([(start.advanced(by: 3), 90)], to: end)
    #expect(only.baseline?.day == start.advanced(by: 3))
    #expect(only.outcome == nil)
    #expect(!only.isPaired)
    // The one of day 3 is nearer to the end, but it is the baseline; the one of day 1 is before.
    let two = link(
      [(start.advanced(by: 30), 95), (start.advanced(by: 3), 90)],
      to: end
    )
    #expect(two.outcome?.day == start.advanced(by: 30))
    #expect(two.gain == 5)
  }

  @Test("the outcome is not after the as-of date", arguments: [(9, false), (10, true)])
  func theOutcomeIsNotAfterTheAsOfDate(asOf: Int, isKnown: Bool) {
    let link = link([(end.advanced(by: 10), 90)], asOf: end.advanced(by: asOf))
    #expect((link.outcome != nil) == isKnown)
  }

  @Test("the baseline is not after the as-of date", arguments: [(9, false), (10, true)])
  func norIsTheBaseline(asOf: Int, isKnown: Bool) {
    let link = link([(start.advanced(by: 10), 90)], to: .some(nil), asOf: start.advanced(by: asOf))
    #expect((link.baseline != nil) == isKnown)
  }

  @Test("an episode in progress has no outcome")
  func anEpisodeInProgressHasNoOutcome() {
    let scores = [(start, 90.0), (end, 95.0)]
    let open = link(scores, to: .some(nil)) { $0.exitScores = [.cell(99)] }
    #expect(open.baseline?.value == 90)
    #expect(open.outcome == nil)
    let later = link(scores, asOf: end.advanced(by: -1)) { $0.exitScores = [.cell(99)] }
    #expect(later.outcome == nil)
    #expect(!later.isPaired)
  }

  @Test("scores of the row take precedence at the start and the end")
  func ownScoresTakePrecedenceAtTheStartAndTheEnd() {
    let link = link([(start, 90), (end, 95)]) { row in
      row.entryScores = [.cell(80)]
      row.exitScores = [.cell(87)]
    }
    #expect(link.baseline == LinkedScore(value: 80, day: start, censoring: .none, row: nil))
    #expect(link.outcome == LinkedScore(value: 87, day: end, censoring: .none, row: nil))
    #expect(link.gain == 7)
  }

  @Test("one score of the row pairs with the other from the tracking file")
  func oneOwnScorePairsWithTheTrackingFilesOtherHalf() {
    let scores = [(start.advanced(by: -7), 90.0), (end.advanced(by: 7), 95.0)]
    let entry = link(scores) { $0.entryScores = [.cell(80)] }
    #expect(entry.gain == 15)
    #expect(entry.baseline?.day == start)
    #expect(entry.outcome?.day == end.advanced(by: 7))
    let exit = link(scores) { $0.exitScores = [.cell(99)] }
    #expect(exit.gain == 9)
    #expect(exit.baseline?.day == start.advanced(by: -7))
    #expect(exit.outcome?.day == end)
  }

  @Test(
    "an exit score that is not after the baseline is not used",
    arguments: [(5, false), (10, false), (11, true)])
  func anExitScoreThatIsNotAfterTheBaselineIsNone(end: Int, isKnown: Bool) {
    let link = link([(start.advanced(by: 10), 90)], to: start.advanced(by: end)) { row in
      row.exitScores = [.cell(99)]
    }
    #expect(link.baseline?.value == 90)
    #expect((link.outcome != nil) == isKnown)
  }
}
