/// Texts within HTML.
enum HTMLText {
  /// Adds a text with the characters escaped that HTML would take for markup.
  static func append(_ text: String, to html: inout String) {
    guard text.utf8.contains(where: isMarkup) else {
      html += text
      return
    }
    // Scalar by scalar: a < with a combining accent is another character, but a < to browsers.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// A text with the characters escaped that HTML would take for markup.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    append(text, to: &escaped)
    return escaped
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }
}
