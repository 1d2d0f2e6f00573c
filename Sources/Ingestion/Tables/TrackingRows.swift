import ProvisionModel

/// A row of a tracking file without its pupil, in 12 bytes, as it was read. Its numbers mean something
/// by the names of its stretch alone; `ResolvedRow` has those of the data.
struct TrackingRow: Sendable {
  /// The date: see `DateCode`.
  var date: Int32
  /// The score.
  var score: ScoreCell
  /// The measure.
  var measure: StretchMeasure
}

/// The rows of a stretch of a tracking file.
struct TrackingRows: Sendable {
  /// The rows.
  var rows: [TrackingRow] = []
  /// The pupils: consecutive rows are mostly of one pupil.
  var pupils = Runs<StretchPupil>()
  /// The lines.
  var lines = LineRuns()
  /// Scores that do not fit into a row.
  var others: [Double] = []
  /// The columns of the scores, from 0; empty where a row has one score.
  var positions: [UInt16] = []

  /// The number of rows.
  var count: Int { rows.count }

  /// A row.
  subscript(row: Int) -> TrackingRow {
    @inline(__always) get { rows[row] }
    @inline(__always) _modify { yield &rows[row] }
  }

  /// The pupil of a row.
  func pupil(ofRow row: Int) -> StretchPupil { pupils.value(ofRow: row) }

  /// Adds a row.
  @inline(__always)
  mutating func append(_ row: TrackingRow, pupil: StretchPupil, line: Int) {
    pupils.append(pupil, row: rows.count)
    lines.append(line, row: rows.count)
    rows.append(row)
  }
}

/// How the date of a row of a tracking file is written down until it is known: one number for a
/// text of the date column, a term, a day that a heading names, or a term of a year group.
enum DateCode {
  /// What a number stands for.
  enum Meaning {
    /// The text of that number in the date column.
    case date(Int)
    /// The term of that number.
    case term(Int)
    /// A day.
    case day(Int32)
    /// A date of `YearGroupDates`.
    case yearGroup(Int32)
    /// Nobody can read it: the row is set aside.
    case unread
  }

  /// Stands for a date that nobody can read.
  static let unread = Int32.max

  /// The number of a day.
  static func known(_ day: Int32) -> Int32 { knownDays + day }

  /// The number of a term.
  static func term(_ code: Int32) -> Int32 { -1 - code }

  /// The day of a number that stands for no year group's date, or `unread`.
  ///
  /// - Parameters:
  ///   - days: The days of the date column's texts.
  ///   - termDays: The days of the terms.
  @inline(__always)
  static func day(_ code: Int32, _ days: [Int32], _ termDays: [Int32]) -> Int32 {
    switch meaning(code) {
    case .date(let code): days[code]
    case .term(let code): termDays[code]
    case .day(let day): day
    case .yearGroup, .unread: unread
    }
  }

  /// What a number stands for.
  @inline(__always)
  static func meaning(_ code: Int32) -> Meaning {
    if code == unread { return .unread }
    if code >= knownDays / 2 { return .day(code - knownDays) }
    if code >= 0 { return .date(Int(code)) }
    if code >= YearGroupDates.limit { return .term(Int(-1 - code)) }
    return .yearGroup(code)
  }

  private static let knownDays: Int32 = 1_000_000_000
}
