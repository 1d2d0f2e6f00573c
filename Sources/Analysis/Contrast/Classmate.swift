import ProvisionModel

/// A pupil whom episodes of certain dates may be compared with (METHOD §5, rules 1–3), with both
/// scores and the level.
struct Classmate {
  /// The place in the cohort.
  var place: Int
  var pupil: Int
  /// The row of the score at the start.
  var baseline: Int
  /// The row of the score at the end.
  var outcome: Int
  var level: Level
}

/// The classmates of all episodes of a measure, a cohort and dates, on one number of scores.
package struct ComparisonSet: Sendable {
  /// The number of scores that levels rest on, k.
  package let scores: Int
  /// Their pairs, as numbers of `ComparisonPairs`, by rising level.
  package let pairs: [UInt32]

  /// How many classmates there are.
  package var count: Int { pairs.count }
}

/// Classmates by rising level, with what the means of any stretch of them need.
struct RankedClassmates {
  /// A classmate's pair and its figures [the measure's unit].
  struct Member {
    /// The number of the pair.
    var pair: UInt32
    var level: Double
    var outcome: Double
    var baseline: Double
  }

  /// By rising level; of two on one level the pair that was there first.
  private let members: [Member]
  /// Σ level, Σ outcome and Σ baseline of the first members; one entry more than there are members.
  private let sums: [SIMD4<Double>]

  /// Classmates in any order.
  init(_ unsorted: [Member]) {
    members = unsorted.sorted { left, right in
      left.level != right.level ? left.level < right.level : left.pair < right.pair
    }
    var sum = SIMD4<Double>.zero
    var sums = [sum]
    sums.reserveCapacity(members.count + 1)
    for member in members {
      sum += SIMD4(member.level, member.outcome, member.baseline, 0)
      sums.append(sum)
    }
    self.sums = sums
  }

  /// How many there are.
  var count: Int { members.count }

  /// Their pairs.
  var pairs: [UInt32] { members.map(\.pair) }

  /// Mean level, outcome and baseline of some of them.
  ///
  /// - Complexity: O(1).
  func means(_ range: Range<Int>) -> (level: Double, outcome: Double, baseline: Double) {
    let mean = (sums[range.upperBound] - sums[range.lowerBound]) / Double(range.count)
    return (mean[0], mean[1], mean[2])
  }

  /// Those whose level lies within a distance of another.
  ///
  /// - Complexity: O(log *n*).
  func similar(to level: Double, within distance: Double) -> Range<Int> {
    let lower = partition { level - $0 <= distance }
    let upper = partition { $0 - level > distance }
    return lower..<max(lower, upper)
  }

  /// The first place from which on a condition holds of the levels.
  private func partition(_ holds: (Double) -> Bool) -> Int {
    var (lower, upper) = (0, members.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if holds(members[middle].level) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
