import Analysis
import ProvisionModel

/// What is recommended, decided and done, on a page (KPI 5.6).
extension Report {
  /// What is recommended of each intervention that runs in the term, and why.
  func recommendationPageTable(_ pack: Pack) -> PageTable {
    let rows = recommendedRows.filter { pack == .senco || $0.group == nil }
    return PageTable(
      caption: "What is recommended, and why",
      headings: [
        .text("Intervention"), .words("Recommended"), .prose("Why"), .text("Verdict before"),
        .text("Verdict now"), .words("Beside each other"),
      ],
      things: rows,
      note:
        "Before: of the term before; now: of this term, on the same test. The two are set beside "
        + "each other only where both have a verdict; a change from one small group to another is "
        + "mostly noise. The rules are below; the school decides."
        + (pack == .senco
          ? " To decide, edit next-decisions.csv, beside this page, and put it into the school’s "
            + "folder." : ""),
      in: pack
    ) { recommendationCells($0, pack) }
  }

  private func recommendationCells(_ row: RecommendedRow, _ pack: Pack) -> [String] {
    let recommendation = row.recommendation
    let name = named(recommendation.intervention, recommendation.school)
    if let group = row.group {
      return [
        "\(name): \(group.group)", group.recommend.title, reason(group, pack), "", "", "",
      ]
    }
    let isShown = isShown(recommendation, pack)
    return [
      name, isShown ? recommendation.recommend.title : "c",
      isShown ? reason(recommendation, pack) : "c",
    ] + comparisonWords(of: recommendation, pack)
  }

  private func comparisonWords(
    of recommendation: InterventionRecommendation, _ pack: Pack
  ) -> [String] {
    guard let variation = variations[SchoolIntervention(recommendation)] else {
      return ["", "", ""]
    }
    let cells = comparisonCells(variation, pack)
    func verdict(_ cell: TableCell, _ row: InterventionProgress?) -> String {
      cell == .suppressed ? "c" : row?.evidence.verdict.title ?? ""
    }
    let comparison = variation.comparison
    return [
      verdict(cells.before, comparison.before), verdict(cells.now, comparison.after),
      cells.difference == .suppressed ? "c" : comparison.difference?.title ?? "",
    ]
  }

  /// What was decided in the year's terms and in the one before, and what came of it.
  func decisionsPageTable(_ pack: Pack) -> PageTable {
    let isForSENCo = pack == .senco
    var headings: [PageTable.Heading] = [.text("Intervention"), .words("Decision")]
    if isForSENCo { headings.append(.prose("What was to change")) }
    headings.append(.words("Followed through"))
    if isForSENCo {
      headings += [.words("What the map shows"), .words("Result, then and after")]
    }
    return PageTable(
      caption: "What was decided, and what came of it",
      headings: headings, things: notableDecisions,
      note: notableDecisions.count < recentDecisions.count
        ? "Decisions to go on that were followed, or are not due yet, are left out"
          + (isForSENCo ? "; kpi-5.6-decisions.csv has them." : ".")
        : nil,
      in: pack
    ) { decisionCells($0, pack) }
  }

  /// Recent decisions but those to go on, where it did.
  var notableDecisions: [DecisionOutcome] {
    recentDecisions.filter {
      $0.decision.kind != .continue || ![.yes, .notYet].contains($0.followThrough)
    }
  }

  private func decisionCells(_ outcome: DecisionOutcome, _ pack: Pack) -> [String] {
    let decision = outcome.decision
    let name = decision.intervention.map { named($0, outcome.school) } ?? ""
    let isForSENCo = pack == .senco
    let followed = isShown(outcome, pack) ? outcome.followThrough.title : "c"
    let group = isForSENCo && !decision.group.isEmpty ? ": \(decision.group)" : ""
    let head = [name + group, "\(decision.kind.title) (\(decision.term.title))"]
    guard isForSENCo else { return head + [followed] }
    return head + [
      decision.change, followed, shownByMap(outcome), resultWords(outcome),
    ]
  }

  /// `unclear, then better: no difference shown`; with the measure where there are several.
  private func resultWords(_ outcome: DecisionOutcome) -> String {
    let comparison = outcome.comparison
    guard let difference = comparison.difference, let measure = comparison.measure else {
      return ""
    }
    let verdicts = [comparison.before, comparison.after].compactMap { $0?.evidence.verdict.title }
    let rows = (outcome.before?.progress ?? []) + (outcome.after?.progress ?? [])
    let isOneOfSeveral = rows.contains { $0.measure != measure }
    let on = isOneOfSeveral ? "\(data.measures[measure].name): " : ""
    return on
      + "\(verdicts.joined(separator: ", then ").lowercased()): \(difference.title)"
  }

  /// The rules, in the order in which they are tried.
  var rulesPageTable: PageTable {
    PageTable(
      caption: "The rules: of these lines the first that holds",
      headings: [
        .text("Line"), .words("Recommended"), .words("Verdict"),
        .number("Evidence at least"), .words("And"),
      ],
      things: Array(data.settings.recommendations.enumerated()), isInOrder: true
    ) { index, rule in
      [
        String(index + 1), rule.recommend.title,
        rule.verdicts.count == Verdict.allCases.count
          ? "any" : Wording.list(rule.verdicts.map { $0.title.lowercased() }, "or"),
        rule.evidence > 0 ? String(rule.evidence) : "",
        Wording.list(rule.when.map { $0.title(data.settings.thresholds) }),
      ]
    }
  }

  /// An intervention; with its school where there are several.
  func named(_ intervention: Int, _ school: String) -> String {
    let name = data.interventions[intervention].name
    return data.schools.count > 1 ? "\(name) (\(school))" : name
  }
}
