/// Where an episode stands on the as-of date.
public enum EpisodeStatus: String, Sendable {
  /// It has ended.
  case ended
  /// It has begun and has no end, or ends after the as-of date.
  case inProgress = "in-progress"
  /// It begins after the as-of date.
  case planned
}

/// One pupil in one intervention from a start to an end date, evaluated on one measure (METHOD §1).
public struct Episode: Sendable {
  /// The position of its row in the provision map; of a course the row that ends last, which labels it.
  public var row: Int
  /// The positions of a course's other rows, ascending (METHOD §3).
  public var otherRows: [Int] = []
  /// The pupil's position among the data's pupils.
  public var pupil: Int
  /// The intervention's position among the data's interventions.
  public var intervention: Int
  /// The measure's position among the data's measures.
  public var measure: Int
  /// The first day.
  public var start: Day
  /// The last day; nil while it goes on.
  public var end: Day?
  /// Where it stands on the as-of date.
  public var status: EpisodeStatus
  /// The provision map's own score at the start.
  public var entry: Score?
  /// The score to be reached.
  public var target: Score?
  /// The provision map's own score at the end.
  public var exit: Score?

  /// The positions of all its rows, ascending.
  public var rows: [Int] {
    otherRows.isEmpty ? [row] : (otherRows + [row]).sorted()
  }

  /// An episode of a row of the provision map on one measure.
  public init(
    row: Int, pupil: Int, intervention: Int, measure: Int, start: Day, end: Day?,
    status: EpisodeStatus, entry: Score? = nil, target: Score? = nil, exit: Score? = nil
  ) {
    self.row = row
    self.pupil = pupil
    self.intervention = intervention
    self.measure = measure
    self.start = start
    self.end = end
    self.status = status
    self.entry = entry
    self.target = target
    self.exit = exit
  }
}

/// A row of universal provision (METHOD §1): listed and counted, not evaluated.
public struct UniversalProvision: Sendable {
  /// The position of the row in the provision map.
  public var row: Int
  /// Where it stands on the as-of date.
  public var status: EpisodeStatus

  /// A row that stands so.
  public init(row: Int, status: EpisodeStatus) {
    self.row = row
    self.status = status
  }
}
