/// Tells whether bytes that come in pieces are UTF-8 (Unicode 16.0, table 3-7).
struct UTF8Check {
  /// Whether all bytes so far are ASCII.
  private(set) var isASCII = true
  /// Characters of several bytes so far.
  private(set) var characters = 0
  /// How many bytes precede the first that is not UTF-8; nil while there is none.
  private(set) var firstError: Int?

  private var done = 0
  private var pending = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Takes the next bytes.
  ///
  /// - Complexity: O(*n*); of pieces in ASCII eight bytes are looked at together.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position < bytes.count {
      if pending == 0 {
        position = Self.endOfASCII(bytes, from: position)
        if position == bytes.count { break }
      }
      check(bytes[position], at: done + position)
      position += 1
    }
    done += bytes.count
  }

  private mutating func check(_ byte: UInt8, at offset: Int) {
    isASCII = false
    if pending > 0 {
      if byte >= lowest, byte <= highest {
        pending -= 1
        (lowest, highest) = (0x80, 0xBF)
        if pending == 0 { characters += 1 }
        return
      }
      note(offset)
      (pending, lowest, highest) = (0, 0x80, 0xBF)
      if byte < 0x80 { return }
    }
    switch byte {
    case 0xC2...0xDF: pending = 1
    case 0xE0: (pending, lowest) = (2, 0xA0)
    case 0xED: (pending, highest) = (2, 0x9F)
    case 0xE1...0xEF: pending = 2
    case 0xF0: (pending, lowest) = (3, 0x90)
    case 0xF4: (pending, highest) = (3, 0x8F)
    case 0xF1...0xF3: pending = 3
    default: note(offset)
    }
  }

  private mutating func note(_ offset: Int) {
    if firstError == nil { firstError = offset }
  }

  /// The position of the first byte over 0x7F, or the end.
  private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var position = start
    while position + 32 <= bytes.count {
      let word =
        bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        | bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
        | bytes.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
        | bytes.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      position += 32
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
  }
}
