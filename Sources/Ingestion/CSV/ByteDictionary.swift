/// Gives each distinct text of a column a number, from 0 in order of first appearance, without
/// making a `String` of every cell.
///
/// A text may come with a tag, as an id comes with its school: equal texts of different tags are
/// different.
struct ByteDictionary {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [UInt32](repeating: 0, count: 64)
  private var last: UInt32 = 0

  private struct Entry {
    /// Where among `bytes` the text begins, and how many they are.
    var start: UInt32
    var count: UInt32
    var tag: UInt32
    /// The text that came after it the last time: measures and dates mostly take turns.
    var follower: UInt32
  }

  /// The number of distinct texts.
  var count: Int { entries.count }

  /// The number of a cell's text.
  ///
  /// - Complexity: O(length of the cell) on average, and one comparison when the cell repeats the
  ///   one before.
  @inline(__always)
  mutating func code(of cell: Cell, tag: UInt32 = 0) -> UInt32 {
    cell.withBytes { code(of: $0, tag: tag) }
  }

  /// The number of a text.
  mutating func code(of text: String, tag: UInt32 = 0) -> UInt32 {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0), tag: tag) }
  }

  /// The text of a number.
  func text(of code: UInt32) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }

  /// The tag of a number.
  func tag(of code: UInt32) -> UInt32 {
    entries[Int(code)].tag
  }

  /// All texts, in order of their numbers.
  var texts: [String] {
    (0..<UInt32(count)).map(text(of:))
  }

  /// The number of a text's bytes.
  @inline(__always)
  mutating func code(of text: UnsafeRawBufferPointer, tag: UInt32) -> UInt32 {
    guard Int(last) < count else { return add(text, tag) }
    if holds(last, text, tag) { return last }
    let follower = entries[Int(last)].follower
    if holds(follower, text, tag) {
      last = follower
      return follower
    }
    let previous = Int(last)
    last = search(text, tag)
    entries[previous].follower = last
    return last
  }

  /// Adds the texts of another; the numbers that they have here.
  ///
  /// - Parameter tag: What the other's tags are here.
  mutating func add(_ other: ByteDictionary, tag: (UInt32) -> UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(other.count)
    // The slots of some texts are looked up together, as each may lie far away in memory.
    var places: [(slot: Int, found: UInt32, tag: UInt32)] = []
    var first = 0
    while first < other.count {
      let batch = UInt32(first)..<UInt32(min(first + 64, other.count))
      // Room for all of them, so that no slot is another's before the last is added.
      makeRoom(for: batch.count)
      places.removeAll(keepingCapacity: true)
      let mask = slots.count - 1
      for code in batch {
        let tag = tag(other.tag(of: code))
        let slot = other.withBytes(of: code) { Int(truncatingIfNeeded: Self.hash($0, tag)) } & mask
        places.append((slot, slots[slot], tag))
      }
      for (code, place) in zip(batch, places) {
        let number = other.withBytes(of: code) { text in
          place.found != 0 && holds(place.found - 1, text, place.tag)
            ? place.found - 1 : search(text, place.tag, from: place.slot)
        }
        numbers.append(number)
      }
      first = Int(batch.upperBound)
    }
    return numbers
  }

  /// The number of a text that is known; nil for others.
  func find(_ text: UnsafeRawBufferPointer, tag: UInt32) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(text, tag)) & mask
    while slots[slot] != 0 {
      if holds(slots[slot] - 1, text, tag) { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Calls `body` with the bytes of the text of a number.
  func withBytes<Result>(
    of code: UInt32, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    // SAFETY: the range lies within the bytes that were appended for `code`; slicing checks it.
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range(of: code)])) }
  }

  private mutating func search(_ text: UnsafeRawBufferPointer, _ tag: UInt32) -> UInt32 {
    search(text, tag, from: Int(truncatingIfNeeded: Self.hash(text, tag)) & (slots.count - 1))
  }

  /// Looks from the slot of a text's hash on.
  private mutating func search(
    _ text: UnsafeRawBufferPointer, _ tag: UInt32, from first: Int
  ) -> UInt32 {
    let mask = slots.count - 1
    var slot = first
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if holds(code, text, tag) { return code }
      slot = (slot + 1) & mask
    }
    return add(text, tag, slot)
  }

  /// Adds the first text.
  private mutating func add(_ text: UnsafeRawBufferPointer, _ tag: UInt32) -> UInt32 {
    add(text, tag, Int(truncatingIfNeeded: Self.hash(text, tag)) & (slots.count - 1))
  }

  private mutating func add(
    _ text: UnsafeRawBufferPointer, _ tag: UInt32, _ slot: Int
  ) -> UInt32 {
    let code = UInt32(count)
    entries.append(
      Entry(
        start: UInt32(bytes.count), count: UInt32(text.count), tag: tag, follower: code))
    bytes.append(contentsOf: text)
    slots[slot] = code + 1
    makeRoom(for: 1)
    return code
  }

  /// Keeps half of the slots free when so many texts come.
  private mutating func makeRoom(for more: Int) {
    var size = slots.count
    while (count + more) * 2 > size { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private func range(of code: UInt32) -> Range<Int> {
    let entry = entries[Int(code)]
    return Int(entry.start)..<Int(entry.start) + Int(entry.count)
  }

  @inline(__always)
  private func holds(_ code: UInt32, _ text: UnsafeRawBufferPointer, _ tag: UInt32) -> Bool {
    let entry = entries[Int(code)]
    guard Int(entry.count) == text.count, entry.tag == tag else { return false }
    return bytes.withUnsafeBytes { all in
      // SAFETY: as in `withBytes`.
      let start = Int(entry.start)
      return SameBytes.hold(
        UnsafeRawBufferPointer(rebasing: all[start..<start + text.count]), text)
    }
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt32](repeating: 0, count: size)
    let mask = larger.count - 1
    bytes.withUnsafeBytes { all in
      for code in 0..<UInt32(count) {
        // SAFETY: as in `withBytes`.
        let text = UnsafeRawBufferPointer(rebasing: all[range(of: code)])
        var slot = Int(truncatingIfNeeded: Self.hash(text, entries[Int(code)].tag)) & mask
        while larger[slot] != 0 { slot = (slot + 1) & mask }
        larger[slot] = code + 1
      }
    }
    slots = larger
  }

  /// Multiplies and folds eight bytes at a time, the last of them in part once more; the constants
  /// are those of SplitMix64.
  @inline(__always)
  private static func hash(_ text: UnsafeRawBufferPointer, _ tag: UInt32) -> UInt64 {
    let count = text.count
    var state = UInt64(tag) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    // SAFETY: every load lies within the `count` bytes.
    if count >= 8 {
      var position = 0
      while position + 8 < count {
        state = fold(state ^ text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += 8
      }
      return fold(state ^ text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = UInt64(text.loadUnaligned(as: UInt32.self))
      let last = UInt64(text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return fold(state ^ (first | last << 32))
    }
    var rest: UInt64 = 0
    for byte in text { rest = rest << 8 | UInt64(byte) }
    return fold(state ^ rest)
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    var mixed = value &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    mixed = mixed &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 32
  }
}
