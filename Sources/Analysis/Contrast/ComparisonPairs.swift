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

  /// Makes room for so many pairs in all.
  mutating func reserveCapacity(_ count: Int) {
    pupil.reserveCapacity(count)
    baseline.reserveCapacity(count)
    outcome.reserveCapacity(count)
    level.reserveCapacity(count)
    stratum.reserveCapacity(count)
  }

  /// Adds a pair of a classmate.
  mutating func add(_ classmate: Classmate, level: Double, stratum: Int) {
    pupil.append(UInt32(classmate.pupil))
    baseline.append(UInt32(classmate.baseline))
    outcome.append(UInt32(classmate.outcome))
    self.level.append(level)
    self.stratum.append(UInt32(stratum))
  }

  /// Adds other pairs; `strata` are the numbers here of the strata that they number from 0.
  mutating func add(_ other: ComparisonPairs, strata: [UInt32]) {
    pupil += other.pupil
    baseline += other.baseline
    outcome += other.outcome
    level += other.level
    stratum += other.stratum.lazy.map { strata[Int($0)] }
  }
}

/// Finds the pairs of one cohort, measure and number of scores again, so that each is there once.
struct PairIndex {
  /// How many pairs there are.
  private(set) var count = 0
  /// For each pupil of the cohort the latest pair; `none` where there is no pair.
  private var latest: [UInt32]
  /// For each pair the one before of the same pupil.
  private var before: [UInt32] = []
  /// For each pair the rows of its scores.
  private var rows: [(baseline: Int, outcome: Int)] = []
  /// The terms of both scores, by the number of the stratum.
  private var strata: [(baseline: Int, outcome: Int)] = []

  private static let none = UInt32.max

  /// No pairs yet, of so many pupils.
  init(pupils: Int) {
    latest = Array(repeating: Self.none, count: pupils)
  }

  /// The number of a classmate's pair; nil where it is new.
  func number(of classmate: Classmate) -> UInt32? {
    var pair = latest[classmate.place]
    while pair != Self.none {
      if rows[Int(pair)] == (classmate.baseline, classmate.outcome) { return pair }
      pair = before[Int(pair)]
    }
    return nil
  }

  /// Gives a new pair of a classmate the next number.
  ///
  /// - Parameter terms: The terms of both scores.
  /// - Returns: The number, and that of its stratum.
  mutating func add(
    _ classmate: Classmate, terms: (baseline: Int, outcome: Int)
  ) -> (pair: UInt32, stratum: Int) {
    let stratum = strata.firstIndex { $0 == terms } ?? strata.count
    if stratum == strata.count { strata.append(terms) }
    before.append(latest[classmate.place])
    rows.append((classmate.baseline, classmate.outcome))
    let pair = UInt32(count)
    latest[classmate.place] = pair
    count += 1
    return (pair, stratum)
  }
}
