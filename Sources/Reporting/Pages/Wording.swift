import Analysis
import ProvisionModel

/// Figures as a reader can use them (METHOD §10): scores with 1 decimal, shares in whole per cent,
/// halves rounded away from zero.
enum Wording {
  /// A date such as 10 July 2026.
  static func date(_ day: Day) -> String {
    let (year, month, date) = day.civil
    return "\(date) \(months[month - 1]) \(year)"
  }

  /// The month of a date, short: Jul 2026.
  static func month(_ day: Day) -> String {
    let (year, month, _) = day.civil
    return "\(months[month - 1].prefix(3)) \(year)"
  }

  /// A share in whole per cent.
  static func percent(_ share: Double?) -> String {
    share.map { PlainNumber.text($0 * 100, decimals: 0) + "%" } ?? ""
  }

  /// A number.
  static func number(_ value: Double?, decimals: Int = 1) -> String {
    value.map { minus(PlainNumber.text($0, decimals: decimals)) } ?? ""
  }

  /// A round number beside an axis, with no more than 2 decimals and no zeros at their end.
  static func tick(_ value: Double) -> String {
    minus(Drawing.number(value))
  }

  /// A sum of money.
  static func pounds(_ value: Double?) -> String {
    value.map { "£" + PlainNumber.text($0, decimals: 0) } ?? ""
  }

  /// A change with its sign.
  static func signed(_ value: Double?) -> String {
    guard let value else { return "" }
    let text = PlainNumber.text(value, decimals: 1)
    return text.hasPrefix("-") || text == "0.0" ? minus(text) : "+" + text
  }

  /// A score of a measure: years and months for ages, the code for ordinals.
  static func score(_ value: Double?, _ measure: Measure) -> String {
    guard let value else { return "" }
    switch measure.kind {
    case .age:
      return minus(PlainNumber.age(months: value))
    case .ordinal:
      let position = Int(value)
      return measure.codes.indices.contains(position) ? measure.codes[position] : ""
    case .standardised, .points:
      return number(value, decimals: value == value.rounded() ? 0 : 1)
    }
  }

  /// A mean of scores: as a score, with 1 decimal.
  static func mean(_ value: Double?, _ measure: Measure) -> String {
    measure.kind == .age ? score(value, measure) : number(value)
  }

  /// A number with the thing counted: `1 pupil`, `2 pupils`.
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// Names with commas and a last `and`, or another word.
  static func list(_ names: [String], _ word: String = "and") -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The minus sign of good print instead of the hyphen.
  private static func minus(_ text: String) -> String {
    text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
