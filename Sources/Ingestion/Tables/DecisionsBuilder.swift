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

  /// No decisions; terms are those of `terms`.
  init(terms: TermCalendar) {
    self.terms = terms
  }

  mutating func begin(_ columns: ColumnMap<DecisionsColumn>, file: Int, log: inout FileLog) {
    self.columns = columns
    self.file = file
  }

  mutating func add(_ row: CSVRow, log: inout FileLog) {
    guard let columns else { return }
    func cell(_ column: DecisionsColumn) -> Cell { row[columns.position(of: column)] }
    let missing = [DecisionsColumn.term, .intervention, .decision].filter { cell($0).isEmpty }
    for column in missing { log.addEmpty(row, column: columns.position(of: column)) }
    let term = TermText.term(cell(.term).text, in: terms)
    if term == nil, !cell(.term).isEmpty {
      log.addUnreadable(.term, row, column: columns.position(of: .term))
    }
    let kind = DecisionKind(rawValue: cell(.decision).text.lowercased())
    if kind == nil, !cell(.decision).isEmpty {
      log.add(
        .word, row, column: columns.position(of: .decision),
        message: "cannot read \"\(cell(.decision).text)\"",
        hint: "write continue, vary, stop or start")
    }
    guard missing.isEmpty, let term, let kind else { return }
    let decision = Decision(
      file: file, line: row.line, school: cell(.school).text, term: term, intervention: nil,
      kind: kind, group: cell(.group).text, change: cell(.change).text)
    rows.append(Row(decision: decision, interventionName: cell(.intervention).text))
  }
}
