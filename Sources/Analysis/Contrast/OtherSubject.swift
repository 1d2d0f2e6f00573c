import ProvisionModel

/// Where pupils stood in other subjects, o: the mean over the other attainment measures of the mean of
/// the latest deviations from the strata's means (METHOD §5.1, "Another subject").
package struct OtherSubject: Sendable {
  private let data: SchoolData
  private let cohorts: Cohorts
  private let terms: TermNumbers
  private let strata: Strata
  private let lookbackDays: Int
  private let asOf: Int32
  /// For each measure its sign ÷ s_m; nil of those that are no attainment or have no SD.
  private let scale: [Double?]
  /// For each cohort and measure the pupils with any score on it.
  private let pupilsWithScore: [Int]

  /// The most deviations of a measure.
  private static let mostDeviations = 3
  /// Scores up to so many days after the baseline count.
  private static let daysAfter: Int32 = 21

  init(
    data: SchoolData, cohorts: Cohorts, terms: TermNumbers, strata: Strata,
    referenceSDs: [ReferenceSD?], asOf: Day
  ) {
    self.data = data
    self.cohorts = cohorts
    self.terms = terms
    self.strata = strata
    self.asOf = asOf.number
    lookbackDays = data.settings.evidence.lookbackDays
    scale = zip(data.measures, referenceSDs).map { measure, sd in
      measure.attainment ? sd.map { measure.sign / $0.value } : nil
    }
    let table = data.assessments
    var counts = [Int](repeating: 0, count: cohorts.pupils.count * data.measures.count)
    for pupil in data.pupils.indices {
      var last = -1
      for row in table.rows(ofPupil: pupil)
      where table.censoring[row] == .none && table.day[row] <= asOf.number {
        let measure = table.measure[row]
        if measure != last {
          counts[cohorts.ofPupil[pupil] * data.measures.count + measure] += 1
          last = measure
        }
      }
    }
    pupilsWithScore = counts
  }

  /// The measures other than one that tell of another subject.
  func others(than measure: Int) -> [Int] {
    scale.indices.filter { $0 != measure && scale[$0] != nil }
  }

  /// o of a pupil [SD]; nil where none of the measures tells.
  ///
  /// - Parameters:
  ///   - measures: The other measures.
  ///   - baseline: The day of the pupil's t_1.
  func level(pupil: Int, on measures: [Int], baseline: Int32) -> Double? {
    var sum = 0.0
    var count = 0
    for measure in measures {
      guard let mean = deviation(pupil, measure, baseline) else { continue }
      sum += mean
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  private func deviation(_ pupil: Int, _ measure: Int, _ baseline: Int32) -> Double? {
    guard let scale = scale[measure] else { return nil }
    var sum = 0.0
    var count = 0
    eachScore(pupil, measure, baseline) { row, stratum in
      sum += (data.assessments.score[row] - stratum.mean) * scale
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// The rows of the scores of a measure that tell of another subject, the latest first.
  func rows(pupil: Int, measure: Int, baseline: Int32) -> [Int] {
    guard scale[measure] != nil else { return [] }
    var rows: [Int] = []
    eachScore(pupil, measure, baseline) { row, _ in rows.append(row) }
    return rows
  }

  /// The latest scores of a measure whose strata count, the latest first.
  @inline(__always)
  private func eachScore(
    _ pupil: Int, _ measure: Int, _ baseline: Int32, _ use: (Int, Strata.Stratum) -> Void
  ) {
    let cohort = cohorts.ofPupil[pupil]
    let pupils = pupilsWithScore[cohort * data.measures.count + measure]
    guard pupils > 0 else { return }
    let table = data.assessments
    let run = table.rows(ofPupil: pupil, measure: measure)
    let earliest = baseline - Int32(lookbackDays)
    let latest = min(baseline + Self.daysAfter, asOf)
    var row = table.partition(run) { table.day[$0] > latest } - 1
    var count = 0
    while row >= run.lowerBound, table.day[row] > earliest, count < Self.mostDeviations {
      if table.censoring[row] == .none,
        let stratum = strata.stratum(
          cohort: cohort, measure: measure, term: terms.number(table.day[row])),
        stratum.count >= data.settings.thresholds.minimumStratum, 2 * stratum.pupils >= pupils
      {
        use(row, stratum)
        count += 1
      }
      row -= 1
    }
  }
}
