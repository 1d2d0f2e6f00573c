/// One term of one academic year, e.g. `2025-26-autumn`.
public struct Term: Hashable, Sendable {
  /// The calendar year in which the academic year (September to August) begins.
  public var startYear: Int
  /// The term's name within the year, e.g. `autumn`.
  public var name: String
  /// The first day of the term.
  public var first: Day
  /// The last day: the one before the next term begins, so that each day lies in one term.
  public var last: Day

  /// The term's id, e.g. `2025-26-autumn`.
  public var id: String { "\(academicYear)-\(name)" }

  /// The academic year, e.g. `2025-26`.
  public var academicYear: String {
    let end = (startYear + 1) % 100
    return "\(startYear)-\(end < 10 ? "0" : "")\(end)"
  }

  /// Whether a day lies in the term.
  public func contains(_ day: Day) -> Bool {
    first <= day && day <= last
  }

  /// Whether what goes on from one day to another, or is under way, goes on on one day of the term at
  /// least, as far as is known on a day.
  public func holds(from start: Day, to end: Day?, asOf: Day) -> Bool {
    start <= min(last, asOf) && min(end ?? asOf, asOf) >= first
  }

  /// Whether so much of the term has gone on a day that it says something who has not begun in it:
  /// four weeks, or all of it.
  public func isWellUnderWay(on day: Day) -> Bool {
    day >= min(last, first.advanced(by: 28))
  }

  /// For a page, e.g. `Autumn term 2025–26`.
  public var title: String {
    let year = academicYear.replacing("-", with: "–")
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) term \(year)"
  }
}

extension Term: Comparable {
  /// Whether a term comes before another.
  public static func < (left: Term, right: Term) -> Bool {
    left.first < right.first
  }
}
