import Diagnostics
import ProvisionModel

/// The starts and ends of the rows of one provision map: of the provision, or of the pupil where the
/// file has those too.
struct ProvisionDates {
  /// The dates of a row as codes of their texts; −1 for none.
  struct Codes {
    var start: Int32
    var end: Int32
    var startsWithPupil: Bool
    var endsWithPupil: Bool
  }

  /// The position of the file's first row among all rows.
  let firstRow: Int

  private var codes: [Codes] = []
  private var starts: DateColumn
  private var ends: DateColumn
  private var pupilStarts: DateColumn
  private var pupilEnds: DateColumn

  /// No dates; terms that stand for dates are those of `terms`.
  init(terms: TermCalendar, firstRow: Int) {
    self.firstRow = firstRow
    starts = DateColumn(terms: terms, edge: .first)
    ends = DateColumn(terms: terms, edge: .last)
    pupilStarts = DateColumn(terms: terms, edge: .first)
    pupilEnds = DateColumn(terms: terms, edge: .last)
  }

  /// The dates of a row.
  mutating func codes(of cells: ProvisionCells) -> Codes {
    let start = cells[.pupilStartDate]
    let end = cells[.pupilEndDate]
    let startsWithPupil = !start.isEmpty
    let endsWithPupil = !end.isEmpty
    return Codes(
      start: startsWithPupil
        ? pupilStarts.code(of: start) : Self.code(of: cells[.startDate], &starts),
      end: endsWithPupil ? pupilEnds.code(of: end) : Self.code(of: cells[.endDate], &ends),
      startsWithPupil: startsWithPupil, endsWithPupil: endsWithPupil)
  }

  /// Adds the dates of the next row.
  mutating func append(_ row: Codes) {
    codes.append(row)
  }

  /// Gives the rows of the file their dates, and tells which of them can be used.
  func resolve(
    _ rows: inout [ProvisionRow], _ columns: ColumnMap<ProvisionColumn>, order given: DateOrder?,
    shown: inout DateOrderEvidence, log: inout FileLog
  ) -> [Bool] {
    let order = log.dateOrder(
      given, starts.evidence + ends.evidence + pupilStarts.evidence + pupilEnds.evidence,
      known: &shown)
    let (starts, ends) = (self.starts.days(order), self.ends.days(order))
    let (pupilStarts, pupilEnds) = (self.pupilStarts.days(order), self.pupilEnds.days(order))
    var lastLine = 0
    return codes.indices.map { index in
      let code = codes[index]
      let line = rows[firstRow + index].line
      // Of a row with several pupils what is wrong is told once.
      let isTold = line == lastLine
      lastLine = line
      let start = (code.startsWithPupil ? pupilStarts : starts)[Int(code.start)]
      var end = code.end < 0 ? nil : (code.endsWithPupil ? pupilEnds : ends)[Int(code.end)]
      let isOpen = code.end < 0 || end == nil && OpenEnd.isOpen(text(end: code))
      if let start, let named = end, start.days(to: named) > Self.mostDays {
        end = nil
        if !isTold { noteFarEnd(named, code, line, columns, &log) }
        rows[firstRow + index].start = start
        return true
      }
      if start == nil, !isTold {
        report(code.startsWithPupil ? .pupilStartDate : .startDate, code.start, line, columns, &log)
      }
      if !isOpen, end == nil, !isTold {
        report(code.endsWithPupil ? .pupilEndDate : .endDate, code.end, line, columns, &log)
      }
      guard let start, isOpen || end != nil else { return false }
      rows[firstRow + index].start = start
      rows[firstRow + index].end = end
      guard let end, end < start else { return true }
      if !isTold {
        add(
          .endBeforeStart, code.endsWithPupil ? .pupilEndDate : .endDate, text(end: code), line,
          "the end, \(end), lies before the start, \(start)", columns, &log)
      }
      return false
    }
  }

  /// No intervention lasts ten years: an end so far away stands for none.
  private static let mostDays = 3_653

  private func noteFarEnd(
    _ end: Day, _ code: Codes, _ line: Int, _ columns: ColumnMap<ProvisionColumn>,
    _ log: inout FileLog
  ) {
    add(
      .farEnd, code.endsWithPupil ? .pupilEndDate : .endDate, text(end: code), line,
      "the end, \(end), is over ten years after the start, and is read as no end yet", columns,
      &log)
  }

  private static func code(of cell: Cell, _ column: inout DateColumn) -> Int32 {
    cell.isEmpty ? -1 : column.code(of: cell)
  }

  private func text(end code: Codes) -> String {
    code.endsWithPupil ? pupilEnds.text(of: code.end) : ends.text(of: code.end)
  }

  private func report(
    _ column: ProvisionColumn, _ code: Int32, _ line: Int, _ columns: ColumnMap<ProvisionColumn>,
    _ log: inout FileLog
  ) {
    let dates =
      switch column {
      case .pupilStartDate: pupilStarts
      case .pupilEndDate: pupilEnds
      case .endDate: ends
      default: starts
      }
    add(.date, column, dates.text(of: code), line, dates.problem(of: code), columns, &log)
  }

  private func add(
    _ code: FindingCode, _ column: ProvisionColumn, _ value: String, _ line: Int,
    _ message: String, _ columns: ColumnMap<ProvisionColumn>, _ log: inout FileLog
  ) {
    log.findings.append(
      Finding(
        code, file: log.file, line: line, column: columns.position(of: column) + 1,
        heading: columns.heading(of: column), value: value, message: message))
  }
}
