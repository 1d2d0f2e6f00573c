/// All that a reader says of the bytes of a file, for comparing the ways of reading.
package struct CSVTranscript: Equatable, Sendable {
  /// The rows and the stray quotes in the order of the file, each number and cell in turn.
  package private(set) var said: [UInt8] = []
  /// How many rows there are.
  package private(set) var rows = 0
  /// How many cells there are.
  package private(set) var cells = 0
  /// Why the bytes are not CSV.
  package private(set) var failure: CSVFailure?

  /// Reads bytes that come in pieces.
  ///
  /// - Parameter pieces: The sizes of the pieces; the last one is repeated, 0 is taken for 1.
  package init(
    of bytes: [UInt8], delimiter: UInt8 = 0x2C, pieces: [Int] = [1 << 16],
    way: CSVReader.Way = .quick
  ) {
    var reader = CSVReader(delimiter: delimiter, way: way)
    do {
      var start = 0
      var piece = 0
      while start < bytes.count {
        let size = max(1, pieces.isEmpty ? bytes.count : pieces[min(piece, pieces.count - 1)])
        let end = min(bytes.count, start + size)
        // A copy: what lies behind the piece is not there to be read.
        let part = Array(bytes[start..<end])
        try part.withUnsafeBytes { try reader.read($0, into: &self) }
        start = end
        piece += 1
      }
      try reader.finish(into: &self)
    } catch {
      failure = error as? CSVFailure
    }
  }

  private mutating func append(_ number: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { said.append(contentsOf: $0) }
  }
}

extension CSVTranscript: CSVRowReceiver {
  mutating func receive(_ row: CSVRow) {
    rows += 1
    cells += row.count
    said.append(UInt8(ascii: "r"))
    append(row.line)
    for index in 0..<row.count {
      let cell = row[index]
      append(row.line(ofCell: index))
      append(cell.count)
      cell.withBytes { said.append(contentsOf: $0) }
    }
  }

  mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {
    said.append(UInt8(ascii: "q"))
    append(firstLine)
    append(line)
    append(column)
  }
}
