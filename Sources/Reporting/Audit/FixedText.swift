/// The texts that the program's own templates and glossary hold, in which numbers need not be named.
struct FixedText: Sendable {
  /// The texts of the governors' pages.
  static let ofTemplates = FixedText()

  /// Each word with a digit, behind the two words before it.
  private let words: Set<String>

  private init() {
    let templates = PageTemplates.files.map { String(decoding: $0.1, as: UTF8.self) }
    let glossary = Catalogue.glossary(.senco).flatMap { [$0.title, $0.text] }
    var words: Set<String> = []
    for text in templates + glossary {
      // Values of a template are elements of their own on a page.
      for figure in HTMLReading.figures("", Self.withoutTags(Array(text.utf8))) {
        words.formUnion(Self.wordsWithDigits(figure.text))
      }
    }
    self.words = words
  }

  /// The words with a digit in a text that no template has.
  func foreignWords(in text: String) -> [String] {
    Self.wordsWithDigits(text).filter { !words.contains($0) }
  }

  /// A template without its sections' tags, each value in an element of its own.
  private static func withoutTags(_ template: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = template[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<start]
      let isTag = rest[start...].starts(with: "{{".utf8)
      let name = rest[start...].drop { $0 == UInt8(ascii: "{") }
      let inside = name.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
      guard isTag || !inside.isEmpty && inside.allSatisfy(HTMLText.isLetter) else {
        text += rest[start...start]
        rest = rest[(start + 1)...]
        continue
      }
      if !(isTag && "#^/>".utf8.contains(inside.first ?? 0)) { text += "<b></b>".utf8 }
      rest = rest[inside.endIndex...].drop { $0 == UInt8(ascii: "}") }
    }
    return text + rest
  }

  private static func wordsWithDigits(_ text: String) -> [String] {
    guard text.utf8.contains(where: HTMLText.isDigit) else { return [] }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.compactMap { index in
      guard words[index].utf8.contains(where: HTMLText.isDigit) else { return nil }
      return words[max(0, index - 2)...index].joined(separator: " ")
    }
  }
}
