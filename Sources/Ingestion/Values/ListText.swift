/// Cells that hold several things.
enum ListText {
  /// The things between semicolons, without spaces at their ends and without empty ones, each of
  /// them once.
  static func items(_ text: String) -> [String] {
    distinct(text.split(separator: ";"))
  }

  /// The people that a cell names, between semicolons or line breaks; else between commas, `&`,
  /// `/` or "and", if that leaves each of them a first and a last name: "Okafor, Amina" is one.
  static func people(_ text: String) -> [String] {
    let parts = text.split { $0 == ";" || $0.isNewline || $0 == "|" }
    return distinct(
      parts.flatMap { part in
        let people = split(part)
        let areNames = people.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count >= 2 }
        return areNames || people.allSatisfy(isCode) ? people : [part]
      })
  }

  /// The things between semicolons or line breaks.
  static func lines(_ text: String) -> [String] {
    distinct(text.split { $0 == ";" || $0.isNewline || $0 == "|" })
  }

  /// The pupils that a cell names, between semicolons or line breaks; else between commas, if that
  /// leaves ids, or first and last names.
  static func pupils(_ text: String) -> [String] {
    let parts = text.split { $0 == ";" || $0.isNewline || $0 == "|" }
    return distinct(
      parts.flatMap { part in
        let pupils = part.split(separator: ",")
        let areSeveral =
          pupils.count > 1
          && pupils.allSatisfy { pupil in
            pupil.contains(where: \.isNumber)
              || pupil.split(whereSeparator: \.isWhitespace).count >= 2
          }
        return areSeveral ? pupils : [part]
      })
  }

  /// Whether a text is a person's initials or staff code, such as `JH` or `RP2`.
  private static func isCode(_ text: Substring) -> Bool {
    let code = trimmed(text)
    return (2...5).contains(code.count)
      && code.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      && code.contains(where: \.isUppercase)
  }

  private static func split(_ text: Substring) -> [Substring] {
    text.split { $0 == "," || $0 == "&" || $0 == "/" || $0 == "+" }
      .flatMap { $0.split(separator: " and ") }
  }

  private static func distinct(_ parts: [Substring]) -> [String] {
    var known: Set<String> = []
    return parts.map(trimmed).filter { !$0.isEmpty && known.insert($0).inserted }
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
