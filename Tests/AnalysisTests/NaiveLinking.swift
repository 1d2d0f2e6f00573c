import Analysis
import ProvisionModel
import TestSupport

/// METHOD §3 word by word: all scores are looked at, filtered and sorted.
struct NaiveLinking {
  let school: SchoolBuilder
  let asOf: Day

  func link(_ episode: Episode) -> (baseline: LinkedScore?, outcome: LinkedScore?) {
    if episode.start > asOf { return (nil, nil) }
    let windows = school.settings.linking
    let known = school.assessments.filter {
      $0.pupil == episode.pupil && $0.measure == episode.measure && $0.day <= asOf
    }
    var baseline = nearest(
      to: episode.start,
      of: known.filter {
        let offset = episode.start.days(to: $0.day)
        return offset >= -windows.baselineDaysBefore && offset <= windows.baselineDaysAfter
      }
    ) { $0 < $1 }
    if let entry = episode.entry { baseline = LinkedScore(entry, on: episode.start) }
    guard let end = episode.end, end <= asOf else { return (baseline, nil) }
    var outcome = nearest(
      to: end,
      of: known.filter { score in
        let offset = end.days(to: score.day)
        return offset >= -windows.outcomeDaysBefore && offset <= windows.outcomeDaysAfter
          && (baseline.map { score.day > $0.day } ?? true)
      }
    ) { $0 > $1 }
    if let exit = episode.exit { outcome = LinkedScore(exit, on: end) }
    if let first = baseline, let second = outcome, second.day <= first.day { outcome = nil }
    return (baseline, outcome)
  }

  private func nearest(
    to day: Day,
    of scores: [SchoolBuilder.Assessment],
    tie: (Day, Day) -> Bool
  ) -> LinkedScore? {
    let best = scores.sorted { left, right in
      let distances = (abs(day.days(to: left.day)), abs(day.days(to: right.day)))
      return distances.0 != distances.1 ? distances.0 < distances.1 : tie(left.day, right.day)
    }.first
    return best.map {
      LinkedScore(value: $0.score, day: $0.day, censoring: $0.censoring, row: nil)
    }
  }
}
