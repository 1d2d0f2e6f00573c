import TestSupport

/// A row of a table of the governors beside what the SENCo has.
struct ReleasedPair: Sendable {
  /// The cells that the governors see.
  let shown: [String: String]
  /// The cells as they truly are; nil for a row that stands for several.
  let truth: [String: String]?

  /// The number of a cell; nil where there is none.
  func number(_ column: String) -> Double? { shown[column].flatMap { Double($0) } }

  /// Whether a cell is kept.
  func isKept(_ column: String) -> Bool { shown[column] == "c" }
}

extension Packs {
  /// The columns that name the rows of each table.
  private static let labels = [
    interventions: InterventionRelations.labels, units: UnitRelations.labels,
    variation: ["school", "intervention", "change_kind"],
  ]

  /// The rows of a table beside what the SENCo has, in the table's order.
  func pairs(_ table: String) -> [ReleasedPair] {
    let labels = Self.labels[table] ?? ["school", "intervention"]
    let truths = Dictionary(
      truth(table).map { (RowKey.of($0, labels), $0) }, uniquingKeysWith: { first, _ in first })
    return written(table).rows.map {
      ReleasedPair(shown: $0, truth: truths[RowKey.of($0, labels)])
    }
  }
}
