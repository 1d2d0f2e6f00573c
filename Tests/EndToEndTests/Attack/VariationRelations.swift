/// What is certain of the counts of KPI 5.6, also beside those of KPI 5.5.
struct VariationRelations {
  /// The kinds of change whose rows count pupils.
  static let countingKinds = ["started", "stopped", "pupils", "unchanged", "first-term"]

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
      bindVerdictBefore(row, before, counting, packs, interventions, &knowledge)
    }
  }

  /// A verdict of the term before is of so many pupils at least, who ended it and have both tests.
  private static func bindVerdictBefore(
    _ row: [String: String], _ before: Int, _ shown: [String: String]?, _ packs: Packs,
    _ interventions: CountTable, _ knowledge: inout Knowledge
  ) {
    guard let verdict = shown?["verdict_before"],
      !["", "c", "x", "z", "too-few"].contains(verdict),
      let measure = row["verdicts_on"]
    else { return }
    let facts = packs.episodes.filter {
      $0.school == row["school"] && $0.intervention == row["intervention"]
        && $0.measure == measure && $0.isPaired && $0.periods.contains("before")
    }
    func count(_ column: String, _ truth: Int, printed: Int? = nil) -> Int {
      knowledge.add(
        Count(
          file: Packs.variation, row: RowKey.of(row, ["school", "intervention"]),
          column: column, truth: truth, printed: printed, isCell: false,
          isSecret: printed == nil))
    }
    let paired = count("paired before", facts.count)
    let pupils = count("pupils paired before", Set(facts.map(\.pupil)).count)
    let least = count("enough", Knowledge.threshold, printed: Knowledge.threshold)
    knowledge.rest(of: pupils, over: least, isSecret: false, because: "there is a verdict before")
    knowledge.rest(of: paired, over: pupils, because: "some pupils are in it twice")
    knowledge.rest(of: before, over: pupils, because: "pupils before without a result")
    for period in ["year", "all"] {
      let key = [period, row["school"] ?? "", row["intervention"] ?? "", measure]
        .joined(separator: "|")
      let isWithin = facts.allSatisfy { $0.periods.contains(period) }
      guard isWithin, let whole = interventions[key, "n_paired"] else { continue }
      let term = interventions["term" + key.dropFirst(period.count), "n_paired"]
      let earlier = knowledge.counts[whole].truth - facts.count
      let rest = earlier - (term.map { knowledge.counts[$0].truth } ?? 0)
      let other = count("paired \(period) before that", rest)
      knowledge.equate(
        [whole], [paired, other] + [term].compactMap(\.self),
        because: "the term before is within \(period)")
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
