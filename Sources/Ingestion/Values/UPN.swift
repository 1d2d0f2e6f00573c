/// Unique pupil numbers: 13 characters, a check letter first; temporary ones end in a letter.
///
/// The check letter is that at Σ position · value mod 23 of the alphabet, over the 2nd to the 13th
/// character; a letter's value is its own position in the alphabet (METHOD §11 has an example).
package enum UPN {
  /// Whether a text has the form of a UPN: a letter, 11 digits, and a digit or a letter.
  package static func looksLikeUPN(_ text: String) -> Bool {
    guard text.utf8.count == 13 else { return false }
    let bytes = Array(text.utf8)
    return isLetter(bytes[0]) && bytes[1..<12].allSatisfy(isDigit)
      && (isDigit(bytes[12]) || isLetter(bytes[12]))
  }

  /// Whether a text has the form of a UPN and begins with its check letter.
  package static func hasRightCheckLetter(_ text: String) -> Bool {
    guard let letter = checkLetter(of: text) else { return false }
    return text.uppercased().first == letter
  }

  /// The letter with which a UPN should begin, whatever it begins with; nil when the text does not
  /// have the form of a UPN, or ends in a letter that none ends in.
  package static func checkLetter(of text: String) -> Character? {
    guard looksLikeUPN(text) else { return nil }
    var sum = 0
    for (position, byte) in zip(2..., text.uppercased().utf8.dropFirst()) {
      guard let value = isDigit(byte) ? Int(byte - 0x30) : alphabet.firstIndex(of: byte) else {
        return nil
      }
      sum += position * value
    }
    return Character(Unicode.Scalar(alphabet[sum % alphabet.count]))
  }

  /// Without I, O and S.
  private static let alphabet = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
