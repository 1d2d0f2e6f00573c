/// Markup that a template makes once, with a mark instead of each text: pages have thousands of
/// cells that differ in their texts only.
struct MarkupPattern {
  /// What stands in for a text; no template has it.
  static let mark = "\u{1}"

  /// What stands before each text, and behind the last one.
  private let pieces: [String]

  /// The markup of a template.
  ///
  /// - Parameter view: What the template shows, with `mark` for each text.
  init(_ template: String, _ view: [String: Any]) {
    pieces = PageTemplates.render(template, view)
      .split(separator: Character(Self.mark), omittingEmptySubsequences: false).map(String.init)
  }

  /// Adds the markup with texts in the places of its marks, in their order.
  ///
  /// - Precondition: There are as many texts as marks.
  func append(_ texts: String..., to html: inout HTMLText) {
    precondition(texts.count == pieces.count - 1)
    html.append(markup: pieces[0])
    for (index, text) in texts.enumerated() {
      html.append(text: text)
      html.append(markup: pieces[index + 1])
    }
  }
}
