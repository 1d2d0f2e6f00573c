import Diagnostics
import Ingestion
import ProvisionModel
import Simulation

/// The decisions of a file, as made-up schools are to follow them.
struct FollowedDecisions {
  /// What was decided, in the order of the file.
  private(set) var changes: [DecidedChange] = []
  /// What was found.
  private(set) var findings: [Finding]

  /// Reads the decisions for the schools of a plan.
  ///
  /// - Throws: `UnusableInput` when the file is missing or of no use.
  init(path: String, plan: SimulationPlan) throws(UnusableInput) {
    let interventions = InterventionPlan.catalogue.map(\.name)
    let file = try DecisionsFile.read(
      path: path, terms: .standard, interventions: interventions,
      schools: (0..<plan.schools).map(plan.name(ofSchool:)))
    findings = file.findings
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for row in file.rows {
      let decision = row.decision
      guard decision.term < plan.lastTerm else {
        findings.append(
          Finding(
            .earlyDecision, file: name, line: decision.line, value: decision.term.id,
            message: "the last term of the school is \(plan.lastTerm.id): what is decided then or "
              + "later changes nothing",
            hint: "give a later --last-term, and one more of --terms"))
        continue
      }
      var change = DecidedChange(
        term: decision.term, school: decision.school,
        intervention: decision.intervention.map { interventions[$0] } ?? row.interventionName,
        change: InterventionPlan.Change(decision))
      change.group = decision.group
      change.decidedBy = decision.decidedBy
      change.day = decision.day
      changes.append(change)
    }
  }

  /// Whether rows were set aside.
  var hasErrors: Bool {
    findings.contains { $0.severity == .error }
  }
}

extension InterventionPlan.Change {
  /// What a decision changes of an intervention; where it is to be varied in a way that no made-up
  /// school knows, it is decided and not done.
  fileprivate init(_ decision: Decision) {
    func whole(_ kind: ChangeTarget.Kind) -> Int? {
      guard decision.kind == .vary else { return nil }
      return decision.targets.first { $0.kind == kind }?.value.flatMap { Int(exactly: $0) }
    }
    let kind: InterventionPlan.Decision =
      switch decision.kind {
      case .continue: .continue
      case .vary: .vary
      case .stop: .stop
      case .start: .start
      }
    self.init(
      decision: kind, text: decision.change, sessions: whole(.sessionsPerWeek),
      minutes: whole(.minutesPerSession), weeks: whole(.weeks), groupSize: whole(.groupSize))
  }
}
