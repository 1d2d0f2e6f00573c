/// Ages in years and months: `7:06`, `7-06`, `7y6m`, `7 years 6 months`, `06:00`, and what a
/// spreadsheet makes of an age, `07:06:00`.
enum AgeText {
  /// The months of an age in a part of a cell; nil when it is no age, or when its months part is
  /// not 0–11.
  static func months(_ cell: Cell, _ range: Range<Int>) -> Int? {
    var scanner = CellScanner(cell, range)
    guard let years = scanner.number(digits: 1...2) else { return nil }
    scanner.skipSpaces()
    if scanner.take(colon) { return clock(years, &scanner) }
    if scanner.takeDash() {
      scanner.skipSpaces()
      // `5-4` is a grade of a double award.
      return total(years, scanner.number(digits: 2...2), &scanner)
    }
    guard scanner.takeWord(yearWords) else { return nil }
    _ = scanner.take(comma)
    scanner.skipSpaces()
    if scanner.isAtEnd { return years * 12 }
    let months = scanner.number(digits: 1...2)
    scanner.skipSpaces()
    guard scanner.takeWord(monthWords) else { return nil }
    return total(years, months, &scanner)
  }

  private static let colon: UInt8 = 0x3A
  private static let comma: UInt8 = 0x2C
  private static let yearWords: [StaticString] = ["years", "year", "yrs", "yr", "y"]
  private static let monthWords: [StaticString] = ["months", "month", "mths", "mth", "m"]

  /// What follows the colon: the months, and perhaps the seconds of a spreadsheet's time of day,
  /// which took the years for hours and the months for minutes.
  private static func clock(_ years: Int, _ scanner: inout CellScanner) -> Int? {
    scanner.skipSpaces()
    let months = scanner.number(digits: 1...2)
    scanner.skipSpaces()
    if scanner.take(colon) {
      scanner.skipSpaces()
      guard scanner.number(digits: 2...2) == 0 else { return nil }
    }
    return total(years, months, &scanner)
  }

  private static func total(_ years: Int, _ months: Int?, _ scanner: inout CellScanner) -> Int? {
    scanner.skipSpaces()
    guard let months, (0...11).contains(months), scanner.isAtEnd else { return nil }
    return years * 12 + months
  }
}
