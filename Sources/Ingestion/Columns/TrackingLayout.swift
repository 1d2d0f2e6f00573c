import Diagnostics
import ProvisionModel

/// A column of scores of a tracking file, and what its scores are.
struct ScoreColumn: Equatable {
  /// When the scores of a column were taken.
  enum When: Equatable {
    /// On the date, or in the term, of each row.
    case ofRow
    /// On that day.
    case day(Day)
    /// At the end of a term of the academic year in which the pupil was in a year group.
    case ofYearGroup(term: String, group: Int)
  }

  /// The column's position, from 0.
  var position: Int
  /// The measure; `{measure}` stands for the row's own. nil: the row's own.
  var measure: String?
  /// The subject, where the heading names one.
  var subject: String?
  /// The date.
  var when: When
}

/// How a tracking file is laid out: a score a row, or several scores in a row.
struct TrackingLayout {
  /// The columns of scores.
  private(set) var scores: [ScoreColumn] = []
  private var headings: [String] = []
  /// Columns that are needed and not there.
  private(set) var missing: [TrackingColumn] = []
  /// Whether the dates in the headings put the month first.
  private(set) var hasMonthFirstHeadings = false
  /// Whether a row holds several scores.
  private(set) var isWide = false
  /// Headings that school.yml names for this file and that the file does not have.
  private(set) var absentHeadings: [String] = []

  /// The academic year in which pupils are in the year groups that the files give them.
  private(set) var startYear: Int?

  /// - Parameters:
  ///   - columns: The file's columns.
  ///   - file: The file's name.
  ///   - settings: What school.yml says of tracking files.
  ///   - terms: The terms.
  init(
    _ columns: ColumnMap<TrackingColumn>, file: String, settings: LayoutSettings,
    terms: TermCalendar
  ) {
    headings = columns.headings
    startYear =
      AcademicYearText.startYear(within: file)
      ?? settings.academicYear.flatMap { AcademicYearText.startYear($0) }
    scores = named(columns, file, settings, terms)
    if scores.isEmpty, isUndatedOrWithoutScore(columns) {
      scores = wide(columns, settings.dateOrder, terms)
    }
    isWide = !scores.isEmpty
    if scores.isEmpty { scores = long(columns) }
    missing = columns.match.missing.filter { isMissing($0, columns) }
  }

  /// The measure of a file with one score a row, where only the heading of the scores names it.
  var selfNamedMeasure: String? { isWide ? nil : scores.first?.measure }

  /// The columns of scores, for a person.
  var described: [InputScoreColumn] {
    scores.map { column in
      let date =
        switch column.when {
        case .ofRow: "the row's date"
        case .day(let day): day.description
        case .ofYearGroup(let term, let group): "\(term) of year \(group)"
        }
      return InputScoreColumn(
        position: column.position + 1, heading: headings[column.position],
        measure: column.measure ?? "{measure}", date: date)
    }
  }

  /// Whether year groups in the headings stand for academic years, and nobody says which.
  var lacksAcademicYear: Bool {
    startYear == nil
      && scores.contains {
        if case .ofYearGroup = $0.when { true } else { false }
      }
  }

  private func isMissing(_ column: TrackingColumn, _ columns: ColumnMap<TrackingColumn>) -> Bool {
    switch column {
    case .score: scores.isEmpty
    case .measure where scores.isEmpty: columns.match.doubt(.score) == nil
    case .measure: scores.contains { $0.measure?.contains("{measure}") ?? true }
    case .date: scores.isEmpty || scores.contains { $0.when == .ofRow }
    default: true
    }
  }

  private func isUndatedOrWithoutScore(_ columns: ColumnMap<TrackingColumn>) -> Bool {
    !columns.has(.score) || !(columns.has(.date) || columns.has(.term))
  }

  /// One score a row.
  private func long(_ columns: ColumnMap<TrackingColumn>) -> [ScoreColumn] {
    let position = columns.position(of: .score)
    guard position >= 0 else { return [] }
    let heading = columns.headings[position]
    let hasMeasure = columns.has(.measure) || columns.has(.subject)
    let names = !hasMeasure && TrackingColumn.namesItsMeasure(heading)
    return [ScoreColumn(position: position, measure: names ? heading : nil, when: .ofRow)]
  }

  /// The columns that school.yml lists.
  private mutating func named(
    _ columns: ColumnMap<TrackingColumn>, _ file: String, _ settings: LayoutSettings,
    _ terms: TermCalendar
  ) -> [ScoreColumn] {
    let keys = columns.headings.map(PlainName.key)
    return settings.scores.compactMap { entry in
      if let wanted = entry.file, wanted != file { return nil }
      guard let position = keys.firstIndex(of: PlainName.key(entry.heading)) else {
        if entry.file != nil { absentHeadings.append(entry.heading) }
        return nil
      }
      let heading = columns.headings[position]
      let wide = WideHeading(heading, terms: terms, startYear: startYear)
      let when: ScoreColumn.When =
        if let date = entry.date, let day = DateText.reading(date).day(monthFirst: false) {
          .day(day)
        } else if let term = entry.term, let day = TermText.day(term, in: terms, as: .last) {
          .day(day)
        } else {
          wide?.scoreDate(monthFirst: false) ?? .ofRow
        }
      let hasMeasure = columns.has(.measure) || columns.has(.subject)
      return ScoreColumn(
        position: position,
        measure: entry.measure ?? wide?.measure ?? (hasMeasure ? nil : heading),
        subject: wide?.subject, when: when)
    }
  }

  /// Columns whose headings name a measure and a date or term; where a row names a test or subject
  /// too, the measure is both.
  private mutating func wide(
    _ columns: ColumnMap<TrackingColumn>, _ given: DateOrder?, _ terms: TermCalendar
  ) -> [ScoreColumn] {
    let taken = Set(columns.match.positions.filter { $0.key != .score }.values)
    let found = columns.headings.indices.filter { !taken.contains($0) }.compactMap { position in
      WideHeading(columns.headings[position], terms: terms, startYear: startYear)
        .map { (position, $0) }
    }
    let hasMeasure = columns.has(.measure) || columns.has(.subject)
    let showsMonthFirst =
      found.contains { $0.1.scoreDate(monthFirst: false) == nil }
      && found.allSatisfy { $0.1.scoreDate(monthFirst: true) != nil }
    hasMonthFirstHeadings = given == nil && showsMonthFirst
    let monthFirst = given.map { $0 == .monthFirst } ?? showsMonthFirst
    return found.compactMap { position, heading in
      let own = TrackingColumn.namesItsMeasure(heading.measure) ? heading.measure : ""
      let measure = hasMeasure ? (own.isEmpty ? "{measure}" : "{measure} \(own)") : heading.measure
      return heading.scoreDate(monthFirst: monthFirst).map { when in
        ScoreColumn(position: position, measure: measure, subject: heading.subject, when: when)
      }
    }
  }
}

extension WideHeading {
  /// The date, when the order of day and month is known; nil when it is no date in that order.
  fileprivate func scoreDate(monthFirst: Bool) -> ScoreColumn.When? {
    switch when {
    case .day(let day): .day(day)
    case .ordered(let first, let second, let year):
      DateReading.ordered(first: first, second: second, year: year).day(monthFirst: monthFirst)
        .map { .day($0) }
    case .ofYearGroup(let term, let group): .ofYearGroup(term: term, group: group)
    }
  }
}

extension TrackingLayout {
  /// The layout before a file was opened.
  init() {}

  /// Notes what there is to say of the layout of a file.
  func report(_ columns: ColumnMap<TrackingColumn>, to log: inout FileLog) {
    if hasMonthFirstHeadings {
      log.findings.append(
        Finding(
          .monthFirst, file: log.file, line: columns.line,
          message: "some headings have dates only with the month first, so all dates of the "
            + "headings are read so"))
    }
    for heading in absentHeadings {
      log.findings.append(
        Finding(
          .missingColumn, severity: .warning, file: log.file, line: columns.line, value: heading,
          message: "school.yml names the heading \"\(heading)\" for this file, which does not "
            + "have it",
          hint: "mend layout: {tracking: {scores: …}} in school.yml"))
    }
    guard lacksAcademicYear else { return }
    log.findings.append(
      Finding(
        .academicYear, file: log.file, line: columns.line,
        message: "the headings give year groups, and nothing tells the academic year in which the "
          + "pupils are in theirs"))
  }
}
