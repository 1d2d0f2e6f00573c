/// How a school says that the pupils of an intervention were chosen (METHOD §7).
public enum ChosenBy: String, Sendable, CaseIterable, Encodable {
  /// Scores that are in the tracking file decided.
  case scores
  /// Staff knew the pupils' needs better than the scores do.
  case need
  /// Both of them.
  case both
  /// The school does not know.
  case unknown
}
