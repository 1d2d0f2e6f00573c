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
        "decided_term", "followed_through",
      ],
      things: evaluation.variations
    ) { row in
      let cells = variationCells(row, pack)
      return [
        .free(row.school), .free(data.interventions[row.intervention].name),
        .text(row.kind.rawValue), cells.before, cells.after, cells.joined, cells.left,
        .absent, .absent, .absent, .absent, .word(row.decision?.kind.rawValue ?? ""),
        .word(row.decision?.term.id ?? ""), .absent,
      ]
    }
  }

  /// The cells of a change that may rest on few pupils.
  func variationCells(
    _ row: Variation, _ pack: Pack
  ) -> (before: TableCell, after: TableCell, joined: TableCell, left: TableCell) {
    let before = changeCell(row.before, row, pack)
    let after = changeCell(row.after, row, pack)
    guard pack == .governors else {
      return (before, after, .whole(row.joined), .whole(row.left))
    }
    // Either count of movers gives the other away beside the numbers before and after.
    let movers = [row.joined, row.left].filter { suppression.hides($0) }.first ?? row.joined
    let hidesMovers = suppression.hides(movers)
    let isSmall = suppression.hides(row.pupilsBefore) || suppression.hides(row.pupilsNow)
    return (
      suppression.cell(before, pupils: row.pupilsBefore),
      suppression.cell(after, pupils: row.pupilsNow),
      isSmall || hidesMovers ? .suppressed : .whole(row.joined),
      isSmall || hidesMovers ? .suppressed : .whole(row.left)
    )
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
