import Analysis
import ProvisionModel

/// What was decided, whether it was done and what came of it, in sentences.
struct DecisionStory {
  private let report: Report
  private let pack: Pack

  /// The stories for the readers of a pack.
  init(_ report: Report, _ pack: Pack) {
    self.report = report
    self.pack = pack
  }

  /// The story of one decision.
  func text(_ outcome: DecisionOutcome) -> String {
    let decision = outcome.decision
    let name = decision.intervention.map { report.named($0, outcome.school) } ?? ""
    let isForSENCo = pack == .senco
    let group = isForSENCo && !decision.group.isEmpty ? " (\(decision.group))" : ""
    let words = isForSENCo && !decision.change.isEmpty ? " (“\(decision.change)”)" : ""
    let start =
      "\(name)\(group): in the \(decision.term.title) it was decided to \(decision.kind.verb)\(words)"
    guard report.isShown(outcome, pack) else {
      return "\(start); what came of it is left out, as it rests on few pupils."
    }
    let shown = isForSENCo ? report.shownByMap(outcome) : ""
    let came = "\(outcome.followThrough.sentence)\(shown.isEmpty ? "" : " (\(shown))")"
    return "\(start); \(came).\(isForSENCo ? result(outcome) : "")"
  }

  /// What became of the result, where there is a verdict on both sides.
  private func result(_ outcome: DecisionOutcome) -> String {
    let comparison = outcome.comparison
    guard let difference = comparison.difference, let before = comparison.before,
      let after = comparison.after, let measure = comparison.measure
    else { return "" }
    let name = report.data.measures[measure].name
    let words =
      switch difference {
      case .higher: "the later range lies above the earlier one"
      case .lower: "the later range lies below the earlier one"
      case .notShown: "the two ranges overlap, and a change in a small group is mostly noise"
      }
    return
      " Result on \(name): \(before.evidence.verdict.title.lowercased()) before, "
      + "\(after.evidence.verdict.title.lowercased()) after; \(words)."
  }
}

extension DecisionKind {
  /// `to vary it`.
  fileprivate var verb: String {
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
  fileprivate var sentence: String {
    switch self {
    case .yes: "this was done"
    case .partly: "this was done in part"
    case .no: "this was not done"
    case .cannotTell: "the provision map cannot show whether this was done"
    case .notYet: "this is due in the term after"
    }
  }
}
