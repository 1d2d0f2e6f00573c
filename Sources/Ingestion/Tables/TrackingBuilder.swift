import Diagnostics
import ProvisionModel

/// The rows of the tracking files as typed columns, 24 bytes a row.
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

  var pupil: [UInt32] = []
  var measure: [UInt16] = []
  var day: [Int32] = []
  var value: [Double] = []
  var shape: [ScoreShape] = []
  var censoring: [Censoring] = []
  var line: [UInt32] = []
  var file: [UInt8] = []

  /// A measure and a subject that stand on one row.
  struct SubjectOfMeasure: Hashable {
    var measure: UInt16
    var subject: UInt32
  }

  /// More measures than this are no measures: the wrong column was taken for them.
  static let mostMeasures = 5_000

  private let terms: TermCalendar
  private var positions = Positions()
  private var currentFile: UInt8 = 0
  private var lastSubject: [UInt32] = []
  // Few dates stand on many rows, so that each text is read once.
  private var dateTexts = ByteDictionary()
  private var dateDays: [Day?] = []
  private var termTexts = ByteDictionary()
  private var termDays: [Day?] = []

  private struct Positions {
    var pupil = -1
    var school = -1
    var date = -1
    var term = -1
    var measure = -1
    var score = -1
    var subject = -1
  }

  /// An empty table; terms that stand for dates are those of `terms`.
  init(terms: TermCalendar) {
    self.terms = terms
  }

  mutating func begin(_ columns: ColumnMap<TrackingColumn>, file: Int) {
    positions.pupil = columns.position(of: .pupilID)
    positions.school = columns.position(of: .school)
    positions.date = columns.position(of: .date)
    positions.term = columns.position(of: .term)
    positions.measure = columns.position(of: .measure)
    positions.score = columns.position(of: .score)
    positions.subject = columns.position(of: .subject)
    currentFile = UInt8(file)
  }

  /// Lets go of the names and texts, once every row has its numbers and its score.
  mutating func releaseNames() {
    pupils = PupilKeys()
    scoreTexts = ByteDictionary()
    shape = []
  }

  mutating func reserve(rows: Int) {
    let total = pupil.count + rows
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
    let idCell = row[positions.pupil]
    let measureCell = row[positions.measure]
    let date = date(of: row)
    if idCell.isEmpty || measureCell.isEmpty || date == nil {
      report(row, hasDate: date != nil, log: &log)
      return
    }
    let measureCode = measureNames.code(of: measureCell)
    guard let date, measureCode < Self.mostMeasures else {
      log.add(
        .tooManyMeasures, row, column: positions.measure,
        message: "more than \(Self.mostMeasures) different measures")
      return
    }
    let score = row[positions.score]
    let reading = ScoreText.reading(score)
    pupil.append(pupils.code(id: idCell, school: row[positions.school]))
    measure.append(UInt16(measureCode))
    day.append(date.number)
    shape.append(reading.shape)
    censoring.append(reading.censoring)
    if reading.shape == .text {
      let text = scoreTexts.code(of: score, tag: measureCode)
      shapes.add(text: text)
      value.append(Double(text))
    } else {
      shapes.add(reading.shape, measure: measureCode)
      value.append(reading.value)
    }
    line.append(UInt32(truncatingIfNeeded: row.line))
    file.append(currentFile)
    if positions.subject >= 0 { noteSubject(row[positions.subject], of: UInt16(measureCode)) }
  }

  private mutating func date(of row: CSVRow) -> Day? {
    let cell = row[positions.date]
    if !cell.isEmpty {
      let code = Int(dateTexts.code(of: cell))
      if code == dateDays.count { dateDays.append(DateText.day(cell)) }
      return dateDays[code]
    }
    guard positions.term >= 0, !row[positions.term].isEmpty else { return nil }
    let code = Int(termTexts.code(of: row[positions.term]))
    if code == termDays.count { termDays.append(terms.term(id: row[positions.term].text)?.last) }
    return termDays[code]
  }

  private func report(_ row: CSVRow, hasDate: Bool, log: inout FileLog) {
    if row[positions.pupil].isEmpty { log.addEmpty(row, column: positions.pupil) }
    if row[positions.measure].isEmpty { log.addEmpty(row, column: positions.measure) }
    guard !hasDate else { return }
    if positions.date >= 0, !row[positions.date].isEmpty {
      log.addUnreadable(.date, row, column: positions.date)
    } else if positions.term >= 0, !row[positions.term].isEmpty {
      log.addUnreadable(.term, row, column: positions.term)
    } else {
      log.addEmpty(row, column: max(positions.date, positions.term))
    }
  }

  private mutating func noteSubject(_ cell: Cell, of measure: UInt16) {
    guard !cell.isEmpty else { return }
    let subject = subjectNames.code(of: cell)
    while lastSubject.count <= Int(measure) { lastSubject.append(.max) }
    if lastSubject[Int(measure)] == subject { return }
    lastSubject[Int(measure)] = subject
    subjectsOfMeasures.insert(SubjectOfMeasure(measure: measure, subject: subject))
  }
}
