/// What a decision says is to become what, so that the provision map can show whether it did.
public struct ChangeTarget: Sendable, Equatable {
  /// What the provision map shows of an intervention that may be varied.
  public enum Kind: String, Sendable, CaseIterable {
    /// Sessions in a week.
    case sessionsPerWeek = "sessions-per-week"
    /// The length of a session [minutes].
    case minutesPerSession = "minutes-per-session"
    /// The length of the programme [weeks].
    case weeks
    /// Pupils in a group.
    case groupSize = "group-size"
    /// Attended ÷ planned sessions, 0–1: at least this.
    case attendance
    /// Other pupils, whoever they are.
    case pupils
    /// Other TAs, whoever they are.
    case teachingAssistants = "tas"
  }

  /// What is to change.
  public var kind: Kind
  /// What it is to become; nil where any other will do.
  public var value: Double?

  /// A change to a value, or to any other where there is none.
  public init(_ kind: Kind, to value: Double? = nil) {
    self.kind = kind
    self.value = value
  }
}
