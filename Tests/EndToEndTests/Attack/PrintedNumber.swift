import Foundation

/// A number as a page shows it.
struct PrintedNumber: Sendable {
  /// What it comes to: a share for a percentage, months for years and months.
  let value: Double
  /// What its last digit is worth.
  let step: Double

  /// The number of a text such as `9`, `+4.3`, `−0.43`, `58%`, `£1,035` or `7:07`; nil for any other.
  init?(_ text: String) {
    var text = text.replacing("−", with: "-").replacing(",", with: "")
    let isShare = text.hasSuffix("%")
    if isShare { text.removeLast() }
    if text.hasPrefix("+") || text.hasPrefix("£") { text.removeFirst() }
    guard text.contains(where: \.isNumber) else { return nil }
    let ages = text.split(separator: ":")
    if ages.count == 2, let years = Int(ages[0]), let months = Int(ages[1]) {
      let size = Double(abs(years) * 12 + months)
      (value, step) = (text.hasPrefix("-") ? -size : size, 1)
      return
    }
    guard let number = Double(text) else { return nil }
    let decimals = text.contains(".") ? text.split(separator: ".").last?.count ?? 0 : 0
    let unit = pow(10, -Double(decimals))
    (value, step) = isShare ? (number / 100, unit / 100) : (number, unit)
  }

  /// Whether it may be that number of a table, as far as its digits show.
  func shows(_ number: Double) -> Bool { abs(value - number) <= step / 2 + 1e-9 }

  /// Whether it may be the whole digits of that number, which a table rounds: "at least 24%".
  func isLeast(_ number: Double) -> Bool { abs(value - number) <= step + 1e-9 }
}
