/// All scores, as columns sorted by pupil, measure and date.
///
/// A pupil has at most one row for a measure and a date. The scores of a pupil on a measure are one
/// run of rows, found by binary search.
package struct AssessmentTable: Sendable {
  /// For each pupil the first row; one entry more than there are pupils.
  package let firstRow: [UInt32]
  /// The position of the measure among the data's measures.
  package let measure: [UInt16]
  /// The date, as a `Day` number.
  package let day: [Int32]
  /// The score [the measure's unit; months for ages, position of the code for ordinals].
  package let score: PackedScores
  /// Whether the score is censored.
  package let censoring: [Censoring]
  /// The line of the file.
  package let line: [UInt32]
  /// The position of the file among the data's inputs.
  package let file: [UInt8]

  /// A table of columns that are sorted already.
  ///
  /// - Precondition: All columns but `firstRow` have the same number of rows.
  package init(
    firstRow: [UInt32], measure: [UInt16], day: [Int32], score: PackedScores,
    censoring: [Censoring], line: [UInt32], file: [UInt8]
  ) {
    precondition(measure.count == day.count && day.count == score.count)
    precondition(score.count == censoring.count && line.count == file.count)
    precondition(file.count == score.count)
    self.firstRow = firstRow
    self.measure = measure
    self.day = day
    self.score = score
    self.censoring = censoring
    self.line = line
    self.file = file
  }

  /// A table of columns that are sorted already.
  package init(
    firstRow: [UInt32], measure: [UInt16], day: [Int32], score: [Double],
    censoring: [Censoring], line: [UInt32], file: [UInt8]
  ) {
    self.init(
      firstRow: firstRow, measure: measure, day: day, score: PackedScores(score),
      censoring: censoring, line: line, file: file)
  }

  /// The number of rows.
  package var count: Int { score.count }

  /// The rows of a pupil, sorted by measure and date.
  ///
  /// - Complexity: O(1).
  @inlinable
  package func rows(ofPupil pupil: Int) -> Range<Int> {
    guard pupil + 1 < firstRow.count else { return 0..<0 }
    return Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
  }

  /// The rows of a pupil on a measure, sorted by date.
  ///
  /// - Complexity: O(log *n*) for the *n* rows of the pupil.
  @inlinable
  package func rows(ofPupil pupil: Int, measure wanted: Int) -> Range<Int> {
    let all = rows(ofPupil: pupil)
    let lower = partition(all) { Int(measure[$0]) >= wanted }
    let upper = partition(lower..<all.upperBound) { Int(measure[$0]) > wanted }
    return lower..<upper
  }

  /// The first row of a sorted range for which a condition holds, or its end.
  @inlinable
  package func partition(_ range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if holds(middle) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
