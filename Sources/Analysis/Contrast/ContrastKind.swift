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

  /// The pupils whom a contrast of a kind compares with, as places in the episode's set.
  package func compared(_ kind: ContrastKind) -> Range<Int> {
    switch kind {
    case .matched: similar
    case .growth: 0..<classmates
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
