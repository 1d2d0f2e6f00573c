/// What a school decided to do about an intervention.
package enum DecisionKind: String, Sendable, CaseIterable {
  case `continue`
  case vary
  case stop
  case start
}

/// A row of the decisions file.
package struct Decision: Sendable, Equatable {
  /// The position of the file among the data's inputs.
  package var file: Int
  /// The line of that file.
  package var line: Int
  /// The term in which it was decided.
  package var term: Term
  /// The school that decided, as the file writes it; empty for all.
  package var school: String
  /// The intervention's position among the data's interventions; nil when the map has no such one.
  package var intervention: Int?
  /// What was decided.
  package var kind: DecisionKind
  /// The TA group that it is about; empty for all.
  package var group: String
  /// What is to change, in the school's words.
  package var change: String
  /// What those words say is to become what; empty where they say nothing that the provision map
  /// could show.
  package var targets: [ChangeTarget] = []
  /// Who decided, in the school's words.
  package var decidedBy = ""
  /// When it was decided; nil where that is not known.
  package var day: Day?

  /// A decision of a term about an intervention.
  package init(
    file: Int, line: Int, school: String, term: Term, intervention: Int?, kind: DecisionKind,
    group: String, change: String
  ) {
    self.file = file
    self.line = line
    self.school = school
    self.term = term
    self.intervention = intervention
    self.kind = kind
    self.group = group
    self.change = change
  }
}
