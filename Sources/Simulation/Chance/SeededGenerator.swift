/// A seeded source of chance that gives the same values on every machine: xoshiro256** (Blackman
/// and Vigna 2018), its state filled by SplitMix64 as its authors advise.
///
/// All derived values are computed here and not by the standard library, whose ways may change.
package struct SeededGenerator: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator of a seed; `stream` gives independent sequences of the same seed.
  package init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    mixer.state = mixer.next() ^ (stream &* 0xD134_2543_DE82_EF95)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// A generator in a given state, not all 0.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    self.state = state
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A uniform deviate, strictly between 0 and 1, one of 2⁵².
  package mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A whole number from 0 to `bound` − 1, without bias to speak of (the high half of a product).
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a choice needs at least one possibility")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True in a share `probability` of calls.
  package mutating func chance(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// A standard normal deviate: the normal quantile of a uniform one.
  package mutating func normal() -> Double {
    normalQuantile(uniform())
  }

  /// An index drawn in proportion to the weights, which are not negative and not all 0.
  package mutating func index(weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// Puts the values into a random order (Fisher and Yates).
  package mutating func shuffle<Value>(_ values: inout [Value]) {
    guard values.count > 1 else { return }
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, below(last + 1))
    }
  }

  private func rotated(_ value: UInt64, by count: UInt64) -> UInt64 {
    (value << count) | (value >> (64 - count))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): turns a seed into well-mixed state.
package struct SplitMix64: Sendable {
  /// The state, any number.
  package var state: UInt64

  /// A generator in a given state.
  package init(state: UInt64) {
    self.state = state
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
