/// Words of a column as one and the same: without regard to case, spaces, punctuation and whether
/// "and" is written `&`.
///
/// Signs that tell things apart are kept, as in `NameKey`: `TA2+` is not `TA2`, nor `1-2` `12`.
enum SpellingKey {
  /// The text without what does not matter; a text of nothing else is its own key.
  static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var dropped: Unicode.Scalar?
    for scalar in text.lowercased().replacing("&", with: "and").unicodeScalars {
      if isIgnored(scalar) {
        if dropped == nil || dropped?.properties.isWhitespace == true { dropped = scalar }
        continue
      }
      if let sign = dropped, let last = key.last, isDigit(last), isDigit(scalar) {
        key.append(sign.properties.isWhitespace ? " " : sign)
      }
      dropped = nil
      key.append(scalar)
    }
    return key.isEmpty ? text : String(key)
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .format, .control:
      return true
    case .otherPunctuation:
      return scalar != "%"
    case .modifierSymbol:
      return scalar == "`"
    default:
      return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
