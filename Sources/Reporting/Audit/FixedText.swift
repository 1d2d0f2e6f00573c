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
      let plain = Self.withoutTags(text)
      for figure in HTMLReading.figures("", Array(plain.utf8)) {
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
  private static func withoutTags(_ template: String) -> String {
    template.replacing(/\{\{[#^\/>][^}]*\}\}/, with: "").replacing(
      /\{\{\{?[^}]*\}\}\}?/, with: "<b></b>"
    )
    .replacing(/\{[a-zA-Z]+\}/, with: "<b></b>")
  }

  private static func wordsWithDigits(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.compactMap { index in
      guard words[index].utf8.contains(where: HTMLText.isDigit) else { return nil }
      return words[max(0, index - 2)...index].joined(separator: " ")
    }
  }
}
