import ProvisionModel

/// A row of a tracking file with the day and the measure that it has in the data.
///
/// It lies in the memory of the row as it was read, so that a file of ten million rows needs no more.
struct ResolvedRow: Sendable {
  private var stored: TrackingRow

  /// A row that `settle` has made one of the data.
  fileprivate init(settled row: TrackingRow) {
    stored = row
  }

  /// Makes a row that was read one of the data.
  ///
  /// - Parameters:
  ///   - day: The day; `DateCode.unread` sets the row aside.
  ///   - measure: The position of the measure among the data's.
  @inline(__always)
  static func settle(_ row: inout TrackingRow, day: Int32, measure: UInt16) {
    row.date = day
    row.measure = StretchMeasure(measure)
  }

  /// Whether the row holds no score of a pupil who is known.
  @inline(__always)
  var isSetAside: Bool { stored.date == DateCode.unread }

  /// The date, as a `Day` number.
  @inline(__always)
  var day: Int32 { stored.date }

  /// The position of the measure among the data's.
  @inline(__always)
  var measure: UInt16 { stored.measure.raw }

  /// The score.
  @inline(__always)
  var score: ScoreCell { stored.score }
}

/// A stretch of a tracking file whose rows have the pupils, days and measures of the data.
struct ResolvedStretch: Sendable {
  /// The position of the file among the data's inputs.
  let file: UInt8
  /// Scores that do not fit into a row.
  let others: [Double]
  /// The columns of the scores, from 0; empty where a row has one score.
  let positions: [UInt16]

  private let rows: [TrackingRow]
  private let pupils: Runs<UInt32>
  private let lines: LineRuns

  /// A stretch whose rows are settled.
  ///
  /// - Parameter pupils: The positions of the pupils among the data's; any of rows set aside.
  init(_ stretch: consuming TrackingStretch, pupils: Runs<UInt32>) {
    file = stretch.file
    others = stretch.rows.others
    positions = stretch.rows.positions
    rows = stretch.rows.rows
    lines = stretch.rows.lines
    self.pupils = pupils
  }

  /// The line of the last row; nil where there is none.
  var lastLine: Int? { rows.isEmpty ? nil : lines.line(ofRow: rows.count - 1) }

  /// Calls `body` with each row that is not set aside and its pupil.
  @inline(__always)
  func forEachScore(_ body: (_ row: ResolvedRow, _ pupil: Int) -> Void) {
    pupils.forEach(rows: rows.count) { range, pupil in
      for number in range {
        let row = ResolvedRow(settled: rows[number])
        if !row.isSetAside { body(row, Int(pupil)) }
      }
    }
  }

  /// The same with the row's number and line.
  @inline(__always)
  func forEachScore(
    _ body: (_ number: Int, _ row: ResolvedRow, _ pupil: Int, _ line: Int) -> Void
  ) {
    var lines = lines.cursor
    pupils.forEach(rows: rows.count) { range, pupil in
      for number in range {
        let row = ResolvedRow(settled: rows[number])
        if !row.isSetAside { body(number, row, Int(pupil), lines.line(ofRow: number)) }
      }
    }
  }
}
