import ProvisionModel

/// Dates as exports write them: `yyyy-mm-dd` and `dd/mm/yyyy`.
enum DateText {
  /// The day that a cell names; nil when it names none, such as 31 February.
  static func day(_ cell: Cell) -> Day? {
    if cell.count == 10, cell[4] == hyphen, cell[7] == hyphen {
      return day(year: digits(cell, 0..<4), month: digits(cell, 5..<7), day: digits(cell, 8..<10))
    }
    guard let first = position(of: slash, in: cell, from: 0),
      let second = position(of: slash, in: cell, from: first + 1),
      (1...2).contains(first), (1...2).contains(second - first - 1), cell.count - second == 5
    else { return nil }
    return day(
      year: digits(cell, second + 1..<cell.count),
      month: digits(cell, first + 1..<second),
      day: digits(cell, 0..<first)
    )
  }

  private static let hyphen: UInt8 = 0x2D
  private static let slash: UInt8 = 0x2F

  /// School records lie within living memory: another year is a slip of the keyboard.
  private static let years = 1900...2199

  private static func day(year: Int?, month: Int?, day: Int?) -> Day? {
    guard let year, let month, let day, years.contains(year) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func position(of byte: UInt8, in cell: Cell, from start: Int) -> Int? {
    var index = start
    while index < cell.count {
      if cell[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private static func digits(_ cell: Cell, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(cell[index]) else { return nil }
      value = value * 10 + Int(cell[index] - 0x30)
    }
    return value
  }
}
