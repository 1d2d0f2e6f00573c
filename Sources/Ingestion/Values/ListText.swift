/// Cells that hold several things with `;` between them.
enum ListText {
  /// The things, without spaces at their ends and without empty ones, each of them once.
  static func items(_ text: String) -> [String] {
    var items: [String] = []
    for part in text.split(separator: ";") {
      let item = trimmed(part)
      if !item.isEmpty, !items.contains(item) { items.append(item) }
    }
    return items
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
