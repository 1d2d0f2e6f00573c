/// The bytes of one cell, without spaces, tabs and no-break spaces at its ends.
///
/// A cell is valid only while its row is being received; nothing may keep it.
struct Cell {
  private let start: UnsafePointer<UInt8>
  /// The number of bytes.
  let count: Int

  /// The cell of `count` bytes at `start`, less the spaces at its ends.
  @inline(__always)
  init(trimming start: UnsafePointer<UInt8>, count: Int) {
    // SAFETY: the caller vouches for `count` bytes at `start`.
    if count > 0, start[0] > 0x20, start[0] != 0xC2, start[count - 1] > 0x20,
      start[count - 1] != 0xA0
    {
      self.init(start: start, count: count)
    } else {
      self.init(trimmingEnds: start, count: count)
    }
  }

  private init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  private init(trimmingEnds start: UnsafePointer<UInt8>, count: Int) {
    var lower = 0
    var upper = count
    // SAFETY: 0 <= lower < upper <= count, and the caller vouches for `count` bytes at `start`.
    while lower < upper, start[lower] == 0x20 || start[lower] == 0x09 { lower += 1 }
    while lower < upper, start[upper - 1] == 0x20 || start[upper - 1] == 0x09 { upper -= 1 }
    // No-break spaces, U+00A0, are C2 A0 in UTF-8.
    while upper - lower >= 2, start[lower] == 0xC2, start[lower + 1] == 0xA0 { lower += 2 }
    while upper - lower >= 2, start[upper - 1] == 0xA0, start[upper - 2] == 0xC2 { upper -= 2 }
    self.start = start + lower
    self.count = upper - lower
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { count == 0 }

  /// A byte of the cell.
  ///
  /// - Precondition: `0 <= index < count`.
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    // SAFETY: checked above.
    return start[index]
  }

  /// The cell as text; bytes that are not UTF-8 become U+FFFD.
  var text: String {
    // SAFETY: `count` bytes at `start` belong to the row that is being received.
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether the cell begins with a word, in small or capital letters.
  func begins(with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { (self[$0] | 0x20) == (letters[$0] | 0x20) }
    }
  }

  /// The parts between bytes of that value, each without spaces at its ends.
  func split(at separator: UInt8) -> [Cell] {
    var parts: [Cell] = []
    var first = 0
    for index in 0...count where index == count || self[index] == separator {
      // SAFETY: first <= index <= count.
      parts.append(Cell(trimming: start + first, count: index - first))
      first = index + 1
    }
    return parts
  }

  /// Calls `body` with the bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    // SAFETY: `count` bytes at `start` belong to the row that is being received.
    body(UnsafeRawBufferPointer(start: start, count: count))
  }
}
