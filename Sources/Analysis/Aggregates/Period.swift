package import ProvisionModel

/// The stretches of time that episodes are pooled over (METHOD §1).
package enum Period: String, Sendable, CaseIterable {
  /// Episodes that end in the reported term.
  case term
  /// Those that end in its academic year, up to the term's last day.
  case year
  /// Those that end on or before the term's last day.
  case all

  /// The days on which the episodes of the period of a reported term end.
  package func days(term: Term, calendar: TermCalendar) -> ClosedRange<Day> {
    switch self {
    case .term: term.first...term.last
    case .year: calendar.firstDayOfYear(of: term)...term.last
    case .all: Day(number: .min)...term.last
    }
  }
}
