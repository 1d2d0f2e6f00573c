import Diagnostics
import ProvisionModel

/// The rows of the tracking files as typed columns, 24 bytes a score.
struct TrackingBuilder: TableBuilder {
  typealias Column = TrackingColumn

  /// Pupils, by the codes of `pupil`.
  private(set) var pupils = PupilKeys()
  /// Names of measures, by the codes of `measure`.
  private(set) var measureNames = ByteDictionary()
  /// Names of subjects, by the codes of `subjectsOfMeasures`.
  private(set) var subjectNames = ByteDictionary()
  /// Score cells that are neither numbers nor ages, tagged with the code of their measure, by the
  /// numbers of `value`.
  private(set) var scoreTexts = ByteDictionary()
  /// What the score cells of each measure look like.
  private(set) var shapes = ShapeCounts()
  /// Pairs of a measure and a subject that stand on one row.
  private(set) var subjectsOfMeasures: Set<SubjectOfMeasure> = []
  /// Measures whose scores stand below a heading that calls them standardised, by their codes.
  private(set) var standardisedMeasures: Set<UInt16> = []
  /// Dates that are known only with the pupil's year group.
  private(set) var yearGroupDates = YearGroupDates()

  var pupil: [UInt32] = []
  var measure: [UInt16] = []
  /// Day numbers; below `YearGroupDates.limit` the code of a date of `yearGroupDates`.
  var day: [Int32] = []
  var value: [Double] = []
  var shape: [ScoreShape] = []
  var censoring: [Censoring] = []
  var line: [UInt32] = []
  var file: [UInt8] = []
  /// The columns of the scores, from 0; as long as a file has one score a row, its own.
  private(set) var scorePositions = ScorePositions()

  /// A measure and a subject that stand on one row.
  struct SubjectOfMeasure: Hashable {
    var measure: UInt16
    var subject: UInt32
  }

  /// Measures that only the heading of a file's scores names.
  private(set) var selfNamed: [SelfNamed] = []

  /// A measure that only the heading of a file's scores names.
  struct SelfNamed {
    var measure: String
    var file: String
  }

  /// The name of a measure's subject, where rows tell it; empty where they do not.
  func subject(ofMeasure code: UInt32) -> String {
    let tag = measureNames.tag(of: code)
    return tag == 0 ? "" : subjectNames.text(of: tag - 1)
  }

  /// More measures than this are no measures: the wrong column was taken for them.
  static let mostMeasures = 5_000

  private let settings: LayoutSettings
  private let terms: TermCalendar
  private var positions = TrackingPositions()
  private var layout = TrackingLayout()
  private var measureCodes: [UInt16?] = []
  // What a file with one score a row needs, apart from the layout: looked at in every row.
  private var isWide = false
  private var scorePosition = -1
  private var fixedMeasure: Int32 = -1
  private var isStandardised = false
  private var hasSubjectOfTest = false
  private var currentFile: UInt8 = 0
  private var firstRow = 0
  private var lastSubject: [UInt32] = []
  private var dates: DateColumn
  private var termNames = TermColumn()
  private var shownOrder = DateOrderEvidence()

  /// An empty table; terms that stand for dates are those of `terms`.
  init(settings: LayoutSettings, terms: TermCalendar) {
    self.settings = settings
    self.terms = terms
    dates = DateColumn(terms: terms, edge: .last)
  }

  func missingColumns(_ columns: ColumnMap<TrackingColumn>, file: String) -> [TrackingColumn] {
    TrackingLayout(columns, file: file, settings: settings, terms: terms).missing
  }

  var scoreColumns: [InputScoreColumn] { layout.isWide ? layout.described : [] }

  mutating func begin(_ columns: ColumnMap<TrackingColumn>, file: Int, log: inout FileLog) {
    positions = TrackingPositions(columns)
    layout = TrackingLayout(columns, file: log.file, settings: settings, terms: terms)
    layout.report(columns, to: &log)
    currentFile = UInt8(file)
    firstRow = pupil.count
    dates = DateColumn(terms: terms, edge: .last)
    termNames = TermColumn()
    measureCodes = layout.scores.map { column in
      guard let name = column.measure, !name.contains("{measure}") else { return nil }
      return UInt16(clamping: measureNames.code(of: name))
    }
    isWide = layout.isWide
    scorePosition = layout.scores.first?.position ?? -1
    fixedMeasure = measureCodes.first.flatMap { $0.map(Int32.init) } ?? -1
    hasSubjectOfTest = columns.has(.measure) && columns.has(.subject)
    selfNamed += layout.selfNamedMeasure.map { [SelfNamed(measure: $0, file: log.file)] } ?? []
    isStandardised = MeasureRecognition.isStandardised(columns.heading(of: .score))
    if isWide { scorePositions.begin(firstRow: firstRow) }
  }

  /// Lets go of the names and texts, once every row has its numbers and its score.
  mutating func releaseNames() {
    pupils = PupilKeys()
    scoreTexts = ByteDictionary()
    shape = []
  }

  mutating func reserve(rows: Int) {
    let total = pupil.count + rows * layout.scores.count
    pupil.reserveCapacity(total)
    measure.reserveCapacity(total)
    day.reserveCapacity(total)
    value.reserveCapacity(total)
    shape.reserveCapacity(total)
    censoring.reserveCapacity(total)
    line.reserveCapacity(total)
    file.reserveCapacity(total)
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    if isWide { return addWide(row, log: &log) }
    guard let pupilCode = pupils.code(of: row, positions.pupil) else {
      return report(row, log: &log)
    }
    guard let date = dateCode(of: row) else { return report(row, log: &log) }
    var measureCode = UInt16(truncatingIfNeeded: fixedMeasure)
    if fixedMeasure < 0 {
      let cell = row[positions.measure]
      if cell.isEmpty { return report(row, log: &log) }
      // Where a test has its subject in a column of its own, each pair is told apart here, and the
      // assembly finds out whether the test has several.
      let code = measureNames.code(of: cell, tag: hasSubjectOfTest ? subjectTag(row) : 0)
      if code >= Self.mostMeasures { return reportTooManyMeasures(row, log: &log) }
      measureCode = UInt16(truncatingIfNeeded: code)
    }
    append(
      row[scorePosition], pupil: pupilCode, measure: measureCode, day: date, line: row.line)
    if positions.subject >= 0 { noteSubject(row[positions.subject], of: measureCode) }
  }

  private mutating func subjectTag(_ row: CSVRow) -> UInt32 {
    let subject = row[positions.subject]
    return subject.isEmpty ? 0 : subjectNames.code(of: subject) + 1
  }

  mutating func finish(log: inout FileLog) {
    let order = log.dateOrder(settings.dateOrder, dates.evidence, known: &shownOrder)
    let days = dates.days(order)
    let termDays = termNames.days(terms, startYear: layout.startYear)
    var unread = 0
    for row in firstRow..<day.count {
      let code = day[row]
      if code < YearGroupDates.limit { continue }
      if code > Self.knownDays / 2 {
        day[row] = code - Self.knownDays
        continue
      }
      let found = code >= 0 ? days[Int(code)] : termDays[Int(-1 - code)]
      if let found {
        day[row] = found.number
      } else {
        reportDate(row, code, log: &log)
        day[row] = Self.unreadDay
        unread += 1
      }
    }
    if unread > 0 { removeUnreadRows() }
    if !isWide, isStandardised { standardisedMeasures.formUnion(measure[firstRow...]) }
  }

  /// Gives the scores their dates whose headings name the year group in which the pupil was then.
  ///
  /// - Parameter groups: The pupils' year groups in the pupils file, by the codes of `pupil`.
  /// - Returns: A finding for each pupil whose scores nobody can date; they are set aside.
  mutating func settleYearGroupDates(groups: [String], files: [InputFile]) -> [Finding] {
    var findings: [Finding] = []
    var reported: Set<UInt32> = []
    let newest = yearGroupDates.newestYear
    for row in day.indices where day[row] < YearGroupDates.limit {
      let group = groups[Int(pupil[row])]
      if let found = yearGroupDates.day(
        day[row], listedGroup: group, listedYear: newest, terms: terms)
      {
        day[row] = found.number
        continue
      }
      day[row] = Self.unreadDay
      guard reported.insert(pupil[row]).inserted else { continue }
      findings.append(
        files[Int(file[row])].finding(
          .yearGroup, line: Int(line[row]), value: group,
          message: "nobody can tell when the pupil was in the year groups of the headings, so "
            + "these scores are set aside"))
    }
    if !reported.isEmpty {
      firstRow = 0
      removeUnreadRows()
    }
    return findings
  }

  private static let unreadDay = Int32.max
  /// Until a file has ended, `day` holds codes of texts, and days that its headings name from here
  /// on.
  private static let knownDays: Int32 = 1_000_000_000

  private mutating func removeUnreadRows() {
    let kept = (firstRow..<day.count).filter { day[$0] != Self.unreadDay }
    func keep<Element>(_ column: inout [Element]) {
      for (offset, row) in kept.enumerated() { column[firstRow + offset] = column[row] }
      column.removeLast(column.count - firstRow - kept.count)
    }
    keep(&pupil)
    keep(&measure)
    keep(&day)
    keep(&value)
    keep(&shape)
    keep(&censoring)
    keep(&line)
    keep(&file)
    scorePositions.keep(kept, firstRow: firstRow)
  }
}

// MARK: - Rows

extension TrackingBuilder {
  /// A row with several scores: the empty ones are no scores.
  private mutating func addWide(_ row: CSVRow, log: inout FileLog) {
    guard let pupilCode = pupils.code(of: row, positions.pupil) else {
      return log.addEmpty(row, column: positions.pupil.first)
    }
    var rowDate: Int32?
    for (index, column) in layout.scores.enumerated() where !row[column.position].isEmpty {
      let date: Int32
      switch column.when {
      case .day(let known):
        date = Self.knownDays + known.number
      case .ofYearGroup(let term, let group):
        date = yearGroupDates.code(
          term: term, group: group, startYear: layout.startYear,
          pupilsGroup: row[positions.yearGroup])
      case .ofRow:
        rowDate = rowDate ?? dateCode(of: row)
        guard let known = rowDate else { return report(row, log: &log) }
        date = known
      }
      guard
        let measureCode = measureCodes[index]
          ?? code(ofMeasureIn: row, column.measure ?? "{measure}", log: &log)
      else { return }
      append(
        row[column.position], pupil: pupilCode, measure: measureCode, day: date, line: row.line)
      scorePositions.append(column.position)
      if let subject = column.subject {
        noteSubject(subjectNames.code(of: subject), of: measureCode)
      } else if positions.subject >= 0 {
        noteSubject(row[positions.subject], of: measureCode)
      }
    }
  }

  private mutating func append(
    _ cell: Cell, pupil pupilCode: UInt32, measure measureCode: UInt16, day date: Int32,
    line rowLine: Int
  ) {
    let reading = ScoreText.reading(cell)
    pupil.append(pupilCode)
    measure.append(measureCode)
    day.append(date)
    shape.append(reading.shape)
    censoring.append(reading.censoring)
    if reading.shape == .text {
      let text = scoreTexts.code(of: cell, tag: UInt32(measureCode))
      shapes.add(text: text)
      value.append(Double(text))
    } else {
      shapes.add(reading.shape, measure: UInt32(measureCode))
      value.append(reading.value)
    }
    line.append(UInt32(truncatingIfNeeded: rowLine))
    file.append(currentFile)
  }

  /// The measure of a column whose name takes in the row's own.
  private mutating func code(
    ofMeasureIn row: CSVRow, _ pattern: String, log: inout FileLog
  ) -> UInt16? {
    let cell = row[positions.measure]
    guard !cell.isEmpty else {
      log.addEmpty(row, column: positions.measure)
      return nil
    }
    let name = pattern.replacing("{measure}", with: cell.text)
    let code = measureNames.code(of: name)
    if code < Self.mostMeasures { return UInt16(code) }
    reportTooManyMeasures(row, log: &log)
    return nil
  }

  private func reportTooManyMeasures(_ row: CSVRow, log: inout FileLog) {
    log.add(
      .tooManyMeasures, row, column: positions.measure,
      message: "more than \(Self.mostMeasures) different measures")
  }

  /// The code of a row's date, or of its term; nil when both are empty.
  private mutating func dateCode(of row: CSVRow) -> Int32? {
    let cell = row[positions.date]
    if !cell.isEmpty { return dates.code(of: cell) }
    guard positions.term >= 0, !row[positions.term].isEmpty else { return nil }
    return -1 - termNames.code(term: row[positions.term], year: row[positions.academicYear])
  }

  private func report(_ row: CSVRow, log: inout FileLog) {
    if !positions.pupil.contains(where: { !row[$0].isEmpty }) {
      log.addEmpty(row, column: positions.pupil.first)
    }
    if measureCodes.first ?? nil == nil, row[positions.measure].isEmpty {
      log.addEmpty(row, column: positions.measure)
    }
    if row[positions.date].isEmpty, row[positions.term].isEmpty {
      log.addEmpty(row, column: max(positions.date, positions.term))
    }
  }

  private func reportDate(_ row: Int, _ code: Int32, log: inout FileLog) {
    let isDate = code >= 0
    let column = isDate ? positions.date : positions.term
    let text = isDate ? dates.text(of: code) : termNames.text(of: -1 - code)
    log.findings.append(
      Finding(
        isDate ? .date : .term, file: log.file, line: Int(line[row]), column: column + 1,
        heading: log.headings.indices.contains(column) ? log.headings[column] : nil, value: text,
        message: isDate ? dates.problem(of: code) : "cannot read \"\(text)\""))
  }

  private mutating func noteSubject(_ cell: Cell, of measure: UInt16) {
    if !cell.isEmpty { noteSubject(subjectNames.code(of: cell), of: measure) }
  }

  private mutating func noteSubject(_ subject: UInt32, of measure: UInt16) {
    while lastSubject.count <= Int(measure) { lastSubject.append(.max) }
    if lastSubject[Int(measure)] == subject { return }
    lastSubject[Int(measure)] = subject
    subjectsOfMeasures.insert(SubjectOfMeasure(measure: measure, subject: subject))
  }
}

/// Where the columns of a tracking file are, from 0; −1 where it does not have them.
struct TrackingPositions {
  var pupil = PupilPositions()
  var yearGroup = -1
  var date = -1
  var term = -1
  var academicYear = -1
  var measure = -1
  var subject = -1

  /// No columns.
  init() {}

  /// The columns of a file.
  init(_ columns: ColumnMap<TrackingColumn>) {
    pupil = PupilPositions(
      school: columns.position(of: .school), id: columns.position(of: .pupilID),
      upn: columns.position(of: .upn), admission: columns.position(of: .admissionNumber),
      name: columns.position(of: .pupilName), surname: columns.position(of: .surname),
      forename: columns.position(of: .forename))
    yearGroup = columns.position(of: .yearGroup)
    date = columns.position(of: .date)
    term = columns.position(of: .term)
    academicYear = columns.position(of: columns.has(.academicYear) ? .academicYear : .yearGroup)
    subject = columns.position(of: .subject)
    measure = columns.has(.measure) ? columns.position(of: .measure) : subject
  }
}
