/// Waves of provision: `2`, `Wave 2`, `Tier 2` and `wave 2 - targeted` are one.
enum WaveText {
  /// The number of a wave, or its other words as `SpellingKey` has them.
  static func key(_ text: String) -> String {
    let start = text.lowercased().drop { !$0.isLetter && !$0.isNumber }
    let word = words.first { start.hasPrefix($0) } ?? ""
    let rest = start.dropFirst(word.count).drop { !$0.isLetter && !$0.isNumber }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else {
      let isWordByItself = start.dropFirst(word.count).first?.isLetter == false
      return SpellingKey.key(isWordByItself && !rest.isEmpty ? String(rest) : text)
    }
    let label = rest.dropFirst(digits.count)
    return isLabel(label) ? String(digits) : SpellingKey.key(String(rest))
  }

  private static let words = ["wave", "tier", "level", "w"]

  /// Whether what follows the number only describes the wave: "2a", "2+" and "1 and 2" are other
  /// waves.
  private static func isLabel(_ text: Substring) -> Bool {
    guard let first = text.first else { return true }
    if first.isLetter || first.isMathSymbol || text.contains(where: \.isNumber) { return false }
    // "2 a" is "2a".
    return text.count(where: \.isLetter) != 1
  }
}
