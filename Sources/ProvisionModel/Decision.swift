/// What a school decided to do about an intervention.
public enum DecisionKind: String, Sendable, CaseIterable {
  case `continue`
  case vary
  case stop
  case start
}

/// A row of the decisions file.
public struct Decision: Sendable, Equatable {
  /// The position of the file among the data's inputs.
  public var file: Int
  /// The line of that file.
  public var line: Int
  /// The term in which it was decided.
  public var term: Term
  /// The school that decided, as the file writes it; empty for all.
  public var school: String
  /// The intervention's position among the data's interventions; nil when the map has no such one.
  public var intervention: Int?
  /// What was decided.
  public var kind: DecisionKind
  /// The TA group that it is about; empty for all.
  public var group: String
  /// What is to change, in the school's words.
  public var change: String
  /// What those words say is to become what; empty where they say nothing that the provision map
  /// could show.
  public var targets: [ChangeTarget] = []
  /// Who decided, in the school's words.
  public var decidedBy = ""
  /// When it was decided; nil where that is not known.
  public var day: Day?

  /// A decision of a term about an intervention.
  public init(
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
