/// A line of the table by which interventions are recommended for: of all lines the first whose
/// verdict, evidence and conditions hold.
public struct RecommendationRule: Sendable, Equatable, Encodable {
  /// What is recommended where the line holds.
  public var recommend: Recommendation
  /// It holds for these verdicts.
  public var verdicts: [Verdict]
  /// It holds for evidence of no less than this strength, 0–4.
  public var evidence: Int
  /// All of these have to hold.
  public var when: [RuleCondition]

  /// A line of the table.
  public init(
    _ recommend: Recommendation, _ verdicts: [Verdict], evidence: Int = 0,
    when: [RuleCondition] = []
  ) {
    self.recommend = recommend
    self.verdicts = verdicts
    self.evidence = evidence
    self.when = when
  }

  /// The least evidence on which anything may be stopped, whatever the settings.
  public static let leastEvidenceToStop = 2

  /// The verdicts on which something may be stopped, whatever the settings.
  public static let verdictsToStop: [Verdict] = [.worse, .same, .noGain]

  /// Whether the line may stand: nothing is stopped without a verdict, on an unclear one or on weak
  /// evidence.
  public var isAllowed: Bool {
    recommend != .stopOrReplace
      || (evidence >= Self.leastEvidenceToStop
        && Set(verdicts).isSubset(of: Self.verdictsToStop))
  }

  /// The table unless school.yml has another. Where no line holds, `assess` is recommended.
  public static let standard: [RecommendationRule] = [
    // What was not attended, or is tested in too few, cannot be judged.
    RecommendationRule(
      .checkDelivery, [.worse, .same, .noGain, .unclear], when: [.lowAttendance]),
    // A look comes before anything is stopped.
    RecommendationRule(.checkDelivery, [.worse]),
    RecommendationRule(
      .varyGroupSize, [.better, .likelyBetter], evidence: 2, when: [.costly, .smallGroup]),
    RecommendationRule(.continue, [.better, .likelyBetter]),
    RecommendationRule(.assess, [.same, .noGain, .unclear], when: [.manyMissing]),
    RecommendationRule(.checkDelivery, [.same, .noGain, .unclear], when: [.falling]),
    RecommendationRule(.varyFrequency, [.same, .noGain], evidence: 2, when: [.unusualFrequency]),
    RecommendationRule(.varyDuration, [.same, .noGain], evidence: 2, when: [.unusualDuration]),
    RecommendationRule(.varyGroupSize, [.same, .noGain], evidence: 2, when: [.largeGroup]),
    RecommendationRule(.varyPupils, [.same, .noGain], evidence: 2, when: [.wideSpread]),
    RecommendationRule(.stopOrReplace, [.same, .noGain], evidence: 2),
    RecommendationRule(.assess, Verdict.allCases),
  ]
}

/// Something that a line of the table may ask for, each by a threshold of its own.
public enum RuleCondition: String, Sendable, CaseIterable, Encodable {
  /// Attendance is under `low_attendance`.
  case lowAttendance = "low-attendance"
  /// The share of episodes without both tests is over `many_missing`.
  case manyMissing = "many-missing"
  /// Sessions a week lie outside `usual_sessions_per_week`.
  case unusualFrequency = "unusual-frequency"
  /// Minutes lie outside `usual_minutes`, or weeks outside `usual_weeks`.
  case unusualDuration = "unusual-duration"
  /// A group has more pupils than `largest_group`.
  case largeGroup = "large-group"
  /// A group has no more pupils than `smallest_group`.
  case smallGroup = "small-group"
  /// Pupils' own contrasts spread `wide_spread` times as far as classmates' own do.
  case wideSpread = "wide-spread"
  /// A month of progress costs more than `costly_month`.
  case costly
  /// The term's effect lies below that of the term before, their ranges apart.
  case falling
}
