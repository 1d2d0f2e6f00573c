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
    guard text.utf8.contains(0x5F) else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// About how many digits wide the longest line of a text is.
  static func width(_ text: String) -> Double {
    var (longest, line) = (0.0, 0.0)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": line = 0
      case " ", "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "(", ")", "-", "I":
        line += 0.6
      case "m", "w", "M", "W", "…", "—": line += 1.5
      case "a"..."z", "0"..."9": line += 1
      case ..<"\u{2E80}": line += 1.2
      default: line += 2.2
      }
      longest = max(longest, line)
    }
    return longest
  }

  /// About how many lines a text takes when it is wrapped to a width.
  static func lines(_ text: String, width most: Double) -> Int {
    var lines = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var rest = 0.0
      lines += 1
      for word in line.split(separator: " ") {
        let width = width(String(word))
        let isFirst = rest == 0
        if isFirst || rest + 1 + width <= most {
          rest += isFirst ? width : width + 1
        } else {
          lines += 1
          rest = width
        }
        // A word that is longer than a line is broken.
        while rest > most {
          lines += 1
          rest -= most
        }
      }
    }
    return lines
  }

  /// About how wide the longest word of a text is.
  static func longestWord(_ text: String) -> Double {
    text.split(separator: " ").map { width(String($0)) }.max() ?? 0
  }
}
