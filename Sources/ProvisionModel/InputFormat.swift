/// How a file writes its letters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case windows1252 = "Windows-1252"
}

/// What was understood of the form of a file.
public struct InputFormat: Sendable, Equatable {
  /// How it writes its letters.
  public var encoding: TextEncoding
  /// Whether it begins with a byte order mark.
  public var hasByteOrderMark: Bool
  /// What stands between two cells.
  public var delimiter: UInt8
  /// The line of the headings, from 1.
  public var headerLine: Int

  /// Comma-separated UTF-8 with the headings on the first line.
  public static let plain = InputFormat(
    encoding: .utf8, hasByteOrderMark: false, delimiter: 0x2C, headerLine: 1)

  /// A form.
  public init(
    encoding: TextEncoding, hasByteOrderMark: Bool, delimiter: UInt8, headerLine: Int
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.headerLine = headerLine
  }

  /// The delimiter as a person calls it.
  public var delimiterName: String {
    switch delimiter {
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x09: "tab"
    default: "\"\(Character(Unicode.Scalar(delimiter)))\""
    }
  }
}
