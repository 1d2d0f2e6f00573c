/// Letters of HTML that are written by name or number.
enum HTMLEntities {
  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "",
  ]

  /// The text of some bytes, without spaces at its ends and without soft hyphens.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var decoded = ""
    for (place, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard place > 0, let end = part.firstIndex(of: ";"), let letter = letter(part[..<end]) else {
        decoded += place > 0 ? "&" + part : String(part)
        continue
      }
      decoded += letter + part[part.index(after: end)...]
    }
    let plain = decoded.replacing("\u{AD}", with: "").replacing("\u{A0}", with: " ")
    let start = plain.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func letter(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return names[String(name)] }
    let number = name.dropFirst()
    let value =
      number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
