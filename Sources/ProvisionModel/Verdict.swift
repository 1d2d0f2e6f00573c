/// What is said of an effect (METHOD §7).
public enum Verdict: String, Sendable, CaseIterable {
  /// The pupils did better than they would have done without it.
  case better
  /// They did worse: a reason to look into it.
  case worse
  /// It made no difference that matters.
  case same
  /// They probably did better.
  case likelyBetter = "likely-better"
  /// A gain worth having is unlikely.
  case noGain = "no-gain"
  /// The data cannot tell.
  case unclear
  /// A scale of steps: pupils who went up, stayed and went down are counted, not judged.
  case countsOnly = "counts-only"
  /// Too few classmates took comparable tests.
  case notJudged = "not-judged"
  /// There are too few pupils to say anything.
  case tooFew = "too-few"

  /// Whether pupils did better, or probably did.
  public var isGood: Bool { self == .better || self == .likelyBetter }

  /// Whether an effect was judged: it has both ends of a range.
  public var isJudged: Bool {
    switch self {
    case .better, .worse, .same, .likelyBetter, .noGain, .unclear: true
    case .countsOnly, .notJudged, .tooFew: false
    }
  }
}

extension Verdict: Encodable {}
