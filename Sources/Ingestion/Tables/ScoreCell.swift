import ProvisionModel

/// A score cell as it is written, before the kind of its measure is known, in five bytes.
struct ScoreCell: Sendable {
  /// The digits of a number, the months of an age, the number of a text, or the position of a
  /// number that is kept apart.
  let digits: Int32
  /// The shape in the low half, the censoring in the next two bits, and whether the number is kept
  /// apart in the highest.
  private let form: UInt8

  /// A cell.
  ///
  /// - Parameters:
  ///   - text: The number of the cell's text, where it has the shape of one.
  ///   - others: Is given a number that does not fit.
  @inline(__always)
  init(_ reading: ScoreText.Reading, text: UInt32 = 0, others: inout [Double]) {
    var form = reading.shape.rawValue | reading.censoring.rawValue << Self.censoringShift
    switch reading.shape {
    case .empty:
      digits = 0
    case .text:
      digits = Int32(truncatingIfNeeded: text)
    default:
      if let packed = reading.packed {
        digits = packed
      } else {
        digits = Int32(truncatingIfNeeded: others.count)
        others.append(reading.value)
        form |= Self.apart
      }
    }
    self.form = form
  }

  /// A number that needs no closer look, or a score that one has found.
  @inline(__always)
  init(_ score: PackedScore, censoring: Censoring = .none) {
    digits = score.digits
    let shape: ScoreShape =
      switch score.decimals {
      case 0: .whole
      case 1: .oneDecimal
      case 2: .twoDecimals
      default: .manyDecimals
      }
    form =
      shape.rawValue | censoring.rawValue << Self.censoringShift
      | (score.decimals == PackedScore.apart ? Self.apart : 0)
  }

  /// The number of the cell, where it has one.
  @inline(__always)
  var packed: PackedScore {
    PackedScore(digits: digits, decimals: isApart ? PackedScore.apart : decimals)
  }

  /// What the cell looks like.
  @inline(__always)
  var shape: ScoreShape { ScoreShape(rawValue: form & Self.shapeMask) ?? .empty }

  /// On which side of the cell's score the true one lies.
  @inline(__always)
  var censoring: Censoring {
    Censoring(rawValue: (form & ~Self.apart) >> Self.censoringShift) ?? .none
  }

  /// Whether the cell's number is kept apart.
  @inline(__always)
  var isApart: Bool { form & Self.apart != 0 }

  /// How many of the digits stand behind the point.
  @inline(__always)
  var decimals: UInt8 { Self.decimals(shape) }

  /// The number or the months of the cell; of a text its number.
  ///
  /// - Parameter others: The numbers that are kept apart.
  func value(_ others: [Double]) -> Double {
    isApart ? others[Int(digits)] : PackedScore(digits: digits, decimals: decimals).value
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

  private static let shapeMask: UInt8 = 0x0F
  private static let censoringShift: UInt8 = 4
  private static let apart: UInt8 = 0x80
}
