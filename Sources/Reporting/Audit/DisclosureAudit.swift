import Analysis
import ProvisionModel

/// Reads the governors' pack as it is written, as somebody would who wants to know more than it says: what
/// do the printed figures allow the counts to be?
///
/// It knows how counts hang together from the catalogue and the ledger. What is printed it takes from the
/// bytes, so that a page or a column that prints what it should not is found, too.
struct DisclosureAudit {
  private let minimum: Int
  private let interventions: AuditedTable<InterventionProgress>
  private let units: AuditedTable<UnitProgress>
  private let variations: AuditedTable<Variation>
  private let programmes: AuditedTable<ReleasedProgramme>
  /// The rows of KPI 9.5 in the order of the ledger, by their key.
  private let unitPositions: [UnitKey: Int]
  private let levels: StaffLevels
  /// Whether it is a count, of each figure.
  private let isCount: [String: Bool]
  private var entries: DisclosureLedger
  private let pack: ReleasedPack
  private var found: [String] = []

  /// What the files of a governors' pack tell and should not; a line each.
  ///
  /// - Parameter minimum: Smaller numbers of pupils may not be known.
  static func leaks(_ written: WrittenPack, of pack: ReleasedPack, minimum: Int) -> [String] {
    var audit = DisclosureAudit(pack, minimum: minimum)
    let figures = written.figures
    for figure in figures { audit.enter(figure) }
    audit.checkPupilsFinished(figures)
    audit.checkPooled(figures)
    return audit.found + audit.exposures()
  }

  private init(_ pack: ReleasedPack, minimum: Int) {
    self.minimum = minimum
    self.pack = pack
    let evaluation = pack.facts.evaluation
    interventions = AuditedTable(
      InterventionFigures.table, pack.interventions, pageOnly: InterventionFigures.pageOnly)
    units = AuditedTable(UnitFigures.table, pack.units)
    variations = AuditedTable(VariationFigures.table, evaluation.variations)
    programmes = AuditedTable(ProgrammeFigures.table, pack.programmes)
    unitPositions = Dictionary(
      zip(evaluation.units.map { UnitKey($0) }, evaluation.units.indices),
      uniquingKeysWith: { first, _ in first })
    levels = StaffLevels(evaluation.units)
    let counts = interventions.countNames.union(units.countNames).union(variations.countNames)
    let known = Catalogue.figureNames.union(InterventionFigures.pageOnly.map(\.name))
    isCount = Dictionary(uniqueKeysWithValues: known.map { ($0, counts.contains($0)) })
    entries = DisclosureLedger(
      evaluation, rows: pack.interventions, minimum: minimum, knowsNobody: false)
  }

  // MARK: What is printed

  private mutating func enter(_ figure: WrittenFigure) {
    guard !figure.names.isEmpty else { return checkFixed(figure) }
    guard figure.isPrinted else { return }
    for name in figure.names {
      guard let isCount = isCount[name] else {
        found.append("\(figure.file): “\(name)” is no figure of the catalogue")
        continue
      }
      if isCount, figure.names.count == 1, let number = Int(figure.text), number > 0,
        number < minimum
      {
        found.append("\(figure.file), \(figure.place), \(name): prints \(number)")
      }
    }
    guard let row = figure.place.row else { return }
    for name in figure.names { enter(name, figure.place.table, row, figure) }
  }

  private mutating func enter(
    _ name: String, _ table: String, _ row: Int, _ figure: WrittenFigure
  ) {
    let grounds =
      switch table {
      case interventions.file: interventions.grounds(of: name, row: row)
      case units.file: units.grounds(of: name, row: row)
      case variations.file: variations.grounds(of: name, row: row)
      case programmes.file: programmes.grounds(of: name, row: row)
      default: nil as (counts: [LedgerCount], pupils: Int)?
      }
    guard let grounds else { return }
    if grounds.pupils > 0, grounds.pupils < minimum {
      found.append("\(figure.file), \(figure.place), \(name): rests on few pupils")
    }
    if table == units.file, levels.tells(name, of: units.rows[row], figure.text) {
      found.append("\(figure.file), \(figure.place), \(name): tells which TA is whose code")
    }
    for count in grounds.counts {
      if let place = place(of: count, row) { entries.publish(place) }
    }
  }

  /// Where a count of a row stands in the ledger.
  private func place(of count: LedgerCount, _ row: Int) -> Int? {
    switch count {
    case .intervention(let kind): return entries.interventions[row][kind]
    case .unit(let kind):
      return unitPositions[UnitKey(units.rows[row])].map { entries.units[$0][kind] }
    case .variation(let kind):
      return entries.variations[SchoolIntervention(variations.rows[row])]?[kind]
    }
  }

  /// A digit outside of an element that names a figure has to be a template's own.
  private mutating func checkFixed(_ text: WrittenFigure) {
    guard text.file.hasSuffix(".html") else { return }
    for word in FixedText.ofTemplates.foreignWords(in: text.text) {
      found.append("\(text.file): a number that names no figure: “\(word)”")
    }
  }

  /// About so many pupils finished something: those who are in no row that is shown, or lack a test, must
  /// stay anything.
  private mutating func checkPupilsFinished(_ figures: [WrittenFigure]) {
    let abouts = figures.filter { $0.names.count == 1 && $0.names[0] == AboutPupils.figure }
    guard !abouts.isEmpty else { return }
    var visible: [Int: [Int]] = [:]
    for figure in figures
    where figure.place.table == interventions.file
      && figure.file.hasSuffix("report.html")
      && ["pupils", "n_paired"].contains(figure.names.first)
    {
      guard let row = figure.place.row, interventions.rows.indices.contains(row),
        interventions.rows[row].measure != nil, interventions.rows[row].period == .term,
        let number = Int(figure.text)
      else { continue }
      visible[row, default: []].append(number)
    }
    for figure in abouts {
      guard let shown = Int(figure.text),
        AboutPupils(shown: shown).tellsNothing(beside: Array(visible.values), minimum: minimum)
      else {
        found.append("\(figure.file), \(AboutPupils.figure): tells of those who are not shown")
        continue
      }
    }
  }

  /// The drawn means tell the mean of all, and so the mean of those that are left out together: these
  /// have to be enough pupils.
  private mutating func checkPooled(_ figures: [WrittenFigure]) {
    let means = Set(UnitFigures.pooled.map(\.name))
    var printed: Set<Int> = []
    for figure in figures
    where figure.place.table == units.file && figure.isPrinted
      && figure.names.contains(where: means.contains)
    {
      if let row = figure.place.row { printed.insert(row) }
    }
    guard !printed.isEmpty else { return }
    let families = units.rows.indices.inGroups {
      [
        units.rows[$0].period.rawValue, "school \(units.rows[$0].school + 1)",
        units.rows[$0].kind.rawValue,
      ]
    }
    for (family, members) in families {
      let left = members.filter { !printed.contains($0) }.reduce(0) {
        $0 + units.rows[$1].pupilsUsed
      }
      if left > 0, left < minimum, members.contains(where: printed.contains) {
        found.append("\(family.joined(separator: ", ")): the means of the others tell that of few")
      }
    }
  }

  // MARK: What follows

  private func exposures() -> [String] {
    let ledger = entries.ledger
    let exposures = Exposures(ledger)
    lazy var names = countNames
    func name(_ count: Int) -> String { self.name(of: count, names) }
    let printed = ledger.counts.indices.filter {
      ledger.counts[$0].isProtected && ledger.counts[$0].figure != nil
    }.map { "\(name($0)): printed" }
    let hidden = ledger.counts.indices.filter { ledger.counts[$0].figure == nil }
    let found =
      hidden.compactMap { exposures.exposure(ofCount: $0) }
      + ledger.sums.indices.compactMap { exposures.exposure(ofSum: $0) }
    let together = (found.isEmpty ? exposures.determinedTogether() : found).map { exposure in
      let names = exposure.counts.map { name($0) }.joined(separator: " without ")
      let grounds = exposure.figures.flatMap { ledger.figures[$0].counts }.map {
        "\(name($0)) \(ledger.counts[$0].value)"
      }.sorted()
      return "\(names): \(exposure.range.lowerBound) to \(exposure.range.upperBound) by "
        + grounds.joined(separator: "; ")
    }
    return (printed + together).sorted()
  }

  /// What each count of the ledger is of, where it has a name of its own.
  private var countNames: [Int: String] {
    var names: [Int: String] = [:]
    for (index, row) in interventions.rows.enumerated() {
      let place = pack.data.name(of: row.scope)
      let label = "\(row.period.rawValue), \(place), \(pack.name(of: row))"
      for kind in InterventionCount.allCases {
        names[entries.interventions[index][kind]] = "\(label), \(kind)"
      }
    }
    for row in units.rows {
      let place = pack.data.schools[row.school]
      let label = "\(row.period.rawValue), \(place), \(pack.name(of: row))"
      guard let index = unitPositions[UnitKey(row)] else { continue }
      for kind in UnitCount.allCases { names[entries.units[index][kind]] = "\(label), \(kind)" }
    }
    for (key, counts) in entries.variations {
      let label =
        "KPI 5.6, \(pack.data.name(of: key.scope)), \(pack.name(ofIntervention: key.intervention))"
      for kind in VariationCount.allCases {
        if let count = counts[kind] { names[count] = "\(label), \(kind)" }
      }
    }
    return names
  }

  /// What a count is of; one without a name is what is left of another.
  private func name(of count: Int, _ names: [Int: String]) -> String {
    if let name = names[count] { return name }
    guard let sum = entries.ledger.sums.first(where: { $0.parts.contains(count) }) else {
      return "a count"
    }
    let others = sum.parts.filter { $0 != count }.compactMap { names[$0] }
    return "\(names[sum.total] ?? "a sum") without \(others.joined(separator: " and "))"
  }
}
