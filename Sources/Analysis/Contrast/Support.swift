package import ProvisionModel

/// When each pupil had support on one measure: what decides who is free to be a classmate, and how far
/// back a pupil's scores are a starting point (METHOD §5.1).
package struct Support: Sendable {
  private let firstOfPupil: [Int]
  private let spans: [Span]

  private struct Span {
    var row: Int
    var start: Day
    var end: Day
  }

  /// The support on a measure.
  ///
  /// - Parameters:
  ///   - episodes: The episodes of all rows; those of other measures, and planned ones, are passed over.
  ///   - asOf: The day to which an episode in progress runs.
  package init(measure: Int, episodes: [Episode], pupils: Int, asOf: Day) {
    let wanted = episodes.indices.filter {
      episodes[$0].measure == measure && episodes[$0].status != .planned
    }
    var firstOfPupil = [Int](repeating: 0, count: pupils + 1)
    for position in wanted { firstOfPupil[episodes[position].pupil + 1] += 1 }
    for pupil in 1..<firstOfPupil.count { firstOfPupil[pupil] += firstOfPupil[pupil - 1] }
    var next = firstOfPupil
    var spans = [Span](repeating: Span(row: 0, start: asOf, end: asOf), count: wanted.count)
    for position in wanted {
      let episode = episodes[position]
      let end = episode.status == .ended ? episode.end ?? asOf : asOf
      spans[next[episode.pupil]] = Span(row: episode.row, start: episode.start, end: end)
      next[episode.pupil] += 1
    }
    self.firstOfPupil = firstOfPupil
    self.spans = spans
  }

  /// Whether a pupil had support on a day of a range.
  package func overlaps(pupil: Int, _ days: ClosedRange<Day>) -> Bool {
    for place in places(of: pupil)
    where spans[place].start <= days.upperBound && spans[place].end >= days.lowerBound {
      return true
    }
    return false
  }

  /// The latest day, up to that of a score, on which support of a pupil began or ended; nil where there
  /// is none. Scores before it are no starting point.
  ///
  /// - Parameter course: The course that the score is compared for, which does not count; nil: a
  ///   classmate's.
  package func lastChange(pupil: Int, upTo score: Day, except course: Episode?) -> Day? {
    var latest: Day?
    for place in places(of: pupil) {
      if let course, spans[place].row == course.row || course.otherRows.contains(spans[place].row) {
        continue
      }
      let (start, end) = (spans[place].start, spans[place].end)
      if start <= score { latest = max(latest ?? start, start) }
      if end <= score { latest = max(latest ?? end, end) }
    }
    return latest
  }

  private func places(of pupil: Int) -> Range<Int> {
    firstOfPupil[pupil]..<firstOfPupil[pupil + 1]
  }
}
