import ProvisionModel

/// A heading that names a measure and a date or term, as in files with a row a pupil:
/// `NGRT SAS Autumn 2025`, `Reading age (12/09/2025)`,
/// `Summative Assessment$Spring End of Term$3$Mathematics`.
struct WideHeading: Equatable {
  /// When the scores below a heading were taken.
  enum When: Equatable {
    /// On that day; the last day of a term.
    case day(Day)
    /// On a day whose day and month may stand in either order.
    case ordered(first: Int, second: Int, year: Int)
    /// At the end of a term of the academic year in which the pupil was in a year group.
    case ofYearGroup(term: String, group: Int)
  }

  /// The measure.
  var measure: String
  /// The subject, where the heading names one apart.
  var subject: String?
  /// The date.
  var when: When

  /// Reads a heading; nil when it does not name both, or names something that is no score.
  ///
  /// - Parameter startYear: The academic year of terms without a year, where the file has one.
  init?(_ heading: String, terms: TermCalendar, startYear: Int? = nil) {
    // Longer texts are no headings.
    guard heading.utf8.count <= 200 else { return nil }
    guard
      let wide = heading.contains("$")
        ? Self.packed(heading, terms) : Self.plain(heading, terms, startYear)
    else { return nil }
    self = wide
    guard Self.isScore(measure) else { return nil }
  }

  private init(measure: String, subject: String?, when: When) {
    self.measure = measure
    self.subject = subject
    self.when = when
  }

  /// `Type$Term$Year$Subject`, the parts in any order, with an academic year or a year group.
  private static func packed(_ heading: String, _ terms: TermCalendar) -> WideHeading? {
    var names: [String] = []
    var term: String?
    var startYear: Int?
    var group: Int?
    var when: When?
    for part in heading.split(separator: "$").map({ trimmed(String($0)) }) where !part.isEmpty {
      if when == nil, let day = TermText.day(part, in: terms, as: .last) {
        when = .day(day)
      } else if term == nil, isTerm(part, terms) {
        term = part
      } else if startYear == nil, let year = AcademicYearText.startYear(part) {
        startYear = year
      } else if group == nil, let number = yearGroup(part) {
        group = number
      } else {
        names.append(part)
      }
    }
    if when == nil, let term {
      if let startYear {
        when = TermText.edgeDay(
          withoutYear: term, academicYear: startYear, in: terms, as: .last
        ).map { .day($0) }
      } else if let group {
        when = .ofYearGroup(term: term, group: group)
      }
    }
    guard let when, !names.isEmpty else { return nil }
    return WideHeading(
      measure: names.joined(separator: " "), subject: names.count > 1 ? names.last : nil,
      when: when)
  }

  /// The measure before or behind the date or term.
  private static func plain(
    _ heading: String, _ terms: TermCalendar, _ startYear: Int?
  ) -> WideHeading? {
    let scalars = Array(heading.unicodeScalars)
    let hasDigit = scalars.contains { (0x30...0x39).contains($0.value) }
    guard hasDigit || startYear != nil else { return nil }
    let breaks = scalars.indices.filter { separators.contains(scalars[$0]) }
    // The longest date has seven words: Wed 31 Dec 2025 00 00 00.
    for index in breaks.suffix(8) {
      let (before, after) = (text(scalars[..<index]), text(scalars[(index + 1)...]))
      if let wide = ofYearGroup(before, after, terms) { return wide }
      if let when = when(after, terms, startYear) {
        return named(before, when)
      }
    }
    for index in breaks.prefix(8).reversed() {
      let (before, after) = (text(scalars[..<index]), text(scalars[(index + 1)...]))
      if let wide = ofYearGroup(after, before, terms) { return wide }
      if let when = when(before, terms, startYear) {
        return named(after, when)
      }
    }
    return nil
  }

  private static func named(_ measure: String, _ when: When) -> WideHeading? {
    measure.isEmpty ? nil : WideHeading(measure: measure, subject: nil, when: when)
  }

  /// A measure, a year group and a term, as in `Reading Y4 Autumn 2`.
  private static func ofYearGroup(_ text: String, _ term: String, _ terms: TermCalendar)
    -> WideHeading?
  {
    guard isTerm(term, terms) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    for length in [1, 2] where words.count > length {
      let last = words.suffix(length).joined(separator: " ")
      let first = words.prefix(length).joined(separator: " ")
      for (group, rest) in [(last, words.dropLast(length)), (first, words.dropFirst(length))] {
        guard group.lowercased().hasPrefix("y"), let number = yearGroup(group) else { continue }
        return WideHeading(
          measure: rest.joined(separator: " "), subject: nil,
          when: .ofYearGroup(term: term, group: number))
      }
    }
    return nil
  }

  private static func when(
    _ text: String, _ terms: TermCalendar, _ startYear: Int?
  ) -> When? {
    guard text.utf8.count >= 3 else { return nil }
    switch DateText.reading(text) {
    case .day(let day): return .day(day)
    case .ordered(let first, let second, let year):
      return .ordered(first: first, second: second, year: year)
    case .none, .serial: break
    }
    if let day = TermText.day(text, in: terms, as: .last) { return .day(day) }
    return startYear.flatMap {
      TermText.edgeDay(withoutYear: text, academicYear: $0, in: terms, as: .last)
    }
    .map { .day($0) }
  }

  private static func isTerm(_ text: String, _ terms: TermCalendar) -> Bool {
    TermText.edgeDay(withoutYear: text, academicYear: 2025, in: terms, as: .last) != nil
  }

  private static func yearGroup(_ text: String) -> Int? {
    YearGroupText.canonical(text).flatMap { $0 == "R" ? 0 : Int($0) }
  }

  /// Whether a heading names a judgement, a hope or something else that is no score.
  static func isNoScore(_ heading: String) -> Bool {
    !isScore(heading)
  }

  /// Columns of judgements and hopes that stand beside the scores.
  private static func isScore(_ measure: String) -> Bool {
    let words = measure.lowercased().split { !$0.isLetter }
    if words.starts(with: ["age", "at"]) { return false }
    return !words.contains { notScores.contains(String($0)) }
  }

  private static let notScores: Set<String> = [
    "target", "targets", "predicted", "prediction", "forecast", "comment", "comments", "attendance",
    "effort", "behaviour", "homework", "date", "flightpath", "born", "late", "lates", "absence",
    "absences", "class", "form", "expected", "meg", "estimate", "estimated", "estimates", "fft",
    "aspirational", "rank", "progress", "year", "set", "group", "teacher's",
  ]

  private static let separators: Set<Unicode.Scalar> = [
    " ", "\t", "-", "–", "—", "_", ":", "|", "(", ")", "[", "]", ",", "/", "\n", "\u{A0}",
  ]

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return trimmed(String(text))
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, separators.contains(first) || first == "*" { rest.removeFirst() }
    while let last = rest.last, separators.contains(last) { rest.removeLast() }
    // A bracket that belongs to the name is kept: "Reading (KS2) Autumn 2025".
    let opened = rest.contains("(") && text.unicodeScalars.contains(")")
    return String(rest) + (opened && !rest.contains(")") ? ")" : "")
  }
}
