package import ProvisionModel

/// What the lines of the table of recommendations look at.
package struct RecommendationFacts: Sendable, Equatable {
  /// What is said of the effect.
  package var verdict = Verdict.tooFew
  /// The strength of the evidence, 0–4.
  package var strength = 0
  /// Whether the evidence is of more than one term: nothing is stopped on one.
  package var isPooled = false
  /// Attended ÷ planned sessions of the episodes that the verdict rests on.
  package var attendance: Double?
  /// The share of those episodes without both tests.
  package var attrition: Double?
  /// Sessions in a week, as it is given now.
  package var sessionsPerWeek: Double?
  /// The length of a session, as it is given now [minutes].
  package var minutesPerSession: Double?
  /// The length of the programme, as it is given now [weeks].
  package var weeks: Double?
  /// Pupils in a group, as it is given now.
  package var groupSize: Double?
  /// How many times as far pupils' own contrasts spread as classmates' do.
  package var spread: Double?
  /// What a month of progress costs [£ a pupil].
  package var costPerMonth: Double?
  /// The term beside the term before; nil where they cannot be compared.
  package var trend: BeforeAndAfter.Difference?
  /// Whether pupils did better on another measure of the intervention.
  package var isContradicted = false
  /// Whether they did worse on another one. No line asks for it: the reason says so.
  package var isWorseElsewhere = false

  /// Nothing known.
  package init() {}

  /// Whether a condition holds by its threshold; what is not known does not.
  package func meets(_ condition: RuleCondition, _ thresholds: ThresholdSettings) -> Bool {
    func isOutside(_ value: Double?, _ usual: [Double]) -> Bool {
      guard let value, let low = usual.first, let high = usual.last else { return false }
      return value < low || value > high
    }
    return switch condition {
    case .lowAttendance: attendance.map { $0 < thresholds.lowAttendance } ?? false
    case .manyMissing: attrition.map { $0 > thresholds.manyMissing } ?? false
    case .unusualFrequency: isOutside(sessionsPerWeek, thresholds.usualSessionsPerWeek)
    case .unusualDuration:
      isOutside(minutesPerSession, thresholds.usualMinutes)
        || isOutside(weeks, thresholds.usualWeeks)
    case .largeGroup: groupSize.map { $0 > thresholds.largestGroup } ?? false
    case .smallGroup: groupSize.map { $0 <= thresholds.smallestGroup } ?? false
    case .wideSpread: spread.map { $0 > thresholds.wideSpread } ?? false
    case .costly: costPerMonth.map { $0 > thresholds.costlyMonth } ?? false
    case .falling: trend == .lower
    }
  }
}

extension RecommendationRule {
  /// Whether the line holds.
  package func holds(
    _ facts: RecommendationFacts, _ thresholds: ThresholdSettings
  ) -> Bool {
    // Nothing is stopped while its measures disagree, or on one term.
    if recommend == .stopOrReplace, facts.isContradicted || !facts.isPooled || !isAllowed {
      return false
    }
    return verdicts.contains(facts.verdict) && facts.strength >= evidence
      && when.allSatisfy { facts.meets($0, thresholds) }
  }

  /// The first line that holds; nil where none does.
  package static func first(
    of rules: [RecommendationRule], _ facts: RecommendationFacts, _ thresholds: ThresholdSettings
  ) -> Int? {
    rules.firstIndex { $0.holds(facts, thresholds) }
  }
}
