import ProvisionModel

/// Scores as exports write them, before the kind of the measure is known.
enum ScoreText {
  /// What a cell looks like, its number or months, and whether it says "less" or "more than".
  struct Reading: Equatable {
    var shape: ScoreShape
    var value: Double
    var censoring: Censoring
    /// The digits of a number with at most two decimals, or the months, as one whole number; nil
    /// where it is too large.
    var packed: Int32?
  }

  /// Reads numbers, ages (`7:06`, `7y6m`, `7-06`, `7 years 6 months`), and both with a sign of
  /// censoring (`<70`, `>17:00`, `6:00-`, `17:00+`); all else is text.
  static func reading(_ cell: Cell) -> Reading {
    guard !cell.isEmpty else { return Reading(shape: .empty, value: 0, censoring: .none) }
    var range = 0..<cell.count
    var censoring = Censoring.none
    if cell[0] == lessThan || cell[0] == moreThan {
      censoring = cell[0] == lessThan ? .below : .above
      range = 1..<cell.count
      while let first = range.first, cell[first] == space { range.removeFirst() }
    }
    // An apostrophe keeps a spreadsheet from changing the number.
    if range.count > 1, cell[range.lowerBound] == apostrophe { range.removeFirst() }
    // A per cent sign says what the number is of, and is no part of it.
    if range.count > 1, cell[range.upperBound - 1] == percent {
      repeat { range.removeLast() } while range.count > 1 && cell[range.upperBound - 1] == space
    }
    if let number = NumberText.number(cell, range) {
      return Reading(
        shape: shape(number), value: number.value, censoring: censoring,
        packed: number.decimals <= 2 ? PackedScore.digits(number.digits) : nil)
    }
    if censoring == .none, range.count > 1, let last = range.last,
      cell[last] == minus || cell[last] == plus, let months = AgeText.months(cell, 0..<last)
    {
      return Reading(
        shape: .age, value: Double(months), censoring: cell[last] == minus ? .below : .above,
        packed: Int32(months))
    }
    if let months = AgeText.months(cell, range) {
      return Reading(
        shape: .age, value: Double(months), censoring: censoring, packed: Int32(months))
    }
    return Reading(shape: .text, value: 0, censoring: .none)
  }

  /// The digits of a cell that holds a plain number of at most eight digits, up to two of them behind
  /// the point, as nearly all do; nil of others.
  @inline(__always)
  static func plainNumber(_ cell: Cell) -> PackedScore? {
    guard cell.count >= 1, cell.count <= 9 else { return nil }
    var digits: Int32 = 0
    var point = cell.count
    for index in 0..<cell.count {
      let digit = Int32(cell[index]) - 0x30
      if (0...9).contains(digit) {
        digits = digits * 10 + digit
      } else if digit == 0x2E - 0x30, point == cell.count, index > 0 {
        point = index
      } else {
        return nil
      }
    }
    let decimals = cell.count - 1 - point
    // A number of nine digits is left to `reading`, and so is one that ends with a point.
    guard decimals <= 2, decimals != 0, decimals > 0 || cell.count <= 8 else { return nil }
    return PackedScore(digits: digits, decimals: UInt8(max(0, decimals)))
  }

  /// The same of a text.
  static func reading(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else {
        return Reading(shape: .empty, value: 0, censoring: .none)
      }
      return reading(Cell(trimming: start, count: bytes.count))
    }
  }

  /// The same with the cell's text.
  static func raw(_ cell: Cell) -> RawScore {
    let reading = reading(cell)
    return RawScore(
      shape: reading.shape, value: reading.value, censoring: reading.censoring, text: cell.text)
  }

  /// The number of a score with a letter or two, or an asterisk, behind it, such as `104e`; nil of
  /// other texts.
  static func number(withLetters text: String) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty, (1...2).contains(rest.count),
      rest.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "*" })
    else { return nil }
    return Double(digits)
  }

  private static let apostrophe: UInt8 = 0x27
  private static let percent: UInt8 = 0x25
  private static let lessThan: UInt8 = 0x3C
  private static let moreThan: UInt8 = 0x3E
  private static let minus: UInt8 = 0x2D
  private static let plus: UInt8 = 0x2B
  private static let space: UInt8 = 0x20

  private static func shape(_ number: NumberText.Reading) -> ScoreShape {
    switch number.decimals {
    case 0: .whole
    case 1: .oneDecimal
    case 2: .twoDecimals
    default: .manyDecimals
    }
  }
}
