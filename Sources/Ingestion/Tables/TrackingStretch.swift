import Diagnostics
import ProvisionModel

/// A stretch of a tracking file that has been read: its rows, and what their numbers mean.
struct TrackingStretch: Sendable {
  /// The rows.
  var rows: TrackingRows
  /// What the numbers of the rows are among those of all files.
  var numbers: TrackingNames.Numbers
  /// The position of the file among the data's inputs.
  var file: UInt8
  /// The numbers of the dates and terms among those of the file, until it has ended.
  var dateNumbers: [Int32]
  var termNumbers: [Int32]
  /// The day of each date and term, `DateCode.unread` where nobody can read it.
  var days: [Int32] = []
  var termDays: [Int32] = []
  /// How many of the rows are set aside when the file has ended.
  var setAside = 0

  /// The line of a row.
  func line(ofRow row: Int) -> Int { rows.lines.line(ofRow: row) }

  /// The day of a row whose date is not that of a year group, or `DateCode.unread`.
  func day(of row: TrackingRow) -> Int32 {
    DateCode.day(row.date, days, termDays)
  }
}
