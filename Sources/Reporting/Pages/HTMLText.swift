import ProvisionModel

/// HTML as it is put together, of markup of the program's own and of texts from elsewhere. It is
/// kept in bytes, to which short pieces are added in less time than to a `String`.
struct HTMLText: Sendable {
  private var bytes: [UInt8] = []

  /// What has been put together.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds markup as it is.
  mutating func append(markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Adds a text with the characters escaped that HTML would take for markup.
  mutating func append(text: String) {
    guard text.utf8.contains(where: Self.isMarkup) else { return append(markup: text) }
    // Byte by byte: a < with a combining accent is another character, but a < to browsers.
    for byte in text.utf8 {
      switch byte {
      case 0x26: append(markup: "&amp;")
      case 0x3C: append(markup: "&lt;")
      case 0x3E: append(markup: "&gt;")
      case 0x22: append(markup: "&quot;")
      case 0x27: append(markup: "&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Adds a number with at most 2 decimals, without zeros at its end.
  mutating func append(number: Double) {
    guard let hundredths = PlainNumber.scaled(number, decimals: 2) else {
      return append(markup: "\(number)")
    }
    if hundredths < 0 { bytes.append(0x2D) }
    append(markup: String(hundredths.magnitude / 100))
    let decimals = UInt8(hundredths.magnitude % 100)
    guard decimals > 0 else { return }
    bytes.append(0x2E)
    bytes.append(0x30 + decimals / 10)
    if decimals % 10 > 0 { bytes.append(0x30 + decimals % 10) }
  }

  /// A text with the characters escaped that HTML would take for markup.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) else { return text }
    var html = HTMLText()
    html.append(text: text)
    return html.string
  }

  /// Whether a byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  /// Whether a byte is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }
}
