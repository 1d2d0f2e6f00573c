/// Numbers as texts, the same on every machine and in every language.
public enum PlainNumber {
  /// A number with that many decimals, rounded half away from zero; `-0` is `0`.
  ///
  /// - Parameter decimals: 0–6.
  public static func text(_ value: Double, decimals: Int) -> String {
    guard let scaled = scaled(value, decimals: decimals) else { return "\(value)" }
    guard decimals > 0 else { return String(scaled) }
    var scale: UInt = 1
    for _ in 0..<decimals { scale *= 10 }
    let rest = String(scaled.magnitude % scale)
    var text = scaled < 0 ? "-" : ""
    text += String(scaled.magnitude / scale)
    text += "."
    for _ in rest.utf8.count..<decimals { text += "0" }
    text += rest
    return text
  }

  /// A number in units of its last decimal, rounded half away from zero; nil where it is too large
  /// for that.
  ///
  /// - Parameter decimals: 0–6.
  public static func scaled(_ value: Double, decimals: Int) -> Int? {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = roundedHalfAwayFromZero(value * scale)
    return abs(scaled) < 9e15 ? Int(scaled) : nil
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
