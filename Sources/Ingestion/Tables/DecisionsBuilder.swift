import Diagnostics
import ProvisionModel

/// The rows of the decisions files.
struct DecisionsBuilder: TableBuilder {
  typealias Column = DecisionsColumn

  /// A decision and the name of its intervention.
  struct Row {
    var decision: Decision
    var interventionName: String
  }

  /// The decisions, in file order.
  private(set) var rows: [Row] = []

  private let terms: TermCalendar
  private var columns: ColumnMap<DecisionsColumn>?
  private var file = 0
  private var firstRow = 0
  private var dates: DateColumn
  /// The date of each row of the file as the code of its text; −1 for none.
  private var dateCodes: [Int32] = []
  private var shownOrder = DateOrderEvidence()

  /// Decisions are often taken in the holidays behind a term [days].
  private static let mostDaysAfterTerm = 60

  /// No decisions; terms are those of `terms`.
  init(terms: TermCalendar) {
    self.terms = terms
    dates = DateColumn(terms: terms, edge: .last)
  }

  /// Nobody has to decide anything.
  var mayBeEmpty: Bool { true }

  mutating func begin(_ columns: ColumnMap<DecisionsColumn>, file: Int, log: inout FileLog) {
    self.columns = columns
    self.file = file
    firstRow = rows.count
    dates = DateColumn(terms: terms, edge: .last)
    dateCodes = []
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    func cell(_ column: DecisionsColumn) -> Cell { row[columns.position(of: column)] }
    let missing = [DecisionsColumn.term, .intervention, .decision].filter { cell($0).isEmpty }
    if missing == [.decision] { return noteUndecided(row, columns, &log) }
    for column in missing { log.addEmpty(row, column: columns.position(of: column)) }
    let term = TermText.term(cell(.term).text, in: terms)
    if term == nil, !cell(.term).isEmpty {
      log.addUnreadable(.term, row, column: columns.position(of: .term))
    }
    let kind = DecisionText.kind(cell(.decision).text)
    if kind == nil, !cell(.decision).isEmpty {
      log.add(
        .word, row, column: columns.position(of: .decision),
        message: "cannot read \"\(cell(.decision).text)\"",
        hint: "write continue, vary, stop or start")
    }
    guard missing.isEmpty, let term, let kind else { return }
    let group = cell(.group)
    var decision = Decision(
      file: file, line: row.line, school: cell(.school).text, term: term, intervention: nil,
      kind: kind, group: group.text, change: cell(.change).text)
    decision.targets = ChangeText.targets(in: decision.change)
    decision.decidedBy = cell(.decidedBy).text
    rows.append(Row(decision: decision, interventionName: cell(.intervention).text))
    dateCodes.append(cell(.date).isEmpty ? -1 : dates.code(of: cell(.date)))
  }

  mutating func finish(log: inout FileLog) {
    guard let columns else { return }
    let order = log.dateOrder(nil, dates.evidence, known: &shownOrder)
    let days = dates.days(order)
    for (index, code) in dateCodes.enumerated() where code >= 0 {
      let day = days[Int(code)]
      rows[firstRow + index].decision.day = day
      let decision = rows[firstRow + index].decision
      guard let problem = problem(of: day, code, decision.term) else { continue }
      log.findings.append(
        Finding(
          .date, severity: .warning, file: log.file, line: decision.line,
          column: columns.position(of: .date) + 1, heading: columns.heading(of: .date),
          value: dates.text(of: code), message: problem,
          hint: day == nil ? nil : "check the date and the term"))
    }
  }

  /// What is wrong with the date of a decision of a term; nil where nothing is.
  private func problem(of day: Day?, _ code: Int32, _ term: Term) -> String? {
    guard let day else { return dates.problem(of: code) + ": the row is used without it" }
    let last = term.last.advanced(by: Self.mostDaysAfterTerm)
    guard day < term.first || day > last else { return nil }
    return "\(day) lies neither in the term \(term.id) nor in the \(Self.mostDaysAfterTerm) days "
      + "after it"
  }

  /// A row of the template that nobody has filled in yet.
  private func noteUndecided(
    _ row: CSVRow, _ columns: ColumnMap<DecisionsColumn>, _ log: inout FileLog
  ) {
    log.findings.appendRepeated(
      Finding(
        .emptyCell, severity: .warning, file: log.file, line: row.line,
        column: columns.position(of: .decision) + 1, heading: columns.heading(of: .decision),
        message: "no decision yet: the row is set aside",
        hint: "write continue, vary, stop or start, or leave it until it is decided"))
  }
}
