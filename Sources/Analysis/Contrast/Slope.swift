import ProvisionModel

/// The line through the comparison pairs of a measure and a number of scores, and what is left
/// beside it (METHOD §5).
package struct Slope: Sendable, Equatable {
  /// β: the outcome's rise for a step of the level, pooled within strata; 1 where too few pairs or
  /// no spread tell.
  package var value = 1.0
  /// The number of distinct pairs, N.
  package var pairs = 0
  /// The number of strata that they lie in.
  package var strata = 0
  /// σ²_δ, what is left of the outcomes beside that line [the measure's unit, squared].
  package var matchedVariance = 0.0
  /// σ²_γ, the variance of growth within strata [the measure's unit, squared].
  package var growthVariance = 0.0

  /// The slope of the pairs of a range.
  ///
  /// - Parameters:
  ///   - strata: How many strata the pairs lie in.
  ///   - minimumPairs: With fewer pairs the slope is 1.
  ///   - sd: The reference SD, beside which a spread of levels is one.
  init(
    _ range: Range<Int>, of table: ComparisonPairs, strata: Int, assessments: AssessmentTable,
    minimumPairs: Int, sd: Double
  ) {
    self.pairs = range.count
    self.strata = strata
    let outcomes = range.map { assessments.score[Int(table.outcome[$0])] }
    var means = [(level: Double, outcome: Double, count: Double)](
      repeating: (0, 0, 0), count: strata)
    for pair in range {
      let stratum = Int(table.stratum[pair])
      means[stratum].level += table.level[pair]
      means[stratum].outcome += outcomes[pair - range.lowerBound]
      means[stratum].count += 1
    }
    for stratum in means.indices {
      means[stratum].level /= means[stratum].count
      means[stratum].outcome /= means[stratum].count
    }
    func distances(_ pair: Int) -> (level: Double, outcome: Double) {
      let mean = means[Int(table.stratum[pair])]
      return (
        table.level[pair] - mean.level, outcomes[pair - range.lowerBound] - mean.outcome
      )
    }
    var squares = 0.0
    var products = 0.0
    for pair in range {
      let distance = distances(pair)
      squares += distance.level * distance.level
      products += distance.level * distance.outcome
    }
    let isSpread = squares > 1e-18 * sd * sd * Double(range.count)
    if range.count >= minimumPairs, isSpread { value = products / squares }
    var beside = 0.0
    var growth = 0.0
    for pair in range {
      let distance = distances(pair)
      let residual = distance.outcome - value * distance.level
      let change = distance.outcome - distance.level
      beside += residual * residual
      growth += change * change
    }
    let freedom = range.count - strata
    if freedom > 1 { matchedVariance = beside / Double(freedom - 1) }
    if freedom > 0 { growthVariance = growth / Double(freedom) }
  }
}
