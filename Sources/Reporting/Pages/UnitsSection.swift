import Analysis
import ProvisionModel

/// KPI 9.5 on a page: TAs, groups and role levels.
extension Report {
  /// The table of a kind of unit, for the reported term.
  func unitsPageTable(_ kind: UnitKind, _ pack: Pack) -> PageTable {
    PageTable(
      caption: caption(kind),
      headings: [
        .text(heading(kind)),
        .text(kind == .teachingAssistant ? "Role and interventions" : "Interventions"),
        .number("Pupils"), .number("Episodes"), .number("Both tests"), .number("Progress (SD)"),
        .number("95% range"), .text("Beside the others"), .number("Own mean (SD)"),
        .number("On track"), .number("Attend­ance"), .number("Hours a pupil"),
      ],
      things: units(pack).filter { $0.period == .term && $0.kind == kind },
      note: kind == .teachingAssistant && hasSharedEpisodes
        ? "An episode that two TAs share counts under each of them." : nil,
      isInOrder: true
    ) { unitCells($0, pack) }
  }

  private var hasSharedEpisodes: Bool {
    evaluation.units.contains { $0.period == .term && $0.shared > 0 }
  }

  private func unitCells(_ row: UnitProgress, _ pack: Pack) -> [String] {
    func paired(_ text: String, _ pupils: Int) -> String {
      shown(text, pupils: pupils, of: row.pupils, pack)
    }
    func ended(_ text: String) -> String { shown(text, pupils: row.pupils, pack) }
    let name = unitName(row, pack)
    let role = row.kind == .teachingAssistant && !row.roleLevel.isEmpty ? "\(row.roleLevel): " : ""
    let interventions = row.interventions.map { data.interventions[$0].name }
    return [
      data.schools.count > 1 ? "\(name) (\(row.school))" : name,
      role + interventions.joined(separator: ", "), ended(String(row.pupils)),
      ended(String(row.episodes)), paired(String(row.paired), row.pupilsPaired),
    ] + pooledCells(row, pack) + [
      paired(words(row.onTrack, pack), row.figurePupils.expectedGain),
      paired(Wording.percent(row.dose.attendance), row.figurePupils.attendance),
      paired(Wording.number(row.dose.hoursPerPupil), row.figurePupils.hours),
    ]
  }

  /// Progress drawn to the mean of all, its range and what that says, and the unit's own mean.
  private func pooledCells(_ row: UnitProgress, _ pack: Pack) -> [String] {
    guard let pooled = row.pooled else { return ["", "", "", ""] }
    return [
      Wording.number(pooled.shrunkMean, decimals: 2),
      pooled.finding == .noDifferenceShown ? "" : Wording.range(pooled.interval),
      pooled.finding.title, Wording.number(pooled.mean, decimals: 2),
    ].map { shown($0, pupils: row.pupilsUsed, of: row.pupils, pack) }
  }

  private func caption(_ kind: UnitKind) -> String {
    switch kind {
    case .teachingAssistant: "TAs: interventions that ended in the \(evaluation.term.title)"
    case .group: "TA groups that ended in the \(evaluation.term.title)"
    case .roleLevel: "Role levels: interventions that ended in the \(evaluation.term.title)"
    }
  }

  private func heading(_ kind: UnitKind) -> String {
    switch kind {
    case .teachingAssistant: "TA"
    case .group: "Group"
    case .roleLevel: "Role level"
    }
  }
}
