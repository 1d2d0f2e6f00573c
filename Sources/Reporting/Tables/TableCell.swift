package import Analysis
package import ProvisionModel

/// A cell of an output table.
package enum TableCell: Sendable, Equatable {
  /// No value: an empty cell for the SENCo, `x` (not available) for the governors.
  case absent
  /// There can be no such value here: an empty cell for the SENCo, `z` for the governors.
  case notApplicable
  /// Kept from the governors because it rests on few pupils: `c`.
  case suppressed
  /// A word of the program, a code or a grade.
  case text(String)
  /// A text that people wrote: it is kept from being taken for a formula.
  case freeText(String)
  /// A whole number.
  case whole(Int)
  /// A number.
  case number(Double)
  /// So many of so many, of at least one.
  case share(Share)
  /// A date.
  case day(Day)

  /// A number, or no value.
  static func number(_ value: Double?) -> TableCell {
    value.map { .number($0) } ?? .absent
  }

  /// A whole number, or no value.
  static func whole(_ value: Int?) -> TableCell {
    value.map { .whole($0) } ?? .absent
  }

  /// A share; no value where it is of nobody.
  static func part(_ share: Share) -> TableCell {
    share.total > 0 ? .share(share) : .absent
  }

  /// A text, or no value where it is empty.
  static func word(_ text: String) -> TableCell {
    text.isEmpty ? .absent : .text(text)
  }

  /// Names that people wrote, with `; ` between.
  static func list(_ names: [String]) -> TableCell { .free(names.joined(separator: "; ")) }

  /// A text that people wrote, or no value where it is empty.
  static func free(_ text: String) -> TableCell {
    text.isEmpty ? .absent : .freeText(text)
  }

  /// `yes` or `no`, or no value.
  static func answer(_ value: Bool?) -> TableCell {
    value.map { .text($0 ? "yes" : "no") } ?? .absent
  }

  /// A date, or no value.
  static func date(_ value: Day?) -> TableCell {
    value.map { .day($0) } ?? .absent
  }

  /// Whether a figure or a text stands in it.
  var isValue: Bool {
    switch self {
    case .absent, .notApplicable, .suppressed: false
    case .text, .freeText, .whole, .number, .share, .day: true
    }
  }

  /// The number that stands in it; nil: none does.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .share(let share): share.value
    case .whole(let value): Double(value)
    case .absent, .notApplicable, .suppressed, .text, .freeText, .day: nil
    }
  }
}
