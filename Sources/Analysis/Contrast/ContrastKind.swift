/// The two contrasts of METHOD §5.
package enum ContrastKind: Sendable, CaseIterable {
  /// δ, against pupils of the same level: fair where pupils were chosen for a low score on the test.
  case matched
  /// γ, against the growth of all classmates: fair where they were chosen for a need.
  case growth
}

extension Contrast {
  /// The contrast of a kind [the measure's unit].
  package func value(_ kind: ContrastKind) -> Double? {
    switch kind {
    case .matched: matched
    case .growth: growth
    }
  }
}

extension Slope {
  /// The residual variance that goes with a contrast of a kind [the measure's unit, squared].
  package func variance(_ kind: ContrastKind) -> Double {
    switch kind {
    case .matched: matchedVariance
    case .growth: growthVariance
    }
  }
}
