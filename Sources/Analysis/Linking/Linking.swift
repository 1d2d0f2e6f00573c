package import ProvisionModel

/// Links episodes to their baseline and outcome (METHOD §3).
///
/// The scores of a pupil on a measure are one sorted run of the table, so that an episode costs
/// two binary searches.
package struct Linking: Sendable {
  private let assessments: AssessmentTable
  private let measures: [Measure]
  private let windows: LinkingSettings
  private let asOf: Day

  /// Linking by a school's scores and settings, up to the as-of date.
  package init(data: SchoolData, asOf: Day) {
    self.assessments = data.assessments
    self.measures = data.measures
    self.windows = data.settings.linking
    self.asOf = asOf
  }

  /// An episode with its two scores; one that is still to begin has none.
  ///
  /// - Complexity: O(log *n*) for the *n* scores of the pupil, plus those within the windows.
  package func link(_ episode: Episode) -> LinkedEpisode {
    guard episode.status != .planned else { return LinkedEpisode(baseline: nil, outcome: nil) }
    let known = knownRows(pupil: episode.pupil, measure: episode.measure)
    let baseline =
      episode.entry.map { LinkedScore($0, on: episode.start) }
      ?? self.baseline(known, start: episode.start).map(score)
    var outcome: LinkedScore?
    if episode.status == .ended, let end = episode.end {
      outcome =
        episode.exit.map { LinkedScore($0, on: end) }
        ?? self.outcome(known, end: end, after: baseline?.day).map(score)
    }
    if let first = baseline, let second = outcome, second.day <= first.day { outcome = nil }
    return pair(baseline, outcome, episode)
  }

  /// The rows of the two scores that a pupil without support has for the dates of somebody else's
  /// episode; nil unless there are both and neither is censored.
  ///
  /// - Parameter known: The pupil's known rows on the measure.
  /// - Complexity: As for an episode.
  package func pairOfScores(
    _ known: Range<Int>, start: Day, end: Day
  ) -> (baseline: Int, outcome: Int)? {
    guard let baseline = baseline(known, start: start),
      let outcome = outcome(known, end: end, after: Day(number: assessments.day[baseline])),
      assessments.censoring[baseline] == .none, assessments.censoring[outcome] == .none
    else { return nil }
    return (baseline, outcome)
  }

  /// The rows of a pupil on a measure up to the as-of date.
  package func knownRows(pupil: Int, measure: Int) -> Range<Int> {
    let run = assessments.rows(ofPupil: pupil, measure: measure)
    return run.lowerBound..<firstRow(run, onOrAfter: asOf.advanced(by: 1))
  }

  /// The row of the score nearest to the start within the window; of two as near the earlier.
  private func baseline(_ run: Range<Int>, start: Day) -> Int? {
    let first = start.advanced(by: -windows.baselineDaysBefore)
    let last = start.advanced(by: windows.baselineDaysAfter)
    var nearest: Int?
    for row in firstRow(run, onOrAfter: first)..<run.upperBound {
      guard assessments.day[row] <= last.number else { break }
      if let known = nearest, distance(row, start) >= distance(known, start) { continue }
      nearest = row
    }
    return nearest
  }

  /// The row of the score nearest to the end within the window and after the baseline; of two as
  /// near the later.
  private func outcome(_ run: Range<Int>, end: Day, after baseline: Day?) -> Int? {
    let first = end.advanced(by: -windows.outcomeDaysBefore)
    let last = end.advanced(by: windows.outcomeDaysAfter)
    var nearest: Int?
    for row in firstRow(run, onOrAfter: first)..<run.upperBound {
      guard assessments.day[row] <= last.number else { break }
      if let baseline, assessments.day[row] <= baseline.number { continue }
      if let known = nearest, distance(row, end) > distance(known, end) { continue }
      nearest = row
    }
    return nearest
  }

  /// The first row of a run on a day or after it, or the run's end.
  private func firstRow(_ run: Range<Int>, onOrAfter day: Day) -> Int {
    var (lower, upper) = (run.lowerBound, run.upperBound)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if assessments.day[middle] >= day.number { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }

  private func distance(_ row: Int, _ day: Day) -> Int {
    abs(Int(assessments.day[row]) - Int(day.number))
  }

  private func score(_ row: Int) -> LinkedScore {
    LinkedScore(
      value: assessments.score[row], day: Day(number: assessments.day[row]),
      censoring: assessments.censoring[row], row: row)
  }

  private func pair(
    _ baseline: LinkedScore?, _ outcome: LinkedScore?, _ episode: Episode
  ) -> LinkedEpisode {
    var linked = LinkedEpisode(baseline: baseline, outcome: outcome)
    guard let baseline, let outcome, !linked.isCensored else { return linked }
    let measure = measures[episode.measure]
    let days = baseline.day.days(to: outcome.day)
    linked.gain = measure.sign * (outcome.value - baseline.value)
    linked.elapsed = Double(days) / Scores.daysPerMonth
    linked.expectedGain = Scores.expectedGain(measure, days: days)
    if let target = episode.target, target.censoring == .none {
      linked.hasMetTarget = measure.sign * outcome.value >= measure.sign * target.value
    }
    return linked
  }
}
