/// The lines of the rows of a column: mostly each row stands one line below the row before, so that
/// a run of such rows needs only what is added to a row's number to give its line.
struct LineRuns: Sendable {
  private var offsets = Runs<Int>()

  /// Takes note of the line of the next row.
  @inline(__always)
  mutating func append(_ line: Int, row: Int) {
    offsets.append(line - row, row: row)
  }

  /// The line of a row.
  ///
  /// - Complexity: O(log *n*) for *n* runs.
  func line(ofRow row: Int) -> Int {
    row + offsets.value(ofRow: row)
  }

  /// Goes through the rows in rising order.
  struct Cursor {
    fileprivate var offsets: Runs<Int>.Cursor

    /// The line of a row, which is not before the last one that was asked for.
    @inline(__always)
    mutating func line(ofRow row: Int) -> Int {
      row + (offsets.value(ofRow: row) ?? 0)
    }
  }

  /// A cursor before the first row.
  var cursor: Cursor { Cursor(offsets: offsets.cursor) }
}
