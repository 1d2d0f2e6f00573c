import CBoostMath

/// The F distribution, from Boost.Math.
package enum FDistribution {
  /// The upper tail: the chance of a ratio of mean squares as large where no unit differs.
  ///
  /// - Parameters:
  ///   - ratio: 0 or more.
  ///   - between: The degrees of freedom of the numerator, at least 1.
  ///   - within: Those of the denominator, at least 1.
  package static func above(_ ratio: Double, between: Int, within: Int) -> Double {
    precondition(between >= 1 && within >= 1 && ratio >= 0 && ratio.isFinite)
    return impact_f_upper_tail(Double(between), Double(within), ratio)
  }
}
