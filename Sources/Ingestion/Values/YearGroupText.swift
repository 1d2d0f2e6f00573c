/// Year groups: `4`, `04`, `Year 4`, `Y4`, `Yr 4`, `Reception`, `N1`.
package enum YearGroupText {
  /// The year group's usual code, `E1 E2 N1 N2 R 1…14 X`; nil when the text is anything else.
  package static func canonical(_ text: String) -> String? {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let plain = words.joined(separator: " ")
    for prefix in ["", "year", "yr", "y"] where plain.hasPrefix(prefix) {
      var rest = plain.dropFirst(prefix.count)
      if rest.first == " " { rest.removeFirst() }
      if let code = codes[String(rest)] ?? number(rest) { return code }
    }
    return nil
  }

  private static func number(_ text: Substring) -> String? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number <= 14
    else { return nil }
    return number == 0 ? "R" : String(number)
  }

  private static let codes = [
    "r": "R", "rec": "R", "reception": "R", "x": "X",
    "n1": "N1", "n 1": "N1", "nursery1": "N1", "nursery 1": "N1",
    "n2": "N2", "n 2": "N2", "nursery2": "N2", "nursery 2": "N2",
    "e1": "E1", "e 1": "E1", "e2": "E2", "e 2": "E2",
  ]
}
