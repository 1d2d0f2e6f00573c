import CBoostMath

/// Student's t distribution, from Boost.Math.
package enum StudentT {
  /// The quantile at .975, the half-width of a 95% interval in standard errors.
  ///
  /// - Parameter degreesOfFreedom: At least 1.
  package static func quantile975(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1)
    return impact_t_quantile(Double(degreesOfFreedom), 0.975)
  }
}
