import Analysis
import ProvisionModel

/// What is recommended of each intervention that runs in the term, and of groups that differ, with
/// everything that the table of rules looked at: kpi-5.6-recommendations.csv, for the SENCo.
extension Report {
  /// A row: an intervention, or one of its groups.
  struct RecommendedRow: Sendable {
    /// What is recommended of the intervention.
    var recommendation: InterventionRecommendation
    /// What is recommended of the group; nil: the row is about the intervention.
    var group: GroupRecommendation?
  }

  /// The table.
  var recommendationsTable: OutputTable<RecommendedRow> {
    OutputTable(
      headings: [
        "school", "intervention", "group", "recommendation", "reason", "rule", "period",
        "measure", "verdict", "evidence_strength", "attendance", "attrition",
        "sessions_per_week", "minutes_per_session", "weeks", "group_size", "spread",
        "cost_per_month", "trend", "pupils_needed", "pupils_known",
      ],
      things: recommendedRows
    ) { row in
      guard let group = row.group else { return cells(row.recommendation) }
      let blank = Array(repeating: TableCell.notApplicable, count: 16)
      return names(row.recommendation) + [
        .free(group.group), .text(group.recommend.rawValue),
        .free(reason(group, .senco)),
      ] + blank
    }
  }

  /// The rows: each intervention and behind it its groups.
  var recommendedRows: [RecommendedRow] {
    evaluation.recommendations.flatMap { recommendation in
      [RecommendedRow(recommendation: recommendation, group: nil)]
        + recommendation.groups.map {
          RecommendedRow(recommendation: recommendation, group: $0)
        }
    }
  }

  /// Why something else is recommended of a group.
  func reason(_ group: GroupRecommendation, _ pack: Pack) -> String {
    let side = group.unit.finding == .below ? "less far" : "further"
    let advice =
      group.recommend == .continue
      ? "go on with this group" : "see what is different in this group before anything is decided"
    return
      "By more than luck would explain its pupils came \(side) than those of the other groups "
      + "(\(Wording.number(group.unit.shrunkMean, decimals: 2)) SD, with luck allowed for): \(advice)."
  }

  private func names(_ recommendation: InterventionRecommendation) -> [TableCell] {
    [.free(recommendation.school), .free(data.interventions[recommendation.intervention].name)]
  }

  private func cells(_ recommendation: InterventionRecommendation) -> [TableCell] {
    let facts = recommendation.facts
    let rule: TableCell = recommendation.rule.map { .whole($0 + 1) } ?? .absent
    let measure: TableCell = recommendation.measure.map { .free(data.measures[$0].name) } ?? .absent
    let trend = facts.trend?.rawValue ?? ""
    return names(recommendation) + [
      .absent, .text(recommendation.recommend.rawValue), .free(reason(recommendation, .senco)),
      rule, .text(recommendation.period.rawValue), measure,
      .text(facts.verdict.rawValue), .whole(facts.strength), .number(facts.attendance),
      .number(facts.attrition), .number(facts.sessionsPerWeek), .number(facts.minutesPerSession),
      .number(facts.weeks), .number(facts.groupSize), .number(facts.spread),
      .number(facts.costPerMonth), .word(trend),
      recommendation.needed.map { .whole($0.inAll) } ?? .absent,
      recommendation.needed.map { .whole($0.known) } ?? .absent,
    ]
  }
}
