import Analysis
import ProvisionModel

/// The counts of all tables of the governors' pack in one ledger.
struct DisclosureLedger {
  /// The counts, and how they add up.
  private(set) var ledger: CountLedger
  /// Those of the rows of KPI 5.5, in the order of the rows.
  private(set) var interventions: [InterventionCounts] = []
  /// Those of the rows of KPI 9.5, in the order of the rows.
  private(set) var units: [UnitCounts] = []
  /// Those of KPI 5.6, an intervention at a time.
  private(set) var variations: [SchoolIntervention: VariationCounts] = [:]

  private let rows: [InterventionProgress]
  private let unitRows: [UnitProgress]
  private let figures: EpisodeFigures
  private let positions: [InterventionKey: Int]

  /// The counts of an evaluation.
  ///
  /// - Parameters:
  ///   - rows: The rows of KPI 5.5, with those that take small interventions together.
  ///   - knowsNobody: Whether it is taken to be known of counts that are printed nowhere that they are 0.
  init(
    _ evaluation: Evaluation, rows: [InterventionProgress], minimum: Int, knowsNobody: Bool = true
  ) {
    ledger = CountLedger(minimum: minimum, knowsNobody: knowsNobody)
    self.rows = rows
    unitRows = evaluation.units
    figures = evaluation.figures
    positions = Dictionary(
      zip(rows.map { InterventionKey($0) }, rows.indices), uniquingKeysWith: { first, _ in first })
    interventions = rows.map { InterventionCounts($0, in: &ledger) }
    units = unitRows.map { UnitCounts($0, in: &ledger) }
    addPeriods()
    addSchools()
    addTogether()
    addUnitPeriods()
    addUnitsOfInterventions()
    addRoleLevels()
    addVariations(evaluation)
  }

  /// Enters what the tables may print, as far as the counts of each row go.
  ///
  /// - Parameter isUnitShown: Which rows of KPI 9.5 say anything.
  mutating func addFigures(isUnitShown: [Bool], _ changes: [Variation]) {
    for (index, row) in rows.enumerated() {
      let key = InterventionKey(.all, row.scope, row.intervention, row.measure)
      let size = row.together.isEmpty ? positions[key].map { rows[$0].progress.paired } : nil
      interventions[index].addFigures(row, size: size ?? row.progress.paired, in: &ledger)
    }
    for index in unitRows.indices where isUnitShown[index] {
      units[index].addFigures(unitRows[index], in: &ledger)
    }
    var isEntered: Set<SchoolIntervention> = []
    for change in changes where isEntered.insert(SchoolIntervention(change)).inserted {
      variations[SchoolIntervention(change)]?.addFigures(change, in: &ledger)
    }
  }

  /// Enters that a count is printed.
  mutating func publish(_ count: Int) { ledger.publish(count) }

  // MARK: Periods

  /// Pairs of periods of which one lies within the other.
  private static let nested: [(Period, Period)] = [(.term, .year), (.year, .all), (.term, .all)]

  /// The term lies within the year, and the year within all terms.
  private mutating func addPeriods() {
    for (index, row) in rows.enumerated() {
      for (inner, outer) in Self.nested where outer == row.period {
        var key = InterventionKey(row)
        key.period = inner
        guard let other = positions[key] else { continue }
        // Two rows of several together need not take the same ones together.
        guard row.together.allSatisfy(rows[other].together.contains),
          row.together.count == rows[other].together.count
        else { continue }
        let rest = Set(row.ended).subtracting(rows[other].ended)
        for kind in InterventionCount.allCases
        where kind != .inProgress && kind != .pupilsInProgress {
          ledger.rest(
            of: interventions[index][kind], without: interventions[other][kind],
            pupils: pupils(rest, kind))
        }
      }
    }
  }

  private func pupils(_ rest: Set<Int>, _ kind: InterventionCount) -> Int? {
    switch kind {
    case .ended: figures.pupils(Array(rest))
    case .paired: figures.pupils(rest.filter { figures.links[$0].isPaired })
    default: nil
    }
  }

  private mutating func addUnitPeriods() {
    let positions = Dictionary(
      zip(unitRows.map { UnitKey($0) }, unitRows.indices), uniquingKeysWith: { first, _ in first })
    for (index, row) in unitRows.enumerated() {
      for (inner, outer) in Self.nested where outer == row.period {
        var key = UnitKey(row)
        key.period = inner
        guard let other = positions[key] else { continue }
        let rest = Set(row.ended).subtracting(unitRows[other].ended)
        let pupils = figures.pupils(Array(rest))
        for kind in UnitCount.allCases {
          ledger.rest(
            of: units[index][kind], without: units[other][kind],
            pupils: kind == .ended ? pupils : nil)
        }
      }
    }
  }

  // MARK: Schools and small interventions

  /// The schools add up to all of them.
  private mutating func addSchools() {
    let groups = rows.indices.filter { rows[$0].together.isEmpty }.inGroups { index in
      InterventionKey(rows[index].period, .all, rows[index].intervention, rows[index].measure)
    }
    for (_, members) in groups {
      guard let all = members.first(where: { rows[$0].scope == .all }) else {
        continue
      }
      let parts = members.filter { $0 != all }
      for kind in InterventionCount.allCases {
        ledger.add(interventions[all][kind], is: parts.map { interventions[$0][kind] })
      }
    }
  }

  /// Small interventions add up to the row that takes them together.
  private mutating func addTogether() {
    for (index, row) in rows.enumerated() where !row.together.isEmpty {
      let parts = row.together.compactMap {
        positions[InterventionKey(row.period, row.scope, $0, row.measure)]
      }
      for kind in InterventionCount.allCases where kind.addsUpOverInterventions {
        ledger.add(interventions[index][kind], is: parts.map { interventions[$0][kind] })
      }
    }
  }

  // MARK: TAs, groups and role levels

  /// Counts that both tables have.
  private static let shared: [(UnitCount, InterventionCount)] = [
    (.ended, .ended), (.paired, .paired), (.expected, .expected), (.onTrack, .onTrack),
    (.notOnTrack, .notOnTrack),
  ]

  /// Whether an episode that has ended is one of a count.
  private func counts(_ kind: UnitCount, _ position: Int) -> Bool {
    let link = figures.links[position]
    return switch kind {
    case .ended: true
    case .paired: link.isPaired
    case .expected: link.isPaired && link.isOnTrack != nil
    case .onTrack: link.isPaired && link.isOnTrack == true
    case .notOnTrack: link.isPaired && link.isOnTrack == false
    case .pupils, .unpaired, .used, .shared: false
    }
  }

  /// The groups of an intervention, and what each TA does of it, add up to all of it.
  private mutating func addUnitsOfInterventions() {
    for period in Period.allCases {
      var parts: [SchoolIntervention: [UnitCount: (groups: [Int], assistants: [Int])]] = [:]
      for index in unitRows.indices where unitRows[index].period == period {
        let row = unitRows[index]
        for (kind, _) in Self.shared {
          switch row.kind {
          case .group:
            guard let intervention = row.groupIntervention else { continue }
            let key = SchoolIntervention(school: row.school, intervention: intervention)
            parts[key, default: [:]][kind, default: ([], [])].groups.append(units[index][kind])
          case .teachingAssistant:
            for (intervention, count) in split(index, kind) {
              let key = SchoolIntervention(school: row.school, intervention: intervention)
              parts[key, default: [:]][kind, default: ([], [])].assistants.append(count)
            }
          case .roleLevel: break
          }
        }
      }
      let own = rows.indices.filter {
        rows[$0].period == period && rows[$0].together.isEmpty && rows[$0].measure != nil
          && rows[$0].scope != .all
      }
      let groups = own.inGroups {
        SchoolIntervention(scope: rows[$0].scope, intervention: rows[$0].intervention ?? -1)
      }
      for (key, measures) in groups {
        for (kind, same) in Self.shared {
          let found = parts[key]?[kind] ?? ([], [])
          addUnits(kind, same, measures, groups: found.groups, assistants: found.assistants)
        }
      }
    }
  }

  /// Divides a count of a TA by intervention.
  private mutating func split(_ index: Int, _ kind: UnitCount) -> [(intervention: Int, count: Int)]
  {
    let row = unitRows[index]
    let episodes = row.ended.filter { counts(kind, $0) }
    let parts = row.interventions.map { intervention in
      let own = episodes.filter { figures.episodes[$0].intervention == intervention }
      return (intervention, ledger.count(own.count, pupils: figures.pupils(own)))
    }
    ledger.add(units[index][kind], is: parts.map(\.1))
    return parts
  }

  private mutating func addUnits(
    _ kind: UnitCount, _ same: InterventionCount, _ measures: [Int], groups: [Int],
    assistants: [Int]
  ) {
    let parts = measures.map { interventions[$0][same] }
    let total = parts.count == 1 ? parts[0] : sum(parts)
    if !groups.isEmpty { ledger.rest(of: total, without: sum(groups)) }
    guard !assistants.isEmpty else { return }
    let named = measures.flatMap { rows[$0].ended }.count { position in
      counts(kind, position)
        && !figures.data.provision[figures.episodes[position].row].teachingAssistants.isEmpty
    }
    let withTA = ledger.count(named)
    ledger.rest(of: total, without: withTA)
    // An episode of two TAs counts under both.
    ledger.rest(of: sum(assistants), without: withTA)
  }

  private mutating func sum(_ parts: [Int]) -> Int {
    let sum = ledger.count(parts.reduce(0) { $0 + ledger.counts[$1].value })
    ledger.add(sum, is: parts)
    return sum
  }

  /// The TAs of a role level add up to it, but for the episodes that several of them share.
  private mutating func addRoleLevels() {
    let assistants = unitRows.indices.filter { unitRows[$0].kind == .teachingAssistant }
    let groups = Dictionary(grouping: assistants) { index in
      RoleLevelKey(unitRows[index], level: unitRows[index].roleLevel)
    }
    for index in unitRows.indices where unitRows[index].kind == .roleLevel {
      let key = RoleLevelKey(unitRows[index], level: unitRows[index].unit)
      guard let members = groups[key] else { continue }
      for kind in [UnitCount.used] + Self.shared.map(\.0) {
        ledger.rest(
          of: sum(members.map { units[$0][kind] }), without: units[index][kind])
      }
    }
  }

  private struct RoleLevelKey: Hashable {
    var period: Period
    var school: Int
    var level: String

    init(_ row: UnitProgress, level: String) {
      period = row.period
      school = row.school
      self.level = level
    }
  }

  // MARK: KPI 5.6

  /// Who was in an intervention in this term, and in the one before, holds who ended it then.
  private mutating func addVariations(_ evaluation: Evaluation) {
    let calendar = figures.data.settings.terms
    let previous = calendar.term(before: evaluation.term)
    let groups = evaluation.variations.inGroups {
      SchoolIntervention(school: $0.school, intervention: $0.intervention)
    }
    let measures = rows.indices.filter {
      rows[$0].together.isEmpty && rows[$0].measure != nil && rows[$0].period != .all
    }.inGroups {
      SchoolIntervention(scope: rows[$0].scope, intervention: rows[$0].intervention ?? -1)
    }
    let ofIntervention = Dictionary(uniqueKeysWithValues: measures.map { ($0.key, $0.elements) })
    for (key, changes) in groups {
      guard let change = changes.first else { continue }
      let variation = VariationCounts(change, in: &ledger)
      variations[key] = variation
      guard let before = variation[.before], let now = variation[.now] else { continue }
      addVerdictBefore(variation, change)
      for index in ofIntervention[key] ?? [] {
        let own = interventions[index]
        if rows[index].period == .term {
          let isTelling = ledger.isTelling(paired: rows[index].progress.paired)
          addPart(own[.pupils], of: now)
          addPart(own[.pupilsPaired], of: now, isProtected: isTelling)
          addPart(own[.pupilsInProgress], of: now)
          continue
        }
        let term = positions[
          InterventionKey(.term, key.scope, key.intervention, rows[index].measure)]
        let earlier = Set(rows[index].ended).subtracting(term.map { rows[$0].ended } ?? [])
        guard earlier.allSatisfy({ figures.episodes[$0].end.map(previous.contains) ?? false })
        else { continue }
        // The year's episodes that ended before the term were under way in the one before it.
        let paired = earlier.filter { figures.links[$0].isPaired }
        let counts: [(UnitCount, InterventionCount, [Int])] = [
          (.ended, .ended, Array(earlier)), (.paired, .paired, Array(paired)),
        ]
        for (_, kind, episodes) in counts {
          let rest = ledger.count(episodes.count)
          ledger.add(
            own[kind], is: [rest] + (term.map { [interventions[$0][kind]] } ?? []))
          let pupils = ledger.count(figures.pupils(episodes))
          ledger.rest(of: rest, without: pupils)
          addPart(pupils, of: before)
        }
      }
    }
  }

  /// The year, and all terms, hold those of the term before, on which its verdict rests.
  private mutating func addVerdictBefore(
    _ counts: VariationCounts, _ change: Variation
  ) {
    guard let paired = counts[.pairedBefore], let earlier = change.comparison.before else { return }
    func position(_ period: Period) -> Int? {
      positions[
        InterventionKey(period, .school(change.school), change.intervention, earlier.measure)]
    }
    let term = position(.term).map { [interventions[$0][.paired]] } ?? []
    for period in [Period.year, .all] {
      guard let whole = position(period),
        Set(rows[whole].ended).isSuperset(of: earlier.ended)
      else { continue }
      let total = interventions[whole][.paired]
      let rest =
        ledger.counts[total].value - ledger.counts[paired].value
        - term.reduce(0) { $0 + ledger.counts[$1].value }
      guard rest >= 0 else { continue }
      ledger.add(total, is: [paired, ledger.count(rest)] + term)
    }
  }

  private mutating func addPart(_ part: Int, of whole: Int, isProtected: Bool = false) {
    guard ledger.counts[part].value <= ledger.counts[whole].value else { return }
    ledger.rest(of: whole, without: part, isProtected: isProtected)
  }
}
