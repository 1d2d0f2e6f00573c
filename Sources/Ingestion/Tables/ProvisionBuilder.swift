import Diagnostics
import ProvisionModel

/// The rows of the provision maps.
///
/// Pupils, interventions, measures, subjects and TAs are numbered as these files name them; the
/// assembler turns the numbers into those of the whole data.
struct ProvisionBuilder: TableBuilder {
  typealias Column = ProvisionColumn

  /// Pupils, by the numbers of the rows.
  private(set) var pupils = PupilKeys()
  /// Names of interventions, by the numbers of the rows.
  private(set) var interventionNames = ByteDictionary()
  /// Names of measures, by the numbers of the rows.
  private(set) var measureNames = ByteDictionary()
  /// Names of subjects, by the numbers of the rows.
  private(set) var subjectNames = ByteDictionary()
  /// TAs, by the numbers of the rows.
  private(set) var assistantNames = ByteDictionary()
  /// The rows that can be used.
  private(set) var rows: [ProvisionRow] = []

  private var columns: ColumnMap<ProvisionColumn>?
  private var file = 0
  private var texts = TextPool()
  private var measureLists = CodedLists()
  private var assistantLists = CodedLists()

  /// The rows, which the builder then no longer holds.
  mutating func takeRows() -> [ProvisionRow] {
    var taken: [ProvisionRow] = []
    swap(&taken, &rows)
    return taken
  }

  mutating func begin(_ columns: ColumnMap<ProvisionColumn>, file: Int) {
    self.columns = columns
    self.file = file
  }

  mutating func reserve(rows count: Int) {
    rows.reserveCapacity(rows.count + count)
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    var cells = RowCells(row: row, columns: columns)
    let start = cells.date(.startDate, log: &log)
    let end = cells.date(.endDate, log: &log)
    cells.require([.pupilID, .intervention, .startDate], log: &log)
    if let start, let end, end < start {
      log.add(
        .endBeforeStart, row, column: columns.position(of: .endDate),
        message: "the end, \(end), lies before the start, \(start)")
      cells.isUsable = false
    }
    let amounts = Amounts(
      sessionsPerWeek: cells.amount(.sessionsPerWeek, log: &log),
      minutesPerSession: cells.amount(.minutesPerSession, log: &log),
      sessionsPlanned: cells.amount(.sessionsPlanned, log: &log),
      sessionsAttended: cells.amount(.sessionsAttended, log: &log),
      cost: cells.amount(.cost, log: &log),
      hourlyRate: cells.amount(.hourlyRate, log: &log))
    guard cells.isUsable, let start else { return }
    if let planned = amounts.sessionsPlanned, let attended = amounts.sessionsAttended,
      attended > planned
    {
      log.add(
        .attendance, row, column: columns.position(of: .sessionsAttended),
        message: "more sessions attended than were planned")
    }
    var made = ProvisionRow(
      file: file, line: row.line,
      pupil: Int(pupils.code(id: cells[.pupilID], school: cells[.school])),
      intervention: Int(interventionNames.code(of: cells[.intervention])), start: start, end: end)
    amounts.fill(&made)
    fill(&made, from: cells)
    rows.append(made)
  }

  private mutating func fill(_ made: inout ProvisionRow, from cells: RowCells) {
    made.measures = measureLists.codes(of: cells[.measure], names: &measureNames)
    let subject = cells[.subject]
    made.subject = subject.isEmpty ? nil : Int(subjectNames.code(of: subject))
    made.teachingAssistants = assistantLists.codes(
      of: cells[.teachingAssistant], names: &assistantNames)
    made.entryScores = scores(in: cells[.entryScore])
    made.targetScores = scores(in: cells[.targetScore])
    made.exitScores = scores(in: cells[.exitScore])
    made.areaOfNeed = texts.text(of: cells[.areaOfNeed])
    made.wave = texts.text(of: cells[.wave])
    made.group = texts.text(of: cells[.group])
    made.outcomeRating = texts.text(of: cells[.outcomeRating])
    made.evidenceBase = texts.text(of: cells[.evidenceBase])
  }

  private func scores(in cell: Cell) -> [RawScore] {
    cell.isEmpty ? [] : cell.split(at: 0x3B).map(ScoreText.raw)
  }
}

/// The numbers of a row.
private struct Amounts {
  var sessionsPerWeek: Double?
  var minutesPerSession: Double?
  var sessionsPlanned: Double?
  var sessionsAttended: Double?
  var cost: Double?
  var hourlyRate: Double?

  func fill(_ row: inout ProvisionRow) {
    row.sessionsPerWeek = sessionsPerWeek
    row.minutesPerSession = minutesPerSession
    row.sessionsPlanned = sessionsPlanned
    row.sessionsAttended = sessionsAttended
    row.cost = cost
    row.hourlyRate = hourlyRate
  }
}

/// Lists of names as lists of their codes; equal lists are kept once.
private struct CodedLists {
  private var lists = ByteDictionary()
  private var codes: [[Int]] = []

  /// The codes of the names in a cell, each of them once.
  mutating func codes(of cell: Cell, names: inout ByteDictionary) -> [Int] {
    guard !cell.isEmpty else { return [] }
    let list = Int(lists.code(of: cell))
    if list == codes.count {
      codes.append(ListText.items(cell.text).map { Int(names.code(of: $0)) })
    }
    return codes[list]
  }
}

/// The cells of a row of the provision map, with what is wrong with them.
private struct RowCells {
  let row: CSVRow
  let columns: ColumnMap<ProvisionColumn>
  /// Whether all cells that were looked at can be used.
  var isUsable = true

  subscript(column: ProvisionColumn) -> Cell {
    row[columns.position(of: column)]
  }

  mutating func require(_ wanted: [ProvisionColumn], log: inout FileLog) {
    for column in wanted where self[column].isEmpty {
      log.addEmpty(row, column: columns.position(of: column))
      isUsable = false
    }
  }

  mutating func date(_ column: ProvisionColumn, log: inout FileLog) -> Day? {
    let cell = self[column]
    guard !cell.isEmpty else { return nil }
    let day = DateText.day(cell)
    if day == nil {
      log.addUnreadable(.date, row, column: columns.position(of: column))
      isUsable = false
    }
    return day
  }

  /// A number that is not negative. Where it cannot be read, the row is used without it.
  func amount(_ column: ProvisionColumn, log: inout FileLog) -> Double? {
    let cell = self[column]
    guard !cell.isEmpty else { return nil }
    guard let number = NumberText.number(cell)?.value, number >= 0 else {
      log.add(
        .number, row, column: columns.position(of: column),
        message: "cannot read \"\(cell.text)\": the row is used without it")
      return nil
    }
    return number
  }
}
