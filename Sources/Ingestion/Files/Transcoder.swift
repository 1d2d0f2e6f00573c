import ProvisionModel

/// Turns the bytes of a file, which come in pieces, into UTF-8.
struct Transcoder {
  private let encoding: TextEncoding
  private var output: [UInt8] = []
  private var half: UInt8?
  private var highSurrogate: UInt16?

  /// A transcoder at the start of a file.
  init(from encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Calls `body` with the next bytes as UTF-8; bytes that are UTF-8 already are not touched.
  mutating func transcode(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    if encoding == .utf8 { return try body(bytes) }
    output.removeAll(keepingCapacity: true)
    switch encoding {
    case .utf8: break
    case .windows1252: for byte in bytes { append(Self.windows1252(byte)) }
    case .utf16LittleEndian, .utf16BigEndian: for byte in bytes { addHalf(byte) }
    }
    try output.withUnsafeBytes(body)
  }

  private mutating func addHalf(_ byte: UInt8) {
    guard let first = half else {
      half = byte
      return
    }
    half = nil
    let isLittle = encoding == .utf16LittleEndian
    add(UInt16(isLittle ? byte : first) << 8 | UInt16(isLittle ? first : byte))
  }

  private mutating func add(_ unit: UInt16) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        return append(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
      }
      append(Self.replacement)
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: append(Self.replacement)
    default: append(UInt32(unit))
    }
  }

  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(0xC0 | UInt8(scalar >> 6))
      output.append(0x80 | UInt8(scalar & 0x3F))
    case 0x800..<0x10000:
      output.append(0xE0 | UInt8(scalar >> 12))
      output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      output.append(0x80 | UInt8(scalar & 0x3F))
    default:
      output.append(0xF0 | UInt8(scalar >> 18))
      output.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      output.append(0x80 | UInt8(scalar & 0x3F))
    }
  }

  private static let replacement: UInt32 = 0xFFFD

  /// The character of a byte; U+FFFD for the five that Windows-1252 does not use.
  private static func windows1252(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : UInt32(byte)
  }

  /// 0x80 to 0x9F, from Microsoft's table (unicode.org, CP1252.TXT).
  private static let upperHalf: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
