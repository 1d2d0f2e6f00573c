/// Texts as a workbook can hold them.
enum XLSXText {
  /// The most UTF-16 units of a cell.
  static let longest = 32_767

  /// A text without what XML cannot hold, with LF at the ends of lines, and cut where it is longer
  /// than a cell may be.
  static func cell(_ text: String) -> String {
    let needsCare = text.utf8.contains { $0 == 0x0D || $0 == 0x00 || $0 == 0x5F || $0 == 0xEF }
    guard needsCare || text.utf8.count > longest else { return text }
    var scalars = String.UnicodeScalarView()
    var units = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A where previous == "\r": continue
      case 0x0D: scalars.append("\n")
      case 0, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > longest - 8 {
        scalars.append("…")
        break
      }
    }
    return escaped(String(scalars))
  }

  /// `_x0041_` would be read as a letter's number; its own underscore has to be written as one.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      escaped.append(byte)
      if byte == 0x5F, isNumberOfLetter(bytes[(index + 1)...].prefix(6)) {
        escaped += "x005F_".utf8
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether bytes are `x0041_` or its like.
  private static func isNumberOfLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 6 && bytes.first == 0x78 && bytes.last == 0x5F
      && bytes.dropFirst().dropLast().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// About how many digits wide the longest line of a text is, and whether it has more lines.
  static func measure(_ text: String) -> (width: Double, isOneLine: Bool) {
    var (longest, line) = (0.0, 0.0)
    var isOneLine = true
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        isOneLine = false
        line = 0
      } else {
        line += width(scalar)
        longest = max(longest, line)
      }
    }
    return (longest, isOneLine)
  }

  /// About how many digits wide the longest line of a text is.
  static func width(_ text: String) -> Double {
    measure(text).width
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    scalar.isASCII ? ofASCII[Int(scalar.value)] : ofLetter(scalar)
  }

  /// Nearly all letters are ASCII, and there are many.
  private static let ofASCII = (0..<128).map { ofLetter(Unicode.Scalar($0)) }

  private static func ofLetter(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "(", ")", "-", "I": 0.6
    case "m", "w", "M", "W", "…", "—": 1.5
    case "a"..."z", "0"..."9": 1
    case ..<"\u{2E80}": 1.2
    default: 2.2
    }
  }

  /// About how many lines a text takes when it is wrapped to a width.
  static func lines(_ text: String, width most: Double) -> Int {
    var lines = 1
    var (line, word) = (0.0, 0.0)
    func endWord() {
      guard word > 0 else { return }
      let isFirst = line == 0
      if isFirst || line + 1 + word <= most {
        line += isFirst ? word : word + 1
      } else {
        lines += 1
        line = word
      }
      // A word that is longer than a line is broken.
      while line > most {
        lines += 1
        line -= most
      }
      word = 0
    }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == " " {
        endWord()
      } else if isLineEnd(scalar) {
        endWord()
        if previous != "\r" || scalar != "\n" { lines += 1 }
        line = 0
      } else {
        word += width(scalar)
      }
      previous = scalar
    }
    endWord()
    return lines
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// About how wide the longest word of a text is.
  static func longestWord(_ text: String) -> Double {
    text.split(separator: " ").map { width(String($0)) }.max() ?? 0
  }
}
