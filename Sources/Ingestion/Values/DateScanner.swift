/// Takes a date and then a time of day from a cell; whether there is such a day is not its matter.
struct DateScanner {
  /// The parts of a date.
  enum Parts {
    /// A date that can be read in one way only.
    case certain(year: Int, month: Int, day: Int)
    /// A date with the day or the month first.
    case ordered(first: Int, second: Int, year: Int)
  }

  private var scanner: CellScanner

  /// A scanner of a whole cell.
  init(_ cell: Cell) {
    scanner = CellScanner(cell, 0..<cell.count)
  }

  /// Takes a date, with or without the day of the week before it.
  mutating func parts() -> Parts? {
    if scanner.takeName(of: DateScanner.weekdays, atLeast: 3) != nil {
      guard takeJoint() else { return nil }
    }
    switch scanner.digitCount {
    case 0: return monthFirst()
    case 1, 2: return smallNumberFirst()
    case 4: return yearFirst()
    case 8:
      let digits = scanner.number(nextDigits: 8)
      return .certain(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    default: return nil
    }
  }

  /// Takes a time of day, if there is one, and then finds the end.
  mutating func takeTimeOfDay() -> Bool {
    if scanner.isAtEnd { return true }
    let isSpaced = scanner.skipSpaces()
    guard scanner.take(0x54) || scanner.take(0x74) || isSpaced,
      let hour = scanner.number(digits: 1...2), scanner.take(DateScanner.colon),
      let minute = scanner.number(digits: 2...2), (0...23).contains(hour), minute < 60
    else { return false }
    if scanner.take(DateScanner.colon) {
      guard let second = scanner.number(digits: 2...2), second < 60 else { return false }
      if scanner.take(0x2E) || scanner.take(0x2C) {
        guard scanner.number(digits: 1...9) != nil else { return false }
      }
    }
    scanner.skipSpaces()
    if scanner.takeWord(["am", "pm"]) { return hour <= 12 && scanner.isAtEnd }
    return takeZone() && scanner.isAtEnd
  }

  private static let colon: UInt8 = 0x3A
  private static let comma: UInt8 = 0x2C

  private static let weekdays: [StaticString] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `2025-09-12`, `2025/9/12`, `2025 Sep 12`.
  private mutating func yearFirst() -> Parts? {
    let year = scanner.number(nextDigits: 4)
    guard let separator = takeSeparator() else { return nil }
    let month = monthName() ?? scanner.number(digits: 1...2)
    guard let month, takeSeparator() == separator, let day = scanner.number(digits: 1...2) else {
      return nil
    }
    return .certain(year: year, month: month, day: day)
  }

  /// `12/09/2025`, `12th September 2025`, `12Sep25`.
  private mutating func smallNumberFirst() -> Parts? {
    guard let first = scanner.number(digits: 1...2) else { return nil }
    let isOrdinal = scanner.letterCount == 2 && scanner.takeWord(DateScanner.ordinals)
    let separator = takeSeparator()
    if isOrdinal, scanner.letterCount == 2, scanner.takeWord(["of"]) { scanner.skipSpaces() }
    if let month = monthName() {
      _ = takeJoint()
      guard let year = year() else { return nil }
      return .certain(year: year, month: month, day: first)
    }
    guard !isOrdinal, let separator, let second = scanner.number(digits: 1...2),
      takeSeparator() == separator, let year = year()
    else { return nil }
    return .ordered(first: first, second: second, year: year)
  }

  /// `Sep 12, 2025`, `September 12th 2025`.
  private mutating func monthFirst() -> Parts? {
    guard let month = monthName() else { return nil }
    _ = takeJoint()
    guard let day = scanner.number(digits: 1...2) else { return nil }
    if scanner.letterCount == 2 { _ = scanner.takeWord(DateScanner.ordinals) }
    guard takeJoint(), let year = year() else { return nil }
    return .certain(year: year, month: month, day: day)
  }

  private static let ordinals: [StaticString] = ["st", "nd", "rd", "th"]

  /// The month, 1–12, of a whole name or at least three letters of it.
  private mutating func monthName() -> Int? {
    scanner.takeName(of: DateScanner.months, atLeast: 3).map { $0 + 1 }
  }

  /// A year of four or two digits; 80–99 are of the last century.
  private mutating func year() -> Int? {
    switch scanner.digitCount {
    case 4: return scanner.number(nextDigits: 4)
    case 2:
      let year = scanner.number(nextDigits: 2)
      return year < 80 ? 2000 + year : 1900 + year
    default: return nil
    }
  }

  /// Takes a slash, hyphen or full stop, with or without spaces, or spaces alone; gives which.
  private mutating func takeSeparator() -> UInt8? {
    let isSpaced = scanner.skipSpaces()
    for byte: UInt8 in [0x2F, 0x2D, 0x2E] where scanner.take(byte) {
      scanner.skipSpaces()
      return byte
    }
    return isSpaced ? 0x20 : nil
  }

  /// Takes what may stand beside a word: spaces, and perhaps one mark among them.
  private mutating func takeJoint() -> Bool {
    let isSpaced = scanner.skipSpaces()
    let isMarked =
      scanner.take(DateScanner.comma) || scanner.take(0x2E) || scanner.take(0x2D)
      || scanner.take(0x2F)
    scanner.skipSpaces()
    return isSpaced || isMarked
  }

  /// Takes `Z` or a distance from UTC such as `+01:00`, if there is one.
  private mutating func takeZone() -> Bool {
    if scanner.isAtEnd || scanner.take(0x5A) || scanner.take(0x7A) { return true }
    guard scanner.take(0x2B) || scanner.take(0x2D) else { return false }
    if scanner.digitCount == 4 { return scanner.number(nextDigits: 4) <= 1400 }
    return scanner.number(digits: 2...2) != nil && scanner.take(DateScanner.colon)
      && scanner.number(digits: 2...2) != nil
  }
}
