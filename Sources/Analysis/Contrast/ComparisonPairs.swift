import ProvisionModel

/// The distinct pairs of scores of pupils without support that episodes are compared with, each with
/// its number of scores k (METHOD §5).
package struct ComparisonPairs: Sendable {
  /// The pupil, as a position among the data's pupils.
  package private(set) var pupil: [UInt32] = []
  /// The row of the score at the start.
  package private(set) var baseline: [UInt32] = []
  /// The row of the score at the end.
  package private(set) var outcome: [UInt32] = []
  /// The level x_k [the measure's unit].
  package private(set) var level: [Double] = []
  /// The stratum, school × cohort × term of the baseline × term of the outcome: a number from 0
  /// within the pair's measure and number of scores.
  package private(set) var stratum: [UInt32] = []

  /// How many there are.
  package var count: Int { pupil.count }

  /// Adds a pair; its number.
  mutating func add(
    pupil: Int, baseline: Int, outcome: Int, level: Double, stratum: Int
  ) -> Int {
    self.pupil.append(UInt32(pupil))
    self.baseline.append(UInt32(baseline))
    self.outcome.append(UInt32(outcome))
    self.level.append(level)
    self.stratum.append(UInt32(stratum))
    return count - 1
  }
}

/// Finds the pairs of one measure and number of scores again, so that each is there once.
struct PairIndex {
  private var numbers: [UInt64: UInt32] = [:]
  private var strata: [StratumKey: Int] = [:]

  private struct StratumKey: Hashable {
    var cohort: Int
    var baselineTerm: Int
    var outcomeTerm: Int
  }

  /// The number of a pair, which is added where it is new.
  mutating func number(
    of candidate: Classmate, level: Double, cohort: Int, terms: (baseline: Int, outcome: Int),
    in pairs: inout ComparisonPairs
  ) -> UInt32 {
    // The rows of the two scores name the pupil and both dates.
    let key = UInt64(candidate.baseline) << 32 | UInt64(candidate.outcome)
    if let known = numbers[key] { return known }
    let place = StratumKey(
      cohort: cohort, baselineTerm: terms.baseline, outcomeTerm: terms.outcome)
    let stratum = strata[place] ?? strata.count
    strata[place] = stratum
    let number = UInt32(
      pairs.add(
        pupil: candidate.pupil, baseline: candidate.baseline, outcome: candidate.outcome,
        level: level, stratum: stratum))
    numbers[key] = number
    return number
  }

  /// How many strata the pairs lie in.
  var strataCount: Int { strata.count }
}
