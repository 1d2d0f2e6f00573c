import ProvisionModel

/// The rows of the table of scores while they are put into their places, each by one thread alone.
///
/// The memory is not touched before a place is filled, so that as much of the stretches can be given
/// back as has been taken over.
struct AssessmentPlaces: @unchecked Sendable {
  // SAFETY: threads write to places that differ, as each counts on from where the scores before its
  // own end (`AssessmentAssembler.placeRuns`), and nobody reads before all have written; the array
  // behind the buffer outlives the call that fills it.
  private let rows: UnsafeMutableBufferPointer<AssessmentRow>

  /// The rows that `fill` has put into all of the `count` places.
  static func filled(count: Int, _ fill: (AssessmentPlaces) -> Void) -> [AssessmentRow] {
    Array(unsafeUninitializedCapacity: count) { rows, filled in
      fill(AssessmentPlaces(rows: rows))
      filled = count
    }
  }

  /// Puts a row into a place.
  @inline(__always)
  func put(_ row: AssessmentRow, into place: Int) {
    precondition(rows.indices.contains(place))
    // SAFETY: checked above; a row needs no deinitialisation.
    rows.baseAddress.map { ($0 + place).initialize(to: row) }
  }
}

/// The rows of the table of scores, in the order of pupils, measures and dates.
struct AssessmentRows {
  var rows: [AssessmentRow] = []
  /// The columns of the files in which the scores stand, where some have several in a row.
  var position: [UInt16] = []

  /// Rearranges some neighbouring rows.
  ///
  /// - Parameter order: The rows, in the order in which they are to come.
  mutating func rearrange(_ range: Range<Int>, _ order: [Int]) {
    func put<Element>(_ column: inout [Element]) {
      if column.isEmpty { return }
      let sorted = order.map { column[$0] }
      for (row, element) in zip(range, sorted) { column[row] = element }
    }
    put(&rows)
    put(&position)
  }

  /// Leaves only these rows, which rise.
  mutating func keep(_ kept: [Int]) {
    func leave<Element>(_ column: inout [Element]) {
      if column.isEmpty { return }
      for (place, row) in kept.enumerated() { column[place] = column[row] }
      column.removeLast(column.count - kept.count)
    }
    leave(&rows)
    leave(&position)
  }
}
