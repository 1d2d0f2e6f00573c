import ProvisionModel

/// What may change in an intervention from one term to the next (KPI 5.6).
package enum ChangeKind: String, Sendable, CaseIterable {
  /// It ran in this term and not in the one before.
  case started
  /// It ran in the term before and not in this one.
  case stopped
  /// It ran in the term before and has not begun in this one, of which little has gone.
  case notBegun = "not-begun"
  /// Pupils joined or left.
  case pupils
  /// Sessions in a week.
  case sessionsPerWeek = "sessions-per-week"
  /// The length of a session.
  case minutesPerSession = "minutes-per-session"
  /// The length of the programme.
  case weeks
  /// Pupils in a group.
  case groupSize = "group-size"
  /// The TAs.
  case teachingAssistants = "tas"
  /// Nothing of all this.
  case unchanged
  /// The provision map holds nothing from before this term: there is nothing to compare with.
  case firstTerm = "first-term"
}

/// What an intervention's change was about.
package enum ChangeValue: Sendable, Equatable {
  /// Nothing to tell.
  case none
  /// A number of pupils.
  case count(Int)
  /// A mean; in sessions, minutes, weeks or pupils, by the kind of change.
  case mean(Double)
  /// TAs, as the provision map writes them.
  case teachingAssistants([String])
}

/// One row of KPI 5.6: a change of an intervention between the term before and the reported one.
package struct Variation: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// What changed.
  package var kind: ChangeKind
  /// What it was in the term before.
  package var before: ChangeValue
  /// What it is in the reported term.
  package var after: ChangeValue
  /// Pupils in the term before.
  package var pupilsBefore: Int
  /// Pupils in the reported term.
  package var pupilsNow: Int
  /// Pupils who were not in it in the term before.
  package var joined: Int
  /// Pupils who are no longer in it.
  package var left: Int
  /// The groups of the term before; nil where none is named.
  package var groupsBefore: GroupPupils?
  /// Those of the reported term.
  package var groupsNow: GroupPupils?
  /// The school's latest decision about it, up to the reported term, and what came of it.
  package var decision: DecisionOutcome?
  /// What is recommended of it; nil where it does not run in the reported term.
  package var recommendation: InterventionRecommendation?
  /// Its evidence in the term before and in the reported one, on one measure.
  package var comparison: BeforeAndAfter
}

/// All rows of KPI 5.6.
struct VariationTable {
  private let courses: [InterventionCourse]
  private let data: SchoolData
  private let term: Term
  private let asOf: Day
  private let decisions: [DecisionOutcome]
  private let recommendations: [InterventionRecommendation]

  /// The changes from the term before a reported term to that term.
  init(
    _ courses: [InterventionCourse], data: SchoolData, term: Term, asOf: Day,
    decisions: [DecisionOutcome], recommendations: [InterventionRecommendation]
  ) {
    self.courses = courses
    self.data = data
    self.term = term
    self.asOf = asOf
    self.decisions = decisions
    self.recommendations = recommendations
  }

  /// The rows, in order of school and intervention, and of `ChangeKind` within an intervention.
  func rows() -> [Variation] {
    let latest = latestDecisions()
    let recommended = Dictionary(
      recommendations.map { (Key(school: $0.school, intervention: $0.intervention), $0) }
    ) { first, _ in first }
    return courses.flatMap { course -> [Variation] in
      guard let now = course.terms.last else { return [] }
      let key = Key(school: course.school, intervention: course.intervention)
      let before = course.terms.dropLast().last
      let recommendation = recommended[key]
      let comparison = BeforeAndAfter(
        before?.progress ?? [], now.progress, measure: recommendation?.measure)
      return changes(
        before, now,
        Variation(
          school: key.school, intervention: key.intervention, kind: .unchanged, before: .none,
          after: .none, pupilsBefore: before?.delivery.pupils.count ?? 0,
          pupilsNow: now.delivery.pupils.count, joined: now.joined, left: now.left,
          groupsBefore: before?.delivery.groups, groupsNow: now.delivery.groups,
          decision: latest[key], recommendation: recommendation, comparison: comparison))
    }
  }

  private struct Key: Hashable {
    var school: Int
    var intervention: Int
  }

  /// - Parameters:
  ///   - term: The term before; nil where the map holds nothing from before the reported term.
  ///   - now: The reported term.
  ///   - row: A row that lacks but the change.
  private func changes(
    _ term: InterventionTerm?, _ now: InterventionTerm, _ row: Variation
  ) -> [Variation] {
    func variation(
      _ kind: ChangeKind, _ old: ChangeValue = .none, _ new: ChangeValue = .none
    ) -> Variation {
      var row = row
      (row.kind, row.before, row.after) = (kind, old, new)
      return row
    }
    let counts = (ChangeValue.count(row.pupilsBefore), ChangeValue.count(row.pupilsNow))
    guard let term else {
      return now.runs ? [variation(.firstTerm, .none, counts.1)] : []
    }
    switch (term.runs, now.runs) {
    case (false, false): return []
    case (false, true): return [variation(.started, counts.0, counts.1)]
    case (true, false):
      let hasStopped = now.term.isWellUnderWay(on: asOf)
      return [variation(hasStopped ? .stopped : .notBegun, counts.0, counts.1)]
    case (true, true): break
    }
    let (before, after) = (term.delivery, now.delivery)
    var changes: [Variation] = []
    if before.pupils != after.pupils { changes.append(variation(.pupils, counts.0, counts.1)) }
    for kind in DeliveryFigure.allCases where kind.differs(before, after) {
      guard let old = kind.value(before), let new = kind.value(after) else { continue }
      changes.append(variation(kind.change, .mean(old), .mean(new)))
    }
    if before.teachingAssistants != after.teachingAssistants {
      changes.append(
        variation(
          .teachingAssistants, .teachingAssistants(before.teachingAssistants),
          .teachingAssistants(after.teachingAssistants)))
    }
    return changes.isEmpty ? [variation(.unchanged, counts.0, counts.1)] : changes
  }

  /// The latest decision of each school about each intervention up to the reported term; of several
  /// in one term one about all of it before one about a group, then the last in the file.
  private func latestDecisions() -> [Key: DecisionOutcome] {
    func weight(_ decision: Decision) -> (Day, Int, Int, Int) {
      (decision.term.first, decision.group.isEmpty ? 1 : 0, decision.file, decision.line)
    }
    var latest: [Key: DecisionOutcome] = [:]
    for outcome in decisions where outcome.decision.term <= term {
      guard let intervention = outcome.decision.intervention else { continue }
      let key = Key(school: outcome.school, intervention: intervention)
      if let known = latest[key]?.decision, weight(known) > weight(outcome.decision) { continue }
      latest[key] = outcome
    }
    return latest
  }
}
