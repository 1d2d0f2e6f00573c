import Diagnostics
import ProvisionModel

/// The rows of the tracking files, stretch by stretch.
///
/// What rows repeat, such as pupils and measures, stands in them as numbers. While a stretch is read
/// these are the stretch's own, so that several can be read at the same time; `append` puts a
/// stretch behind those before it and finds out what its numbers are among all. The rows themselves
/// are looked at again only when the table of scores is made of them.
struct TrackingBuilder: StretchBuilder {
  typealias Column = TrackingColumn

  /// What the numbers of all files' rows stand for.
  private(set) var names = TrackingNames()
  /// The stretches of all files, in order.
  private(set) var stretches: [TrackingStretch] = []
  /// The rows that can be used, as far as the files have ended.
  private(set) var usableRows = 0
  /// Measures whose scores stand below a heading that calls them standardised, by their numbers.
  private(set) var standardisedMeasures: Set<FilesMeasure> = []
  /// Measures that only the heading of a file's scores names.
  private(set) var selfNamed: [SelfNamed] = []

  /// A measure that only the heading of a file's scores names.
  struct SelfNamed {
    var measure: String
    var file: String
  }

  // The file that is being read.
  private let settings: LayoutSettings
  private let terms: TermCalendar
  private var positions = TrackingPositions()
  private var layout = TrackingLayout()
  private var currentFile: UInt8 = 0
  private var firstStretch = 0
  private var dates: DateColumn
  private var termNames = TermColumn()
  private var shownOrder = DateOrderEvidence()
  // What a file with one score a row needs, apart from the layout: looked at in every row.
  private var isWide = false
  private var scorePosition = -1
  private var hasFixedMeasure = false
  private var isStandardised = false
  private var hasSubjectOfTest = false
  /// The cells of the school and the pupil where rows have them side by side, and beside them a date,
  /// a measure and a score only.
  private var plainPupil: ClosedRange<Int>?

  // The stretch that is being read.
  private var rows = TrackingRows()
  private var own = TrackingNames()
  private var ownDates: DateColumn
  private var plainDates = ISODays()
  private var ownTerms = TermColumn()
  private var measureNumbers: [StretchMeasure?] = []
  private var lastSubject: [UInt32] = []

  /// An empty table; terms that stand for dates are those of `terms`.
  init(settings: LayoutSettings, terms: TermCalendar) {
    self.settings = settings
    self.terms = terms
    dates = DateColumn(terms: terms, edge: .last)
    ownDates = dates
  }

  func missingColumns(_ columns: ColumnMap<TrackingColumn>, file: String) -> [TrackingColumn] {
    TrackingLayout(columns, file: file, settings: settings, terms: terms).missing
  }

  var scoreColumns: [InputScoreColumn] { layout.isWide ? layout.described : [] }

  /// The name of a measure's subject, where rows tell it; empty where they do not.
  func subject(ofMeasure number: UInt32) -> String {
    let tag = names.measures.tag(of: number)
    return tag == 0 ? "" : names.subjects.text(of: tag - 1)
  }

  mutating func begin(_ columns: ColumnMap<TrackingColumn>, file: Int, log: inout FileLog) {
    positions = TrackingPositions(columns)
    layout = TrackingLayout(columns, file: log.file, settings: settings, terms: terms)
    layout.report(columns, to: &log)
    currentFile = UInt8(file)
    firstStretch = stretches.count
    dates = DateColumn(terms: terms, edge: .last)
    termNames = TermColumn()
    isWide = layout.isWide
    scorePosition = layout.scores.first?.position ?? -1
    hasSubjectOfTest = columns.has(.measure) && columns.has(.subject)
    selfNamed += layout.selfNamedMeasure.map { [SelfNamed(measure: $0, file: log.file)] } ?? []
    isStandardised = MeasureRecognition.isStandardised(columns.heading(of: .score))
    beginStretch()
  }

  /// A row with several scores has a column for each of them: rows are few, and their numbers
  /// depend on each other.
  var hasStretches: Bool { !isWide }

  func stretch() -> TrackingBuilder {
    var stretch = self
    stretch.names = TrackingNames()
    stretch.stretches = []
    stretch.beginStretch()
    return stretch
  }

  mutating func append(_ stretch: TrackingBuilder, log: inout FileLog) {
    appendStretch(
      stretch.rows, stretch.own, dates: stretch.ownDates, terms: stretch.ownTerms, log: &log)
  }

  mutating func reserve(rows count: Int) {
    rows.rows.reserveCapacity(rows.count + count * layout.scores.count)
  }

  @inline(__always)
  mutating func addPlain(_ row: CSVRow) -> Bool {
    guard let cells = plainPupil, row.isOfFile, cells.upperBound < row.count,
      let pupil = own.pupils.codeOfRepeated(row, cells),
      let day = plainDates.day(row[positions.date])
    else { return false }
    let cell = row[positions.measure]
    guard !cell.isEmpty, let score = ScoreText.plainNumber(row[scorePosition]) else { return false }
    let measure = own.measures.code(of: cell)
    guard measure < TrackingNames.mostMeasures else { return false }
    ownDates.notePlainDate()
    append(
      ScoreCell(score), pupil: StretchPupil(pupil),
      measure: StretchMeasure(UInt16(truncatingIfNeeded: measure)),
      date: DateCode.known(day), line: row.line)
    return true
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    if isWide { return addWide(row, log: &log) }
    guard let pupil = own.pupils.code(of: row, positions.pupil) else {
      return report(row, log: &log)
    }
    guard let date = dateCode(of: row) else { return report(row, log: &log) }
    var measure = StretchMeasure(0)
    if !hasFixedMeasure {
      let cell = row[positions.measure]
      if cell.isEmpty { return report(row, log: &log) }
      // Where a test has its subject in a column of its own, each pair is told apart here, and the
      // assembly finds out whether the test has several.
      let number = own.measures.code(of: cell, tag: hasSubjectOfTest ? subjectTag(row) : 0)
      if number >= TrackingNames.mostMeasures { return reportTooManyMeasures(row, log: &log) }
      measure = StretchMeasure(UInt16(truncatingIfNeeded: number))
    }
    append(
      row[scorePosition], pupil: StretchPupil(pupil), measure: measure, date: date, line: row.line)
    if positions.subject >= 0 { noteSubject(row[positions.subject], of: measure) }
  }

  mutating func finish(log: inout FileLog) {
    var none = TrackingNames()
    swap(&none, &own)
    appendStretch(rows, none, dates: ownDates, terms: ownTerms, log: &log)
    beginStretch()
    let order = log.dateOrder(settings.dateOrder, dates.evidence, known: &shownOrder)
    let days = dates.days(order).map { $0?.number ?? DateCode.unread }
    let termDays = termNames.days(terms, startYear: layout.startYear).map {
      $0?.number ?? DateCode.unread
    }
    for index in firstStretch..<stretches.count {
      stretches[index].days = stretches[index].dateNumbers.map { days[Int($0)] }
      stretches[index].termDays = stretches[index].termNumbers.map { termDays[Int($0)] }
      setAsideUnreadDates(index, &log)
      usableRows += stretches[index].rows.count - stretches[index].setAside
      if !isWide, isStandardised { noteStandardised(stretches[index]) }
    }
  }

  /// Where a pupil's first row stands.
  func place(ofPupil code: FilesPupil) -> (file: Int, line: Int)? {
    for stretch in stretches {
      guard let own = stretch.numbers.pupils.own(code),
        let row = stretch.rows.pupils.first(
          own, rows: stretch.rows.count,
          where: { stretch.rows[$0].date != DateCode.unread })
      else { continue }
      return (Int(stretch.file), stretch.line(ofRow: row))
    }
    return nil
  }

  /// Gives the scores their dates whose headings name the year group in which the pupil was then.
  ///
  /// - Parameter groups: The pupils' year groups in the pupils file, by their numbers.
  /// - Returns: A finding for each pupil whose scores nobody can date; they are set aside.
  mutating func settleYearGroupDates(groups: [String], files: [InputFile]) -> [Finding] {
    var findings: [Finding] = []
    var reported: Set<FilesPupil> = []
    let newest = names.yearGroupDates.newestYear
    for index in stretches.indices {
      for row in stretches[index].rows.rows.indices {
        guard case .yearGroup(let own) = DateCode.meaning(stretches[index].rows[row].date)
        else { continue }
        let stretch = stretches[index]
        let date = stretch.numbers.yearGroupDates[YearGroupDates.position(of: own)]
        let pupil = stretch.numbers.pupils[stretch.rows.pupil(ofRow: row)]
        let group = groups[pupil.position]
        if let found = names.yearGroupDates.day(
          date, listedGroup: group, listedYear: newest, terms: terms)
        {
          stretches[index].rows[row].date = DateCode.known(found.number)
          continue
        }
        stretches[index].rows[row].date = DateCode.unread
        usableRows -= 1
        guard reported.insert(pupil).inserted else { continue }
        findings.append(
          files[Int(stretch.file)].finding(
            .yearGroup, line: stretch.line(ofRow: row), value: group,
            message: "nobody can tell when the pupil was in the year groups of the headings, so "
              + "these scores are set aside"))
      }
    }
    return findings
  }

  /// Gives up the stretches, for the table of scores to be made of them.
  mutating func takeStretches() -> [TrackingStretch] {
    var taken: [TrackingStretch] = []
    swap(&taken, &stretches)
    return taken
  }
}

// MARK: - Stretches

extension TrackingBuilder {
  private mutating func beginStretch() {
    rows = TrackingRows()
    own = TrackingNames()
    ownDates = DateColumn(terms: terms, edge: .last)
    ownTerms = TermColumn()
    lastSubject = []
    measureNumbers = layout.scores.map { column in
      guard let name = column.measure, !name.contains("{measure}") else { return nil }
      return StretchMeasure(UInt16(clamping: own.measures.code(of: name)))
    }
    hasFixedMeasure = (measureNumbers.first ?? nil) != nil
    plainPupil =
      isWide || hasFixedMeasure || positions.subject >= 0 ? nil : positions.pupil.schoolAndID
  }

  private mutating func appendStretch(
    _ rows: TrackingRows, _ own: TrackingNames, dates ownDates: DateColumn,
    terms ownTerms: TermColumn, log: inout FileLog
  ) {
    var stretch = TrackingStretch(
      rows: rows, numbers: names.add(own), file: currentFile, dateNumbers: dates.add(ownDates),
      termNumbers: termNames.add(ownTerms))
    if stretch.numbers.measures.all.contains(TrackingNames.tooMany) {
      setAsideTooManyMeasures(&stretch, own, &log)
    }
    stretches.append(stretch)
  }

  /// Sets aside the rows of measures that are one too many among those of all stretches.
  private func setAsideTooManyMeasures(
    _ stretch: inout TrackingStretch, _ own: TrackingNames, _ log: inout FileLog
  ) {
    for row in stretch.rows.rows.indices {
      let measure = stretch.rows[row].measure
      guard stretch.numbers.measures[measure] == TrackingNames.tooMany else { continue }
      stretch.rows[row].date = DateCode.unread
      stretch.setAside += 1
      log.findings.appendRepeated(
        Finding(
          .tooManyMeasures, file: log.file, line: stretch.line(ofRow: row),
          column: positions.measure + 1, heading: heading(positions.measure, log),
          value: own.measures.text(of: UInt32(measure.raw)), message: Self.tooManyMeasures))
    }
  }

  /// Sets aside the rows of a stretch whose dates nobody can read.
  private mutating func setAsideUnreadDates(_ index: Int, _ log: inout FileLog) {
    let isUnread =
      stretches[index].days.contains(DateCode.unread)
      || stretches[index].termDays.contains(DateCode.unread)
    guard isUnread else { return }
    for row in stretches[index].rows.rows.indices {
      let code = stretches[index].rows[row].date
      switch DateCode.meaning(code) {
      case .date(let own) where stretches[index].days[own] == DateCode.unread:
        let number = stretches[index].dateNumbers[own]
        reportDate(
          .date, stretches[index].line(ofRow: row), positions.date, dates.text(of: number),
          dates.problem(of: number), &log)
      case .term(let own) where stretches[index].termDays[own] == DateCode.unread:
        let text = termNames.text(of: stretches[index].termNumbers[own])
        reportDate(
          .term, stretches[index].line(ofRow: row), positions.term, text,
          "cannot read \"\(text)\"", &log)
      default: continue
      }
      stretches[index].rows[row].date = DateCode.unread
      stretches[index].setAside += 1
    }
  }

  private mutating func noteStandardised(_ stretch: TrackingStretch) {
    var isThere = [Bool](repeating: false, count: stretch.numbers.measures.all.count)
    for row in stretch.rows.rows where row.date != DateCode.unread {
      isThere[row.measure.position] = true
    }
    for (measure, isThere) in zip(stretch.numbers.measures.all, isThere) where isThere {
      standardisedMeasures.insert(measure)
    }
  }

  private func reportDate(
    _ code: FindingCode, _ line: Int, _ column: Int, _ text: String, _ message: String,
    _ log: inout FileLog
  ) {
    log.findings.append(
      Finding(
        code, file: log.file, line: line, column: column + 1, heading: heading(column, log),
        value: text, message: message))
  }

  private func heading(_ column: Int, _ log: FileLog) -> String? {
    log.headings.indices.contains(column) ? log.headings[column] : nil
  }
}

// MARK: - Rows

extension TrackingBuilder {
  /// A row with several scores: the empty ones are no scores.
  private mutating func addWide(_ row: CSVRow, log: inout FileLog) {
    guard let pupil = own.pupils.code(of: row, positions.pupil) else {
      return log.addEmpty(row, column: positions.pupil.first)
    }
    var rowDate: Int32?
    for (index, column) in layout.scores.enumerated() where !row[column.position].isEmpty {
      let date: Int32
      switch column.when {
      case .day(let known):
        date = DateCode.known(known.number)
      case .ofYearGroup(let term, let group):
        date = own.yearGroupDates.code(
          term: term, group: group, startYear: layout.startYear,
          pupilsGroup: row[positions.yearGroup])
      case .ofRow:
        rowDate = rowDate ?? dateCode(of: row)
        guard let known = rowDate else { return report(row, log: &log) }
        date = known
      }
      guard
        let measure = measureNumbers[index]
          ?? number(ofMeasureIn: row, column.measure ?? "{measure}", log: &log)
      else { return }
      append(
        row[column.position], pupil: StretchPupil(pupil), measure: measure, date: date,
        line: row.line)
      rows.positions.append(UInt16(clamping: column.position))
      if let subject = column.subject {
        noteSubject(own.subjects.code(of: subject), of: measure)
      } else if positions.subject >= 0 {
        noteSubject(row[positions.subject], of: measure)
      }
    }
  }

  @inline(__always)
  private mutating func append(
    _ cell: Cell, pupil: StretchPupil, measure: StretchMeasure, date: Int32, line: Int
  ) {
    let score = ScoreText.plainNumber(cell).map { ScoreCell($0) } ?? read(cell, measure)
    append(score, pupil: pupil, measure: measure, date: date, line: line)
  }

  @inline(__always)
  private mutating func append(
    _ score: ScoreCell, pupil: StretchPupil, measure: StretchMeasure, date: Int32,
    line: Int
  ) {
    own.shapes.add(score.shape, measure: measure)
    rows.append(
      TrackingRow(date: date, score: score, measure: measure), pupil: pupil, line: line)
  }

  /// A score that is not a short plain number.
  private mutating func read(_ cell: Cell, _ measure: StretchMeasure) -> ScoreCell {
    let reading = ScoreText.reading(cell)
    guard reading.shape == .text else { return ScoreCell(reading, others: &rows.others) }
    let text = own.scoreTexts.code(of: cell, tag: UInt32(measure.raw))
    own.shapes.add(text: text)
    return ScoreCell(reading, text: text, others: &rows.others)
  }

  private mutating func subjectTag(_ row: CSVRow) -> UInt32 {
    let subject = row[positions.subject]
    return subject.isEmpty ? 0 : own.subjects.code(of: subject) + 1
  }

  /// The measure of a column whose name takes in the row's own.
  private mutating func number(
    ofMeasureIn row: CSVRow, _ pattern: String, log: inout FileLog
  ) -> StretchMeasure? {
    let cell = row[positions.measure]
    guard !cell.isEmpty else {
      log.addEmpty(row, column: positions.measure)
      return nil
    }
    let name = pattern.replacing("{measure}", with: cell.text)
    let number = own.measures.code(of: name)
    if number < TrackingNames.mostMeasures { return StretchMeasure(UInt16(number)) }
    reportTooManyMeasures(row, log: &log)
    return nil
  }

  private static let tooManyMeasures =
    "more than \(TrackingNames.mostMeasures) different measures"

  private func reportTooManyMeasures(_ row: CSVRow, log: inout FileLog) {
    log.add(.tooManyMeasures, row, column: positions.measure, message: Self.tooManyMeasures)
  }

  /// The code of a row's date, or of its term; nil when both are empty.
  @inline(__always)
  private mutating func dateCode(of row: CSVRow) -> Int32? {
    let cell = row[positions.date]
    if let day = plainDates.day(cell) {
      ownDates.notePlainDate()
      return DateCode.known(day)
    }
    if !cell.isEmpty { return ownDates.code(of: cell) }
    guard positions.term >= 0, !row[positions.term].isEmpty else { return nil }
    return DateCode.term(
      ownTerms.code(term: row[positions.term], year: row[positions.academicYear]))
  }

  private func report(_ row: CSVRow, log: inout FileLog) {
    if !positions.pupil.contains(where: { !row[$0].isEmpty }) {
      log.addEmpty(row, column: positions.pupil.first)
    }
    if !hasFixedMeasure, row[positions.measure].isEmpty {
      log.addEmpty(row, column: positions.measure)
    }
    if row[positions.date].isEmpty, row[positions.term].isEmpty {
      log.addEmpty(row, column: max(positions.date, positions.term))
    }
  }

  private mutating func noteSubject(_ cell: Cell, of measure: StretchMeasure) {
    if !cell.isEmpty { noteSubject(own.subjects.code(of: cell), of: measure) }
  }

  private mutating func noteSubject(_ subject: UInt32, of measure: StretchMeasure) {
    while lastSubject.count <= measure.position { lastSubject.append(.max) }
    if lastSubject[measure.position] == subject { return }
    lastSubject[measure.position] = subject
    own.subjectsOfMeasures.insert(
      TrackingNames.SubjectOfMeasure(measure: measure.raw, subject: subject))
  }
}
