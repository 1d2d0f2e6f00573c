import CBoostMath

/// Student's t distribution, from Boost.Math.
package enum StudentT {
  /// The quantile at .975, the half-width of a 95% interval in standard errors.
  ///
  /// - Parameter degreesOfFreedom: At least 1.
  package static func quantile975(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1)
    guard degreesOfFreedom > firstQuantiles.count else {
      return firstQuantiles[degreesOfFreedom - 1]
    }
    return impact_t_quantile(Double(degreesOfFreedom), 0.975)
  }

  /// The quantiles at .975 of small samples, which are asked for again and again.
  private static let firstQuantiles = (1...200).map { impact_t_quantile(Double($0), 0.975) }

  /// The distribution function: the chance of a statistic under another.
  ///
  /// - Parameters:
  ///   - t: A finite statistic.
  ///   - degreesOfFreedom: At least 1.
  package static func below(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1 && t.isFinite)
    return impact_t_upper_tail(Double(degreesOfFreedom), -t)
  }

  /// The two-sided p of a t statistic: the chance of one as far from 0 where there is no effect.
  ///
  /// - Parameters:
  ///   - t: A finite statistic.
  ///   - degreesOfFreedom: At least 1.
  package static func twoSidedP(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1 && t.isFinite)
    return min(1, 2 * impact_t_upper_tail(Double(degreesOfFreedom), abs(t)))
  }
}
