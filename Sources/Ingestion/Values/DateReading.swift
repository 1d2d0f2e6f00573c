package import ProvisionModel

/// What one cell says of a day, before it is known in which order its column gives day and month.
package enum DateReading: Hashable, Sendable {
  /// Not a date.
  case none
  /// A day of which there is no doubt: ISO, eight digits, or the month in letters.
  case day(Day)
  /// Day, month and year or month, day and year, such as `12/09/2025`; in at least one of the two
  /// orders there is such a day.
  case ordered(first: Int, second: Int, year: Int)
  /// A whole number that is a day where the whole column holds such numbers.
  case serial(Int)
}

extension DateReading {
  /// The day, where the column's order is known; nil when there is no such day in that order, and
  /// for a spreadsheet's day number.
  package func day(monthFirst: Bool) -> Day? {
    switch self {
    case .none, .serial: nil
    case .day(let day): day
    case .ordered(let first, let second, let year):
      Day(year: year, month: monthFirst ? first : second, day: monthFirst ? second : first)
    }
  }

  /// The day of a spreadsheet's day number: 1 is 1900-01-01, and 60 is a 29 February 1900 that
  /// never was (ECMA-376 part 1, 18.17.4, the 1900 date base); it is taken for the 28th.
  package static func day(ofSerial serial: Int) -> Day {
    beforeFirstSerial.advanced(by: serial < 60 ? serial + 1 : serial)
  }

  /// 1899-12-30.
  private static let beforeFirstSerial = Day(number: -25_569)
}
