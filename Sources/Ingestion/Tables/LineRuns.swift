/// The lines of the rows of a column: mostly each row stands one line below the row before, so that
/// a run of such rows needs only its first.
struct LineRuns: Sendable {
  private struct Run {
    /// The first row of the run.
    var row: Int
    /// What is added to a row's number to give its line.
    var offset: Int
  }

  private var runs: [Run] = []

  /// Takes note of the line of the next row.
  @inline(__always)
  mutating func append(_ line: Int, row: Int) {
    if let last = runs.last, last.offset == line - row { return }
    runs.append(Run(row: row, offset: line - row))
  }

  /// The line of a row.
  ///
  /// - Complexity: O(log *n*) for *n* runs.
  func line(ofRow row: Int) -> Int {
    var (lower, upper) = (0, runs.count)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if runs[middle].row <= row { lower = middle } else { upper = middle }
    }
    return row + runs[lower].offset
  }

  /// Calls `body` with ranges of rows, in order, and what is added to their numbers to give their
  /// lines.
  func forEach(rows: Int, _ body: (Range<Int>, _ offset: Int) -> Void) {
    for (index, run) in runs.enumerated() {
      body(run.row..<(index + 1 < runs.count ? runs[index + 1].row : rows), run.offset)
    }
  }
}
