/// A word or a number of a short text, in small letters.
struct TextToken: Hashable {
  /// The letters or the digits 0–9.
  var text: String
  /// Whether it consists of digits.
  var isNumber: Bool
  /// The hyphen, dash, slash or underscore that alone, but for spaces, stands between it and the
  /// token before it; nil when anything else stands there, or nothing.
  var joint: String?

  /// The words and numbers of a text; spaces and punctuation are left out. A number ends where a
  /// letter follows, and the other way round: `Aut1` is two tokens.
  static func tokens(of text: String) -> [TextToken] {
    var tokens: [TextToken] = []
    var between = ""
    var isInToken = false
    for scalar in text.lowercased().unicodeScalars {
      guard let isNumber = kind(of: scalar) else {
        if !scalar.properties.isWhitespace { between.unicodeScalars.append(scalar) }
        isInToken = false
        continue
      }
      if isInToken, tokens.last?.isNumber == isNumber {
        tokens[tokens.count - 1].text.unicodeScalars.append(scalar)
      } else {
        let joint = !tokens.isEmpty && joints.contains(between) ? between : nil
        tokens.append(TextToken(text: String(scalar), isNumber: isNumber, joint: joint))
      }
      between = ""
      isInToken = true
    }
    return tokens
  }

  /// Hyphen, slash, underscore, and Unicode's hyphens and dashes.
  private static let joints: Set<String> = [
    "-", "/", "_", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}",
  ]

  /// Whether a scalar is a digit (true) or belongs to a word (false); nil when it is neither.
  ///
  /// Numerals that are not 0–9, such as ½, count as words, so that none is passed over.
  private static func kind(of scalar: Unicode.Scalar) -> Bool? {
    if (0x30...0x39).contains(scalar.value) { return true }
    let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return isWord ? false : nil
  }
}
