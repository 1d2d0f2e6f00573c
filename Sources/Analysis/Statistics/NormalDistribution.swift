import CBoostMath

/// A normal distribution, from Boost.Math; one without spread is its mean alone.
package struct NormalDistribution: Sendable, Equatable {
  /// The mean.
  package var mean: Double
  /// The standard deviation, 0 or more.
  package var standardDeviation: Double

  /// A distribution of that mean and standard deviation.
  package init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// P(X > value).
  package func above(_ value: Double) -> Double {
    guard standardDeviation > 0 else { return mean > value ? 1 : 0 }
    return impact_normal_cdf((mean - value) / standardDeviation)
  }

  /// P(X < value).
  package func below(_ value: Double) -> Double {
    guard standardDeviation > 0 else { return mean < value ? 1 : 0 }
    return impact_normal_cdf((value - mean) / standardDeviation)
  }
}
