/// What mostly is the same for many consecutive rows: each run of such rows holds it once.
struct Runs<Value: Equatable & Sendable>: Sendable {
  fileprivate struct Run {
    /// The first row of the run.
    var row: UInt32
    var value: Value
  }

  fileprivate var runs: [Run] = []

  /// Takes note of the value of the next row.
  @inline(__always)
  mutating func append(_ value: Value, row: Int) {
    if let last = runs.last, last.value == value { return }
    runs.append(Run(row: UInt32(row), value: value))
  }

  /// The value of a row.
  ///
  /// - Complexity: O(log *n*) for *n* runs.
  func value(ofRow row: Int) -> Value {
    var (lower, upper) = (0, runs.count)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if Int(runs[middle].row) <= row { lower = middle } else { upper = middle }
    }
    return runs[lower].value
  }

  /// The first row of a value for which a condition holds; nil where there is none.
  ///
  /// - Parameter rows: How many rows there are in all.
  func first(_ value: Value, rows: Int, where holds: (Int) -> Bool) -> Int? {
    for (index, run) in runs.enumerated() where run.value == value {
      let end = index + 1 < runs.count ? Int(runs[index + 1].row) : rows
      if let row = (Int(run.row)..<end).first(where: holds) { return row }
    }
    return nil
  }

  /// Calls `body` with ranges of rows, in order, and what all rows of a range have.
  ///
  /// - Parameter rows: How many rows there are in all.
  @inline(__always)
  func forEach(rows: Int, _ body: (Range<Int>, Value) -> Void) {
    for index in runs.indices {
      let end = index + 1 < runs.count ? Int(runs[index + 1].row) : rows
      body(Int(runs[index].row)..<end, runs[index].value)
    }
  }

  /// The same runs with other values.
  func map<Other>(_ transform: (Value) -> Other) -> Runs<Other> {
    var other = Runs<Other>()
    other.runs = runs.map { Runs<Other>.Run(row: $0.row, value: transform($0.value)) }
    return other
  }

  /// Goes through the rows in rising order.
  struct Cursor {
    private let runs: [Run]
    private var next = 0
    private var end: UInt32 = 0
    private var current: Value?

    fileprivate init(_ runs: [Run]) {
      self.runs = runs
    }

    /// The value of a row, which is not before the last one that was asked for; nil where no row has
    /// a value.
    @inline(__always)
    mutating func value(ofRow row: Int) -> Value? {
      if row >= Int(end) { advance(to: row) }
      return current
    }

    private mutating func advance(to row: Int) {
      while next < runs.count, Int(runs[next].row) <= row {
        current = runs[next].value
        next += 1
        end = next < runs.count ? runs[next].row : .max
      }
    }
  }

  /// A cursor before the first row.
  var cursor: Cursor { Cursor(runs) }
}
