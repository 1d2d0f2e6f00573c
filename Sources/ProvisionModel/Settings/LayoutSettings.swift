/// How the files of a kind are laid out, where that is not found out by itself.
package struct LayoutSettings: Sendable, Equatable, Encodable {
  /// Names of files in the folder, instead of those found by name.
  package var files: [String] = []
  /// What stands between two cells; nil: found out.
  package var delimiter: String?
  /// Whether the day or the month comes first in dates such as 03/04/2025; nil: found out.
  package var dateOrder: DateOrder?
  /// The academic year, `2025-26`, in which pupils are in the year groups that the files give them;
  /// nil: found in the file's name.
  package var academicYear: String?
  /// Columns of scores in files that have several in a row; empty: found out.
  package var scores: [ScoreColumnSettings] = []

  /// Nothing said.
  package init() {}
}

/// The order of day and month in a date of three numbers.
package enum DateOrder: String, Sendable, CaseIterable, Encodable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// What school.yml says of one column of scores.
package struct ScoreColumnSettings: Sendable, Equatable, Encodable {
  /// The column's heading.
  package var heading: String
  /// The file in which it stands; nil: any.
  package var file: String?
  /// The measure; `{measure}` stands for what the row's own measure column says. nil: that column.
  package var measure: String?
  /// The date of its scores, as the files write dates; nil: the row's own date.
  package var date: String?
  /// The term of its scores; nil: the row's own date.
  package var term: String?

  /// A column of that heading.
  package init(heading: String) {
    self.heading = heading
  }
}
