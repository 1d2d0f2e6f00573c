import ProvisionModel

/// Reads dates such as `2025-09-12`, by far the most frequent form, of which most rows share the
/// months.
struct ISODays: Sendable {
  private struct Month {
    /// Its eight bytes, such as `2025-09-`; 0: none.
    var bytes: UInt64 = 0
    var firstDay: Int32 = 0
    /// Its length [days].
    var length: Int32 = 0
  }

  /// The months that were read before, each in the slot of its bytes: ten years have slots of their
  /// own, and of years that share one the last counts.
  private var months = [Month](repeating: Month(), count: 512)

  /// The day number of a cell; nil when it is not such a date, or there is no such day.
  @inline(__always)
  mutating func day(_ cell: Cell) -> Int32? {
    guard cell.count == 10 else { return nil }
    let bytes = cell.withBytes { $0.loadUnaligned(as: UInt64.self) }
    // The last digit of the year and those of the month.
    let year = Int(bytes >> 24 & 0xF)
    let slot = year << 5 | Int(bytes >> 40 & 1) << 4 | Int(bytes >> 48 & 0xF)
    if months[slot].bytes != bytes {
      guard let month = Self.month(cell, bytes) else { return nil }
      months[slot] = month
    }
    let (tens, ones) = (Int32(cell[8]) - 0x30, Int32(cell[9]) - 0x30)
    let day = tens * 10 + ones
    guard (0...9).contains(tens), (0...9).contains(ones), day >= 1, day <= months[slot].length
    else { return nil }
    return months[slot].firstDay + day - 1
  }

  /// The month of a cell of ten bytes; nil when it has none.
  private static func month(_ cell: Cell, _ bytes: UInt64) -> Month? {
    var number = 0
    for index in [0, 1, 2, 3, 5, 6] {
      guard (0x30...0x39).contains(cell[index]) else { return nil }
      number = number * 10 + Int(cell[index] - 0x30)
    }
    let (year, month) = number.quotientAndRemainder(dividingBy: 100)
    guard cell[4] == 0x2D, cell[7] == 0x2D, DateText.years.contains(year),
      let first = Day(year: year, month: month, day: 1),
      let next = month == 12
        ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    else { return nil }
    return Month(bytes: bytes, firstDay: first.number, length: next.number - first.number)
  }
}
