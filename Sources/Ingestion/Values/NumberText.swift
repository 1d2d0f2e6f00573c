/// Plain decimal numbers: an optional sign, digits, and perhaps a full stop and more digits.
enum NumberText {
  /// A number and how many decimals it was written with.
  struct Reading: Equatable {
    var value: Double
    var decimals: Int
    /// All digits as one whole number, with the number's sign.
    var digits: Int64
  }

  /// The number in a cell; nil when the cell is anything but a plain number.
  static func number(_ cell: Cell) -> Reading? {
    number(cell, 0..<cell.count)
  }

  /// The number in a part of a cell.
  static func number(_ cell: Cell, _ range: Range<Int>) -> Reading? {
    var index = range.lowerBound
    var isNegative = false
    if index < range.upperBound, cell[index] == 0x2D || cell[index] == 0x2B {
      isNegative = cell[index] == 0x2D
      index += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var isBehindPoint = false
    while index < range.upperBound {
      let byte = cell[index]
      index += 1
      if byte == 0x2E, !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      digits += 1
      // 15 digits are exact in a Double, and no school's scale has more.
      guard digits <= 15 else { return nil }
      mantissa = mantissa * 10 + UInt64(byte - 0x30)
      if isBehindPoint { decimals += 1 }
    }
    guard digits > 0, !(isBehindPoint && decimals == 0) else { return nil }
    // Both are exact, so that the quotient is the double nearest to the decimal text.
    let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
    return Reading(
      value: isNegative && value != 0 ? -value : value, decimals: decimals,
      digits: isNegative ? -Int64(mantissa) : Int64(mantissa))
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
