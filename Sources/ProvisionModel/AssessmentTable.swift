/// All scores, sorted by pupil, measure and date.
///
/// A pupil has at most one row for a measure and a date. The scores of a pupil on a measure are one
/// run of rows, found by binary search.
public struct AssessmentTable: Sendable {
  /// For each pupil the first row; one entry more than there are pupils.
  public let firstRow: [UInt32]
  /// The rows.
  @usableFromInline let rows: [AssessmentRow]
  /// Scores that do not fit into their rows.
  @usableFromInline let others: [Double]
  /// For each of the data's inputs how many lines the inputs before it have.
  private let linesBefore: [UInt32]

  /// A table of rows that are sorted already.
  ///
  /// - Parameters:
  ///   - others: The scores that are kept apart.
  ///   - linesBefore: For each of the data's inputs how many lines the inputs before it have.
  public init(
    firstRow: [UInt32], rows: [AssessmentRow], others: [Double], linesBefore: [UInt32]
  ) {
    self.firstRow = firstRow
    self.rows = rows
    self.others = others
    self.linesBefore = linesBefore
  }

  /// A table of columns that are sorted already.
  ///
  /// - Precondition: All columns but `firstRow` have the same number of rows, and lines count from 1.
  public init(
    firstRow: [UInt32], measure: [UInt16], day: [Int32], score: [Double],
    censoring: [Censoring], line: [UInt32], file: [UInt8]
  ) {
    let counts = [day.count, score.count, censoring.count, line.count, file.count]
    precondition(counts.allSatisfy { $0 == measure.count })
    var lines = [UInt32](repeating: 0, count: file.max().map { Int($0) + 1 } ?? 0)
    for (file, line) in zip(file, line) { lines[Int(file)] = max(lines[Int(file)], line) }
    let linesBefore = Self.linesBefore(lastLines: lines)
    var others: [Double] = []
    self.init(
      firstRow: firstRow,
      rows: measure.indices.map { row in
        AssessmentRow(
          measure: measure[row], day: day[row],
          score: PackedScore(score[row], censoring: censoring[row], others: &others),
          line: linesBefore[Int(file[row])] + line[row])
      },
      others: others, linesBefore: linesBefore)
  }

  /// How many lines the inputs before each have.
  ///
  /// - Parameter lastLines: The last line of each input that has a row; 0 of one that has none.
  public static func linesBefore(lastLines: [UInt32]) -> [UInt32] {
    var next: UInt32 = 0
    return lastLines.map { count in
      defer { next &+= count }
      return next
    }
  }

  /// The number of rows.
  @inlinable
  public var count: Int { rows.count }

  /// The position of each row's measure among the data's measures.
  @inlinable
  public var measure: Measures { Measures(rows: rows) }

  /// The date of each row, as a `Day` number.
  @inlinable
  public var day: Days { Days(rows: rows) }

  /// The score of each row [the measure's unit; months for ages, position of the code for ordinals].
  @inlinable
  public var score: Values { Values(rows: rows, others: others) }

  /// Whether each row's score is censored.
  @inlinable
  public var censoring: Censorings { Censorings(rows: rows) }

  /// The input of a row, by its position, and the line.
  public func source(ofRow row: Int) -> (file: Int, line: Int) {
    Self.source(ofLine: rows[row].line, linesBefore: linesBefore)
  }

  /// The input, by its position, and its line of a line that is counted through all inputs.
  public static func source(
    ofLine line: UInt32, linesBefore: [UInt32]
  ) -> (file: Int, line: Int) {
    // Lines count from 1, so that the last line of an input is as many as lie before the next one.
    let file = max(0, (linesBefore.firstIndex { $0 >= line } ?? linesBefore.count) - 1)
    return (file, Int(line &- linesBefore[file]))
  }

  /// The rows of a pupil, sorted by measure and date.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func rows(ofPupil pupil: Int) -> Range<Int> {
    guard pupil + 1 < firstRow.count else { return 0..<0 }
    return Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
  }

  /// The rows of a pupil on a measure, sorted by date.
  ///
  /// - Complexity: O(log *n*) for the *n* rows of the pupil.
  @inlinable
  public func rows(ofPupil pupil: Int, measure wanted: Int) -> Range<Int> {
    let all = rows(ofPupil: pupil)
    let lower = partition(all) { rows[$0].measure >= wanted }
    let upper = partition(lower..<all.upperBound) { rows[$0].measure > wanted }
    return lower..<upper
  }

  /// The first row of a sorted range for which a condition holds, or its end.
  @inlinable
  public func partition(_ range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if holds(middle) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}

// MARK: - Columns

extension AssessmentTable {
  /// The measures of all rows.
  public struct Measures: Sendable {
    @usableFromInline let rows: [AssessmentRow]

    @inlinable
    init(rows: [AssessmentRow]) { self.rows = rows }

    /// The position of a row's measure.
    @inlinable
    public subscript(row: Int) -> Int { rows[row].measure }
  }

  /// The dates of all rows.
  public struct Days: RandomAccessCollection, Sendable {
    @usableFromInline let rows: [AssessmentRow]

    @inlinable
    init(rows: [AssessmentRow]) { self.rows = rows }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// The number of rows.
    @inlinable public var endIndex: Int { rows.count }

    /// The date of a row, as a `Day` number.
    @inlinable
    public subscript(row: Int) -> Int32 { rows[row].day }
  }

  /// The scores of all rows.
  public struct Values: Sendable {
    @usableFromInline let rows: [AssessmentRow]
    @usableFromInline let others: [Double]

    @inlinable
    init(rows: [AssessmentRow], others: [Double]) {
      self.rows = rows
      self.others = others
    }

    /// The score of a row [the measure's unit].
    @inlinable
    public subscript(row: Int) -> Double {
      let score = rows[row].score
      return score.isApart ? others[Int(score.digits)] : score.value
    }
  }

  /// On which side of all rows' scores the true ones lie.
  public struct Censorings: Sendable {
    @usableFromInline let rows: [AssessmentRow]

    @inlinable
    init(rows: [AssessmentRow]) { self.rows = rows }

    /// On which side of a row's score the true one lies.
    @inlinable
    public subscript(row: Int) -> Censoring { rows[row].score.censoring }
  }
}
