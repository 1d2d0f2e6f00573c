/// The mean of a set of courses' contrasts at one end, with its uncertainty (METHOD §5.4).
package struct Effect: Sendable, Equatable {
  /// Distinct pupils, P.
  package var pupils: Int
  /// Courses, n.
  package var courses: Int
  /// τ [the measure's unit].
  package var value: Double
  /// √V [the measure's unit].
  package var standardError: Double
  /// The 95% interval [the measure's unit].
  package var interval: ClosedRange<Double>
  /// The same in SD.
  package var size: EffectSize
  /// What V was made of; nil where it is the plain variance of a mean.
  package var variance: VarianceParts?
  /// The two-sided p of the t test against no effect; nil where there is no spread to test it by.
  package var p: Double?

  /// An effect of that many pupils.
  ///
  /// - Parameters:
  ///   - variance: V [the measure's unit, squared].
  ///   - degreesOfFreedom: Those of the t distribution of its interval, at least 1.
  ///   - parts: What V was made of.
  ///   - sd: The reference SD.
  init(
    pupils: Int, courses: Int, value: Double, variance: Double, degreesOfFreedom: Int,
    parts: VarianceParts? = nil, sd: ReferenceSD
  ) {
    // What equal values differ by in their last bits is no spread.
    let root = max(0, variance).squareRoot()
    let error = root > 1e-10 * sd.value ? root : 0
    let half = StudentT.quantile975(degreesOfFreedom: degreesOfFreedom) * error
    self.pupils = pupils
    self.courses = courses
    self.value = value
    standardError = error
    interval = value - half...value + half
    self.variance = parts
    size = EffectSize(value: value, standardError: error, interval: interval, sd: sd)
    p = error > 0 ? StudentT.twoSidedP(value / error, degreesOfFreedom: degreesOfFreedom) : nil
  }
}

/// What the variance V of an effect is made of (METHOD §5.4):
/// V = [ (V_R + V_C + V_F + V_G) · ν/(ν−2) + V_D ] ÷ n². All but the last in the measure's unit,
/// squared, times n².
package struct VarianceParts: Sendable, Equatable {
  /// Σ σ²_e, the classmates' spread at the pupils' distances.
  package var model: Double
  /// `own`, the pupils' spread about their effect.
  package var own: Double
  /// V_R, both weighed by their degrees of freedom.
  package var residual: Double
  /// V_C, classmates that courses share.
  package var classmates: Double
  /// V_F, the fit's own error.
  package var fit: Double
  /// V_G, what a group shares.
  package var groups: Double
  /// V_D, the distance from the classmates.
  package var distance: Double
  /// ν, the least degrees of freedom of the fits used.
  package var degreesOfFreedom: Int

  /// V of so many courses [the measure's unit, squared].
  package func variance(courses: Int) -> Double {
    let freedom = Double(degreesOfFreedom)
    let sum = (residual + classmates + fit + groups) * freedom / (freedom - 2) + distance
    return sum / (Double(courses) * Double(courses))
  }
}

/// An effect in standard deviations of the measure: g = J · τ ÷ s_m (METHOD §5.4).
package struct EffectSize: Sendable, Equatable {
  /// g [SD].
  package var value: Double
  /// se_g = J √V ÷ s_m [SD].
  package var standardError: Double
  /// The 95% interval [SD].
  package var interval: ClosedRange<Double>

  /// The same effect with so many times the error.
  func withError(times factor: Double) -> EffectSize {
    var size = self
    size.standardError *= factor
    size.interval =
      value - (value - interval.lowerBound) * factor...value
      + (interval.upperBound - value) * factor
    return size
  }

  fileprivate init(
    value: Double, standardError: Double, interval: ClosedRange<Double>, sd: ReferenceSD
  ) {
    let factor = sd.correction / sd.value
    self.value = factor * value
    self.standardError = factor * standardError
    self.interval = factor * interval.lowerBound...factor * interval.upperBound
  }
}
