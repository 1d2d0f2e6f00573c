/// What is certain of the counts of KPI 9.5 among themselves.
struct UnitRelations {
  /// The columns that name a row.
  static let labels = ["period", "school", "unit_kind", "unit"]
  /// The columns of counts.
  static let columns = ["pupils", "n_episodes", "n_used", "n_paired", "n_shared"]

  /// The counts.
  private(set) var table: CountTable
  private let packs: Packs

  /// Adds the counts and what binds them.
  init(_ packs: Packs, to knowledge: inout Knowledge) {
    self.packs = packs
    table = CountTable(
      Packs.units, keyed: Self.labels, columns: Self.columns, of: packs, to: &knowledge)
    for key in table.unknown { knowledge.wonder(about: "whose row is \(key)?") }
    for row in table.rows { bind(row.key, row.cells, &knowledge) }
    for tail in table.tails { table.nest(tail, columns: Self.columns, in: &knowledge) }
    for row in table.rows where row.cells["unit_kind"] == "role-level" {
      bindRole(row.key, row.cells, &knowledge)
    }
  }

  private func bind(_ key: String, _ cells: [String: String], _ knowledge: inout Knowledge) {
    for (column, part) in [
      ("n_episodes", "pupils"), ("n_episodes", "n_paired"), ("n_paired", "n_used"),
      ("n_episodes", "n_used"), ("n_episodes", "n_shared"),
    ] {
      if let whole = table[key, column], let part = table[key, part] {
        knowledge.rest(of: whole, over: part, because: "some of the episodes")
      }
    }
    let decimals = PrintedShare.decimals(of: "share_on_track", in: Array(table.shown.values))
    guard let paired = table[key, "n_paired"],
      let printed = PrintedShare(table.shown[key]?["share_on_track"], decimals: decimals),
      let truth = cells["share_on_track"].flatMap({ Double($0) })
    else { return }
    // Of whom something is expected; where that is all of them, their number is n_paired.
    let number = knowledge.counts[paired].truth
    let isOfAll = packs.episodes.allSatisfy { !$0.isPaired || $0.isOnTrack != nil }
    guard isOfAll else { return }
    let yes = knowledge.add(
      Count(
        file: table.file, row: key, column: "on track: yes",
        truth: Int((truth * Double(number)).rounded()), printed: nil, isCell: false))
    knowledge.rest(of: paired, over: yes, "on track: no", because: "yes or no")
    knowledge.share(printed, yes, of: paired, because: "share_on_track is printed")
  }

  /// A role level is the sum of its TAs, but for episodes that two of them share.
  private func bindRole(
    _ key: String, _ cells: [String: String], _ knowledge: inout Knowledge
  ) {
    let assistants = table.rows.filter { row in
      row.cells["unit_kind"] == "ta" && row.cells["role_level"] == cells["unit"]
        && ["period", "school"].allSatisfy { row.cells[$0] == cells[$0] }
    }
    // Whose role level is kept cannot be added up.
    let isShown = assistants.allSatisfy {
      table.shown[$0.key]?["role_level"] == $0.cells["role_level"]
    }
    guard !assistants.isEmpty, isShown else { return }
    if assistants.count == 1 {
      for column in Self.columns {
        if let one = table[assistants[0].key, column], let all = table[key, column] {
          knowledge.equate([one], [all], because: "a role level of one TA")
        }
      }
      return
    }
    let facts = packs.episodes.filter {
      $0.school == cells["school"] && $0.periods.contains(cells["period"] ?? "")
    }
    guard facts.allSatisfy({ $0.assistants.count <= 2 }) else { return }
    var twice: [String: Int] = [:]
    for column in ["n_episodes", "n_paired", "n_used", "n_shared"] {
      guard let all = table[key, column] else { continue }
      let own = assistants.compactMap { table[$0.key, column] }
      let truth =
        own.reduce(0) { $0 + knowledge.counts[$1].truth } - knowledge.counts[all].truth
      let shared = knowledge.add(
        Count(
          file: table.file, row: key, column: "\(column) of two TAs of the level", truth: truth,
          printed: nil, isCell: false))
      twice[column] = shared
      knowledge.equate(own, [all, shared], because: "a role level is the sum of its TAs")
    }
    guard let episodes = twice["n_episodes"] else { return }
    for column in ["n_paired", "n_used"] {
      if let part = twice[column] {
        knowledge.rest(of: episodes, over: part, because: "some of the episodes")
      }
    }
    if let shared = twice["n_shared"] {
      knowledge.equate([episodes], [shared], because: "shared ones are shared")
    }
  }
}
