import Analysis
import ProvisionModel

/// KPI 5.6, "participants or interventions are varied according to how effective they are": the
/// table kpi-5.6-variation.csv.
extension Report {
  /// The table of a pack.
  func variationTable(_ pack: Pack) -> OutputTable<Variation> {
    OutputTable(
      headings: [
        "school", "intervention", "change_kind", "before", "after", "pupils_joined",
        "pupils_left", "verdict_before", "verdict_now", "recommendation", "reason", "decision",
        "decided_term", "followed_through", "pupils_stayed", "verdicts_on", "difference",
        "recommended_on",
      ],
      things: evaluation.variations
    ) { row in
      let cells = variationCells(row, pack)
      let decision = row.decision?.decision
      let comparison = comparisonCells(row, pack)
      return [
        .free(row.school), .free(data.interventions[row.intervention].name),
        .text(row.kind.rawValue), cells.before, cells.after, cells.joined, cells.left,
        comparison.before, comparison.now,
        recommendationCell(row.recommendation, pack) { .text($0.recommend.rawValue) },
        recommendationCell(row.recommendation, pack) { .free(reason($0, pack)) },
        .word(decision?.kind.rawValue ?? ""), .word(decision?.term.id ?? ""),
        row.decision.map { followedCell($0, pack) } ?? .absent, cells.stayed,
        row.comparison.measure.map { .free(data.measures[$0].name) } ?? .absent,
        comparison.difference,
        recommendationCell(row.recommendation, pack) { .text($0.period.rawValue) },
      ]
    }
  }

  /// A cell about what is recommended of an intervention, which may not run any more.
  func recommendationCell(
    _ recommendation: InterventionRecommendation?, _ pack: Pack,
    _ cell: (InterventionRecommendation) -> TableCell
  ) -> TableCell {
    guard let recommendation else { return .notApplicable }
    return isShown(recommendation, pack) ? cell(recommendation) : .suppressed
  }

  /// The verdicts of both terms, and whether their ranges differ.
  func comparisonCells(
    _ row: Variation, _ pack: Pack
  ) -> (before: TableCell, now: TableCell, difference: TableCell) {
    func cell(_ progress: InterventionProgress?, _ isShown: Bool) -> TableCell {
      guard let progress else { return .absent }
      return isShown ? .text(progress.evidence.verdict.rawValue) : .suppressed
    }
    let areShown = (isVerdictBeforeShown(row, pack), isVerdictNowShown(row, pack))
    let difference: TableCell =
      if row.comparison.before == nil || row.comparison.after == nil {
        .absent
      } else if areShown.0 && areShown.1 {
        .word(row.comparison.difference?.rawValue ?? "")
      } else {
        .suppressed
      }
    return (
      cell(row.comparison.before, areShown.0), cell(row.comparison.after, areShown.1), difference
    )
  }

  /// Whether a decision was followed through.
  func followedCell(_ outcome: DecisionOutcome, _ pack: Pack) -> TableCell {
    isShown(outcome, pack) ? .text(outcome.followThrough.rawValue) : .suppressed
  }

  /// Whether the readers of a pack may see what came of a decision: how an intervention of few pupils
  /// was varied tells of these.
  func isShown(_ outcome: DecisionOutcome, _ pack: Pack) -> Bool {
    guard pack == .governors, outcome.decision.kind == .vary, outcome.after != nil else {
      return true
    }
    // Whether all, most or some are others tells how many joined.
    let others = outcome.checks.filter { $0.target.kind == .pupils }.compactMap(\.after)
    guard others.allSatisfy({ $0 == 0 || Int($0) >= rules.minimumPupils }) else { return false }
    return [outcome.before, outcome.after].allSatisfy { term in
      let pupils = term?.delivery.pupils.count ?? 0
      return pupils == 0 || pupils >= rules.minimumPupils
    }
  }

  /// The cells of a change that may rest on few pupils.
  func variationCells(
    _ row: Variation, _ pack: Pack
  ) -> VariationCells {
    let before = changeCell(row.before, row, pack)
    let after = changeCell(row.after, row, pack)
    let stayed = row.pupilsNow - row.joined
    guard pack == .governors else {
      return VariationCells(
        before: before, after: after, joined: .whole(row.joined), left: .whole(row.left),
        stayed: .whole(stayed))
    }
    let shown = release.shows(row)
    let isOfGroups = row.kind == .groupSize
    return VariationCells(
      before: released(
        before, pupils: row.pupilsBefore, isCountShown: shown.before,
        isMeanShown: !isOfGroups || shown.groupsBefore),
      after: released(
        after, pupils: row.pupilsNow, isCountShown: shown.now,
        isMeanShown: !isOfGroups || shown.groupsNow),
      joined: shown.joined ? .whole(rules.shown(row.joined)) : .suppressed,
      left: shown.left ? .whole(rules.shown(row.left)) : .suppressed,
      // Whoever sees the pupils of this term and those who joined can tell it.
      stayed: shown.joined && shown.now ? .whole(rules.shown(stayed)) : .suppressed)
  }

  /// What the governors see of one side of a change.
  private func released(
    _ cell: TableCell, pupils: Int, isCountShown: Bool, isMeanShown: Bool
  ) -> TableCell {
    switch cell {
    case .whole(let count): isCountShown ? .whole(rules.shown(count)) : .suppressed
    case .number(let mean):
      pupils < rules.minimumPupils || !isMeanShown
        ? .suppressed : .number(DisclosureRules.rounded(mean, decimals: 1))
    case .text, .freeText: pupils < rules.minimumPupils ? .suppressed : cell
    case .absent, .notApplicable, .suppressed, .day: cell
    }
  }

  private func changeCell(_ value: ChangeValue, _ row: Variation, _ pack: Pack) -> TableCell {
    switch value {
    case .none: .notApplicable
    case .count(let count): .whole(count)
    case .mean(let mean): .number(mean)
    case .teachingAssistants(let names): .free(staffList(names, school: row.school, pack))
    }
  }

  /// TAs' names, or their codes for the governors, with `; ` between.
  func staffList(_ names: [String], school: String, _ pack: Pack) -> String {
    guard pack == .governors else { return names.joined(separator: "; ") }
    return names.map { codes.code(ofTA: $0, school: school) }.sorted().joined(separator: "; ")
  }
}

/// The cells of a change that may rest on few pupils.
struct VariationCells {
  /// What it was.
  var before: TableCell
  /// What it is.
  var after: TableCell
  /// Pupils of this term only.
  var joined: TableCell
  /// Pupils of the term before only.
  var left: TableCell
  /// Pupils of both terms.
  var stayed: TableCell
}
