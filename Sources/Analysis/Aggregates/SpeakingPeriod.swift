import ProvisionModel

/// The period that speaks for an intervention on a measure (METHOD §7): the longest in which it ended a
/// course and over whose terms it was given alike, counted back from the reported one. Its verdict
/// plays no part.
struct SpeakingPeriods {
  private struct Key: Hashable {
    var scope: Scope
    var intervention: Int
    var measure: Int
  }

  private struct OfSchool: Hashable {
    var school: Int
    var intervention: Int
  }

  /// The longest period over which each school gave each intervention alike.
  private var unchanged: [OfSchool: Period] = [:]
  private let data: SchoolData

  /// What counts as a change of how an intervention is given.
  private static let form: [DeliveryFigure] = [.sessionsPerWeek, .minutesPerSession, .groupSize]

  /// The periods of the interventions of some courses.
  init(_ courses: [InterventionCourse], data: SchoolData, term: Term) {
    self.data = data
    let firstOfYear = data.settings.terms.firstDayOfYear(of: term)
    for course in courses {
      let key = OfSchool(school: course.school, intervention: course.intervention)
      unchanged[key] = Self.unchanged(course, term, firstOfYear: firstOfYear)
    }
  }

  private static func unchanged(
    _ course: InterventionCourse, _ term: Term, firstOfYear: Day
  ) -> Period {
    let running = course.terms.filter(\.runs)
    var first = running.count - 1
    while first > 0,
      !form.contains(where: { $0.differs(running[first - 1].delivery, running[first].delivery) })
    {
      first -= 1
    }
    if first <= 0 { return .all }
    let isOfTheYear = running[first - 1].term.first < firstOfYear
    return isOfTheYear ? .year : .term
  }

  /// The rows of interventions with the period that speaks for each.
  ///
  /// - Parameter rows: Those of all periods.
  func marked(_ rows: [InterventionProgress]) -> [InterventionProgress] {
    var longest: [Key: Period] = [:]
    for row in rows {
      guard let key = key(row), row.started > 0, row.period.rank <= limit(row).rank else {
        continue
      }
      if row.period.rank >= longest[key]?.rank ?? 0 { longest[key] = row.period }
    }
    return rows.map { row in
      var row = row
      row.speakingPeriod = key(row).flatMap { longest[$0] }
      return row
    }
  }

  private func key(_ row: InterventionProgress) -> Key? {
    guard let intervention = row.intervention, let measure = row.measure else { return nil }
    return Key(scope: row.scope, intervention: intervention, measure: measure)
  }

  /// The longest period that may speak: of several schools the shortest.
  private func limit(_ row: InterventionProgress) -> Period {
    guard let intervention = row.intervention else { return .all }
    let schools =
      switch row.scope {
      case .school(let school): [school]
      case .all: Array(data.schools.indices)
      }
    return schools.compactMap {
      unchanged[OfSchool(school: $0, intervention: intervention)]
    }.min { $0.rank < $1.rank } ?? .all
  }
}

extension Period {
  /// 0 for the term, then the longer ones.
  var rank: Int {
    switch self {
    case .term: 0
    case .year: 1
    case .all: 2
    }
  }
}
