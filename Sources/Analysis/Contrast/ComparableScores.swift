import ProvisionModel

/// The uncensored scores of a cohort's pupils on one measure up to the as-of date, each pupil's by
/// date, with the measure's sign: what comparable dates are looked up in (METHOD §5.1).
struct ComparableScores {
  /// For each pupil of the cohort the first score; one entry more than there are pupils.
  private let first: [Int]
  /// The days, as `Day` numbers.
  let day: [Int32]
  /// The scores with the measure's sign [the measure's unit].
  let score: [Double]
  /// Their rows in the table of scores.
  let row: [UInt32]
  /// Whether a censored score lies between each score and the pupil's score before it.
  private let isBehindCensored: [Bool]

  /// Of two scores as near to a day the one that counts.
  enum Tie {
    case earlier
    case later
  }

  /// The scores of some pupils.
  ///
  /// - Parameter rows: The known rows of each pupil on the measure.
  init(_ rows: [Range<Int>], of table: AssessmentTable, sign: Double) {
    var first = [0]
    var day: [Int32] = []
    var score: [Double] = []
    var row: [UInt32] = []
    var isBehindCensored: [Bool] = []
    for known in rows {
      var isCensored = false
      for place in known {
        guard table.censoring[place] == .none else {
          isCensored = true
          continue
        }
        day.append(table.day[place])
        score.append(sign * table.score[place])
        row.append(UInt32(place))
        isBehindCensored.append(isCensored)
        isCensored = false
      }
      first.append(day.count)
    }
    self.first = first
    self.day = day
    self.score = score
    self.row = row
    self.isBehindCensored = isBehindCensored
  }

  /// The scores of a pupil of the cohort.
  func scores(ofPupilAt place: Int) -> Range<Int> {
    first[place]..<first[place + 1]
  }

  /// The first of a pupil's scores on a day or after it, or the end of the range.
  func firstScore(_ range: Range<Int>, onOrAfter wanted: Int32) -> Int {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let middle = (lower + upper) / 2
      if day[middle] >= wanted { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }

  /// The score nearest to a day, at most `within` days away and before another day; nil where there
  /// is none.
  ///
  /// - Complexity: O(log *n*) for *n* scores of the range.
  func nearest(
    _ range: Range<Int>, to wanted: Int32, within: Int, before limit: Int32 = .max, tie: Tie
  ) -> Int? {
    let after = firstScore(range, onOrAfter: wanted)
    var later: Int?
    if after < range.upperBound, day[after] < limit, Int(day[after]) - Int(wanted) <= within {
      later = after
    }
    var before = after - 1
    while before >= range.lowerBound, day[before] >= limit { before -= 1 }
    guard before >= range.lowerBound, Int(wanted) - Int(day[before]) <= within else {
      return later
    }
    guard let later else { return before }
    let (back, ahead) = (wanted - day[before], day[later] - wanted)
    if back == ahead { return tie == .earlier ? before : later }
    return back < ahead ? before : later
  }

  /// The scores of a pupil that are usable from one of them back, that one the last: those dated after
  /// `earliest`, until one that is censored.
  ///
  /// - Parameter earliest: No score before this day is usable.
  func usable(_ range: Range<Int>, from start: Int, earliest: Int32) -> Range<Int> {
    var lower = start
    while lower > range.lowerBound, !isBehindCensored[lower], day[lower - 1] >= earliest {
      lower -= 1
    }
    return lower..<start + 1
  }

  /// Whether a censored score lies right before a place among a pupil's scores.
  func isCensored(before place: Int) -> Bool {
    isBehindCensored[place]
  }
}
