/// An intervention of the made-up schools: its form, its pupils and its true effect.
package struct InterventionPlan: Sendable {
  /// Where the cost of a row is found.
  package enum Cost: Sendable, Equatable {
    /// In no cell: only the TA's rate in the staff file.
    case staffOnly
    /// In `hourly_rate`.
    case hourly
    /// In `cost`, this many pence a pupil.
    case fixed(pence: Int)
  }

  /// The name in the provision map.
  package var name: String
  /// The first word of its groups' names.
  package var label: String
  /// The area of need.
  package var area: String
  /// The name of the measure that it is about; nil for universal provision.
  package var measure: String?
  /// The wave, 1–3. Wave 1 is universal.
  package var wave: Int
  /// The year groups, Reception being 0.
  package var years: ClosedRange<Int>
  /// Pupils a group; 1 for one-to-one.
  package var groupSize: Int
  /// Its pupils as a share of the roll.
  package var share: Double
  /// Sessions a week.
  package var sessions: Int
  /// Minutes a session.
  package var minutes: Int
  /// Teaching weeks in one term, if the term has them.
  package var weeks: Int
  /// The true effect of a whole episode [SD of scores].
  package var effect: Double
  /// How its pupils are chosen, unless the plan says otherwise.
  package var selection: Selection
  /// What is known of the programme.
  package var evidence: String
  /// Where its cost is found.
  package var cost = Cost.staffOnly
  /// Whether staff note the scores at the start and at the end.
  package var recordsScores = false
  /// Points over the starting score that are the target [the measure's unit]; nil: none is set.
  package var targetGain: Int?
  /// Whether groups that begin in autumn run to the end of spring.
  package var runsTwoTerms = false
  /// Whether the groups of the last term go on.
  package var goesOn = false
  /// What was decided about it.
  package var changes: [Change] = []
  /// Whether it runs before anything is decided; nil: unless a start is among the changes.
  package var runsAtFirst: Bool?

  /// Whether it is for every pupil of its years.
  package var isUniversal: Bool { wave == 1 }

  /// The place of its measure in the catalogue.
  package var measureIndex: Int? { measure.flatMap(MeasurePlan.index(of:)) }
}

extension InterventionPlan {
  /// A decision about the intervention, and what became of it.
  package struct Change: Sendable {
    /// Terms before the last one, at whose end it was decided.
    package var termsBack: Int
    /// What was decided.
    package var decision: Decision
    /// The text of the decision.
    package var text: String
    /// The sessions a week from the next term on, if they change.
    package var sessions: Int?
    /// The minutes a session from the next term on, if they change.
    package var minutes: Int?
    /// The teaching weeks from the next term on, if they change.
    package var weeks: Int?
    /// The pupils a group from the next term on, if they change.
    package var groupSize: Int?

    /// A decision and the figures that change.
    package init(
      termsBack: Int = 0, decision: Decision, text: String, sessions: Int? = nil,
      minutes: Int? = nil, weeks: Int? = nil, groupSize: Int? = nil
    ) {
      self.termsBack = termsBack
      self.decision = decision
      self.text = text
      self.sessions = sessions
      self.minutes = minutes
      self.weeks = weeks
      self.groupSize = groupSize
    }

    /// Whether anything is done about it in the next term.
    var isDone: Bool {
      decision == .stop || sessions != nil || minutes != nil || weeks != nil || groupSize != nil
    }
  }

  /// The decisions of the decisions file.
  package enum Decision: String, Sendable {
    case `continue`, vary, stop, start
  }

  /// The intervention as it runs in the term that lies `termsBack` before the last one, after all
  /// that was decided in earlier terms; nil when it does not run.
  ///
  /// A `vary` that names no new figure is one that was decided and not done.
  package func running(termsBack: Int) -> InterventionPlan? {
    var result = self
    var runs = runsAtFirst ?? !changes.contains { $0.decision == .start }
    for change in changes.sorted(by: { $0.termsBack > $1.termsBack })
    where change.termsBack > termsBack {
      switch change.decision {
      case .start: runs = true
      case .stop: runs = false
      case .vary, .continue: break
      }
      result.sessions = change.sessions ?? result.sessions
      result.minutes = change.minutes ?? result.minutes
      result.weeks = change.weeks ?? result.weeks
      result.groupSize = change.groupSize ?? result.groupSize
    }
    return runs ? result : nil
  }

  /// What was decided at the end of the term that lies `termsBack` before the last one; nil when
  /// there was nothing to decide.
  package func decision(termsBack: Int) -> (decision: Decision, text: String)? {
    guard termsBack > 0, !isUniversal else { return nil }
    if let change = changes.first(where: { $0.termsBack == termsBack }) {
      return (change.decision, change.text)
    }
    return running(termsBack: termsBack) == nil ? nil : (.continue, "")
  }
}
