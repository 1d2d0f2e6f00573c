package import ProvisionModel

/// The rules by which small numbers are kept from the governors.
package struct DisclosureRules: Sendable {
  /// Figures that rest on fewer pupils are suppressed.
  package let minimumPupils: Int
  /// Counts are rounded to the nearest multiple of this; 1: they are not rounded.
  package let rounding: Int

  /// The rules of a school's settings.
  package init(_ settings: DisclosureSettings) {
    minimumPupils = settings.minimumPupils
    rounding = settings.rounding
  }

  /// A count as it is shown.
  func shown(_ count: Int) -> Int {
    rounding > 1 ? (count + rounding / 2) / rounding * rounding : count
  }

  /// A share of pupils as it is shown: where counts are rounded, so coarse that it does not tell
  /// what they were.
  func shown(share: Double) -> Double {
    rounding > 1
      ? Self.rounded(Self.rounded(share * 20, decimals: 0) / 20, decimals: 2)
      : Self.rounded(share, decimals: 2)
  }

  /// A number with so many decimals, up to 3, halves away from zero.
  static func rounded(_ value: Double, decimals: Int) -> Double {
    let scale = [1.0, 10, 100, 1000][min(decimals, 3)]
    let rounded = (value * scale).rounded(.toNearestOrAwayFromZero) / scale
    return rounded == 0 ? 0 : rounded
  }
}
