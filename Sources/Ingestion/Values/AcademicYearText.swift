/// Academic years: `2025-26`, `2025/26`, `25-26`, `25/26`, `2025-2026`, `2025–26`.
package enum AcademicYearText {
  /// The calendar year in which the academic year of a text begins; nil when the text is anything
  /// else, or when the two years do not follow each other.
  package static func startYear(_ text: String) -> Int? {
    let tokens = TextToken.tokens(of: text)
    guard tokens.count == 2, tokens[1].joint != nil, isBare(text) else { return nil }
    return startYear(tokens[0], tokens[1])
  }

  /// The same of the one academic year within a longer text, such as a file's name.
  ///
  /// Its first year has four digits, and it is no part of a longer row of numbers such as a date;
  /// nil when there are two different ones.
  package static func startYear(within text: String) -> Int? {
    let tokens = TextToken.tokens(of: text)
    var found: Int?
    for index in tokens.indices.dropFirst() where tokens[index].joint != nil {
      guard tokens[index - 1].text.utf8.count == 4, !isInLongerRow(index, tokens),
        let year = startYear(tokens[index - 1], tokens[index])
      else { continue }
      if let found, found != year { return nil }
      found = year
    }
    return found
  }

  /// The first of two years that follow each other: both of two digits, or the first of four and
  /// the second of four or two. 00–79 are of this century.
  static func startYear(_ first: TextToken, _ second: TextToken) -> Int? {
    guard first.isNumber, second.isNumber, let start = Int(first.text), let end = Int(second.text)
    else { return nil }
    switch (first.text.utf8.count, second.text.utf8.count) {
    case (2, 2):
      return end == (start + 1) % 100 ? (start < 80 ? 2000 + start : 1900 + start) : nil
    case (4, 2):
      return years.contains(start) && end == (start + 1) % 100 ? start : nil
    case (4, 4):
      return years.contains(start) && end == start + 1 ? start : nil
    default:
      return nil
    }
  }

  /// School records lie within living memory.
  static let years = 1900...2199

  /// Whether a text begins and ends with a digit, but for spaces.
  private static func isBare(_ text: String) -> Bool {
    let text = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard let first = text.first, let last = text.last else { return false }
    return [first, last].allSatisfy { (0x30...0x39).contains($0.value) }
  }

  /// Whether numbers go on beside a pair of years with the same joint: `2011-12-19`,
  /// `2024-2025-2026`, `1-9-2025-26`; but not in `Y4-2025-26`, where one stands at a word.
  private static func isInLongerRow(_ index: Int, _ tokens: [TextToken]) -> Bool {
    let joint = tokens[index].joint
    func continues(_ index: Int) -> Bool {
      tokens.indices.contains(index - 1) && tokens.indices.contains(index)
        && tokens[index].joint == joint && tokens[index - 1].isNumber && tokens[index].isNumber
    }
    if continues(index + 1) { return true }
    guard continues(index - 1) else { return false }
    return tokens[index - 2].text.utf8.count > 2 || continues(index - 2)
  }
}
