/// Ages in years and months: `7:06`, `7-06`, `7y6m`, `7 years 6 months`, `06:00`.
enum AgeText {
  /// The months of an age in a part of a cell; nil when it is no age, or when its months part is
  /// not 0–11.
  static func months(_ cell: Cell, _ range: Range<Int>) -> Int? {
    var scanner = Scanner(cell: cell, range: range)
    guard let years = scanner.digits(upTo: 2) else { return nil }
    if scanner.take(colon) || scanner.take(hyphen) {
      guard let months = scanner.digits(upTo: 2), scanner.isAtEnd else { return nil }
      return total(years, months)
    }
    scanner.skipSpaces()
    guard scanner.takeWord(["years", "year", "yrs", "yr", "y"]) else { return nil }
    scanner.skipSpaces()
    if scanner.isAtEnd { return total(years, 0) }
    guard let months = scanner.digits(upTo: 2) else { return nil }
    scanner.skipSpaces()
    guard scanner.takeWord(["months", "month", "mths", "mth", "m"]), scanner.isAtEnd else {
      return nil
    }
    return total(years, months)
  }

  private static let colon: UInt8 = 0x3A
  private static let hyphen: UInt8 = 0x2D

  private static func total(_ years: Int, _ months: Int) -> Int? {
    (0...11).contains(months) ? years * 12 + months : nil
  }

  private struct Scanner {
    let cell: Cell
    var range: Range<Int>

    var isAtEnd: Bool { range.isEmpty }

    mutating func digits(upTo most: Int) -> Int? {
      var value = 0
      var count = 0
      while let index = range.first, (0x30...0x39).contains(cell[index]), count < most {
        value = value * 10 + Int(cell[index] - 0x30)
        count += 1
        range.removeFirst()
      }
      return count > 0 ? value : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard let index = range.first, cell[index] == byte else { return false }
      range.removeFirst()
      return true
    }

    mutating func skipSpaces() {
      while take(0x20) {}
    }

    /// Takes the first of these words that stands here, in small or capital letters.
    mutating func takeWord(_ words: [StaticString]) -> Bool {
      for word in words where stands(word) {
        range.removeFirst(word.utf8CodeUnitCount)
        return true
      }
      return false
    }

    private func stands(_ word: StaticString) -> Bool {
      let length = word.utf8CodeUnitCount
      guard range.count >= length else { return false }
      return word.withUTF8Buffer { letters in
        letters.indices.allSatisfy { cell[range.lowerBound + $0] | 0x20 == letters[$0] }
      }
    }
  }
}
