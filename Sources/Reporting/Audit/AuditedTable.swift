/// A table of the governors' pack as the audit looks it up: its rows before the release has decided on
/// them, and its figures by name.
struct AuditedTable<Row: Sendable> {
  /// Its file, without its extension.
  let file: String
  /// Its rows, in the order of its CSV file.
  let rows: [Row]
  private let figures: [String: Figure<Row>]

  /// A table with the figures that only pages show of its rows.
  init(_ table: ReportTable<Row>, _ rows: [Row], pageOnly: [Figure<Row>] = []) {
    file = table.file
    self.rows = rows
    figures = Dictionary(
      (table.figures + pageOnly).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What follows from a figure of a row that is printed: the counts of the ledger that are known then, and
  /// how many pupils stand behind it. nil: the table has no such figure.
  func grounds(of name: String, row: Int) -> (counts: [LedgerCount], pupils: Int)? {
    guard rows.indices.contains(row), let figure = figures[name] else { return nil }
    var counts = figure.ground.tells(rows[row])
    if case .count(let count) = figure.kind { counts.append(count) }
    return (counts, figure.ground.pupils(rows[row]))
  }

  /// The names of its figures that are counts.
  var countNames: Set<String> {
    Set(figures.values.filter { if case .count = $0.kind { true } else { false } }.map(\.name))
  }
}
