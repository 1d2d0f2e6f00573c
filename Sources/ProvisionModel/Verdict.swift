/// What is said of an effect (METHOD §7).
public enum Verdict: String, Sendable, CaseIterable {
  /// The pupils did better than they would have done.
  case better
  /// They did worse.
  case worse
  /// It made no difference that matters.
  case same
  /// None of these can be said.
  case unclear
  /// There are too few pupils to say anything.
  case tooFew = "too-few"
}

extension Verdict: Encodable {}
