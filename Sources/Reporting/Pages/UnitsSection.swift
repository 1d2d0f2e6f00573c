import Analysis
import ProvisionModel

/// KPI 9.5 on a page: TAs, groups and role levels.
extension Report {
  /// The table of a kind of unit, for the reported term or another period.
  func unitsPageTable(
    _ kind: UnitKind, _ pack: Pack, period: Period = .term
  ) -> PageTable {
    let all = units(pack).filter { $0.period == period && $0.kind == kind }
    var notes: [String] = []
    if kind == .teachingAssistant, hasSharedEpisodes(period) {
      notes.append("An episode that two TAs share counts under each of them.")
    }
    let hidden = all.filter { !says(something: $0, pack) }.map { unitName($0, pack) }
    if !hidden.isEmpty {
      notes.append("Left out, as few pupils could be told: \(Wording.shortList(hidden)).")
    }
    return PageTable(
      caption: caption(kind, period),
      headings: [
        .text(heading(kind)),
        .text(kind == .teachingAssistant ? "Role and interventions" : "Interventions"),
        .number("Pupils"), .number("Episodes"), .number("Both tests"), .number("Progress (SD)"),
        .number("95% range"), .text("Beside the others"), .number("Own mean (SD)"),
        .number("On track"), .number("Attend­ance"), .number("Hours a pupil"),
      ],
      things: all.filter { says(something: $0, pack) },
      note: notes.isEmpty ? nil : notes.joined(separator: " "), isInOrder: true, in: pack
    ) { unitCells($0, pack) }
  }

  /// Whether a pack has any figure of a row.
  private func says(something row: UnitProgress, _ pack: Pack) -> Bool {
    [.pooled, .pupils, .ended, .paired].contains { isShown(row, $0, pack) }
  }

  private func hasSharedEpisodes(_ period: Period) -> Bool {
    evaluation.units.contains { $0.period == period && $0.shared > 0 }
  }

  private func unitCells(_ row: UnitProgress, _ pack: Pack) -> [String] {
    func shown(_ text: String, _ footing: Footing) -> String {
      isShown(row, footing, pack) ? text : "c"
    }
    let name = unitName(row, pack)
    let isRoleSaid = row.kind == .teachingAssistant && isShown(row, .roleLevel, pack)
    let role = isRoleSaid && !row.roleLevel.isEmpty ? "\(row.roleLevel): " : ""
    let interventions = row.interventions.map { data.interventions[$0].name }
    return [
      data.schools.count > 1 ? "\(name) (\(row.school))" : name,
      role + interventions.joined(separator: ", "),
      shown(count(row.pupils, pack), .pupils), shown(count(row.episodes, pack), .ended),
      shown(count(row.paired, pack), .paired),
    ] + pooledCells(row, pack) + [
      shown(words(row.onTrack, pack), .onTrack),
      shown(Wording.percent(row.dose.attendance), .attendance),
      shown(Wording.number(row.dose.hoursPerPupil), .hours),
    ]
  }

  /// Progress drawn to the mean of all, its range and what that says, and the unit's own mean.
  private func pooledCells(_ row: UnitProgress, _ pack: Pack) -> [String] {
    guard let pooled = row.pooled else {
      return Array(repeating: isShown(row, .pooled, pack) ? "" : "c", count: 4)
    }
    return [
      Wording.number(pooled.shrunkMean, decimals: 2),
      pooled.finding == .noDifferenceShown ? "" : Wording.range(pooled.interval),
      pooled.finding.title, Wording.number(pooled.mean, decimals: 2),
    ].map { isShown(row, .pooled, pack) ? $0 : "c" }
  }

  /// Whether the readers of a pack may see a figure of a row.
  func isShown(_ row: UnitProgress, _ footing: Footing, _ pack: Pack) -> Bool {
    pack == .senco || release.footings(of: row).contains(footing)
  }

  private func caption(_ kind: UnitKind, _ period: Period) -> String {
    let time =
      switch period {
      case .term: "in the \(evaluation.term.title)"
      case .year: "in the \(yearTitle)"
      case .all: "up to the end of the \(evaluation.term.title)"
      }
    return switch kind {
    case .teachingAssistant: "TAs: interventions that ended \(time)"
    case .group: "TA groups that ended \(time)"
    case .roleLevel: "Role levels: interventions that ended \(time)"
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
