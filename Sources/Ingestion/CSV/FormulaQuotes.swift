/// Takes the `=` from cells such as `="001234"`, by which some systems keep spreadsheets from
/// dropping zeros, so that what is left is a cell in quotes.
///
/// The bytes come in pieces.
struct FormulaQuotes {
  private let delimiter: UInt8
  private var output: [UInt8] = []
  private var isAtCellStart = true
  private var isInQuotes = false
  private var holdsEquals = false

  /// A filter at the start of a file.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// Whether a file's first bytes have such cells.
  static func stand(in head: [UInt8], delimiter: UInt8) -> Bool {
    head.indices.dropLast(2).contains { index in
      head[index + 1] == 0x3D && head[index + 2] == 0x22
        && (head[index] == delimiter || head[index] == 0x0A || head[index] == 0x0D)
    }
  }

  /// Calls `body` with the next bytes.
  mutating func filter(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    output.removeAll(keepingCapacity: true)
    for byte in bytes { take(byte) }
    try output.withUnsafeBytes(body)
  }

  /// Calls `body` with what was held back at the end of the file.
  mutating func finish(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    guard holdsEquals else { return }
    try [UInt8(0x3D)].withUnsafeBytes(body)
  }

  private mutating func take(_ byte: UInt8) {
    if holdsEquals {
      holdsEquals = false
      if byte != 0x22 { output.append(0x3D) }
    }
    if byte == 0x3D, isAtCellStart, !isInQuotes {
      holdsEquals = true
      return
    }
    if byte == 0x22 { isInQuotes.toggle() }
    isAtCellStart = !isInQuotes && (byte == delimiter || byte == 0x0A || byte == 0x0D)
    output.append(byte)
  }
}
