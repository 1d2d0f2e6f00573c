/// Numbers as texts, the same on every machine and in every language.
public enum PlainNumber {
  /// A number with that many decimals, rounded half away from zero; `-0` is `0`.
  ///
  /// - Parameter decimals: 0–6.
  public static func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = roundedHalfAwayFromZero(value * scale)
    guard abs(scaled) < 9e15 else { return "\(value)" }
    let digits = Int(abs(scaled))
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(digits) }
    let whole = digits / Int(scale)
    let rest = String(digits % Int(scale))
    let zeros = String(repeating: "0", count: decimals - rest.utf8.count)
    return "\(sign)\(whole).\(zeros)\(rest)"
  }

  /// A number with as few digits as tell it from all others, whole ones without a point.
  public static func shortest(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// Years and months, e.g. `7:06`; parts of a month are rounded.
  public static func age(months value: Double) -> String {
    let months = Int(roundedHalfAwayFromZero(value))
    let part = abs(months) % 12
    return "\(months < 0 ? "-" : "")\(abs(months) / 12):\(part < 10 ? "0" : "")\(part)"
  }

  /// Rounds to a whole number. A number that misses a half only by the error of binary fractions,
  /// such as 1.005 × 100, counts as a half.
  private static func roundedHalfAwayFromZero(_ value: Double) -> Double {
    (value + (value < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero)
  }
}
