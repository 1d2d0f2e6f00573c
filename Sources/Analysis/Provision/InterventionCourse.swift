package import ProvisionModel
import Threading

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
  /// The sets of episodes that the evidence of their terms is made of.
  let sets: [EpisodeSet]
  private let figures: EpisodeFigures
  /// For each set the position of its course, and of the term in it.
  private let places: [(course: Int, term: Int)]
  /// The courses without their evidence, in order of school and intervention.
  private let withoutEvidence: [InterventionCourse]

  private typealias Key = EpisodeFigures.SchoolAndIntervention

  /// The courses up to a reported term.
  ///
  /// The evidence is that of the terms of the reported academic year and of the one before them.
  init(figures: EpisodeFigures, term: Term, asOf: Day, jobs: Int) {
    let data = figures.data
    let calendar = data.settings.terms
    let firstOfYear = calendar.term(containing: calendar.firstDayOfYear(of: term))
    let earliest = calendar.term(before: firstOfYear)
    let (rows, ended) = (Self.rows(figures), Self.ended(figures))
    let terms = Self.terms(of: data, upTo: term)
    let keys = ScalarOrder.sorted(Array(rows.keys)) {
      [data.schools[$0.school], data.interventions[$0.intervention].name]
    }
    let courses = Concurrently.flatMap(count: keys.count, inLotsOf: 64, jobs: jobs) { lot in
      keys[lot].map { key in
        InterventionCourse(
          school: key.school, intervention: key.intervention,
          terms: Self.course(rows[key] ?? [], terms[key.school], figures, asOf: asOf))
      }
    }
    var sets: [EpisodeSet] = []
    var places: [(course: Int, term: Int)] = []
    for (number, key) in keys.enumerated() {
      for (place, part) in courses[number].terms.enumerated() where part.term >= earliest {
        for set in Self.sets(ended[key] ?? [], part.term, key.school, figures) {
          sets.append(set)
          places.append((number, place))
        }
      }
    }
    self.figures = figures
    self.sets = sets
    self.places = places
    withoutEvidence = courses
  }

  /// The courses, in order of school and intervention.
  ///
  /// - Parameter made: What was made of the sets.
  func courses(_ made: some Sequence<InterventionProgress?>) -> [InterventionCourse] {
    var courses = withoutEvidence
    for (place, made) in zip(places, made) {
      guard var row = made else { continue }
      row.intervention = courses[place.course].intervention
      courses[place.course].terms[place.term].progress.append(row)
    }
    return courses
  }

  /// The rows of targeted provision, in file order.
  private static func rows(_ figures: EpisodeFigures) -> [Key: [Int]] {
    var isUniversal = [Bool](repeating: false, count: figures.data.provision.count)
    for universal in figures.universal { isUniversal[universal.row] = true }
    var rows: [Key: [Int]] = [:]
    for row in figures.data.provision.indices where !isUniversal[row] {
      rows[Key(row: row, figures.data), default: []].append(row)
    }
    return rows
  }

  /// The episodes that have ended, in file order.
  private static func ended(_ figures: EpisodeFigures) -> [Key: [Int]] {
    var ended: [Key: [Int]] = [:]
    for position in figures.episodes.indices where figures.episodes[position].status == .ended {
      let key = Key(row: figures.episodes[position].row, figures.data)
      ended[key, default: []].append(position)
    }
    return ended
  }

  /// For each school the terms from that of the first start of its rows to the reported one; no more
  /// than a pupil's whole schooling.
  private static func terms(of data: SchoolData, upTo term: Term) -> [[Term]] {
    var firstStart = [Day?](repeating: nil, count: data.schools.count)
    for row in data.provision.indices {
      let school = data.pupils[data.provision[row].pupil].school
      let start = data.provision[row].start
      firstStart[school] = min(firstStart[school] ?? start, start)
    }
    let first = firstStart.compactMap(\.self).min() ?? term.first
    var terms = [term]
    while let last = terms.last, last.first > first, terms.count < mostTerms {
      terms.append(data.settings.terms.term(before: last))
    }
    terms.reverse()
    return firstStart.map { start in
      let known = terms.lastIndex { $0.first <= start ?? term.first } ?? 0
      return Array(terms[known...])
    }
  }

  private static let mostTerms = 60

  private static func course(
    _ rows: [Int], _ terms: [Term], _ figures: EpisodeFigures, asOf: Day
  ) -> [InterventionTerm] {
    let provision = figures.data.provision
    var before: Set<Int> = []
    return terms.map { term in
      let underWay = rows.filter {
        term.holds(from: provision[$0].start, to: provision[$0].end, asOf: asOf)
      }
      let delivery = figures.delivery(ofRows: underWay)
      let stayed = delivery.pupils.count { before.contains($0) }
      let part = InterventionTerm(
        term: term, rows: underWay, delivery: delivery, joined: delivery.pupils.count - stayed,
        stayed: stayed, left: before.count - stayed)
      before = delivery.pupils
      return part
    }
  }

  /// The sets of the episodes that ended in a term, one for each measure, in order of their names.
  private static func sets(
    _ ended: [Int], _ term: Term, _ school: Int, _ figures: EpisodeFigures
  ) -> [EpisodeSet] {
    let inTerm = ended.filter { figures.episodes[$0].end.map(term.contains) ?? false }
    let measures = Dictionary(grouping: inTerm) { figures.episodes[$0].measure }
    let ordered = ScalarOrder.sorted(Array(measures)) { [figures.data.measures[$0.key].name] }
    return ordered.map { measure, positions in
      EpisodeSet(
        positions: positions,
        label: RowLabel(period: .term, scope: .school(school), measure: measure),
        days: term.first...term.last)
    }
  }
}
