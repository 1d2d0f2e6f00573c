/// Names as people compare them.
enum PlainName {
  /// The letters and digits of a name, in small letters: names without regard to case, spaces and
  /// punctuation.
  static func key(_ name: String) -> String {
    if let plain = asciiKey(name) { return plain }
    return String(
      name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) })
  }

  /// The same of a name in ASCII; nil when it has other letters.
  private static func asciiKey(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { key in
        var count = 0
        for byte in bytes {
          switch byte {
          case 0x41...0x5A: key[count] = byte | 0x20
          case 0x61...0x7A, 0x30...0x39: key[count] = byte
          default: continue
          }
          count += 1
        }
        return count
      }
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
