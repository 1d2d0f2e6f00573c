/// What is certain of the counts of KPI 5.5.
struct InterventionRelations {
  /// The columns that name a row.
  static let labels = ["period", "school", "intervention", "measure"]
  private static let nested = [
    "pupils", "n_started", "n_paired", "n_censored", "n_matched", "n_growth",
    "contrast_pupils", "n_up", "n_same", "n_down",
  ]
  private static let columns = nested + ["n_in_progress"]

  /// The counts.
  private(set) var table: CountTable
  private let packs: Packs

  /// Adds the counts and what binds them.
  init(_ packs: Packs, to knowledge: inout Knowledge) {
    self.packs = packs
    table = CountTable(
      Packs.interventions, keyed: Self.labels, columns: Self.columns, of: packs, to: &knowledge)
    for row in table.rows { bind(row.key, row.cells, &knowledge) }
    for tail in table.tails {
      table.nest(tail, columns: Self.nested + ["on track", "met target"], in: &knowledge)
    }
    addSchools(&knowledge)
    addMerged(&knowledge)
  }

  /// The facts of a row's episodes.
  private func facts(_ cells: [String: String]) -> [EpisodeFact] {
    packs.episodes.filter {
      $0.measure == cells["measure"] && $0.intervention == cells["intervention"]
        && ($0.school == cells["school"] || cells["school"] == "all")
        && $0.periods.contains(cells["period"] ?? "")
    }
  }

  private mutating func bind(
    _ key: String, _ cells: [String: String], _ knowledge: inout Knowledge
  ) {
    guard let started = table[key, "n_started"] else { return }
    if let pupils = table[key, "pupils"] {
      knowledge.rest(of: started, over: pupils, because: "each pupil has an episode")
      if happensOnce(cells) {
        knowledge.equate([started], [pupils], because: "no pupil has it twice")
      }
      for (column, part) in [("pupils", "contrast_pupils")] {
        if let whole = table[key, column], let part = table[key, part] {
          knowledge.rest(of: whole, over: part, because: "some of the pupils")
        }
      }
    }
    for (column, part) in [
      ("n_growth", "n_matched"), ("n_paired", "n_growth"), ("n_paired", "n_matched"),
      ("n_matched", "contrast_pupils"),
    ] {
      if let whole = table[key, column], let part = table[key, part] {
        knowledge.rest(of: whole, over: part, because: "some of the episodes")
      }
    }
    if let paired = table[key, "n_paired"] { bindPaired(key, cells, started, paired, &knowledge) }
  }

  private mutating func bindPaired(
    _ key: String, _ cells: [String: String], _ started: Int, _ paired: Int,
    _ knowledge: inout Knowledge
  ) {
    let unpaired = knowledge.rest(of: started, over: paired, because: "some are paired")
    share("attrition", unpaired, of: started, key, &knowledge)
    if let censored = table[key, "n_censored"] {
      knowledge.rest(
        of: unpaired, over: censored, "without a test", because: "censored ones are not paired")
    }
    let steps = ["n_up", "n_same", "n_down"].compactMap { table[key, $0] }
    if steps.count == 3 { knowledge.equate([paired], steps, because: "up, same and down") }
    let facts = facts(cells).filter(\.isPaired)
    add(
      "on track", "share_on_track", answers: facts.map(\.isOnTrack),
      isOfAll: allExpect(cells["measure"]), key, paired, &knowledge)
    add(
      "met target", "share_met_target", answers: facts.map(\.hasMetTarget),
      isOfAll: false, key, paired, &knowledge)
  }

  /// Adds how many of the paired episodes answer with yes and with no, and the printed share.
  private mutating func add(
    _ name: String, _ column: String, answers: [Bool?], isOfAll: Bool, _ key: String,
    _ paired: Int, _ knowledge: inout Knowledge
  ) {
    let known = answers.compactMap { $0 }
    guard !known.isEmpty else { return }
    func count(_ column: String, _ truth: Int) -> Int {
      knowledge.add(
        Count(
          file: table.file, row: key, column: column, truth: truth, printed: nil, isCell: false))
    }
    let whole = count("\(name): yes or no", known.count)
    let yes = count("\(name): yes", known.count { $0 })
    table.set(yes, key, name)
    knowledge.rest(
      of: paired, over: whole, "\(name): unknown", known: isOfAll ? 0 : nil,
      because: "some have an answer")
    knowledge.rest(of: whole, over: yes, "\(name): no", because: "yes or no")
    share(column, yes, of: whole, key, &knowledge)
  }

  private func share(
    _ column: String, _ part: Int, of whole: Int, _ key: String, _ knowledge: inout Knowledge
  ) {
    let decimals = PrintedShare.decimals(of: column, in: Array(table.shown.values))
    guard let printed = PrintedShare(table.shown[key]?[column], decimals: decimals) else { return }
    knowledge.share(printed, part, of: whole, because: "\(column) is printed")
  }

  /// Whether something is expected of every pair of a measure, in all of the data.
  private func allExpect(_ measure: String?) -> Bool {
    packs.episodes.allSatisfy { $0.measure != measure || !$0.isPaired || $0.isOnTrack != nil }
  }

  /// Whether no pupil of a school has any intervention twice on a measure in that period.
  private func happensOnce(_ cells: [String: String]) -> Bool {
    let facts = packs.episodes.filter {
      ($0.school == cells["school"] || cells["school"] == "all")
        && $0.periods.contains(cells["period"] ?? "")
    }
    guard !facts.isEmpty, cells["measure"] != "" else { return false }
    return Set(facts.map { [$0.school, $0.pupil, $0.intervention, $0.measure] }).count
      == facts.count
  }

  /// The schools together are the sum of the schools.
  private func addSchools(_ knowledge: inout Knowledge) {
    for row in table.rows where row.cells["school"] == "all" {
      let parts = table.rows.filter { other in
        other.cells["school"] != "all"
          && ["period", "intervention", "measure"].allSatisfy { other.cells[$0] == row.cells[$0] }
      }
      guard !parts.isEmpty else { continue }
      for column in Self.columns + ["on track", "met target"] {
        guard let whole = table[row.key, column] else { continue }
        let counts = parts.compactMap { table[$0.key, column] }
        knowledge.equate([whole], counts, because: "all is the sum of the schools")
      }
    }
  }

  /// A merged row is the sum of the rows that are not there, or of those that say nothing and have few
  /// pupils; who is at the school knows which.
  private func addMerged(_ knowledge: inout Knowledge) {
    for key in table.unknown {
      let cells = table.shown[key] ?? [:]
      let same = table.rows.filter { row in
        ["period", "school", "measure"].allSatisfy {
          row.cells[$0] == cells[$0] || row.cells[$0] == "" && cells[$0] == "z"
        }
      }
      let missing = same.filter { table.shown[$0.key] == nil }
      let small = same.filter { row in
        guard let paired = table[row.key, "n_paired"] else { return false }
        return table.shown[row.key]?["n_paired"] == "c"
          && (1...4).contains(knowledge.counts[paired].truth)
      }
      let members = missing.isEmpty ? small : missing
      let number = cells["intervention"]?.split(separator: " ").first.flatMap { Int($0) }
      if number != members.count {
        knowledge.wonder(about: "\(members.count) rows stand for \(key)")
      }
      for column in Self.columns {
        guard let printed = cells[column].flatMap({ Int($0) }) else { continue }
        let counts = members.compactMap { table[$0.key, column] }
        let truth = counts.reduce(0) { $0 + knowledge.counts[$1].truth }
        // Pupils may be counted once over all of them.
        if column.contains("pupils"), truth != printed { continue }
        let sum = knowledge.add(
          Count(file: table.file, row: key, column: column, truth: truth, printed: printed))
        knowledge.equate([sum], counts, because: "a merged row is a sum")
      }
    }
  }
}
