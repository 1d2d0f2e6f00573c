package import ProvisionModel

/// Whether the provision map shows what a decision said.
package enum FollowThrough: String, Sendable, CaseIterable {
  /// It does.
  case yes
  /// Some of it, or on the way there.
  case partly
  /// It does not.
  case no
  /// The decision is about something that a provision map does not show, or is not followed: a group
  /// that it does not name, universal provision.
  case cannotTell = "cannot-tell"
  /// The term after the decision has not come, or not been reported yet, or has only just begun.
  case notYet = "not-yet"
}

/// A decision of a school, and what came of it in the term after.
package struct DecisionOutcome: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The decision.
  package var decision: Decision
  /// What came of it.
  package var followThrough: FollowThrough
  /// What became of each thing that the decision names.
  package var checks: [TargetCheck] = []
  /// What the map shows of the intervention in the term of the decision; nil before the map begins.
  package var before: InterventionTerm?
  /// The same in the term after; nil while that has not come.
  package var after: InterventionTerm?
  /// The evidence of both terms.
  package var comparison: BeforeAndAfter
}

/// A thing that a decision names, before and after.
package struct TargetCheck: Sendable, Equatable {
  /// What was to become what.
  package var target: ChangeTarget
  /// What it was; nil where the map does not say, or it has no number.
  package var before: Double?
  /// What it became.
  package var after: Double?
  /// Whether it did.
  package var result: FollowThrough
}

/// Sets decisions against what the provision map shows.
struct DecisionOutcomes {
  private let figures: EpisodeFigures
  private let courses: [InterventionCourse]
  private let term: Term
  private let asOf: Day

  /// The decisions up to a reported term, as known on a day.
  init(_ courses: [InterventionCourse], figures: EpisodeFigures, term: Term, asOf: Day) {
    self.courses = courses
    self.figures = figures
    self.term = term
    self.asOf = asOf
  }

  /// What came of each decision about a known intervention, for each school that it concerns, in
  /// order of school, term, intervention and group.
  func outcomes() -> [DecisionOutcome] {
    let data = figures.data
    var outcomes: [DecisionOutcome] = []
    let ofIntervention = Dictionary(grouping: courses, by: \.intervention)
    for decision in data.decisions where decision.term <= term {
      guard let intervention = decision.intervention else { continue }
      for school in data.schools.indices {
        guard decision.school.isEmpty || decision.school == data.schools[school] else { continue }
        let course = ofIntervention[intervention]?.first { $0.school == school }
        // A decision of several schools concerns those that give it; one that was started and did
        // not come about has no course.
        guard course != nil || !decision.school.isEmpty || data.schools.count == 1 else { continue }
        outcomes.append(outcome(decision, school, course))
      }
    }
    return ScalarOrder.sorted(outcomes) { outcome in
      [
        data.schools[outcome.school], outcome.decision.term.first.description,
        outcome.decision.intervention.map { data.interventions[$0].name } ?? "",
        outcome.decision.group,
      ]
    }
  }

  private func outcome(
    _ decision: Decision, _ school: Int, _ course: InterventionCourse?
  ) -> DecisionOutcome {
    let calendar = figures.data.settings.terms
    let next = calendar.term(after: decision.term)
    let before = course?.term(decision.term).map { only(decision.group, $0) }
    var after: InterventionTerm?
    if next <= term, next.first <= asOf {
      after = course?.term(next).map { only(decision.group, $0) }
    }
    let hasCome = next <= term && isDue(next, after)
    if !hasCome { after = nil }
    var outcome = DecisionOutcome(
      school: school, decision: decision, followThrough: .notYet, before: before, after: after,
      comparison: BeforeAndAfter(before?.progress ?? [], after?.progress ?? [], measure: nil))
    guard hasCome else { return outcome }
    guard isFollowed(decision, course, school) else {
      outcome.followThrough = .cannotTell
      return outcome
    }
    switch decision.kind {
    case .continue: outcome.followThrough = Self.continued(before, after)
    case .stop: outcome.followThrough = stopped(after, since: decision.term)
    case .start: outcome.followThrough = after?.runs == true ? .yes : .no
    case .vary:
      guard let after, after.runs else {
        outcome.followThrough = .no
        break
      }
      outcome.checks = decision.targets.map { check($0, before, after) }
      outcome.followThrough = Self.varied(decision, outcome.checks, before, after)
    }
    return outcome
  }

  /// Whether the map may be asked about a term: as soon as anybody begins in it, or when enough of it
  /// has gone that nobody's beginning says something.
  private func isDue(_ next: Term, _ after: InterventionTerm?) -> Bool {
    if next.isWellUnderWay(on: asOf) { return true }
    return after?.rows.contains { figures.data.provision[$0].start >= next.first } ?? false
  }

  /// Whether the map can be asked at all: universal provision has no course, and of a group that it
  /// does not name nobody can tell whether it goes on or has ended.
  private func isFollowed(
    _ decision: Decision, _ course: InterventionCourse?, _ school: Int
  ) -> Bool {
    let data = figures.data
    guard let course else {
      return !figures.universal.contains { universal in
        let row = data.provision[universal.row]
        return row.intervention == decision.intervention
          && data.pupils[row.pupil].school == school
      }
    }
    guard !decision.group.isEmpty, decision.kind != .start else { return true }
    return course.terms.contains { term in
      term.rows.contains { data.provision[$0].group == decision.group }
    }
  }

  /// A term's rows of one group, without the evidence, which is that of all; of all groups where none
  /// is named.
  private func only(_ group: String, _ term: InterventionTerm) -> InterventionTerm {
    guard !group.isEmpty else { return term }
    var part = term
    part.progress = []
    part.rows = term.rows.filter { figures.data.provision[$0].group == group }
    part.delivery = figures.delivery(ofRows: part.rows)
    return part
  }

  /// It goes on: with the same sessions and minutes, or else in part. Terms differ in length, and
  /// pupils come and go.
  private static func continued(
    _ before: InterventionTerm?, _ after: InterventionTerm?
  ) -> FollowThrough {
    guard let after, after.runs else { return .no }
    guard let before else { return .yes }
    let form: [DeliveryFigure] = [.sessionsPerWeek, .minutesPerSession]
    return form.contains { $0.differs(before.delivery, after.delivery) } ? .partly : .yes
  }

  /// It stops: nobody begins it anew, and what had begun runs out.
  private func stopped(_ after: InterventionTerm?, since term: Term) -> FollowThrough {
    guard let after, after.runs else { return .yes }
    return after.rows.contains { figures.data.provision[$0].start > term.last } ? .no : .partly
  }

  private static func varied(
    _ decision: Decision, _ checks: [TargetCheck], _ before: InterventionTerm?,
    _ after: InterventionTerm
  ) -> FollowThrough {
    guard !checks.isEmpty else {
      // Words that the map cannot show; without any words, any change will do.
      return decision.change.isEmpty ? anyChange(before, after) : .cannotTell
    }
    let results = checks.map(\.result)
    if results.allSatisfy({ $0 == .yes }) { return .yes }
    if results.allSatisfy({ $0 == .cannotTell }) { return .cannotTell }
    return results.contains { $0 == .yes || $0 == .partly } ? .partly : .no
  }

  private static func anyChange(
    _ before: InterventionTerm?, _ after: InterventionTerm
  ) -> FollowThrough {
    guard let before, before.runs else { return .cannotTell }
    let (old, new) = (before.delivery, after.delivery)
    // Terms differ in length: a programme that fills the term is no longer for that.
    let form: [DeliveryFigure] = [.sessionsPerWeek, .minutesPerSession, .groupSize]
    let isVaried =
      form.contains { $0.differs(old, new) }
      || old.teachingAssistants != new.teachingAssistants
    return isVaried ? .yes : .no
  }
}

extension DecisionOutcomes {
  /// Whether a thing became what it should.
  private func check(
    _ target: ChangeTarget, _ before: InterventionTerm?, _ after: InterventionTerm
  ) -> TargetCheck {
    switch target.kind {
    case .sessionsPerWeek: return check(target, .sessionsPerWeek, before, after)
    case .minutesPerSession: return check(target, .minutesPerSession, before, after)
    case .weeks: return check(target, .weeks, before, after)
    case .groupSize: return check(target, .groupSize, before, after)
    case .attendance:
      let (old, new) = (attendance(before), attendance(after))
      return TargetCheck(
        target: target, before: old, after: new,
        result: Self.atLeast(target.value, old, new))
    case .pupils:
      let others = after.delivery.pupils.count {
        !(before?.delivery.pupils.contains($0) ?? false)
      }
      let isMost = 2 * others >= after.delivery.pupils.count
      return TargetCheck(
        target: target, after: Double(others), result: others == 0 ? .no : isMost ? .yes : .partly)
    case .teachingAssistants:
      guard let before, !after.delivery.teachingAssistants.isEmpty else {
        return TargetCheck(target: target, result: .cannotTell)
      }
      let differ = before.delivery.teachingAssistants != after.delivery.teachingAssistants
      return TargetCheck(target: target, result: differ ? .yes : .no)
    }
  }

  private func check(
    _ target: ChangeTarget, _ figure: DeliveryFigure, _ before: InterventionTerm?,
    _ after: InterventionTerm
  ) -> TargetCheck {
    let old = before.flatMap { figure.value($0.delivery) }
    let new = figure.value(after.delivery)
    var check = TargetCheck(target: target, before: old, after: new, result: .cannotTell)
    guard let new else { return check }
    guard let wanted = target.value else {
      check.result = old.map { abs(new - $0) >= figure.smallestChange ? .yes : .no } ?? .cannotTell
      return check
    }
    // As near to what was wanted as two terms have to be to count as the same.
    if abs(new - wanted) < figure.smallestChange {
      check.result = .yes
    } else if let old, abs(old - wanted) - abs(new - wanted) >= figure.smallestChange {
      check.result = .partly
    } else {
      check.result = .no
    }
    return check
  }

  private static func atLeast(
    _ wanted: Double?, _ before: Double?, _ after: Double?
  ) -> FollowThrough {
    guard let wanted, let after else { return .cannotTell }
    // Shares are printed in whole per cent.
    if after >= wanted - 0.005 { return .yes }
    return before.map { after - $0 >= 0.01 } ?? false ? .partly : .no
  }

  private func attendance(_ term: InterventionTerm?) -> Double? {
    term.flatMap { figures.dose(ofRows: $0.rows).attendance }
  }
}
