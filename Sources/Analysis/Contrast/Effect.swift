/// The mean of a set of episodes' contrasts, with its uncertainty (METHOD §5).
package struct Effect: Sendable, Equatable {
  /// Distinct pupils, P.
  package var pupils: Int
  /// Episodes, n.
  package var episodes: Int
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
  ///   - parts: What V was made of.
  ///   - sd: The reference SD.
  init(
    pupils: Int, episodes: Int, value: Double, variance: Double, parts: VarianceParts? = nil,
    sd: ReferenceSD
  ) {
    precondition(pupils >= 2)
    // What equal contrasts differ by in their last bits is no spread.
    let root = max(0, variance).squareRoot()
    let error = root > 1e-10 * sd.value ? root : 0
    let half = StudentT.quantile975(degreesOfFreedom: pupils - 1) * error
    self.pupils = pupils
    self.episodes = episodes
    self.value = value
    standardError = error
    interval = value - half...value + half
    self.variance = parts
    size = EffectSize(value: value, standardError: error, interval: interval, sd: sd)
    p = error > 0 ? StudentT.twoSidedP(value / error, degreesOfFreedom: pupils - 1) : nil
  }
}

/// What the variance V of an effect is made of (METHOD §5):
/// V = [ P ÷ (P − 1) · `pupils` + Σ `variance` · `excess` ] ÷ n².
package struct VarianceParts: Sendable, Equatable {
  /// What is owed to the pairs of one number of scores that several episodes share.
  package struct Sharing: Sendable, Equatable {
    /// The number of scores.
    package var scores: Int
    /// σ² of the contrast [the measure's unit, squared].
    package var variance: Double
    /// Σ_k ( W_k² − Σ_e w_ek² ).
    package var excess: Double
  }

  /// Σ_p ( Σ_{e of p} (c_e − τ) )² [the measure's unit, squared].
  package var pupils: Double
  /// By the number of scores.
  package var sharing: [Sharing]

  /// V × n² of so many pupils.
  func sum(pupils count: Int) -> Double {
    let correction = Double(count) / Double(count - 1)
    return sharing.reduce(correction * pupils) { $0 + $1.variance * $1.excess }
  }
}

/// An effect in standard deviations of the measure: g = J · τ ÷ s_m (METHOD §5).
package struct EffectSize: Sendable, Equatable {
  /// g [SD].
  package var value: Double
  /// J √V ÷ s_m [SD].
  package var standardError: Double
  /// The 95% interval [SD].
  package var interval: ClosedRange<Double>

  fileprivate init(
    value: Double, standardError: Double, interval: ClosedRange<Double>, sd: ReferenceSD
  ) {
    let factor = sd.correction / sd.value
    self.value = factor * value
    self.standardError = factor * standardError
    self.interval = factor * interval.lowerBound...factor * interval.upperBound
  }
}
