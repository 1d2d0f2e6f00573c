/// Names of measures and interventions as one and the same: without regard to case, spaces,
/// brackets, dashes, quotation marks and the signs that management systems put in front.
///
/// Signs that tell things apart are kept: "Maths %" is not "Maths", "Nurture+" not "Nurture".
enum NameKey {
  /// The name without what does not matter, in small letters.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    let scalars = Array(name.lowercased().unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // "Level 1.1" is not "Level 11".
      let isBetweenDigits =
        index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1])
        && isDigit(scalars[index + 1])
      if !isBetweenDigits, ignored.contains(scalar) || scalar.properties.isWhitespace { continue }
      if key.isEmpty, prefixes.contains(scalar) { continue }
      key.append(scalar)
    }
    return String(key)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static let ignored: Set<Unicode.Scalar> = [
    "(", ")", "[", "]", "{", "}", "-", "–", "—", "_", "'", "’", "‘", "\"", "“", "”", "`", ".", ",",
    ":", ";", "\u{FEFF}", "\u{200B}",
  ]

  private static let prefixes: Set<Unicode.Scalar> = ["*", "#", "~", "!", "•"]
}
