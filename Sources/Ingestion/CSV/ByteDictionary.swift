#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives each distinct text of a column a number, from 0 in order of first appearance, without
/// making a `String` of every cell.
///
/// A text may come with a tag, as an id comes with its school: equal texts of different tags are
/// different.
struct ByteDictionary {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var tags: [UInt32] = []
  private var slots = [UInt32](repeating: 0, count: 64)
  private var last: UInt32 = 0

  /// The number of distinct texts.
  var count: Int { ends.count }

  /// The number of a cell's text.
  ///
  /// - Complexity: O(length of the cell) on average, and one comparison when the cell repeats the
  ///   one before.
  mutating func code(of cell: Cell, tag: UInt32 = 0) -> UInt32 {
    cell.withBytes { code(of: $0, tag: tag) }
  }

  /// The number of a text.
  mutating func code(of text: String, tag: UInt32 = 0) -> UInt32 {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0), tag: tag) }
  }

  /// The number of a text that is known; nil for others.
  func find(_ text: String, tag: UInt32 = 0) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      let text = UnsafeRawBufferPointer(bytes)
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: Self.hash(text, tag)) & mask
      while slots[slot] != 0 {
        if holds(slots[slot] - 1, text, tag) { return slots[slot] - 1 }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  /// The text of a number.
  func text(of code: UInt32) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }

  /// The tag of a number.
  func tag(of code: UInt32) -> UInt32 {
    tags[Int(code)]
  }

  /// All texts, in order of their numbers.
  var texts: [String] {
    (0..<UInt32(count)).map(text(of:))
  }

  private mutating func code(of text: UnsafeRawBufferPointer, tag: UInt32) -> UInt32 {
    if Int(last) < count, holds(last, text, tag) { return last }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(text, tag)) & mask
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if holds(code, text, tag) {
        last = code
        return code
      }
      slot = (slot + 1) & mask
    }
    last = UInt32(count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    tags.append(tag)
    slots[slot] = last + 1
    if count * 2 > slots.count { grow() }
    return last
  }

  private func range(of code: UInt32) -> Range<Int> {
    (code == 0 ? 0 : Int(ends[Int(code) - 1]))..<Int(ends[Int(code)])
  }

  private func holds(_ code: UInt32, _ text: UnsafeRawBufferPointer, _ tag: UInt32) -> Bool {
    let range = range(of: code)
    guard range.count == text.count, tags[Int(code)] == tag else { return false }
    return bytes.withUnsafeBytes { all in
      // SAFETY: `range` lies within the bytes that were appended for `code`.
      isSame(all, range.lowerBound, text)
    }
  }

  private func isSame(
    _ all: UnsafeRawBufferPointer, _ start: Int, _ text: UnsafeRawBufferPointer
  ) -> Bool {
    guard let known = all.baseAddress, let other = text.baseAddress else { return text.isEmpty }
    // SAFETY: `text.count` bytes from `start` lie within `all`.
    return memcmp(known + start, other, text.count) == 0
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    bytes.withUnsafeBytes { all in
      for code in 0..<UInt32(count) {
        // SAFETY: as in `holds`.
        let text = UnsafeRawBufferPointer(rebasing: all[range(of: code)])
        var slot = Int(truncatingIfNeeded: Self.hash(text, tags[Int(code)])) & mask
        while larger[slot] != 0 { slot = (slot + 1) & mask }
        larger[slot] = code + 1
      }
    }
    slots = larger
  }

  /// Multiplies and folds eight bytes at a time; the constants are those of SplitMix64.
  private static func hash(_ text: UnsafeRawBufferPointer, _ tag: UInt32) -> UInt64 {
    var state = UInt64(tag) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    var position = 0
    while position + 8 <= text.count {
      state = fold(state ^ text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < text.count {
      rest = rest << 8 | UInt64(text[position])
      position += 1
    }
    return fold(state ^ rest)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    var mixed = value &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }
}
