import ProvisionModel

/// Dates as exports and spreadsheets write them.
///
/// - `2025-09-12`, `2025/09/12`, `2025.9.12`, `20250912`
/// - `12/09/2025`, `12-9-25`, `12.09.2025`, `12 09 2025`: day or month first
/// - `12 Sep 2025`, `12-Sep-25`, `12th September 2025`, `Sep 12, 2025`, `Mon 12 Sep 2025`
/// - any of these and a time of day: ` 00:00`, `T09:30:00Z`, ` 12:00:00 AM`
/// - a spreadsheet's day number: `45912`, `45912.0`, `45912.5`
///
/// Years of two digits are 2000–2079 and 1980–1999. The day of the week is not checked against the
/// date, and the time of day is dropped.
package enum DateText {
  /// What a cell says of a day.
  static func reading(_ cell: Cell) -> DateReading {
    if cell.count == 10 {
      if cell[4] == hyphen, cell[7] == hyphen, let year = digits(cell, 0..<4),
        let month = digits(cell, 5..<7), let day = digits(cell, 8..<10)
      {
        return certain(year: year, month: month, day: day)
      }
      if cell[2] == slash, cell[5] == slash, let first = digits(cell, 0..<2),
        let second = digits(cell, 3..<5), let year = digits(cell, 6..<10)
      {
        return ordered(first, second, year: year)
      }
    }
    guard !cell.isEmpty else { return .none }
    if let serial = serial(cell) { return .serial(serial) }
    var scanner = DateScanner(cell)
    guard let parts = scanner.parts(), scanner.takeTimeOfDay() else { return .none }
    switch parts {
    case .certain(let year, let month, let day):
      return certain(year: year, month: month, day: day)
    case .ordered(let first, let second, let year):
      return ordered(first, second, year: year)
    }
  }

  /// The same of a text.
  package static func reading(_ text: String) -> DateReading {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return .none }
      return reading(Cell(trimming: start, count: bytes.count))
    }
  }

  private static let hyphen: UInt8 = 0x2D
  private static let slash: UInt8 = 0x2F

  /// School records lie within living memory: another year is a slip of the keyboard.
  static let years = 1900...2199

  /// The spreadsheet's day numbers from 1954 to 2119: fewer digits are scores, more are `yyyymmdd`.
  private static let serials = 20_000.0...80_000.0

  private static func certain(year: Int, month: Int, day: Int) -> DateReading {
    guard years.contains(year), let day = Day(year: year, month: month, day: day) else {
      return .none
    }
    return .day(day)
  }

  private static func ordered(_ first: Int, _ second: Int, year: Int) -> DateReading {
    let isDay =
      Day(year: year, month: second, day: first) != nil
      || Day(year: year, month: first, day: second) != nil
    guard years.contains(year), isDay else { return .none }
    return .ordered(first: first, second: second, year: year)
  }

  /// The whole days of a number such as `45912.5`.
  private static func serial(_ cell: Cell) -> Int? {
    guard cell.count >= 5, (0x30...0x39).contains(cell[0]), cell.count == 5 || cell[5] == 0x2E,
      let number = NumberText.number(cell), serials.contains(number.value)
    else { return nil }
    return Int(number.value)
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
