import TestSupport

/// What pages say of counts beyond the cells of tables.
struct PageRelations {
  private static let file = "report.html"
  /// How far the number of pupils who finished may lie from what a page says.
  private static let reach = 2

  private let packs: Packs
  private let interventions: CountTable

  /// Adds it.
  static func add(_ packs: Packs, _ interventions: CountTable, to knowledge: inout Knowledge) {
    let relations = PageRelations(packs: packs, interventions: interventions)
    for about in relations.numbers("pupils_finished") { relations.addFinished(about, &knowledge) }
    relations.addUnderWay(&knowledge)
    relations.addTotals(&knowledge)
  }

  /// The numbers that stand outside of tables under the name of a figure.
  private func numbers(_ figure: String) -> [Int] {
    Set(packs.pages.filter { $0.figures == [figure] }.compactMap { Int($0.text) }).sorted()
  }

  /// "About 15 pupils finished": at least the pupils of each row of the term, at most all of them.
  private func addFinished(_ about: Int, _ knowledge: inout Knowledge) {
    let truth = Set(
      packs.episodes.filter { $0.periods.contains("term") }.map { [$0.school, $0.pupil] }
    ).count
    let finished = add("pupils who finished", truth, to: &knowledge)
    bound(
      finished, (about - Self.reach)...(about + Self.reach), &knowledge,
      because: "about \(about) pupils")
    let rows = interventions.rows.filter {
      $0.cells["period"] == "term" && $0.cells["provision"] != "universal"
    }
    let schools = rows.filter { $0.cells["school"] != "all" }
    let pupils = schools.compactMap { interventions[$0.key, "pupils"] }
    guard !pupils.isEmpty, pupils.count == schools.count else { return }
    let twice = pupils.reduce(0) { $0 + knowledge.counts[$1].truth } - truth
    let others = add("pupils with several", twice, isSecret: false, to: &knowledge)
    knowledge.equate(pupils, [finished, others], because: "all who finished are in some row")
    for row in rows {
      guard let own = interventions[row.key, "pupils"] else { continue }
      let rest = knowledge.add(
        Count(
          file: Self.file, row: row.key, column: "pupils who finished others",
          truth: truth - knowledge.counts[own].truth, printed: nil, isCell: false,
          isOfOthers: true))
      knowledge.equate([finished], [own, rest], because: "a row's pupils finished")
    }
  }

  /// Pupils under way are printed of universal provision, whose table counts episodes.
  private func addUnderWay(_ knowledge: inout Knowledge) {
    for (row, key, text) in cells(of: "pupils_in_progress") {
      guard let printed = CountFigures.number(text),
        let episodes = interventions[key, "n_in_progress"]
      else { continue }
      let pupils = knowledge.add(
        Count(
          file: Self.file, row: key, column: "pupils_in_progress",
          truth: packs.pupilsUnderWay(row), printed: printed))
      knowledge.rest(of: episodes, over: pupils, because: "each pupil has an episode")
    }
  }

  /// A total beside its mean tells of how many episodes it is.
  private func addTotals(_ knowledge: inout Knowledge) {
    for row in interventions.rows {
      guard let cells = interventions.shown[row.key] else { continue }
      addTotal(row.key, cells["total_months_gained"], cells["mean_gain"], &knowledge)
    }
    for (row, key, text) in cells(of: "months_passed") {
      addTotal(
        key, text, interventions.shown[key]?["mean_months"] ?? row["mean_months"], &knowledge)
    }
  }

  private func addTotal(
    _ key: String, _ total: String?, _ mean: String?, _ knowledge: inout Knowledge
  ) {
    // Both have one decimal.
    guard let total = total.flatMap(PrintedNumber.init)?.value,
      let mean = mean.flatMap(PrintedNumber.init)?.value, total * mean > 0, abs(mean) > 0.05,
      let paired = interventions[key, "n_paired"]
    else { return }
    let least = (abs(total) - 0.05) / (abs(mean) + 0.05) - 1e-6
    let most = (abs(total) + 0.05) / (abs(mean) - 0.05) + 1e-6
    guard least.rounded(.up) <= most.rounded(.down) else {
      return knowledge.wonder(about: "of how many is \(total) with a mean of \(mean) [\(key)]?")
    }
    bound(
      paired, Int(least.rounded(.up))...Int(most.rounded(.down)), &knowledge,
      because: "a total beside its mean")
  }

  /// The rows of KPI 5.5 in which pages print a figure, as the SENCo knows them, each text once.
  private func cells(of figure: String) -> [(row: [String: String], key: String, text: String)] {
    let written = packs.written(Packs.interventions).rows
    var seen: Set<[String]> = []
    return packs.pages.compactMap { printed in
      guard printed.figures == [figure], let row = printed.row,
        row.table == Packs.interventions, written.indices.contains(row.index)
      else { return nil }
      let key = RowKey.of(written[row.index], InterventionRelations.labels)
      guard let truth = interventions.rows.first(where: { $0.key == key }),
        seen.insert([key, printed.text]).inserted
      else { return nil }
      return (truth.cells, key, printed.text)
    }
  }

  private func add(
    _ column: String, _ truth: Int, printed: Int? = nil, isSecret: Bool = true,
    to knowledge: inout Knowledge
  ) -> Int {
    knowledge.add(
      Count(
        file: Self.file, row: "term", column: column, truth: truth, printed: printed,
        isCell: false, isSecret: isSecret))
  }

  private func bound(
    _ count: Int, _ range: ClosedRange<Int>, _ knowledge: inout Knowledge, because reason: String
  ) {
    let (low, high) = (range.lowerBound, range.upperBound)
    let least = add("at least", low, printed: low, isSecret: false, to: &knowledge)
    let most = add("at most", high, printed: high, isSecret: false, to: &knowledge)
    knowledge.rest(of: count, over: least, isSecret: false, because: reason)
    knowledge.rest(of: most, over: count, isSecret: false, because: reason)
  }
}
