import Analysis
import ProvisionModel

/// The words for evidence on pages.
extension Verdict {
  /// The verdict in a table.
  var title: String {
    switch self {
    case .better: "Better"
    case .worse: "Worse"
    case .same: "No difference that matters"
    case .unclear: "Unclear"
    case .tooFew: "Too few to say"
    }
  }
}

extension Basis {
  /// The basis in a table.
  var title: String {
    switch self {
    case .similarPupils: "similar pupils and classmates"
    case .classmates: "classmates’ growth only"
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
    case .fewMatched: "many have no similar pupils"
    case .muchMissing: "many lack a test"
    case .implausiblyLarge: "implausibly large: look for a mistake or a change of test"
    case .baselineApart: "similar pupils started elsewhere"
    case .noSpread: "no spread: how sure it is cannot be told"
    case .mayFlatter: "may flatter"
    case .chanceRise: "includes a rise by chance"
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
