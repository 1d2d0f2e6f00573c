/// What a score cell looks like before the kind of its measure is known.
public enum ScoreShape: UInt8, Sendable {
  /// Nothing in the cell.
  case empty
  /// A whole number.
  case whole
  /// A number with one decimal.
  case oneDecimal
  /// A number with two decimals.
  case twoDecimals
  /// A number with more decimals.
  case manyDecimals
  /// Years and months; the value is in months.
  case age
  /// Anything else.
  case text
}

/// On which side of a printed score the true one lies.
public enum Censoring: UInt8, Sendable {
  /// The score itself.
  case none
  /// The true score is lower than the printed one: `<70`, `6:00-`.
  case below
  /// The true score is higher than the printed one: `>17:00`, `17:00+`.
  case above
}

/// A score cell as written, with the number that it seems to hold.
public struct RawScore: Sendable, Equatable {
  /// What the cell looks like.
  public var shape: ScoreShape
  /// The number or the months; 0 for empty cells and text.
  public var value: Double
  /// Whether the cell says "less than" or "more than".
  public var censoring: Censoring
  /// The cell's text.
  public var text: String

  /// A cell of that shape.
  public init(shape: ScoreShape, value: Double, censoring: Censoring, text: String) {
    self.shape = shape
    self.value = value
    self.censoring = censoring
    self.text = text
  }
}

/// A score that a measure has understood.
public struct Score: Sendable, Equatable {
  /// Months, points, or the position of a code from 0.
  public var value: Double
  /// Whether the true score is only known to lie below or above.
  public var censoring: Censoring

  /// A score of that value.
  public init(value: Double, censoring: Censoring = .none) {
    self.value = value
    self.censoring = censoring
  }
}
