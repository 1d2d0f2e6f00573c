package import ProvisionModel

/// When each pupil had support on one measure: what decides who is a classmate, and how far back a
/// pupil's scores are a starting point (METHOD §5).
package struct Support: Sendable {
  private let firstOfPupil: [Int]
  private let spans: [Span]

  private struct Span {
    var episode: Int
    var start: Day
    var end: Day
  }

  /// The support on a measure.
  ///
  /// - Parameters:
  ///   - episodes: All episodes; those of other measures, and planned ones, are passed over.
  ///   - asOf: The day to which an episode in progress runs.
  package init(measure: Int, episodes: [Episode], pupils: Int, asOf: Day) {
    let wanted = episodes.indices.filter {
      episodes[$0].measure == measure && episodes[$0].status != .planned
    }
    var firstOfPupil = [Int](repeating: 0, count: pupils + 1)
    for position in wanted { firstOfPupil[episodes[position].pupil + 1] += 1 }
    for pupil in 1..<firstOfPupil.count { firstOfPupil[pupil] += firstOfPupil[pupil - 1] }
    var next = firstOfPupil
    var spans = [Span](
      repeating: Span(episode: 0, start: asOf, end: asOf), count: wanted.count)
    for position in wanted {
      let episode = episodes[position]
      let end = episode.status == .ended ? episode.end ?? asOf : asOf
      spans[next[episode.pupil]] = Span(episode: position, start: episode.start, end: end)
      next[episode.pupil] += 1
    }
    self.firstOfPupil = firstOfPupil
    self.spans = spans
  }

  /// Whether a pupil had support on a day of a range.
  package func overlaps(pupil: Int, _ days: ClosedRange<Day>) -> Bool {
    self.spans(of: pupil).contains { $0.start <= days.upperBound && $0.end >= days.lowerBound }
  }

  /// The latest day, up to the baseline's, on which support of a pupil began or ended; nil where
  /// there is none. Scores before it are no starting point.
  ///
  /// - Parameter episode: The episode whose baseline it is, which does not count; nil: a classmate.
  package func lastChange(pupil: Int, upTo baseline: Day, except episode: Int?) -> Day? {
    var latest: Day?
    for span in spans(of: pupil) where span.episode != episode {
      for day in [span.start, span.end] where day <= baseline {
        latest = max(latest ?? day, day)
      }
    }
    return latest
  }

  private func spans(of pupil: Int) -> ArraySlice<Span> {
    spans[firstOfPupil[pupil]..<firstOfPupil[pupil + 1]]
  }
}
