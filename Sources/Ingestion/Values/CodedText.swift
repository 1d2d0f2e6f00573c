/// Codes that exports write alone, written out, or both: `K`, `SEN Support`, `K - SEN Support`,
/// `SEN Support (K)`.
struct CodedText {
  private var codes: [String: String] = [:]

  /// The codes, each with the names by which it is written out.
  init(_ names: [(code: String, names: [String])]) {
    for (code, names) in names {
      codes[CodedText.key(code)] = code
      for name in names {
        for text in [name, code + name, name + code] { codes[CodedText.key(text)] = code }
      }
    }
  }

  /// The code of a text, without regard to case, spaces and punctuation; nil when it has none.
  func code(of text: String) -> String? {
    codes[CodedText.key(text)]
  }

  private static func key(_ text: String) -> String {
    PlainName.key(text.replacing("&", with: " and "))
  }
}
