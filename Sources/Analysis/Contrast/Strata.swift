package import ProvisionModel

/// The strata of METHOD §5: school × cohort × term of the assessment, for each measure, over all
/// uncensored scores up to the as-of date.
package struct Strata: Sendable {
  /// One stratum.
  package struct Stratum: Sendable, Equatable {
    /// The measure's position among the data's measures.
    package var measure: Int
    /// The number of the term.
    package var term: Int
    /// The number of scores, n_c.
    package var count: Int
    /// Their mean, μ [the measure's unit].
    package var mean: Double
    /// Σ (score − μ)² [the measure's unit, squared].
    package var squares: Double
  }

  /// All strata, by cohort, measure and term.
  package let all: [Stratum]
  /// For each cohort its first stratum; one entry more than there are cohorts.
  private let firstOfCohort: [Int]

  /// The strata of a school's scores.
  ///
  /// - Complexity: O(*n*) for *n* scores, and O(log *n*) for each stratum.
  package init(data: SchoolData, cohorts: Cohorts, terms: TermNumbers, asOf: Day) {
    let table = data.assessments
    var all: [Stratum] = []
    var firstOfCohort = [0]
    // The place of each measure and term among the strata of the cohort at hand; −1: none yet.
    var place = [Int](repeating: -1, count: data.measures.count * terms.count)
    func slot(_ row: Int) -> Int? {
      guard table.censoring[row] == .none, table.day[row] <= asOf.number else { return nil }
      return Int(table.measure[row]) * terms.count + terms.number(table.day[row])
    }
    for pupils in cohorts.pupils {
      let first = all.count
      for row in pupils.lazy.flatMap({ table.rows(ofPupil: $0) }) {
        guard let slot = slot(row) else { continue }
        if place[slot] < 0 {
          place[slot] = all.count
          let (measure, term) = slot.quotientAndRemainder(dividingBy: terms.count)
          all.append(Stratum(measure: measure, term: term, count: 0, mean: 0, squares: 0))
        }
        all[place[slot]].count += 1
        all[place[slot]].mean += table.score[row]
      }
      for index in first..<all.count { all[index].mean /= Double(all[index].count) }
      for row in pupils.lazy.flatMap({ table.rows(ofPupil: $0) }) {
        guard let slot = slot(row) else { continue }
        let distance = table.score[row] - all[place[slot]].mean
        all[place[slot]].squares += distance * distance
      }
      for stratum in all[first...] { place[stratum.measure * terms.count + stratum.term] = -1 }
      all[first...].sort { ($0.measure, $0.term) < ($1.measure, $1.term) }
      firstOfCohort.append(all.count)
    }
    self.all = all
    self.firstOfCohort = firstOfCohort
  }

  /// The stratum of a measure's scores of a cohort in a term; nil where there are none.
  ///
  /// - Complexity: O(log *n*) for the *n* strata of the cohort.
  package func stratum(cohort: Int, measure: Int, term: Int) -> Stratum? {
    var (lower, upper) = (firstOfCohort[cohort], firstOfCohort[cohort + 1])
    let end = upper
    while lower < upper {
      let middle = (lower + upper) / 2
      if (all[middle].measure, all[middle].term) < (measure, term) {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    guard lower < end, all[lower].measure == measure, all[lower].term == term else { return nil }
    return all[lower]
  }
}
