import CBoostMath
package import ProvisionModel

/// The reference SD of a measure, s_m, with which effects become effect sizes (METHOD §5).
package struct ReferenceSD: Sendable, Equatable {
  /// s_m [the measure's unit], over 0.
  package var value: Double
  /// The degrees of freedom f = Σ (n_c − 1); nil where the SD was given.
  package var degreesOfFreedom: Int?
  /// The factor J that frees effect sizes of the bias of small samples; 1 where the SD was given.
  package var correction: Double

  /// The SD of a measure: the one that is given, else the pooled SD within strata. Nil for codes,
  /// and where scores have no spread.
  package init?(_ measure: Measure, at position: Int, strata: Strata) {
    guard measure.kind != .ordinal else { return nil }
    if let given = measure.sd {
      guard given > 0 else { return nil }
      self.init(value: given, degreesOfFreedom: nil, correction: 1)
      return
    }
    var squares = 0.0
    var size = 0.0
    var freedom = 0
    for stratum in strata.all where stratum.measure == position {
      squares += stratum.squares
      size += Double(stratum.count) * stratum.mean * stratum.mean
      freedom += stratum.count - 1
    }
    // Equal scores may differ from their mean in its last bit: that is no spread.
    guard freedom > 1, squares > 1e-18 * size, squares > 0 else { return nil }
    self.init(
      value: (squares / Double(freedom)).squareRoot(), degreesOfFreedom: freedom,
      correction: Self.correction(degreesOfFreedom: freedom))
  }

  private init(value: Double, degreesOfFreedom: Int?, correction: Double) {
    self.value = value
    self.degreesOfFreedom = degreesOfFreedom
    self.correction = correction
  }

  /// J(f) = Γ(f/2) ÷ (√(f/2) · Γ((f − 1)/2)) (Hedges 1981, the exact form).
  ///
  /// - Parameter degreesOfFreedom: f, at least 2.
  package static func correction(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 2)
    let half = Double(degreesOfFreedom) / 2
    return 1 / (impact_gamma_delta_ratio(half - 0.5, 0.5) * half.squareRoot())
  }
}
