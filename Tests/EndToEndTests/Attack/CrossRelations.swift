/// What binds KPI 9.5 with KPI 5.5: whoever gives an intervention has its episodes.
struct CrossRelations {
  private let packs: Packs
  private let interventions: CountTable
  private let units: CountTable

  /// A school in a period.
  private struct Place {
    var period: String
    var school: String
    var facts: [EpisodeFact]
    /// The sums over the measures of each intervention, by column of KPI 9.5.
    var totals: [String: [String: Int]] = [:]
    /// Episodes that count under two TAs, by intervention.
    var doubles: [String: Int] = [:]
  }

  /// Adds what binds the tables.
  static func add(
    _ packs: Packs, _ interventions: CountTable, _ units: CountTable, to knowledge: inout Knowledge
  ) {
    let relations = CrossRelations(packs: packs, interventions: interventions, units: units)
    let schools = Set(units.rows.compactMap { $0.cells["school"] }).sorted()
    for period in Packs.periods {
      for school in schools { relations.add(period, school, &knowledge) }
    }
  }

  private func add(_ period: String, _ school: String, _ knowledge: inout Knowledge) {
    var place = Place(
      period: period, school: school,
      facts: packs.episodes.filter { $0.school == school && $0.periods.contains(period) })
    addTotals(&place, &knowledge)
    addGroups(place, &knowledge)
    addMatrix(&place, "ta", { $0.assistants }, &knowledge)
    addMatrix(&place, "role-level", { $0.roles.sorted() }, &knowledge)
  }

  /// The episodes, pairs and used pairs of each intervention, over its measures.
  private func addTotals(_ place: inout Place, _ knowledge: inout Knowledge) {
    for row in interventions.rows
    where row.cells["period"] == place.period && row.cells["school"] == place.school {
      guard let name = row.cells["intervention"], row.cells["measure"] != "",
        let started = interventions[row.key, "n_started"], knowledge.counts[started].truth > 0,
        let paired = interventions[row.key, "n_paired"]
      else { continue }
      let counts = [
        ("n_episodes", started), ("n_paired", paired),
        ("n_used", used(row, paired, place, &knowledge)),
      ]
      for (column, count) in counts {
        let before = place.totals[column]?[name]
        place.totals[column, default: [:]][name] =
          before.map { sum($0, count, &knowledge) } ?? count
      }
    }
  }

  private func sum(_ one: Int, _ other: Int, _ knowledge: inout Knowledge) -> Int {
    let first = knowledge.counts[one]
    let sum = knowledge.add(
      Count(
        file: first.file, row: first.row, column: "\(first.column) of all measures",
        truth: first.truth + knowledge.counts[other].truth, printed: nil, isCell: false))
    knowledge.equate([sum], [one, other], because: "measures add up")
    return sum
  }

  /// The pairs that count for TAs: all where something is expected of all pairs of a measure, those
  /// with classmates where nothing is expected of any.
  private func used(
    _ row: (key: String, cells: [String: String]), _ paired: Int, _ place: Place,
    _ knowledge: inout Knowledge
  ) -> Int {
    let measure = row.cells["measure"]
    let pairs = packs.episodes.filter { $0.measure == measure && $0.isPaired }
    if pairs.allSatisfy(\.isUsed) { return paired }
    if let growth = interventions[row.key, "n_growth"],
      pairs.allSatisfy({ $0.isUsed == $0.hasGrowth })
    {
      return growth
    }
    let truth = place.facts.count {
      $0.measure == measure && $0.intervention == row.cells["intervention"] && $0.isUsed
    }
    let used = knowledge.add(
      Count(
        file: interventions.file, row: row.key, column: "used", truth: truth, printed: nil,
        isCell: false))
    knowledge.rest(of: paired, over: used, because: "some of the pairs are used")
    if let growth = interventions[row.key, "n_growth"] {
      knowledge.rest(of: used, over: growth, because: "pairs with classmates are used")
    }
    return used
  }

  /// The groups of an intervention are all of it, where every row names a group.
  private func addGroups(_ place: Place, _ knowledge: inout Knowledge) {
    let groups = units.rows.filter {
      $0.cells["period"] == place.period && $0.cells["school"] == place.school
        && $0.cells["unit_kind"] == "ta-group"
    }
    let grouped = Dictionary(grouping: place.facts, by: \.intervention).filter { _, facts in
      facts.allSatisfy { !$0.group.isEmpty }
    }
    for name in grouped.keys.sorted() {
      let own = groups.filter { $0.cells["interventions"] == name }
      let isShown = own.allSatisfy { units.shown[$0.key]?["interventions"] == name }
      guard isShown, !own.isEmpty else { continue }
      for column in ["n_episodes", "n_paired", "n_used"] {
        guard let total = place.totals[column]?[name] else { continue }
        let counts = own.compactMap { units[$0.key, column] }
        knowledge.equate([total], counts, because: "groups are all of their intervention")
      }
      bindPupils(place, name, own.map(\.key), &knowledge)
    }
    // Also where it is kept which group is whose.
    let loose = place.facts.contains { $0.group.isEmpty && grouped[$0.intervention] != nil }
    let none = place.facts.filter { grouped[$0.intervention] == nil }
    guard !loose, none.allSatisfy({ $0.group.isEmpty }), !grouped.isEmpty else { return }
    for column in ["n_episodes", "n_paired", "n_used"] {
      let totals = grouped.keys.sorted().compactMap { place.totals[column]?[$0] }
      let counts = groups.compactMap { units[$0.key, column] }
      knowledge.equate(totals, counts, because: "all groups are all grouped interventions")
    }
  }

  /// Where no pupil has the intervention twice, the pupils of its groups add up too.
  private func bindPupils(
    _ place: Place, _ name: String, _ groups: [String], _ knowledge: inout Knowledge
  ) {
    let own = place.facts.filter { $0.intervention == name }
    let isOnce =
      Set(place.facts.map { [$0.pupil, $0.intervention] }).count == place.facts.count
    let measures = Set(own.map(\.measure))
    guard isOnce, measures.count == 1, let measure = measures.first else { return }
    let key = [place.period, place.school, name, measure].joined(separator: "|")
    guard let pupils = interventions[key, "pupils"] else { return }
    let counts = groups.compactMap { units[$0, "pupils"] }
    knowledge.equate([pupils], counts, because: "no pupil is in two groups")
    for group in groups {
      if let pupils = units[group, "pupils"], let episodes = units[group, "n_episodes"] {
        knowledge.equate([pupils], [episodes], because: "no pupil has it twice")
      }
    }
  }

  /// Who gives what: the episodes of a unit are those of its interventions, those of an
  /// intervention are those of its units, but for what two of them share.
  private func addMatrix(
    _ place: inout Place, _ kind: String, _ named: (EpisodeFact) -> [String],
    _ knowledge: inout Knowledge
  ) {
    guard !place.facts.isEmpty, place.facts.allSatisfy({ (1...2).contains(named($0).count) }) else {
      return
    }
    let rows = units.rows.filter {
      $0.cells["period"] == place.period && $0.cells["school"] == place.school
        && $0.cells["unit_kind"] == kind
    }
    let names = place.totals["n_episodes", default: [:]].keys.sorted()
    let episodes = addMatrix(place, rows, names, "n_episodes", named, { _ in true }, &knowledge)
    let paired = addMatrix(place, rows, names, "n_paired", named, { $0.isPaired }, &knowledge)
    for (cell, whole) in episodes.cells {
      if let part = paired.cells[cell] {
        knowledge.rest(of: whole, over: part, because: "some of the episodes")
      }
    }
    for name in names {
      guard let whole = episodes.doubles[name], let part = paired.doubles[name] else { continue }
      knowledge.rest(of: whole, over: part, because: "some of the episodes")
      if kind == "role-level", let shared = place.doubles[name] {
        knowledge.rest(of: shared, over: whole, because: "two levels are two TAs")
      }
    }
    guard kind == "ta" else { return }
    place.doubles = episodes.doubles
    let shared = rows.compactMap { units[$0.key, "n_shared"] }
    knowledge.weigh(
      shared.map { ($0, 1) } + names.compactMap { episodes.doubles[$0] }.map { ($0, -2) },
      because: "a shared episode counts under two TAs")
  }

  private func addMatrix(
    _ place: Place, _ rows: [(key: String, cells: [String: String])], _ names: [String],
    _ column: String, _ named: (EpisodeFact) -> [String], _ counts: (EpisodeFact) -> Bool,
    _ knowledge: inout Knowledge
  ) -> (cells: [String: Int], doubles: [String: Int]) {
    var cells: [String: Int] = [:]
    var ofName: [String: [Int]] = [:]
    for row in rows {
      let listed = (units.shown[row.key]?["interventions"] ?? "c").split(separator: ";").map {
        String($0.drop { $0 == " " })
      }
      // Whose interventions are kept may give any.
      let own = listed.allSatisfy(names.contains) ? listed : names
      var mine: [Int] = []
      for name in own {
        let truth = place.facts.count { fact in
          fact.intervention == name && counts(fact)
            && named(fact).contains(row.cells["name"] ?? "")
        }
        let cell = knowledge.add(
          Count(
            file: units.file, row: "\(row.key)|\(name)", column: "\(column) in an intervention",
            truth: truth, printed: nil, isCell: false))
        cells["\(row.key)|\(name)"] = cell
        mine.append(cell)
        ofName[name, default: []].append(cell)
      }
      if let whole = units[row.key, column] {
        knowledge.equate([whole], mine, because: "a unit's interventions add up")
      }
    }
    var doubles: [String: Int] = [:]
    for name in names {
      guard let total = place.totals[column]?[name] else { continue }
      let truth = place.facts.count {
        $0.intervention == name && counts($0) && named($0).count > 1
      }
      let double = knowledge.add(
        Count(
          file: units.file, row: "\(place.period)|\(place.school)|\(name)",
          column: "\(column) of two at once", truth: truth, printed: nil, isCell: false))
      doubles[name] = double
      knowledge.equate(
        ofName[name, default: []], [total, double], because: "an intervention's units add up")
    }
    return (cells, doubles)
  }
}
