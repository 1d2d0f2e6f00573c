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
  private let measure: Int
  private let table: AssessmentTable
  private let cohorts: Cohorts
  private let terms: TermNumbers
  private let strata: Strata
  private let support: Support
  private let mostPriors: Int
  private let lookbackDays: Int
  private let minimumStratum: Int

  /// Levels on a measure.
  init(
    data: SchoolData, measure: Int, cohorts: Cohorts, terms: TermNumbers, strata: Strata,
    support: Support
  ) {
    self.measure = measure
    self.table = data.assessments
    self.cohorts = cohorts
    self.terms = terms
    self.strata = strata
    self.support = support
    mostPriors = min(data.settings.linking.priors, Level.mostScores) - 1
    lookbackDays = data.settings.linking.lookbackDays
    minimumStratum = data.settings.thresholds.minimumStratum
  }

  /// The level of a pupil on a baseline of the table of scores.
  ///
  /// - Parameters:
  ///   - baseline: The row of an uncensored score.
  ///   - episode: The episode whose baseline it is; nil: the pupil is a classmate.
  package func level(pupil: Int, baseline: Int, episode: Int?) -> Level {
    let score = table.score[baseline]
    var level = Level(baseline: score)
    guard mostPriors > 0, let own = stratum(of: baseline, pupil) else { return level }
    var sum = score - own.mean
    eachEarlierScore(pupil: pupil, baseline: baseline, episode: episode) { row, stratum in
      sum += table.score[row] - stratum.mean
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
    let day = Day(number: table.day[baseline])
    var earliest = day.advanced(by: 1 - lookbackDays)
    if let change = support.lastChange(pupil: pupil, upTo: day, except: episode) {
      earliest = max(earliest, change)
    }
    var left = mostPriors
    var row = baseline - 1
    let first = table.rows(ofPupil: pupil).lowerBound
    while left > 0, row >= first, Int(table.measure[row]) == measure,
      table.day[row] >= earliest.number
    {
      if table.censoring[row] == .none, let stratum = stratum(of: row, pupil),
        stratum.count >= minimumStratum
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
      cohort: cohorts.ofPupil[pupil], measure: measure, term: terms.number(table.day[row]))
  }
}
