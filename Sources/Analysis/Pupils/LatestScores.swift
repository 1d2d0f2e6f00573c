import ProvisionModel

/// The latest scores of pupils, beside those of their cohorts.
struct LatestScores {
  private let figures: EpisodeFigures
  private let table: AssessmentTable
  private let asOf: Day
  /// The last day of the term that is known.
  private let until: Day
  /// The first day on which a score of a pupil without support is recent.
  private let recentFrom: Day

  /// A score is recent in the reported term, and for so many days before its end or the as-of date:
  /// tests of the last weeks of a term count for the next one too.
  static let recentDays = 120

  /// The latest scores up to an as-of date.
  init(figures: EpisodeFigures, term: Term, asOf: Day) {
    self.figures = figures
    self.table = figures.data.assessments
    self.asOf = asOf
    until = min(term.last, asOf)
    recentFrom = min(term.first, until.advanced(by: -Self.recentDays))
  }

  /// The latest score of a pupil on a measure up to the as-of date.
  func latest(pupil: Int, measure: Int) -> LatestScore? {
    lastRow(pupil, measure, upTo: asOf).map { beside(row: $0, pupil, measure) }
  }

  /// The latest score up to the end of the term, if it is recent and the measure has an SD.
  func recent(pupil: Int, measure: Int) -> LatestScore? {
    guard figures.comparison.referenceSDs[measure] != nil,
      let row = lastRow(pupil, measure, upTo: until), table.day[row] >= recentFrom.number
    else { return nil }
    return beside(row: row, pupil, measure)
  }

  private func lastRow(_ pupil: Int, _ measure: Int, upTo day: Day) -> Int? {
    let rows = table.rows(ofPupil: pupil)
    var (lower, upper) = (rows.lowerBound, rows.upperBound)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if (Int(table.measure[middle]), table.day[middle]) > (measure, day.number) {
        upper = middle
      } else {
        lower = middle + 1
      }
    }
    guard lower > rows.lowerBound, Int(table.measure[lower - 1]) == measure else { return nil }
    return lower - 1
  }

  private func beside(row: Int, _ pupil: Int, _ position: Int) -> LatestScore {
    let stratum = figures.comparison.stratum(ofRow: row, pupil: pupil, measure: position)
    var mean: (value: Double, isOfCohort: Bool)?
    if let stratum, stratum.count >= figures.data.settings.thresholds.minimumStratum {
      mean = (stratum.mean, true)
    } else if figures.data.measures[position].kind != .ordinal,
      let given = figures.data.measures[position].mean
    {
      mean = (given, false)
    }
    return LatestScore(
      LinkedScore(
        value: table.score[row], day: Day(number: table.day[row]), censoring: table.censoring[row],
        row: row),
      lowerIsBetter: figures.data.measures[position].lowerIsBetter, mean: mean,
      sd: figures.comparison.referenceSDs[position]?.value)
  }
}
