package import ProvisionModel

/// An intervention of a school, term by term, as far as the provision map and the as-of date know.
package struct InterventionCourse: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// The terms from the first in which any row of the school runs to the reported one, each once.
  package var terms: [InterventionTerm]

  /// What it was in a term; nil before the school's first term and after the reported one.
  package func term(_ term: Term) -> InterventionTerm? {
    terms.last { $0.term == term }
  }
}

/// What an intervention of a school was in one term.
package struct InterventionTerm: Sendable {
  /// The term.
  package var term: Term
  /// The rows of the provision map that were under way in it, in file order.
  package var rows: [Int]
  /// How it was given, over those rows; of no pupil where it did not run.
  package var delivery: Delivery
  /// Pupils who were not in it in the term before.
  package var joined: Int
  /// Pupils who were in it in the term before, too.
  package var stayed: Int
  /// Pupils of the term before who are no longer in it.
  package var left: Int
  /// The evidence of the episodes that ended in the term, a row for each measure, in order of their
  /// names; empty where none did, and in terms that are too long ago to be looked at.
  package var progress: [InterventionProgress] = []

  /// Whether it ran in the term.
  package var runs: Bool { !rows.isEmpty }
}

/// The courses of all targeted interventions.
struct InterventionCourses {
  private let figures: EpisodeFigures
  private let term: Term
  private let asOf: Day

  private typealias Key = EpisodeFigures.SchoolAndIntervention

  /// The courses up to a reported term.
  init(figures: EpisodeFigures, term: Term, asOf: Day) {
    self.figures = figures
    self.term = term
    self.asOf = asOf
  }

  /// The courses, in order of school and intervention.
  ///
  /// The evidence is that of the terms of the reported academic year and of the one before them.
  func courses() -> [InterventionCourse] {
    let data = figures.data
    let universal = Set(figures.universal.lazy.map(\.row))
    var rows: [Key: [Int]] = [:]
    var firstStart = [Day?](repeating: nil, count: data.schools.count)
    for index in data.provision.indices {
      let school = data.pupils[data.provision[index].pupil].school
      let start = data.provision[index].start
      firstStart[school] = min(firstStart[school] ?? start, start)
      guard !universal.contains(index) else { continue }
      let key = Key(row: data.provision[index], data)
      rows[key, default: []].append(index)
    }
    var ended: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated() where episode.status == .ended {
      ended[Key(row: data.provision[episode.row], data), default: []].append(position)
    }
    var sums = EvidenceSums(figures)
    let keys = ScalarOrder.sorted(Array(rows.keys)) {
      [data.schools[$0.school], data.interventions[$0.intervention].name]
    }
    return keys.map { key in
      let terms = terms(from: firstStart[key.school] ?? term.first)
      return InterventionCourse(
        school: key.school, intervention: key.intervention,
        terms: course(rows[key] ?? [], ended[key] ?? [], terms, key, &sums))
    }
  }

  /// The terms from that of a day to the reported one; no more than a pupil's whole schooling.
  private func terms(from day: Day) -> [Term] {
    var terms = [term]
    let calendar = figures.data.settings.terms
    while let first = terms.last, first.first > day, terms.count < Self.mostTerms {
      terms.append(calendar.term(before: first))
    }
    return terms.reversed()
  }

  private static let mostTerms = 60

  private func course(
    _ rows: [Int], _ ended: [Int], _ terms: [Term], _ key: Key, _ sums: inout EvidenceSums
  ) -> [InterventionTerm] {
    let calendar = figures.data.settings.terms
    let firstOfYear = calendar.term(containing: calendar.firstDayOfYear(of: term))
    let earliest = calendar.term(before: firstOfYear)
    var before: Set<Int> = []
    return terms.map { term in
      let underWay = rows.filter { index in
        let row = figures.data.provision[index]
        return term.holds(from: row.start, to: row.end, asOf: asOf)
      }
      let delivery = Delivery(underWay, figures: figures)
      let stayed = delivery.pupils.count { before.contains($0) }
      var part = InterventionTerm(
        term: term, rows: underWay, delivery: delivery, joined: delivery.pupils.count - stayed,
        stayed: stayed, left: before.count - stayed)
      before = delivery.pupils
      if term >= earliest { part.progress = progress(ended, term, key, &sums) }
      return part
    }
  }

  private func progress(
    _ ended: [Int], _ term: Term, _ key: Key, _ sums: inout EvidenceSums
  ) -> [InterventionProgress] {
    let inTerm = ended.filter { figures.episodes[$0].end.map(term.contains) ?? false }
    let measures = Dictionary(grouping: inTerm) { figures.episodes[$0].measure }
    let ordered = ScalarOrder.sorted(Array(measures)) { [figures.data.measures[$0.key].name] }
    return ordered.compactMap { measure, positions in
      let label = RowLabel(
        period: .term, school: figures.data.schools[key.school], measure: measure)
      var row = figures.row(positions, label: label, days: term.first...term.last, &sums)
      row?.intervention = key.intervention
      return row
    }
  }
}
