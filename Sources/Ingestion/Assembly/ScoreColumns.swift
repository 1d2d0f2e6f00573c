import ProvisionModel

/// The columns of the table of scores while they are filled, each place by one thread alone.
///
/// The memory is not touched before a place is filled, so that as much of the stretches can be given
/// back as has been taken over.
struct ScoreColumns: @unchecked Sendable {
  // SAFETY: threads write to places that differ, as each counts on from where the scores before its
  // own end (`AssessmentAssembler.placeRuns`), and nobody reads before all have written; the arrays
  // behind the buffers outlive the call that fills them.
  let measure: UnsafeMutableBufferPointer<UInt16>
  let day: UnsafeMutableBufferPointer<Int32>
  let digits: UnsafeMutableBufferPointer<Int32>
  let decimals: UnsafeMutableBufferPointer<UInt8>
  let censoring: UnsafeMutableBufferPointer<Censoring>
  let line: UnsafeMutableBufferPointer<UInt32>
  let file: UnsafeMutableBufferPointer<UInt8>

  /// Columns of `count` rows that `fill` has filled.
  static func filled(
    count: Int, _ fill: (ScoreColumns) -> Void
  ) -> AssessmentColumns {
    var columns = AssessmentColumns()
    columns.measure = Array(unsafeUninitializedCapacity: count) { measure, filled in
      columns.day = Array(unsafeUninitializedCapacity: count) { day, filled in
        columns.digits = Array(unsafeUninitializedCapacity: count) { digits, filled in
          columns.decimals = Array(unsafeUninitializedCapacity: count) { decimals, filled in
            columns.censoring = Array(unsafeUninitializedCapacity: count) { censoring, filled in
              columns.line = Array(unsafeUninitializedCapacity: count) { line, filled in
                columns.file = Array(unsafeUninitializedCapacity: count) { file, filled in
                  fill(
                    ScoreColumns(
                      measure: measure, day: day, digits: digits, decimals: decimals,
                      censoring: censoring, line: line, file: file))
                  filled = count
                }
                filled = count
              }
              filled = count
            }
            filled = count
          }
          filled = count
        }
        filled = count
      }
      filled = count
    }
    return columns
  }

  /// Puts the score of a resolved row into a place.
  ///
  /// - Parameter firstOther: The position of its stretch's scores that are kept apart among all.
  @inline(__always)
  func set(_ place: Int, to row: TrackingRow, line: Int, file: UInt8, firstOther: Int32) {
    let score = row.score.packed
    measure[place] = row.measure
    day[place] = row.date
    digits[place] = score.digits &+ (score.decimals == PackedScore.apart ? firstOther : 0)
    decimals[place] = score.decimals
    censoring[place] = row.score.censoring
    self.line[place] = UInt32(truncatingIfNeeded: line)
    self.file[place] = file
  }
}

/// The columns of the table of scores, in the order of pupils, measures and dates.
struct AssessmentColumns {
  var measure: [UInt16] = []
  var day: [Int32] = []
  var digits: [Int32] = []
  var decimals: [UInt8] = []
  var censoring: [Censoring] = []
  var line: [UInt32] = []
  var file: [UInt8] = []
  /// The columns of the files in which the scores stand, where some have several in a row.
  var position: [UInt16] = []

  /// Rearranges some neighbouring rows.
  ///
  /// - Parameter order: The rows, in the order in which they are to come.
  mutating func rearrange(_ rows: Range<Int>, _ order: [Int]) {
    func put<Element>(_ column: inout [Element]) {
      if column.isEmpty { return }
      let sorted = order.map { column[$0] }
      for (row, element) in zip(rows, sorted) { column[row] = element }
    }
    put(&measure)
    put(&day)
    put(&digits)
    put(&decimals)
    put(&censoring)
    put(&line)
    put(&file)
    put(&position)
  }

  /// Leaves only these rows, which rise.
  mutating func keep(_ rows: [Int]) {
    func leave<Element>(_ column: inout [Element]) {
      if column.isEmpty { return }
      for (place, row) in rows.enumerated() { column[place] = column[row] }
      column.removeLast(column.count - rows.count)
    }
    leave(&measure)
    leave(&day)
    leave(&digits)
    leave(&decimals)
    leave(&censoring)
    leave(&line)
    leave(&file)
    leave(&position)
  }
}
