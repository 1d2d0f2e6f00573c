import Diagnostics
import ProvisionModel
import Yams

extension SettingsFile {
  /// The terms of a year, `autumn: "09-01"`, and starts of single terms, `2025-26-summer:
  /// "2026-04-13"`.
  ///
  /// Without a term of every year the usual ones stay, so that single starts can be given alone.
  static func terms(_ section: SettingsSection, _ log: SettingsLog) -> TermCalendar {
    var recurring: [TermCalendar.Recurring] = []
    var starts: [(id: String, day: Day, mark: Mark?)] = []
    for entry in section.named {
      let text = entry.value.string ?? ""
      if let day = Day(iso: text) {
        starts.append((entry.name, day, entry.mark))
      } else if let term = recurringTerm(entry.name, text) {
        recurring.append(term)
      } else {
        log.add(
          entry.value.mark, value: text, message: "\(section.path(of: entry.name)) is \"\(text)\"",
          hint: "write the month and day on which it begins every year, such as \"09-01\", "
            + "or the date on which one term begins, 2025-26-autumn: \"2025-09-03\"")
      }
    }
    if recurring.isEmpty { recurring = TermCalendar.standard.recurring }
    checkOrder(recurring, section, log)
    let usual = TermCalendar(recurring: recurring, starts: [:])
    for start in starts where usual.term(id: start.id) == nil {
      log.add(
        start.mark, value: start.id, message: "there is no term \"\(start.id)\"",
        hint: "write it as \(usual.terms(startYear: 2025).map(\.id).joined(separator: ", "))")
    }
    let calendar = TermCalendar(
      recurring: recurring,
      starts: Dictionary(starts.map { ($0.id, $0.day) }, uniquingKeysWith: { first, _ in first }))
    for start in starts {
      guard let term = calendar.term(id: start.id), !keepsItsPlace(term, calendar) else { continue }
      log.add(
        start.mark, value: start.day.description,
        message: "\(start.id) begins on \(start.day), which is not between the terms around it",
        hint: "mend the date: the terms of a year begin one after the other")
    }
    return calendar
  }

  /// Whether a term begins after the one before it and before the next.
  private static func keepsItsPlace(_ term: Term, _ calendar: TermCalendar) -> Bool {
    let terms = (-1...1).flatMap { calendar.terms(startYear: term.startYear + $0) }
    guard let place = terms.firstIndex(where: { $0.id == term.id }) else { return false }
    return terms[place - 1].first < term.first && term.first < terms[place + 1].first
  }

  private static func recurringTerm(_ name: String, _ text: String) -> TermCalendar.Recurring? {
    guard let day = Day(iso: "2001-" + text)?.civil else { return nil }
    return TermCalendar.Recurring(name: name, month: day.month, day: day.day)
  }

  private static func checkOrder(
    _ recurring: [TermCalendar.Recurring], _ section: SettingsSection, _ log: SettingsLog
  ) {
    let days = recurring.map { [$0.month, $0.day] }
    if Set(days).count < days.count {
      log.add(
        section.named.first?.mark, message: "two terms begin on the same day",
        hint: "give each term the day on which it begins")
    }
    if !recurring.contains(where: { $0.month == 9 }) {
      log.add(
        section.named.first?.mark, message: "no term begins in September",
        hint: "the academic year runs from September to August: let its first term begin then")
    }
  }
}
