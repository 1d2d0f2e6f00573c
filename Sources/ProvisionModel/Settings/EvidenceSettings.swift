/// How pupils' progress is predicted and what is said of an effect (METHOD §5 and §7).
public struct EvidenceSettings: Sendable, Equatable, Encodable {
  /// The most scores, the baseline among them, that a prediction rests on (§5.1).
  public var priors = 3
  /// Scores this many days or more before the one started from are no part of a prediction (§5.1).
  public var lookbackDays = 400
  /// Scores of two pupils are of one sitting if they are at most so many days apart (§5.1).
  public var comparableDays = 45
  /// A fit needs this many degrees of freedom, ν (§5.2).
  public var minDf = 10
  /// How many degrees of freedom the classmates' spread counts for, ν₀ (§5.4).
  public var spreadDf = 30
  /// What a group shares [SD] (§5.4).
  public var groupSd = 0.10
  /// How uncertain each SD of distance from the classmates is [SD] (§5.4).
  public var far = 0.15
  /// So many pupils who started as far out halve the variance of that (§5.4).
  public var farN = 4.0
  /// How uncertain each SD outside the classmates' range is [SD] (§5.4).
  public var beyond = 0.15
  /// The SD of the prior of a bend, κ₀ [SD] (§5.2).
  public var bendSd = 0.40
  /// Where the bends begin [SD of predictions] (§5.2).
  public var bendAt = 1.0
  /// The least spread beside a prediction, s_min [SD] (§5.2).
  public var minSpread = 0.10
  /// The SD of the prior of an effect size (§7).
  public var priorSd = 0.3
  /// Effect sizes nearer to 0 than this are no gain worth having (§7).
  public var smallestEffect = 0.1
  /// The probability that `better` needs (§7).
  public var better = 0.75
  /// The probability that `worse` needs (§7).
  public var worse = 0.94
  /// The probability that `same` needs (§7).
  public var same = 0.75
  /// The probability of a gain that `likely-better` needs (§7).
  public var likelyBetter = 0.65
  /// The probability of a gain under which there is `no-gain` (§7).
  public var noGain = 0.25
  /// A pupil over this percentile at both ends is well above what was expected (§5.5).
  public var wellAbove = 95.0
  /// A pupil under this percentile at both ends is well below what was expected (§5.5).
  public var wellBelow = 2.5

  /// The most scores that a prediction can rest on.
  public static let mostPriors = 3

  /// The defaults.
  public init() {}
}
