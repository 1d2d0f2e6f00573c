/// Makes texts fit a picture, as SVG breaks no lines.
enum TextFit {
  /// The text, or its beginning and `…` where it is wider than so many small letters.
  static func shortened(_ text: String, to letters: Int) -> String {
    let room = 10 * letters
    // No character takes more.
    guard text.utf8.count * widest > room else { return isolated(text) }
    var width = 0
    var kept: [Character] = []
    for character in text {
      width += Self.width(character)
      kept.append(character)
      guard width > room else { continue }
      // Takes back until there is room for the dots.
      while let last = kept.last, width > room - 10 {
        kept.removeLast()
        width -= Self.width(last)
      }
      while kept.last == " " { kept.removeLast() }
      return isolated(String(kept) + "…")
    }
    return isolated(text)
  }

  /// The room that a text takes, in small letters.
  static func letters(_ text: String) -> Double {
    Double(text.reduce(0) { $0 + width($1) }) / 10
  }

  /// A text that runs from right to left, set apart so that it does not turn its neighbours round;
  /// any other as it is.
  static func isolated(_ text: String) -> String {
    let turns = text.unicodeScalars.contains { scalar in
      (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFF).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200F
    }
    return turns ? "\u{2068}\(text)\u{2069}" : text
  }

  private static let widest = 20

  /// The room that a character takes, in tenths of a small letter.
  private static func width(_ character: Character) -> Int {
    let first = character.unicodeScalars.first?.value ?? 0
    switch first {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F000...:
      return widest  // emoji and the scripts of East Asia
    case 0x4D, 0x57: return 18  // M and W
    case 0x41...0x5A: return 13  // other capitals
    default: return 10
    }
  }
}
