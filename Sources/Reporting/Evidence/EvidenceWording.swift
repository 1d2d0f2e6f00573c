import Analysis
import ProvisionModel

/// The words for evidence on pages.
extension Verdict {
  /// The verdict in a table.
  var title: String {
    switch self {
    case .better: "Better"
    case .worse: "Worse"
    case .same: "About the same"
    case .likelyBetter: "Likely better"
    case .noGain: "Gain unlikely"
    case .unclear: "Unclear"
    case .countsOnly: "Counts only"
    case .notJudged: "Not judged"
    case .tooFew: "Too few to say"
    }
  }

  /// The verdict's mark, so that colour never says it alone.
  var shape: MarkShape {
    switch self {
    case .better: .up
    case .likelyBetter: .openUp
    case .same: .square
    case .noGain: .openDown
    case .worse: .down
    case .unclear, .countsOnly, .notJudged, .tooFew: .diamond
    }
  }

  /// The verdict in a table, with its mark where there is a claim.
  var marked: String {
    switch self {
    case .countsOnly, .notJudged, .tooFew: title
    case .better, .likelyBetter, .same, .noGain, .worse, .unclear: "\(shape.letter)\u{A0}\(title)"
    }
  }
}

extension Basis {
  /// The basis in a table.
  var title: String {
    switch self {
    case .twoPredictions: "two predictions from classmates"
    case .expectedProgress: "expected progress only"
    case .none: ""
    }
  }
}

extension EvidenceWarning {
  /// What to beware of, in a few words.
  var title: String {
    switch self {
    case .fewPupils: "few pupils"
    case .fewCompared: "many have no classmates to compare with"
    case .muchMissing: "many lack a test"
    case .implausiblyLarge: "implausibly large: look for a mistake or a change of test"
    case .outsideClassmates: "outside the classmates’ range"
    case .chanceRise: "includes a rise by chance"
    case .otherTestUsed: "some rest on another test"
    case .differentTestDates: "some were tested at other times"
    case .tooFewClassmates: "some have too few classmates"
    }
  }
}

extension ChosenBy {
  /// What the school says, as the end of a sentence.
  var words: Sentence {
    switch self {
    case .scores: "the school says its pupils were chosen by scores"
    case .need: "the school says its pupils were chosen for a need that staff knew"
    case .both: "the school says its pupils were chosen by scores and need"
    case .unknown: "the school does not know how its pupils were chosen"
    }
  }
}

extension UnitFinding {
  /// The finding in a table.
  var title: String {
    switch self {
    case .above: "above the others"
    case .below: "below the others"
    case .notDistinguishable: "not to be told from the others"
    case .noDifferenceShown: "no difference shown"
    }
  }
}

extension Wording {
  /// A range of effect sizes, `0.12 to 0.31`, or one of them where both ends are the same.
  static func range(_ range: ClosedRange<Double>?) -> String {
    guard let range else { return "" }
    let ends = [range.lowerBound, range.upperBound].map { number($0, decimals: 2) }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }

  /// Months of progress, `1 to 3`, with their sign where it is negative.
  static func months(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "" }
    let ends = [range.lowerBound, range.upperBound].map { number(Double($0), decimals: 0) }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }
}
