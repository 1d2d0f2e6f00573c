/// How the files of a kind are laid out, where that is not found out by itself.
public struct LayoutSettings: Sendable, Equatable, Encodable {
  /// Names of files in the folder, instead of those found by name.
  public var files: [String] = []
  /// What stands between two cells; nil: found out.
  public var delimiter: String?
  /// Whether the day or the month comes first in dates such as 03/04/2025; nil: found out.
  public var dateOrder: DateOrder?
  /// The academic year, `2025-26`, in which pupils are in the year groups that the files give them;
  /// nil: found in the file's name.
  public var academicYear: String?
  /// Columns of scores in files that have several in a row; empty: found out.
  public var scores: [ScoreColumnSettings] = []

  /// Nothing said.
  public init() {}
}

/// The order of day and month in a date of three numbers.
public enum DateOrder: String, Sendable, CaseIterable, Encodable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

/// What school.yml says of one column of scores.
public struct ScoreColumnSettings: Sendable, Equatable, Encodable {
  /// The column's heading.
  public var heading: String
  /// The file in which it stands; nil: any.
  public var file: String?
  /// The measure; `{measure}` stands for what the row's own measure column says. nil: that column.
  public var measure: String?
  /// The date of its scores, as the files write dates; nil: the row's own date.
  public var date: String?
  /// The term of its scores; nil: the row's own date.
  public var term: String?

  /// A column of that heading.
  public init(heading: String) {
    self.heading = heading
  }
}
