import Analysis
import ProvisionModel

/// The words for recommendations, decisions and what came of them.
extension Recommendation {
  /// Those that ask for a change, in the order in which they are told.
  static let changes: [Recommendation] = [
    .stopOrReplace, .checkDelivery, .varyFrequency, .varyDuration, .varyGroupSize, .varyPupils,
  ]

  /// The recommendation in a table.
  var title: String {
    switch self {
    case .continue: "Continue"
    case .varyFrequency: "Vary how often"
    case .varyDuration: "Vary how long"
    case .varyGroupSize: "Vary the group size"
    case .varyPupils: "Vary the pupils"
    case .checkDelivery: "Check the delivery"
    case .stopOrReplace: "Stop or replace"
    case .assess: "Assess further"
    }
  }
}

extension FollowThrough {
  /// The answer in a table.
  var title: String {
    switch self {
    case .yes: "yes"
    case .partly: "partly"
    case .no: "no"
    case .cannotTell: "the map cannot show it"
    case .notYet: "not due yet"
    }
  }
}

extension DecisionKind {
  /// The decision in a sentence: `decided to vary`.
  var title: String { rawValue }
}

extension BeforeAndAfter.Difference {
  /// The difference in a table.
  var title: String {
    switch self {
    case .higher: "higher than before"
    case .lower: "lower than before"
    case .notShown: "no difference shown"
    }
  }
}

extension RuleCondition {
  /// The condition in the table of rules, with its threshold.
  func title(_ thresholds: ThresholdSettings) -> String {
    switch self {
    case .lowAttendance: "attendance under \(Wording.percent(thresholds.lowAttendance))"
    case .manyMissing: "more than \(Wording.percent(thresholds.manyMissing)) lack a test"
    case .unusualFrequency:
      "sessions a week outside \(Self.range(thresholds.usualSessionsPerWeek))"
    case .unusualDuration:
      "minutes outside \(Self.range(thresholds.usualMinutes)) or weeks outside "
        + Self.range(thresholds.usualWeeks)
    case .largeGroup: "groups of more than \(Wording.plain(thresholds.largestGroup)) pupils"
    case .smallGroup: "groups of no more than \(Wording.plain(thresholds.smallestGroup)) pupils"
    case .wideSpread:
      "pupils’ own results spread more than \(Wording.plain(thresholds.wideSpread)) times as far "
        + "as classmates’ own"
    case .costly:
      "a month of progress costs more than \(Wording.pounds(thresholds.costlyMonth)) a pupil"
    case .falling: "the term’s range lies below that of the term before"
    }
  }

  /// `3 to 5`.
  static func range(_ usual: [Double]) -> String {
    usual.map(Wording.plain).joined(separator: " to ")
  }
}

extension Wording {
  /// A number with 1 decimal, or none where it is whole.
  static func plain(_ value: Double) -> String {
    let rounded = number(value)
    return rounded.hasSuffix(".0") ? String(rounded.dropLast(2)) : rounded
  }

  /// The same with as many more decimals as it takes to tell it from a limit.
  static func plain(_ value: Double, beside limit: Double) -> String {
    let decimals = (1...mostDecimals).first {
      number(value, decimals: $0) != number(limit, decimals: $0)
    }
    guard let decimals, decimals > 1 else { return plain(value) }
    return number(value, decimals: decimals)
  }

  /// A share in per cent, whole or with as many decimals as it takes to tell it from a limit.
  static func percent(_ share: Double, beside limit: Double) -> String {
    guard percent(share) == percent(limit), share != limit else { return percent(share) }
    return "\(plain(100 * share, beside: 100 * limit))%"
  }

  private static let mostDecimals = 4
}
