import ProvisionModel

/// Reads dates such as `2025-09-12`, by far the most frequent form, of which the rows of one round of
/// tests share the month.
struct ISODays: Sendable {
  /// The month that was read last: its eight bytes, its first day and its length [days].
  private var month: UInt64 = 0
  private var firstDay: Int32 = 0
  private var length: Int32 = 0

  /// The day number of a cell; nil when it is not such a date, or there is no such day.
  @inline(__always)
  mutating func day(_ cell: Cell) -> Int32? {
    guard cell.count == 10 else { return nil }
    let month = cell.withBytes { $0.loadUnaligned(as: UInt64.self) }
    if month != self.month {
      guard read(cell) else { return nil }
      self.month = month
    }
    let (tens, ones) = (Int32(cell[8]) - 0x30, Int32(cell[9]) - 0x30)
    let day = tens * 10 + ones
    guard (0...9).contains(tens), (0...9).contains(ones), day >= 1, day <= length else {
      return nil
    }
    return firstDay + day - 1
  }

  /// Takes note of the month of a cell of ten bytes; false when it has none.
  private mutating func read(_ cell: Cell) -> Bool {
    var number = 0
    for index in [0, 1, 2, 3, 5, 6] {
      guard (0x30...0x39).contains(cell[index]) else { return false }
      number = number * 10 + Int(cell[index] - 0x30)
    }
    let (year, month) = number.quotientAndRemainder(dividingBy: 100)
    guard cell[4] == 0x2D, cell[7] == 0x2D, DateText.years.contains(year),
      let first = Day(year: year, month: month, day: 1),
      let next = month == 12
        ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    else { return false }
    firstDay = first.number
    length = next.number - first.number
    return true
  }
}
