package import ProvisionModel
import Threading

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
    package var count = 0
    /// How many pupils they are of.
    package var pupils = 0
    /// Their mean, μ [the measure's unit].
    package var mean = 0.0
    /// Σ (score − μ)² [the measure's unit, squared].
    package var squares = 0.0
  }

  /// All strata, by cohort, measure and term.
  package let all: [Stratum]
  /// For each cohort and measure the first stratum; one entry more than there are of them.
  private let first: [Int]
  private let measures: Int

  /// The strata of a school's scores.
  ///
  /// - Complexity: O(*n*) for *n* scores.
  package init(
    data: SchoolData, cohorts: Cohorts, terms: TermNumbers, asOf: Day, jobs: Int = 1
  ) {
    let ofCohorts = Concurrently.map(count: cohorts.pupils.count, jobs: jobs) { cohort in
      Self.strata(of: cohorts.pupils[cohort], data: data, terms: terms, asOf: asOf)
    }
    var all: [Stratum] = []
    var first = [0]
    for strata in ofCohorts {
      var rest = strata[...]
      for measure in data.measures.indices {
        let ofMeasure = rest.prefix { $0.measure == measure }
        all += ofMeasure
        first.append(all.count)
        rest = rest[ofMeasure.endIndex...]
      }
    }
    self.all = all
    self.first = first
    measures = data.measures.count
  }

  /// The strata of some pupils' scores, by measure and term.
  private static func strata(
    of pupils: [Int], data: SchoolData, terms: TermNumbers, asOf: Day
  ) -> [Stratum] {
    let table = data.assessments
    var strata = data.measures.indices.flatMap { measure in
      (0..<terms.count).map { Stratum(measure: measure, term: $0) }
    }
    var scores: [(place: Int, score: Double)] = []
    for pupil in pupils {
      // A pupil's scores come by measure and date, so that those of a stratum follow each other.
      var last = -1
      for row in table.rows(ofPupil: pupil)
      where table.censoring[row] == .none && table.day[row] <= asOf.number {
        let place = Int(table.measure[row]) * terms.count + terms.number(table.day[row])
        let score = table.score[row]
        strata[place].count += 1
        strata[place].mean += score
        if place != last {
          strata[place].pupils += 1
          last = place
        }
        scores.append((place, score))
      }
    }
    for place in strata.indices where strata[place].count > 0 {
      strata[place].mean /= Double(strata[place].count)
    }
    for (place, score) in scores {
      let distance = score - strata[place].mean
      strata[place].squares += distance * distance
    }
    return strata.filter { $0.count > 0 }
  }

  /// The stratum of a measure's scores of a cohort in a term; nil where there are none.
  ///
  /// - Complexity: O(1), and as many more steps as the cohort has terms without a score.
  package func stratum(cohort: Int, measure: Int, term: Int) -> Stratum? {
    let lower = first[cohort * measures + measure]
    let upper = first[cohort * measures + measure + 1]
    guard lower < upper else { return nil }
    // Without terms between that have no score, it stands as far from the first as its term.
    var place = min(upper - 1, lower + term - all[lower].term)
    while place >= lower, all[place].term > term { place -= 1 }
    return place >= lower && all[place].term == term ? all[place] : nil
  }
}
