/// What is certain of the counts of KPI 5.6, also beside those of KPI 5.5.
struct VariationRelations {
  private static let countingKinds = ["started", "stopped", "pupils", "unchanged", "first-term"]

  /// Adds the counts and what binds them.
  static func add(
    _ packs: Packs, _ interventions: CountTable, to knowledge: inout Knowledge
  ) {
    let shown = packs.shown(Packs.variation)
    for row in packs.truth(Packs.variation)
    where countingKinds.contains(row["change_kind"] ?? "") {
      let mine = shown.filter {
        $0["school"] == row["school"] && $0["intervention"] == row["intervention"]
      }
      let counting = mine.first { $0["change_kind"] == row["change_kind"] }
      func cell(_ column: String) -> String? {
        ["before", "after"].contains(column)
          ? counting?[column]
          : mine.compactMap { $0[column] }.first { Int($0) != nil }
      }
      func count(_ column: String, saysNone kind: String) -> Int {
        let isNone = counting?["change_kind"] == kind
        return knowledge.add(
          Count(
            file: Packs.variation, row: RowKey.of(row, ["school", "intervention"]),
            column: column, truth: row[column].flatMap { Int($0) } ?? 0,
            printed: cell(column).flatMap { Int($0) } ?? (isNone ? 0 : nil)))
      }
      let before = count(
        "before", saysNone: row["change_kind"] == "first-term" ? "first-term" : "started")
      let after = count("after", saysNone: "stopped")
      let joined = count("pupils_joined", saysNone: "unchanged")
      let left = count("pupils_left", saysNone: "unchanged")
      let stayed = knowledge.rest(
        of: before, over: left, "stayed", because: "before is who left and who stayed")
      knowledge.equate([after], [stayed, joined], because: "after is who joined and who stayed")
      bindTerm(row, after, packs, interventions, &knowledge)
    }
  }

  /// The pupils of the term are those of the episodes that ended in it, and those of others under
  /// way: certain where the intervention has one measure.
  private static func bindTerm(
    _ row: [String: String], _ after: Int, _ packs: Packs, _ interventions: CountTable,
    _ knowledge: inout Knowledge
  ) {
    let measures = Set(
      interventions.rows.map(\.cells).filter {
        $0["school"] == row["school"] && $0["intervention"] == row["intervention"]
      }.map { $0["measure"] ?? "" })
    guard measures.count == 1, let measure = measures.first else { return }
    let key = ["term", row["school"] ?? "", row["intervention"] ?? "", measure]
      .joined(separator: "|")
    guard let ended = interventions[key, "pupils"], let open = interventions[key, "n_in_progress"]
    else { return }
    let others = knowledge.rest(
      of: after, over: ended, "only under way", because: "pupils of the term ended or go on")
    knowledge.rest(of: open, over: others, because: "under way are episodes under way")
  }
}
