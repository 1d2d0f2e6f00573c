import ProvisionModel

/// A classmate's scores and outcome: what a fit learns from (METHOD §5.2).
package struct FitPair: Sendable {
  /// The pupil, as a position among the data's pupils.
  package var pupil: UInt32
  /// The rows of x_1, x_2 and x_3 in the table of scores and that of the outcome; `UInt32.max` where
  /// the pair has fewer scores.
  package var rows: SIMD4<UInt32>
  /// x_1, x_2, x_3 with the measure's sign, and o; 0 where there is none.
  package var scores: Scores4
  /// The outcome y with the measure's sign [the measure's unit].
  package var outcome: Double
  /// Whether o is known.
  package var hasOther: Bool
  /// The stratum, school × cohort × term of each day used × term of the outcome's: a number from 0
  /// within the pairs of its measure and number of scores.
  package var stratum: UInt32
}

/// The distinct pairs of one cohort, measure and number of scores, each once.
struct FitPairs: Sendable {
  /// The pairs, in the order in which they were found.
  private(set) var pairs: [FitPair] = []
  /// How many strata they lie in.
  private(set) var strata = 0
  /// For each pupil of the cohort the latest pair, and for each pair the one before of that pupil.
  private var latest: [Int32]
  private var before: [Int32] = []
  private var strataNumbers: [SIMD4<Int32>: UInt32] = [:]

  init(pupils: Int) {
    latest = Array(repeating: -1, count: pupils)
  }

  /// The number of a pupil's pair of some rows; nil where it is new.
  func number(place: Int, rows: SIMD4<UInt32>) -> Int? {
    var pair = latest[place]
    while pair >= 0 {
      if pairs[Int(pair)].rows == rows { return Int(pair) }
      pair = before[Int(pair)]
    }
    return nil
  }

  /// Adds a new pair.
  ///
  /// - Parameter terms: The numbers of the terms of its scores, −1 where it has fewer, and of its
  ///   outcome.
  mutating func add(_ pair: FitPair, place: Int, terms: SIMD4<Int32>) -> Int {
    var pair = pair
    if let known = strataNumbers[terms] {
      pair.stratum = known
    } else {
      pair.stratum = UInt32(strata)
      strataNumbers[terms] = pair.stratum
      strata += 1
    }
    before.append(latest[place])
    latest[place] = Int32(pairs.count)
    pairs.append(pair)
    return pairs.count - 1
  }
}
