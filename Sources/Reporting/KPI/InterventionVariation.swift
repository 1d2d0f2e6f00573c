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
    let shown = release.shows(row)
    let isOfGroups = row.kind == .groupSize
    return (
      released(
        before, pupils: row.pupilsBefore, isCountShown: shown.before,
        isMeanShown: !isOfGroups || shown.groupsBefore),
      released(
        after, pupils: row.pupilsNow, isCountShown: shown.now,
        isMeanShown: !isOfGroups || shown.groupsNow),
      shown.joined ? .whole(rules.shown(row.joined)) : .suppressed,
      shown.left ? .whole(rules.shown(row.left)) : .suppressed
    )
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
