import Analysis
import ProvisionModel

/// A pack with what its readers may see: the one thing that tables, pages and workbook are made of. It
/// never changes.
final class ReleasedPack: Sendable {
  /// Whose pack it is.
  let pack: Pack
  /// What it is made of.
  let facts: Facts
  /// The school's data.
  let data: SchoolData
  /// The episodes, their links and doses.
  let figures: EpisodeFigures
  /// What its readers may see; nil: everything.
  let release: Release?
  /// The rows of KPI 5.5.
  let interventions: [InterventionProgress]
  /// The rows of KPI 9.5: in order of names for the SENCo, of codes for the governors.
  let units: [UnitProgress]
  private let rowNumbers: RowNumbers?

  /// The pack for some readers. What the governors may see takes some time to find.
  init(_ pack: Pack, of facts: Facts) {
    self.pack = pack
    self.facts = facts
    data = facts.data
    figures = facts.figures
    guard pack == .governors else {
      release = nil
      rowNumbers = nil
      interventions = facts.evaluation.interventions
      units = facts.evaluation.units
      return
    }
    let release = Release(facts)
    self.release = release
    interventions = release.interventions
    units = facts.codes.ordered(facts.evaluation.units, data: facts.data)
    rowNumbers = RowNumbers(
      interventions: interventions, units: units, variations: facts.evaluation.variations)
  }

  /// The rules by which small numbers are kept from the governors.
  var rules: DisclosureRules { facts.rules }
  /// The reported term.
  var term: Term { facts.evaluation.term }
  /// Whether there are several schools.
  var isOfSeveralSchools: Bool { data.schools.count > 1 }

  // MARK: Cells

  /// What the readers may see of a row; nil: everything.
  func footings<Row>(of row: Row) -> Footings? {
    guard let release else { return nil }
    return (row as? any GovernedRow)?.footings(in: release) ?? .all
  }

  /// The cell of a row as the readers get it.
  ///
  /// - Parameter shown: What they may see of the row.
  func cell<Row>(_ figure: Figure<Row>, _ row: Row, _ shown: Footings?) -> TableCell {
    let cell = figure.cell(row, self)
    guard let shown, cell != .notApplicable else { return cell }
    guard shown.contains(figure.ground.footing) else { return .suppressed }
    return figure.kind.released(cell, rules)
  }

  /// The cells of a row, one by one.
  func row<Row>(_ row: Row) -> ReleasedRow<Row> {
    ReleasedRow(row: row, shown: footings(of: row), pack: self)
  }

  /// Where a row stands in the CSV file of its table, e.g. `kpi-5.5-interventions:12`, for the audit; nil
  /// where no row of a file is like it.
  func place<Row>(of row: Row) -> String? {
    rowNumbers.flatMap { (row as? any GovernedRow)?.place(in: $0) }
  }

  /// Whether the readers may see a figure of a row.
  func shows<Row>(_ footing: Footing, of row: Row) -> Bool {
    footings(of: row)?.contains(footing) ?? true
  }

  /// Whether a row of KPI 5.5 says nothing of what has ended.
  func hides(_ row: InterventionProgress) -> Bool { release?.hides(row) ?? false }
}

/// A row as the readers of a pack get it.
struct ReleasedRow<Row: Sendable>: Sendable {
  /// The row, of which nothing may be printed but through its cells.
  let row: Row
  /// What the readers may see of it; nil: everything.
  let shown: Footings?
  /// The pack.
  let pack: ReleasedPack

  /// The cell of a figure.
  subscript(figure: Figure<Row>) -> TableCell { pack.cell(figure, row, shown) }

  /// A figure in the words of a page.
  func words(_ figure: Figure<Row>) -> String {
    figure.kind.words(self[figure], isSigned: figure.words?.isSigned ?? false)
  }

  /// Two figures in words of their own; `c` where one is kept back, nothing where one is not there.
  func words(
    _ one: Figure<Row>, _ other: Figure<Row>, _ words: (TableCell, TableCell) -> String
  ) -> String {
    let cells = (self[one], self[other])
    if cells.0 == .suppressed || cells.1 == .suppressed { return "c" }
    return cells.0.isValue && cells.1.isValue ? words(cells.0, cells.1) : ""
  }

  /// From one figure to another; one of them where both are alike.
  func range(_ low: Figure<Row>, _ high: Figure<Row>) -> String {
    words(low, high) { _, _ in
      let ends = (self.words(low), self.words(high))
      return ends.0 == ends.1 ? ends.0 : "\(ends.0) to \(ends.1)"
    }
  }
}

/// A row of which the governors do not see everything.
protocol GovernedRow {
  /// What they see.
  func footings(in release: Release) -> Footings
  /// Where it stands in the CSV file of its table; nil where no row of a file is like it.
  func place(in numbers: RowNumbers) -> String?
}

/// The numbers of rows in the governors' CSV files, from 0.
struct RowNumbers: Sendable {
  private let interventions: [InterventionKey: Int]
  private let units: [UnitKey: Int]
  private let variations: [VariationKey: Int]
  private let changed: [SchoolIntervention: Int]

  init(interventions: [InterventionProgress], units: [UnitProgress], variations: [Variation]) {
    func numbers<Row, Key: Hashable>(_ rows: [Row], _ key: (Row) -> Key) -> [Key: Int] {
      Dictionary(zip(rows.map(key), rows.indices), uniquingKeysWith: { first, _ in first })
    }
    self.interventions = numbers(interventions) { InterventionKey($0) }
    self.units = numbers(units) { UnitKey($0) }
    self.variations = numbers(variations) { VariationKey($0) }
    changed = numbers(variations) { SchoolIntervention($0) }
  }

  func place(_ row: InterventionProgress) -> String? {
    interventions[InterventionKey(row)].map { "\(InterventionFigures.table.file):\($0)" }
  }

  func place(_ row: UnitProgress) -> String? {
    units[UnitKey(row)].map { "\(UnitFigures.table.file):\($0)" }
  }

  func place(_ row: Variation) -> String? {
    variations[VariationKey(row)].map { "\(VariationFigures.table.file):\($0)" }
  }

  /// The first row about an intervention.
  func place(_ key: SchoolIntervention) -> String? {
    changed[key].map { "\(VariationFigures.table.file):\($0)" }
  }
}
