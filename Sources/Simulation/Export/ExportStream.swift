/// A CSV file in the writing: cells are put into a buffer of bytes, which goes out when it is full.
package final class ExportStream {
  private var bytes: [UInt8] = []
  private var isAtStartOfRow = true
  private let limit: Int
  private let lineEnd: [UInt8]
  private let write: ([UInt8]) throws -> Void

  /// A stream that hands on its bytes in pieces of about `limit`.
  ///
  /// - Parameters:
  ///   - windows: whether rows end in CR LF and the file begins with a byte order mark, as files
  ///     of spreadsheets do.
  ///   - write: takes the next bytes of the file.
  package init(
    limit: Int = 1 << 18,
    windows: Bool = false,
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.limit = limit
    self.write = write
    lineEnd = windows ? [13, 10] : [10]
    bytes.reserveCapacity(limit + 4096)
    if windows { bytes += [0xEF, 0xBB, 0xBF] }
  }

  /// Adds a cell whose bytes need no quotes, or have them.
  package func cell(encoded: [UInt8]) {
    separate()
    bytes.append(contentsOf: encoded)
  }

  /// Adds a cell, quoted if it must be.
  package func cell(_ text: String) {
    separate()
    ExportStream.append(text, to: &bytes)
  }

  /// Adds a cell of a text that may be absent.
  package func cell(_ text: String?) {
    cell(text ?? "")
  }

  /// Adds a cell of a whole number.
  package func cell(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds a cell of `Y` or `N`.
  package func cell(_ answer: Bool) {
    separate()
    bytes.append(answer ? 89 : 78)
  }

  /// Adds a cell of an amount of money, in pounds with two decimals.
  package func cell(pence: Int?) {
    cell(pence.map { fixed(thousandths: $0 * 10, decimals: 2) })
  }

  /// Ends the row.
  package func endRow() throws {
    bytes.append(contentsOf: lineEnd)
    isAtStartOfRow = true
    if bytes.count >= limit { try flush() }
  }

  /// Writes a row of texts.
  package func row(_ texts: [String]) throws {
    for text in texts { cell(text) }
    try endRow()
  }

  /// Adds text that is not CSV.
  package func raw(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= limit { try flush() }
  }

  /// Hands on what is left.
  package func flush() throws {
    try write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// A text as a cell has it: in quotes, with inner quotes doubled, when it holds a comma, a quote
  /// or a line break, or begins or ends in a space (RFC 4180).
  package static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    guard
      utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 })
        || utf8.first == 32 || utf8.last == 32
    else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(34)
    for byte in utf8 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }

  private func separate() {
    if isAtStartOfRow {
      isAtStartOfRow = false
    } else {
      bytes.append(44)
    }
  }
}

/// A number of thousandths in fixed decimals, at most 3, rounded half away from zero.
package func fixed(thousandths: Int, decimals: Int) -> String {
  let divisor = [1000, 100, 10, 1][decimals]
  let units = (thousandths.magnitude + UInt(divisor / 2)) / UInt(divisor)
  let sign = thousandths < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return sign + String(units) }
  let scale = UInt(1000 / divisor)
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
  return "\(sign)\(units / scale).\(zeros)\(fraction)"
}
