package import ProvisionModel

/// What may change in an intervention from one term to the next (KPI 5.6).
package enum ChangeKind: String, Sendable, CaseIterable {
  /// It ran in this term and not in the one before.
  case started
  /// It ran in the term before and not in this one.
  case stopped
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
  /// The school's id.
  package var school: String
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
  /// The school's latest decision about it, up to the reported term.
  package var decision: Decision?
}

/// All rows of KPI 5.6.
struct VariationTable {
  private let figures: EpisodeFigures
  private let term: Term
  private let previous: Term
  private let asOf: Day

  private struct Key: Hashable {
    var school: Int
    var intervention: Int
  }

  /// The changes from the term before a reported term to that term.
  init(figures: EpisodeFigures, term: Term, asOf: Day) {
    self.figures = figures
    self.term = term
    self.previous = figures.data.settings.terms.term(before: term)
    self.asOf = asOf
  }

  /// The rows, in order of school and intervention, and of `ChangeKind` within an intervention.
  func rows() -> [Variation] {
    let data = figures.data
    var byIntervention: [Key: [Int]] = [:]
    var earliest = [Day?](repeating: nil, count: data.schools.count)
    let universal = Set(figures.universal.lazy.map(\.row))
    for index in data.provision.indices {
      let school = data.pupils[data.provision[index].pupil].school
      let start = data.provision[index].start
      earliest[school] = min(earliest[school] ?? start, start)
      guard !universal.contains(index) else { continue }
      let key = Key(school: school, intervention: data.provision[index].intervention)
      byIntervention[key, default: []].append(index)
    }
    let rows = byIntervention.flatMap { key, positions -> [Variation] in
      let isFirst = earliest[key.school].map { $0 >= term.first } ?? true
      return changes(key, positions, isFirstTerm: isFirst)
    }
    return ScalarOrder.sorted(rows) {
      [$0.school, data.interventions[$0.intervention].name]
    }
  }

  private func changes(_ key: Key, _ positions: [Int], isFirstTerm: Bool) -> [Variation] {
    let intervention = key.intervention
    let before = Delivery(positions.filter { isUnderWay($0, in: previous) }, figures: figures)
    let now = Delivery(positions.filter { isUnderWay($0, in: term) }, figures: figures)
    let name = figures.data.schools[key.school]
    let decision = latestDecision(intervention, school: name)
    func variation(
      _ kind: ChangeKind, _ old: ChangeValue = .none, _ new: ChangeValue = .none
    ) -> Variation {
      Variation(
        school: name, intervention: intervention, kind: kind, before: old,
        after: new, pupilsBefore: before.pupils.count, pupilsNow: now.pupils.count,
        joined: now.pupils.subtracting(before.pupils).count,
        left: before.pupils.subtracting(now.pupils).count,
        groupsBefore: before.groups, groupsNow: now.groups, decision: decision)
    }
    let counts = (ChangeValue.count(before.pupils.count), ChangeValue.count(now.pupils.count))
    switch (before.pupils.isEmpty, now.pupils.isEmpty) {
    case (true, true): return []
    case (true, false) where isFirstTerm: return [variation(.firstTerm, .none, counts.1)]
    case (true, false): return [variation(.started, counts.0, counts.1)]
    case (false, true): return [variation(.stopped, counts.0, counts.1)]
    case (false, false): break
    }
    var changes: [Variation] = []
    if before.pupils != now.pupils { changes.append(variation(.pupils, counts.0, counts.1)) }
    func add(_ kind: ChangeKind, _ old: Double?, _ new: Double?, atLeast least: Double) {
      guard let old, let new, abs(new - old) >= least else { return }
      changes.append(variation(kind, .mean(old), .mean(new)))
    }
    add(.sessionsPerWeek, before.sessionsPerWeek, now.sessionsPerWeek, atLeast: 0.25)
    add(.minutesPerSession, before.minutesPerSession, now.minutesPerSession, atLeast: 1)
    add(.weeks, before.weeks, now.weeks, atLeast: 1)
    add(.groupSize, before.groupSize, now.groupSize, atLeast: 0.5)
    if before.teachingAssistants != now.teachingAssistants {
      changes.append(
        variation(
          .teachingAssistants, .teachingAssistants(before.teachingAssistants),
          .teachingAssistants(now.teachingAssistants)))
    }
    return changes.isEmpty ? [variation(.unchanged, counts.0, counts.1)] : changes
  }

  /// The latest decision of a school about an intervention up to the reported term; of several in
  /// one term the last in the file.
  private func latestDecision(_ intervention: Int, school: String) -> Decision? {
    let known = figures.data.decisions.filter {
      $0.intervention == intervention && $0.term <= term
        && ($0.school.isEmpty || $0.school == school)
    }
    let latest = known.map(\.term).max()
    return known.last { $0.term == latest }
  }

  /// Whether a row goes on on one day of a term at least, as far as the as-of date knows.
  private func isUnderWay(_ index: Int, in term: Term) -> Bool {
    guard figures.data.provision[index].start <= min(term.last, asOf) else { return false }
    return min(figures.data.provision[index].end ?? asOf, asOf) >= term.first
  }
}
