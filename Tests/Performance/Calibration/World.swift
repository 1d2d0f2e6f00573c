/// A kind of made-up school: how true levels and tests behave, and how pupils are chosen for support
/// (METHOD §11). Levels and scores are in SD of the test.
package struct World: Sendable, Hashable {
  /// Pupils in all.
  package var pupils = 420
  /// Year groups of equal size.
  package var cohorts = 7
  /// Pupils supported, where so many are low enough.
  package var supported = 10
  /// Pupils with other support on the same measure at the same time.
  package var others = 40
  /// Pupils in a group of the supported.
  package var groupSize = 5
  /// Tests before the one at the start, a term apart.
  package var earlierTests = 2
  /// How pupils are chosen.
  package var way = Way.score
  /// Chosen at random among those who are so many SD of the criterion under the cohort's mean.
  package var cut = -0.667
  /// Only pupils of the first so many cohorts are supported.
  package var supportedCohorts = 7
  /// The share of the variance of scores that is of true levels.
  package var reliability = 0.8
  /// The share of a level's variance that is new each term.
  package var drift = 0.0
  /// The SD of pupils' own rates of growth [SD of levels a term]; levels do not drift then.
  package var ownGrowth = 0.0
  /// By how much the SD of levels grows each term, as a share.
  package var fan = 0.0
  /// By how much errors grow, as a power of e, for each SD lower.
  package var noiseSlope = 0.0
  /// The SD of what a cohort shares in a test.
  package var cohortShock = 0.1
  /// The SD of what a group of the supported shares in its outcome.
  package var groupShock = 0.0
  /// The SD of pupils' own effects about the mean one.
  package var effectSpread = 0.0
  /// The correlation of true levels in another subject.
  package var otherSubject = 0.8
  /// The lowest score of the test; nil: it has none.
  package var floor: Double?

  /// The usual school.
  package init() {}

  /// The usual school with changes.
  package init(_ change: (inout World) -> Void) {
    change(&self)
  }
}

/// How pupils are chosen for support: who is low on what.
package enum Way: String, Sendable, CaseIterable {
  /// The score at the start.
  case score
  /// The true level, as teachers know it.
  case need
  /// Another test as good as the first, which is not in the files.
  case otherTest = "test"
  /// The score at the start in the other subject.
  case otherSubject = "other"
  /// Half the true level, half the score at the start.
  case mix
  /// The score of a term before.
  case last
  /// The mean of all scores up to the start.
  case mean
  /// The true level of a term before.
  case lastNeed = "last-need"
  /// The mean true level up to the start.
  case meanNeed = "mean-need"
  /// A fall from the score of a term before.
  case dip
  /// The mean of all scores in both subjects.
  case all
}
