import ProvisionModel

/// A pupil whom episodes of certain dates may be compared with (METHOD §5, rules 1–3), with both
/// scores and the level.
struct Classmate: Sendable {
  var pupil: Int
  /// The row of the score at the start.
  var baseline: Int
  /// The row of the score at the end.
  var outcome: Int
  var level: Level
}

/// The classmates of all episodes of a measure, a cohort and dates, on one number of scores, in
/// order of their levels.
package struct ComparisonSet: Sendable {
  /// The number of scores that levels rest on, k.
  package let scores: Int
  /// Their pairs, as numbers of `ComparisonPairs`, by rising level.
  package let pairs: [UInt32]
  /// Σ level, Σ outcome and Σ baseline of the first pairs; one entry more than there are pairs.
  private let sums: [SIMD4<Double>]

  init(scores: Int, pairs: [UInt32], table: ComparisonPairs, assessments: AssessmentTable) {
    self.scores = scores
    let sorted = pairs.sorted { left, right in
      let levels = (table.level[Int(left)], table.level[Int(right)])
      return levels.0 != levels.1 ? levels.0 < levels.1 : left < right
    }
    self.pairs = sorted
    var sum = SIMD4<Double>.zero
    var sums = [sum]
    sums.reserveCapacity(sorted.count + 1)
    for pair in sorted {
      let pair = Int(pair)
      sum += SIMD4(
        table.level[pair], assessments.score[Int(table.outcome[pair])],
        assessments.score[Int(table.baseline[pair])], 0)
      sums.append(sum)
    }
    self.sums = sums
  }

  /// How many classmates there are.
  package var count: Int { pairs.count }

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
  func similar(to level: Double, within distance: Double, table: ComparisonPairs) -> Range<Int> {
    let lower = partition { level - table.level[Int($0)] <= distance }
    let upper = partition { table.level[Int($0)] - level > distance }
    return lower..<max(lower, upper)
  }

  /// The first place from which on a condition holds.
  private func partition(_ holds: (UInt32) -> Bool) -> Int {
    var (lower, upper) = (0, pairs.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if holds(pairs[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
