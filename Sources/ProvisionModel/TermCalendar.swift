/// How a school divides its academic year (September to August) into terms.
///
/// A term begins on the same month and day every year unless a start of its own was given for that
/// year, and runs up to the day before the next term begins: no day lies between two terms.
public struct TermCalendar: Sendable, Equatable {
  /// A term of every year: its name and the month and day on which it begins.
  public struct Recurring: Sendable, Equatable {
    /// The name, e.g. `autumn`.
    public var name: String
    /// The month in which it begins, 1–12.
    public var month: Int
    /// The day of that month, 1–28 or as the month allows in every year.
    public var day: Int

    /// A term that begins on that month and day of every year.
    public init(name: String, month: Int, day: Int) {
      self.name = name
      self.month = month
      self.day = day
    }
  }

  /// The terms of a year in the order in which they come, from September.
  public let recurring: [Recurring]
  /// Starts that differ from the usual one, by term id.
  public let starts: [String: Day]

  /// Autumn from 1 September, Spring from 1 January, Summer from 16 April (METHOD §1).
  public static let standard = TermCalendar(
    recurring: [
      Recurring(name: "autumn", month: 9, day: 1),
      Recurring(name: "spring", month: 1, day: 1),
      Recurring(name: "summer", month: 4, day: 16),
    ],
    starts: [:]
  )

  /// A calendar of these terms, in any order; `starts` gives single terms a start of their own.
  public init(recurring: [Recurring], starts: [String: Day]) {
    self.recurring = recurring.sorted { left, right in
      (left.academicMonth, left.day) < (right.academicMonth, right.day)
    }
    self.starts = starts
  }

  /// All terms of the academic year that begins in September of `startYear`, in order.
  public func terms(startYear: Int) -> [Term] {
    let firsts = recurring.map { first(of: $0, startYear: startYear) }
    let nextYear = recurring.first.map { first(of: $0, startYear: startYear + 1) }
    return recurring.indices.map { index in
      let next = index + 1 < firsts.count ? firsts[index + 1] : (nextYear ?? firsts[index])
      return Term(
        startYear: startYear,
        name: recurring[index].name,
        first: firsts[index],
        last: next.advanced(by: -1)
      )
    }
  }

  /// The term in which a day lies.
  public func term(containing day: Day) -> Term {
    let (year, month, _) = day.civil
    let guess = month >= 9 ? year : year - 1
    let terms = [guess - 1, guess, guess + 1].flatMap { self.terms(startYear: $0) }
    return terms.last { $0.first <= day } ?? terms[0]
  }

  /// The term of an id such as `2025-26-autumn`; nil when there is no such term.
  public func term(id: String) -> Term? {
    let parts = id.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let startYear = Int(parts[0]),
      (1900...2199).contains(startYear)
    else { return nil }
    return terms(startYear: startYear).first { $0.id == id }
  }

  /// The term before a term of this calendar.
  public func term(before term: Term) -> Term {
    self.term(containing: term.first.advanced(by: -1))
  }

  /// The term after a term of this calendar.
  public func term(after term: Term) -> Term {
    self.term(containing: term.last.advanced(by: 1))
  }

  /// The first day of the academic year of a term.
  public func firstDayOfYear(of term: Term) -> Day {
    terms(startYear: term.startYear).first?.first ?? term.first
  }

  private func first(of term: Recurring, startYear: Int) -> Day {
    let year = term.month >= 9 ? startYear : startYear + 1
    let usual = Day(year: year, month: term.month, day: term.day) ?? Day(number: 0)
    let id = Term(startYear: startYear, name: term.name, first: usual, last: usual).id
    return starts[id] ?? usual
  }
}

extension TermCalendar.Recurring {
  /// The month counted from September (0) to August (11).
  fileprivate var academicMonth: Int { (month + 3) % 12 }
}
