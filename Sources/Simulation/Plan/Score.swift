/// What a test gave a pupil.
package enum Score: Sendable, Equatable {
  /// There is no row.
  case notTested
  /// `A`.
  case absent
  /// `D`.
  case disapplied
  /// Under the lowest score of the test.
  case below
  /// Over the highest.
  case above
  /// Months, a standardised score, points or the position of a code.
  case value(Int)

  /// In two bytes: one score of each pupil, measure and round is kept.
  package var packed: Int16 {
    switch self {
    case .notTested: .min
    case .absent: .min + 1
    case .disapplied: .min + 2
    case .below: .min + 3
    case .above: .min + 4
    case .value(let value): Int16(value)
    }
  }

  /// The score that was packed so.
  package init(packed: Int16) {
    switch packed {
    case .min: self = .notTested
    case .min + 1: self = .absent
    case .min + 2: self = .disapplied
    case .min + 3: self = .below
    case .min + 4: self = .above
    default: self = .value(Int(packed))
    }
  }

  /// The number, if there is one.
  package var number: Int? {
    if case .value(let value) = self { value } else { nil }
  }
}
