package import ProvisionModel

/// Texts that name a term of a year, or half of one: `2025-26-autumn`, `Autumn Term 2025`,
/// `Aut1 25-26`, `2025/26 Spring 2`, `End of Summer 2026`.
///
/// One year is the calendar year in which the term lies, two are the academic year. A text that is
/// not understood to its last word names no term.
package enum TermText {
  /// Which end of a term a text stands for.
  package enum Edge: Sendable {
    /// Its first day.
    case first
    /// Its last day.
    case last
  }

  /// The first or last day of the term or half term that a text names; nil when it names none.
  ///
  /// A text that says itself which it means, such as `End of Autumn 2025`, is taken at its word.
  package static func day(_ text: String, in calendar: TermCalendar, as edge: Edge) -> Day? {
    guard let phrase = TermPhrase(text, in: calendar), let term = term(of: phrase, in: calendar)
    else { return nil }
    return day(of: phrase, in: term, as: edge)
  }

  /// The term that a text names, or of which it names a half; nil when it names none.
  package static func term(_ text: String, in calendar: TermCalendar) -> Term? {
    TermPhrase(text, in: calendar).flatMap { term(of: $0, in: calendar) }
  }

  /// The same as `day(_:in:as:)` of a text without a year, such as `Spring End of Term`, in the
  /// academic year that begins in September of `startYear`; nil when the text has a year.
  package static func edgeDay(
    withoutYear text: String, academicYear startYear: Int, in calendar: TermCalendar,
    as edge: Edge
  ) -> Day? {
    guard let phrase = TermPhrase(text, in: calendar), phrase.year == nil,
      let term = term(named: phrase.name, startYear, calendar)
    else { return nil }
    return day(of: phrase, in: term, as: edge)
  }

  private static func term(named name: String, _ startYear: Int, _ calendar: TermCalendar) -> Term?
  {
    calendar.terms(startYear: startYear).first { $0.name == name }
  }

  private static func term(of phrase: TermPhrase, in calendar: TermCalendar) -> Term? {
    switch phrase.year {
    case nil: return nil
    case .academic(let startYear): return term(named: phrase.name, startYear, calendar)
    case .calendar(let year):
      let terms = [year - 1, year].compactMap { term(named: phrase.name, $0, calendar) }
      let inYear = terms.filter { lies($0, in: year) }
      return inYear.count == 1 ? inYear[0] : nil
    }
  }

  /// Whether at least the middle half of a term lies in a calendar year: an autumn that lasts until
  /// 4 January lies in the old year, and a winter from November to February in neither.
  private static func lies(_ term: Term, in year: Int) -> Bool {
    let quarter = term.first.days(to: term.last) / 4
    return term.first.advanced(by: quarter).civil.year == year
      && term.last.advanced(by: -quarter).civil.year == year
  }

  private static func day(of phrase: TermPhrase, in term: Term, as edge: Edge) -> Day {
    switch (phrase.edge ?? edge, phrase.half) {
    case (.first, .second): return endOfFirstHalf(of: term).advanced(by: 1)
    case (.last, .first): return endOfFirstHalf(of: term)
    case (.first, _): return term.first
    case (.last, _): return term.last
    }
  }

  /// The usual day of the half-term break in the term, else the term's middle.
  private static func endOfFirstHalf(of term: Term) -> Day {
    let year = term.startYear
    let breaks = [
      Day(year: year, month: 10, day: 31), Day(year: year + 1, month: 2, day: 20),
      Day(year: year + 1, month: 5, day: 31),
    ]
    let inside = breaks.compactMap { $0 }.filter { term.first <= $0 && $0 < term.last }
    if inside.count == 1 { return inside[0] }
    return term.first.advanced(by: term.first.days(to: term.last) / 2)
  }
}
