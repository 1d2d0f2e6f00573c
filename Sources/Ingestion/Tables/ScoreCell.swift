import ProvisionModel

/// A score cell as it is written, before the kind of its measure is known, in six bytes.
struct ScoreCell: Sendable {
  /// The digits of a number, the months of an age, the number of a text, or the position of a
  /// number that is kept apart.
  let digits: Int32
  /// What the cell looks like.
  let shape: ScoreShape
  /// The censoring, and whether the number is kept apart.
  private let marks: UInt8

  /// A cell.
  ///
  /// - Parameters:
  ///   - text: The number of the cell's text, where it has the shape of one.
  ///   - others: Is given a number that does not fit.
  init(_ reading: ScoreText.Reading, text: UInt32 = 0, others: inout [Double]) {
    shape = reading.shape
    switch reading.shape {
    case .empty:
      digits = 0
      marks = Self.marks(reading.censoring)
    case .text:
      digits = Int32(truncatingIfNeeded: text)
      marks = Self.marks(reading.censoring)
    default:
      if let packed = reading.packed {
        digits = packed
        marks = Self.marks(reading.censoring)
      } else {
        digits = Int32(truncatingIfNeeded: others.count)
        marks = Self.marks(reading.censoring) | Self.apart
        others.append(reading.value)
      }
    }
  }

  /// A number that needs no closer look, or a score that one has found.
  @inline(__always)
  init(_ score: PackedScore) {
    digits = score.digits
    shape =
      switch score.decimals {
      case 0: .whole
      case 1: .oneDecimal
      case 2: .twoDecimals
      default: .manyDecimals
      }
    marks = Self.marks(score.censoring) | (score.isApart ? Self.apart : 0)
  }

  /// The number of the cell, where it has one.
  @inline(__always)
  var packed: PackedScore {
    PackedScore(
      digits: digits, decimals: isApart ? PackedScore.apart : decimals, censoring: censoring)
  }

  /// On which side of the cell's score the true one lies.
  @inline(__always)
  var censoring: Censoring {
    switch marks & ~Self.apart {
    case Self.below: .below
    case Self.above: .above
    default: .none
    }
  }

  /// Whether the cell's number is kept apart.
  @inline(__always)
  var isApart: Bool { marks & Self.apart != 0 }

  /// How many of the digits stand behind the point.
  @inline(__always)
  var decimals: UInt8 { Self.decimals(shape) }

  /// The number or the months of the cell; of a text its number.
  ///
  /// - Parameter others: The numbers that are kept apart.
  func value(_ others: [Double]) -> Double {
    isApart ? others[Int(digits)] : PackedScore.value(digits: digits, decimals: decimals)
  }

  /// How many digits stand behind the point in cells of a shape that are not kept apart.
  @inline(__always)
  static func decimals(_ shape: ScoreShape) -> UInt8 {
    switch shape {
    case .oneDecimal: 1
    case .twoDecimals: 2
    default: 0
    }
  }

  @inline(__always)
  private static func marks(_ censoring: Censoring) -> UInt8 {
    switch censoring {
    case .none: 0
    case .below: below
    case .above: above
    }
  }

  private static let below: UInt8 = 1
  private static let above: UInt8 = 2
  private static let apart: UInt8 = 0x80
}
