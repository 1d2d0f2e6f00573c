/// Reads a part of a cell from its start, byte by byte.
struct CellScanner {
  private let cell: Cell
  private var range: Range<Int>

  /// A scanner of that part of a cell.
  init(_ cell: Cell, _ range: Range<Int>) {
    self.cell = cell
    self.range = range
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { range.isEmpty }

  /// The byte that stands here; nil at the end.
  var next: UInt8? { range.isEmpty ? nil : cell[range.lowerBound] }

  /// How many digits stand here.
  var digitCount: Int { run { (0x30...0x39).contains($0) } }

  /// How many ASCII letters stand here.
  var letterCount: Int { run { (0x61...0x7A).contains($0 | 0x20) } }

  /// Takes a number of exactly so many digits.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let count = digitCount
    guard digits.contains(count) else { return nil }
    return number(nextDigits: count)
  }

  /// Takes the next digits, which the caller has counted.
  mutating func number(nextDigits count: Int) -> Int {
    var value = 0
    for _ in 0..<count {
      value = value * 10 + Int(cell[range.lowerBound] - 0x30)
      range.removeFirst()
    }
    return value
  }

  /// Takes that byte if it stands here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    range.removeFirst()
    return true
  }

  /// Takes a hyphen or an en dash.
  mutating func takeDash() -> Bool {
    if take(0x2D) { return true }
    let first = range.lowerBound
    guard range.count >= 3, cell[first] == 0xE2, cell[first + 1] == 0x80, cell[first + 2] == 0x93
    else { return false }
    range.removeFirst(3)
    return true
  }

  /// Takes all spaces that stand here; whether there were any.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let count = run { $0 == 0x20 }
    range.removeFirst(count)
    return count > 0
  }

  /// Takes the first of these words, in small letters, with which the rest begins in any case.
  mutating func takeWord(_ words: [StaticString]) -> Bool {
    for word in words where begins(with: word, letters: word.utf8CodeUnitCount) {
      range.removeFirst(word.utf8CodeUnitCount)
      return true
    }
    return false
  }

  /// Takes all letters that stand here, if they are one of these words or at least so many of its
  /// first letters; gives the word's position.
  mutating func takeName(of words: [StaticString], atLeast fewest: Int) -> Int? {
    let count = letterCount
    guard count >= fewest else { return nil }
    for (index, word) in words.enumerated()
    where count <= word.utf8CodeUnitCount && begins(with: word, letters: count) {
      range.removeFirst(count)
      return index
    }
    return nil
  }

  private func begins(with word: StaticString, letters count: Int) -> Bool {
    guard range.count >= count else { return false }
    return word.withUTF8Buffer { letters in
      (0..<count).allSatisfy { cell[range.lowerBound + $0] | 0x20 == letters[$0] }
    }
  }

  private func run(_ belongs: (UInt8) -> Bool) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, belongs(cell[end]) { end += 1 }
    return end - range.lowerBound
  }
}
