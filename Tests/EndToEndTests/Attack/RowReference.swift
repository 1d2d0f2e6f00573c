/// A row of a table of the governors' pack, as the attribute `data-row` of a page names it.
struct RowReference: Sendable, Hashable {
  /// The file, `kpi-5.5-interventions.csv`.
  let table: String
  /// Its place below the headings, from 0.
  let index: Int

  /// A row.
  init(_ table: String, _ index: Int) {
    (self.table, self.index) = (table, index)
  }

  /// The row of `kpi-5.5-interventions:12`; nil for anything else.
  init?(_ attribute: String) {
    let parts = attribute.split(separator: ":")
    guard parts.count == 2, let index = Int(parts[1]) else { return nil }
    self.init("\(parts[0]).csv", index)
  }
}
