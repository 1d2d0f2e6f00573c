/// Comparison of short texts, eight bytes at a time: most that are compared are equal, and shorter
/// than what it costs to call the library's function.
enum SameBytes {
  /// Whether both hold the same bytes.
  @inline(__always)
  static func hold(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    let count = left.count
    if right.count != count { return false }
    var offset = 0
    while offset + 8 <= count {
      if differ(left, right, offset, UInt64.self) { return false }
      offset += 8
    }
    if offset == count { return true }
    // The last eight, or four, in part once more.
    if count >= 8 { return !differ(left, right, count - 8, UInt64.self) }
    if count >= 4 {
      return !differ(left, right, 0, UInt32.self) && !differ(left, right, count - 4, UInt32.self)
    }
    while offset < count {
      if left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }

  @inline(__always)
  private static func differ<Word: FixedWidthInteger & BitwiseCopyable>(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, _ offset: Int, _: Word.Type
  ) -> Bool {
    // SAFETY: `hold` asks only for words that lie within both.
    left.loadUnaligned(fromByteOffset: offset, as: Word.self)
      != right.loadUnaligned(fromByteOffset: offset, as: Word.self)
  }
}
