import Analysis
import ProvisionModel

/// What was decided, whether it was done and what came of it, in sentences.
struct DecisionStory {
  private let pack: ReleasedPack

  /// The stories for the readers of a pack.
  init(_ pack: ReleasedPack) {
    self.pack = pack
  }

  /// The story of one decision.
  func text(_ outcome: DecisionOutcome) -> Sentence {
    let decision = outcome.decision
    let name = decision.intervention.map { pack.named($0, outcome.school) } ?? ""
    let isForSENCo = pack.pack == .senco
    let group: Sentence =
      isForSENCo && !decision.group.isEmpty ? " (\(decision.group, is: "group"))" : ""
    let words: Sentence =
      isForSENCo && !decision.change.isEmpty ? " (“\(decision.change, is: "change")”)" : ""
    let start: Sentence = """
      \(name, is: "intervention")\(group): in the \(decision.term.title, is: "term") it was decided to \
      \(decision.kind.verb)\(words)
      """
    guard pack.shows(.followed, of: outcome) else {
      return "\(start); what came of it is left out, as it rests on few pupils."
    }
    let shown = isForSENCo ? pack.shownByMap(outcome) : ""
    let map: Sentence = shown.isEmpty ? "" : " (\(shown, is: "what_the_map_shows"))"
    return "\(start); \(outcome.followThrough.sentence)\(map).\(isForSENCo ? result(outcome) : "")"
  }

  /// What became of the result, where there is a verdict on both sides.
  private func result(_ outcome: DecisionOutcome) -> Sentence {
    let comparison = outcome.comparison
    guard let difference = comparison.difference, let before = comparison.before,
      let after = comparison.after, let measure = comparison.measure
    else { return "" }
    let words: Sentence =
      switch difference {
      case .higher: "the later range lies above the earlier one"
      case .lower: "the later range lies below the earlier one"
      case .notShown: "the two ranges overlap, and a change in a small group is mostly noise"
      }
    let verdicts = [before, after].map { $0.evidence.verdict.title.lowercased() }
    return """
       Result on \(pack.data.measures[measure].name, is: "measure"): \
      \(verdicts[0], is: "verdict") before, \(verdicts[1], is: "verdict") after; \(words).
      """
  }
}

extension DecisionKind {
  /// `to vary it`.
  fileprivate var verb: Sentence {
    switch self {
    case .continue: "go on with it"
    case .vary: "vary it"
    case .stop: "stop it"
    case .start: "start it"
    }
  }
}

extension FollowThrough {
  /// The answer as a part of a sentence.
  fileprivate var sentence: Sentence {
    switch self {
    case .yes: "this was done"
    case .partly: "this was done in part"
    case .no: "this was not done"
    case .cannotTell: "the provision map cannot show whether this was done"
    case .notYet: "this is due in the term after"
    }
  }
}
