import ProvisionModel

/// The episodes of each pupil, and what became of them up to a reported term.
struct SupportHistory {
  /// By the positions of the episodes: whether the map, school.yml or the subject says that the
  /// support is about the measure, or the pupil has scores on no other.
  let isNamed: [Bool]
  private let figures: EpisodeFigures
  private let term: Term
  private let asOf: Day
  private let terms: TermNumbers
  private let firstOfPupil: [Int]
  private let positions: [Int]

  /// The history up to a term, as far as the as-of date knows.
  init(figures: EpisodeFigures, term: Term, asOf: Day) {
    let episodes = figures.episodes
    var firstOfPupil = [Int](repeating: 0, count: figures.data.pupils.count + 1)
    for episode in episodes { firstOfPupil[episode.pupil + 1] += 1 }
    for pupil in figures.data.pupils.indices { firstOfPupil[pupil + 1] += firstOfPupil[pupil] }
    var next = firstOfPupil
    var positions = [Int](repeating: 0, count: episodes.count)
    var earliest = min(term.first, asOf)
    for position in episodes.indices {
      let pupil = episodes[position].pupil
      positions[next[pupil]] = position
      next[pupil] += 1
      if let end = episodes[position].end { earliest = min(earliest, end) }
    }
    self.figures = figures
    self.term = term
    self.asOf = asOf
    self.terms = TermNumbers(
      earliest...max(term.last, asOf), calendar: figures.data.settings.terms)
    self.firstOfPupil = firstOfPupil
    self.positions = positions
    isNamed = Self.areNamed(figures)
  }

  /// Whether the map names the measure of each course, or its row is about one alone.
  private static func areNamed(_ figures: EpisodeFigures) -> [Bool] {
    let data = figures.data
    var measuresOfRow = [Int](repeating: 0, count: data.provision.count)
    for episode in figures.episodes { for row in episode.rows { measuresOfRow[row] += 1 } }
    return figures.episodes.map { episode in
      data.namedMeasures(of: data.provision[episode.row]) != nil || measuresOfRow[episode.row] == 1
    }
  }

  /// For each school the measures that its support is about, but codes, in ascending order; those
  /// that somebody named, if any.
  func measuresOfSchools() -> [[Int]] {
    let data = figures.data
    var named = [[Bool]](
      repeating: [Bool](repeating: false, count: data.measures.count), count: data.schools.count)
    var all = named
    for (position, pupil) in figures.pupilOfEpisode.enumerated() {
      let school = data.pupils[pupil].school
      let measure = figures.episodes[position].measure
      all[school][measure] = true
      if isNamed[position] { named[school][measure] = true }
    }
    return data.schools.indices.map { school in
      let wanted = named[school].contains(true) ? named[school] : all[school]
      return wanted.indices.filter { wanted[$0] && data.measures[$0].kind != .ordinal }
    }
  }

  /// The measures of a pupil's episodes that are under way in the term, each once.
  func measuresUnderWay(pupil: Int) -> [Int] {
    var measures: [Int] = []
    for position in ofPupil(pupil) where isUnderWay(position) {
      let measure = figures.episodes[position].measure
      if !measures.contains(measure) { measures.append(measure) }
    }
    return measures
  }

  /// A pupil's episodes on a measure, in file order; only those that name it where one of the term
  /// does.
  func past(pupil: Int, measure: Int) -> [Int] {
    let all = ofPupil(pupil).filter { figures.episodes[$0].measure == measure }
    let isNamedNow = all.contains { isNamed[$0] && isUnderWay($0) }
    return isNamedNow ? all.filter { isNamed[$0] } : all
  }

  /// The first day, after what is known of the term, of a pupil's next episode on a measure.
  func plannedStart(pupil: Int, measure: Int) -> Day? {
    var earliest: Day?
    for position in ofPupil(pupil) where figures.episodes[position].measure == measure {
      let start = figures.episodes[position].start
      if start > min(term.last, asOf) { earliest = min(earliest ?? start, start) }
    }
    return earliest
  }

  private func ofPupil(_ pupil: Int) -> ArraySlice<Int> {
    positions[firstOfPupil[pupil]..<firstOfPupil[pupil + 1]]
  }

  /// Whether an episode goes on on one day of the term at least, as far as the as-of date knows.
  func isUnderWay(_ position: Int) -> Bool {
    term.holds(
      from: figures.episodes[position].start, to: figures.episodes[position].end, asOf: asOf)
  }

  /// The days of the term on which an episode that is under way in it goes on.
  func daysInTerm(_ position: Int) -> ClosedRange<Day> {
    let episode = figures.episodes[position]
    let last = min(term.last, asOf, episode.end ?? asOf)
    let first = max(term.first, episode.start)
    return min(first, last)...last
  }

  /// Whether an episode ended in the term.
  func hasEndedInTerm(_ position: Int) -> Bool {
    let episode = figures.episodes[position]
    guard episode.status == .ended, let end = episode.end else { return false }
    return term.contains(end)
  }

  /// Of some episodes the one that ended last in the term; several where they ended on one day.
  func latestEnded(_ positions: [Int]) -> [Int] {
    let ended = positions.filter { hasEndedInTerm($0) }
    let last = ended.compactMap { figures.episodes[$0].end }.max()
    return ended.filter { figures.episodes[$0].end == last }
  }

  /// An episode of each term without the expected progress, the latest first, up to a term that was
  /// on track. A term is the one in which the episodes end; it is on track if any of them is.
  func missed(_ positions: [Int]) -> [Int] {
    let ended = positions.compactMap { position -> (position: Int, end: Day)? in
      let episode = figures.episodes[position]
      guard episode.status == .ended, let end = episode.end, end <= term.last else { return nil }
      return (position, end)
    }.sorted { ($0.end, $0.position) > ($1.end, $1.position) }
    var missed: [Int] = []
    var lastTerm: Int?
    for (position, end) in ended {
      guard let isOnTrack = figures.links[position].isOnTrack else { continue }
      let number = terms.number(end.number)
      if isOnTrack {
        // An earlier episode of the same term may have been on track.
        if number == lastTerm { missed.removeLast() }
        break
      }
      if number != lastTerm { missed.append(position) }
      lastTerm = number
    }
    return missed
  }
}
