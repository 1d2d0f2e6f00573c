import Analysis
import ProvisionModel

/// Reads the governors' tables as they are about to be written, as somebody would who wants to know
/// more than they say: what do the printed counts allow the others to be?
///
/// It shares nothing with the stage that decided what to leave out but the arithmetic, and takes what
/// is printed from the cells themselves, so that a column that prints what it should not is found, too.
struct DisclosureAudit {
  private var ledger: CountLedger
  /// What each count is of.
  private var places: [String] = []

  /// What the tables of a report's governors' pack tell and should not; a line each.
  ///
  /// - Parameter minimum: Smaller numbers of pupils may not be known.
  static func leaks(_ report: Report, minimum: Int) -> [String] {
    var audit = DisclosureAudit(ledger: CountLedger(minimum: minimum, knowsNobody: false))
    let interventions = audit.enterInterventions(report)
    audit.addPeriods(interventions) { key, period in
      InterventionKey(period, key.school, key.intervention, key.measure)
    }
    audit.addSchools(interventions)
    let units = audit.enterUnits(report)
    audit.addPeriods(units) { key, period in
      var key = key
      key.period = period
      return key
    }
    audit.addGroups(report, units, interventions)
    audit.addVariations(report, interventions)
    return audit.leaks()
  }

  /// The counts of a row, by the headings that print them.
  private typealias Row = [String: Int]

  // MARK: Rows

  private mutating func enter(_ value: Int, isPrinted: Bool, _ place: String) -> Int {
    let count = ledger.count(value)
    if isPrinted { ledger.publish(count) }
    places.append(place)
    return count
  }

  private mutating func add(_ total: Int, is parts: [Int], _ place: String) {
    let rest = ledger.counts[total].value - parts.reduce(0) { $0 + ledger.counts[$1].value }
    // What should be a part is none: the reader would not believe it either.
    guard rest >= 0 else { return }
    let left = enter(rest, isPrinted: false, place)
    ledger.add(total, is: parts + [left])
  }

  /// A row's counts: those that columns print, and those that a printed share tells beside them.
  ///
  /// - Parameters:
  ///   - cells: The printed cells, by heading.
  ///   - truth: What each column would print.
  private mutating func enter(
    _ name: String, _ cells: [String: TableCell], _ truth: [(heading: String, value: Int)],
    shares: [(heading: String, count: Int, total: Int)]
  ) -> Row {
    var row: Row = [:]
    for (heading, value) in truth {
      row[heading] = enter(
        value, isPrinted: cells[heading]?.isNumber ?? false, "\(name), \(heading)")
    }
    for (heading, share, total) in shares {
      let isPrinted = cells[heading]?.isNumber ?? false
      let counts = [total, share, total - share]
      let entered = zip(counts, ["all", "yes", "no"]).map { value, part in
        (part, enter(value, isPrinted: isPrinted, "\(name), \(heading): \(part)"))
      }
      for (part, count) in entered { row["\(heading): \(part)"] = count }
      ledger.add(entered[0].1, is: [entered[1].1, entered[2].1])
    }
    return row
  }

  private mutating func addParts(_ row: Row, _ name: String, _ pairs: [(String, String)]) {
    for (whole, part) in pairs {
      guard let whole = row[whole], let own = row[part] else { continue }
      add(whole, is: [own], "\(name), \(places[whole]) without \(part)")
    }
  }

  // MARK: KPI 5.5

  private mutating func enterInterventions(_ report: Report) -> [InterventionKey: Row] {
    let table = report.interventionsTable(.governors)
    var rows: [InterventionKey: Row] = [:]
    for thing in table.things {
      let cells = Dictionary(
        zip(table.headings, table.cells(thing)), uniquingKeysWith: { first, _ in first })
      let name = "\(thing.period.rawValue), \(thing.school), \(report.interventionName(thing))"
      let (progress, evidence) = (thing.progress, thing.evidence)
      var truth = [
        ("pupils", thing.pupils), ("n_started", thing.started),
        ("n_in_progress", thing.inProgress),
      ]
      if thing.measure != nil {
        truth += [
          ("n_paired", progress.paired), ("n_censored", thing.censored),
          ("n_matched", evidence.matchedEpisodes), ("n_growth", evidence.growthEpisodes),
          ("matched_pupils", evidence.matchedPupils), ("growth_pupils", evidence.growthPupils),
        ]
      }
      if let steps = progress.steps {
        truth += [("n_up", steps.up), ("n_same", steps.same), ("n_down", steps.down)]
      }
      var shares = [
        ("share_on_track", progress.onTrack.count, progress.onTrack.total),
        ("share_met_target", progress.metTarget.count, progress.metTarget.total),
      ]
      if thing.measure != nil {
        shares.append(("attrition", thing.started - progress.paired, thing.started))
      }
      let row = enter(name, cells, truth, shares: shares)
      addParts(
        row, name,
        [
          ("n_started", "n_paired"), ("n_started", "pupils"), ("n_paired", "n_matched"),
          ("n_paired", "n_growth"), ("n_growth", "n_matched"), ("n_growth", "growth_pupils"),
          ("n_matched", "matched_pupils"), ("n_started", "n_censored"),
          ("n_paired", "share_on_track: all"), ("n_paired", "share_met_target: all"),
        ])
      if let paired = row["n_paired"], let up = row["n_up"], let same = row["n_same"],
        let down = row["n_down"]
      {
        ledger.add(paired, is: [up, same, down])
      }
      rows[InterventionKey(thing)] = row
    }
    return rows
  }

  private mutating func addSchools(_ rows: [InterventionKey: Row]) {
    let schools = Set(rows.keys.map(\.school)).subtracting([Evaluation.allSchools]).sorted()
    for (key, all) in rows where key.school == Evaluation.allSchools && key.intervention != nil {
      let parts = schools.compactMap {
        rows[InterventionKey(key.period, $0, key.intervention, key.measure)]
      }
      for (heading, total) in all {
        ledger.add(total, is: parts.compactMap { $0[heading] })
      }
    }
  }

  private mutating func addPeriods<Key: Hashable & HasPeriod>(
    _ rows: [Key: Row], _ other: (Key, Period) -> Key
  ) {
    for (key, row) in rows {
      for inner in Period.allCases.prefix(while: { $0 != key.period }) {
        guard let part = rows[other(key, inner)] else { continue }
        for (heading, total) in row {
          guard let count = part[heading] else { continue }
          add(total, is: [count], "\(places[total]) without \(inner.rawValue)")
        }
      }
    }
  }

  // MARK: KPI 9.5

  private mutating func enterUnits(_ report: Report) -> [UnitKey: Row] {
    let table = report.unitsTable(.governors)
    var rows: [UnitKey: Row] = [:]
    for thing in table.things {
      let cells = Dictionary(
        zip(table.headings, table.cells(thing)), uniquingKeysWith: { first, _ in first })
      let name =
        "\(thing.period.rawValue), \(thing.school), \(report.unitName(thing, .governors))"
      let row = enter(
        name, cells,
        [
          ("pupils", thing.pupils), ("n_episodes", thing.episodes), ("n_used", thing.used),
          ("n_paired", thing.paired), ("n_shared", thing.shared),
        ], shares: [("share_on_track", thing.onTrack.count, thing.onTrack.total)])
      addParts(
        row, name,
        [
          ("n_episodes", "pupils"), ("n_episodes", "n_paired"), ("n_paired", "n_used"),
          ("n_episodes", "n_shared"), ("n_paired", "share_on_track: all"),
        ])
      rows[UnitKey(thing)] = row
    }
    return rows
  }

  /// The groups of an intervention beside it.
  private mutating func addGroups(
    _ report: Report, _ units: [UnitKey: Row], _ rows: [InterventionKey: Row]
  ) {
    let groups = Dictionary(grouping: units.keys.filter { $0.kind == .group }) {
      InterventionKey($0.period, $0.school, $0.intervention, nil)
    }
    let measures = Dictionary(grouping: rows.keys.filter { $0.measure != nil }) {
      InterventionKey($0.period, $0.school, $0.intervention, nil)
    }
    for (key, own) in groups {
      let all = (measures[key] ?? []).compactMap { rows[$0] }
      for (whole, part) in [("n_started", "n_episodes"), ("n_paired", "n_paired")] {
        let totals = all.compactMap { $0[whole] }
        guard !totals.isEmpty else { continue }
        let value = totals.reduce(0) { $0 + ledger.counts[$1].value }
        let name = "\(key.period.rawValue), \(key.school), groups, \(whole)"
        let total = enter(value, isPrinted: false, name)
        ledger.add(total, is: totals)
        add(total, is: own.compactMap { units[$0]?[part] }, "\(name): in no group")
      }
    }
  }

  // MARK: KPI 5.6

  private mutating func addVariations(_ report: Report, _ rows: [InterventionKey: Row]) {
    let table = report.variationTable(.governors)
    let ofTerm = Dictionary(grouping: rows.filter { $0.key.period == .term }) { key, _ in
      SchoolIntervention(school: key.school, intervention: key.intervention ?? -1)
    }
    for thing in table.things {
      let cells = Dictionary(
        zip(table.headings, table.cells(thing)), uniquingKeysWith: { first, _ in first })
      let name = "KPI 5.6, \(thing.school), \(report.data.interventions[thing.intervention].name)"
      func isPrinted(_ heading: String) -> Bool {
        if case .whole = cells[heading] { true } else { false }
      }
      let before = enter(thing.pupilsBefore, isPrinted: isPrinted("before"), "\(name), before")
      let now = enter(thing.pupilsNow, isPrinted: isPrinted("after"), "\(name), after")
      let joined = enter(thing.joined, isPrinted: isPrinted("pupils_joined"), "\(name), joined")
      let left = enter(thing.left, isPrinted: isPrinted("pupils_left"), "\(name), left")
      let stayed = enter(
        thing.pupilsNow - thing.joined, isPrinted: isPrinted("pupils_stayed"), "\(name), stayed")
      ledger.add(now, is: [stayed, joined])
      ledger.add(before, is: [stayed, left])
      let key = SchoolIntervention(school: thing.school, intervention: thing.intervention)
      for (_, row) in ofTerm[key] ?? [] {
        guard let pupils = row["pupils"] else { continue }
        add(now, is: [pupils], "\(name), in it now but not finished")
      }
      if case .text = cells["verdict_before"] { addVerdictBefore(thing, before, name, rows) }
    }
  }

  /// A printed verdict of the term before is of no fewer pupils than may be told, and is taken to tell
  /// how many.
  private mutating func addVerdictBefore(
    _ variation: Variation, _ before: Int, _ name: String, _ rows: [InterventionKey: Row]
  ) {
    guard let earlier = variation.comparison.before else { return }
    let paired = enter(
      earlier.progress.paired, isPrinted: true, "\(name), both tests in the term before")
    let pupils = enter(
      earlier.pupilsPaired, isPrinted: true, "\(name), pupils with both tests in the term before")
    if variation.pupilsBefore < 2 * ledger.minimum - 1 {
      add(before, is: [pupils], "\(name), in the term before without a result")
    }
    func row(_ period: Period) -> Int? {
      rows[
        InterventionKey(period, variation.school, variation.intervention, earlier.measure)]?[
          "n_paired"]
    }
    let term = row(.term).map { [$0] } ?? []
    for period in [Period.year, .all] {
      guard let whole = row(period) else { continue }
      add(whole, is: [paired] + term, "\(name), \(period.rawValue) without both terms")
    }
  }

  // MARK: What they tell

  private func leaks() -> [String] {
    let exposures = Exposures(ledger)
    var leaks = ledger.counts.indices.filter {
      ledger.counts[$0].isProtected && ledger.counts[$0].figure != nil
    }.map { "\(places[$0]): printed" }
    let hidden = ledger.counts.indices.filter { ledger.counts[$0].figure == nil }
    let found =
      hidden.compactMap { exposures.exposure(ofCount: $0) }
      + ledger.sums.indices.compactMap { exposures.exposure(ofSum: $0) }
    for exposure in found.isEmpty ? exposures.determinedTogether() : found {
      let names = exposure.counts.map { places[$0] }.joined(separator: " without ")
      leaks.append("\(names): \(exposure.range.lowerBound) to \(exposure.range.upperBound)")
    }
    return leaks.sorted()
  }
}

/// A key of rows that come for each period.
protocol HasPeriod {
  /// The period.
  var period: Period { get }
}

extension InterventionKey: HasPeriod {}
extension UnitKey: HasPeriod {}

extension TableCell {
  /// Whether a number is printed.
  fileprivate var isNumber: Bool {
    switch self {
    case .whole, .number: true
    case .absent, .notApplicable, .suppressed, .text, .freeText, .day: false
    }
  }
}
