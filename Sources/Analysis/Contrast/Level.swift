import ProvisionModel

/// Where a pupil started, on one, two and three scores: x^(1), x^(2), x^(3) of METHOD §5.
package struct Level: Sendable, Equatable {
  /// How many usable scores there are, 1–3.
  package private(set) var scores = 1
  private var first: Double
  private var second = 0.0
  private var third = 0.0

  /// The most scores that a level rests on.
  package static let mostScores = 3

  /// A level on the baseline alone.
  package init(baseline: Double) {
    first = baseline
  }

  /// The level on the `scores` latest usable scores, 1 to as many as there are [the measure's unit].
  package subscript(_ scores: Int) -> Double {
    switch scores {
    case 1: first
    case 2: second
    default: third
    }
  }

  fileprivate mutating func add(_ level: Double) {
    scores += 1
    if scores == 2 { second = level } else { third = level }
  }
}

/// Levels of the pupils of one measure.
package struct Levels: Sendable {
  private let data: SchoolData
  private let measure: Int
  private let cohorts: Cohorts
  private let terms: TermNumbers
  private let strata: Strata
  private let support: Support

  /// Levels on a measure.
  init(
    data: SchoolData, measure: Int, cohorts: Cohorts, terms: TermNumbers, strata: Strata,
    support: Support
  ) {
    self.data = data
    self.measure = measure
    self.cohorts = cohorts
    self.terms = terms
    self.strata = strata
    self.support = support
  }

  /// The level of a pupil on a baseline of the table of scores.
  ///
  /// - Parameters:
  ///   - baseline: The row of an uncensored score.
  ///   - episode: The episode whose baseline it is; nil: the pupil is a classmate.
  package func level(pupil: Int, baseline: Int, episode: Int?) -> Level {
    var level = Level(baseline: data.assessments.score[baseline])
    guard data.settings.linking.priors > 1, let own = stratum(of: baseline, pupil) else {
      return level
    }
    var sum = data.assessments.score[baseline] - own.mean
    eachEarlierScore(pupil: pupil, baseline: baseline, episode: episode) { row, stratum in
      sum += data.assessments.score[row] - stratum.mean
      level.add(own.mean + sum / Double(level.scores + 1))
    }
    return level
  }

  /// The rows of a pupil's usable scores on a baseline, the baseline's own first.
  package func usableScores(pupil: Int, baseline: Int, episode: Int?) -> [Int] {
    var rows = [baseline]
    eachEarlierScore(pupil: pupil, baseline: baseline, episode: episode) { row, _ in
      rows.append(row)
    }
    return rows
  }

  /// Goes back from a baseline over the scores that are usable beside it, at most `priors` − 1.
  private func eachEarlierScore(
    pupil: Int, baseline: Int, episode: Int?, _ use: (Int, Strata.Stratum) -> Void
  ) {
    let table = data.assessments
    let day = Day(number: table.day[baseline])
    var earliest = day.advanced(by: 1 - data.settings.linking.lookbackDays)
    if let change = support.lastChange(pupil: pupil, upTo: day, except: episode) {
      earliest = max(earliest, change)
    }
    var left = min(data.settings.linking.priors, Level.mostScores) - 1
    let first = table.rows(ofPupil: pupil, measure: measure).lowerBound
    var row = baseline - 1
    while left > 0, row >= first, table.day[row] >= earliest.number {
      if table.censoring[row] == .none, let stratum = stratum(of: row, pupil),
        stratum.count >= data.settings.thresholds.minimumStratum
      {
        use(row, stratum)
        left -= 1
      }
      row -= 1
    }
  }

  /// The stratum of a score of a pupil.
  package func stratum(of row: Int, _ pupil: Int) -> Strata.Stratum? {
    strata.stratum(
      cohort: cohorts.ofPupil[pupil], measure: measure,
      term: terms.number(data.assessments.day[row]))
  }
}
