package import Simulation

/// Chance that is the same in every run.
package typealias SeededGenerator = SplitMix64

extension SplitMix64: RandomNumberGenerator {
  /// A generator that always gives the same numbers for the same seed.
  package init(seed: UInt64) {
    self.init(state: seed)
  }
}
