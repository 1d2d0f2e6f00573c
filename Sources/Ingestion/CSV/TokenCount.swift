/// Reads a CSV file and makes nothing of its cells, on one thread: the floor under everything that
/// is done with them. `make bench` times it beside libcsv's own loop.
package enum TokenCount {
  /// The rows and cells of a file of cells separated by commas, its header among them.
  ///
  /// - Throws: What keeps the file from being read.
  package static func cells(ofFile path: String) throws -> (rows: Int, cells: Int) {
    var file = try FileBytes(path: path)
    var reader = CSVReader()
    var counter = Counter()
    while try file.next({ chunk in try reader.read(chunk, into: &counter) }) {}
    try reader.finish(into: &counter)
    return (counter.rows, counter.cells)
  }

  private struct Counter: CSVRowReceiver {
    var rows = 0
    var cells = 0

    mutating func receive(_ row: CSVRow) {
      rows += 1
      cells += row.count
    }

    mutating func receiveStrayQuote(firstLine: Int, line: Int, column: Int) {}
  }
}
