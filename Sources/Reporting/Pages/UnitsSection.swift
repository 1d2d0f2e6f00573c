import Analysis
import ProvisionModel

/// KPI 9.5 on a page: TAs, groups and role levels.
extension UnitFigures {
  /// Progress drawn to the mean of all, its range and what that says.
  static let progressColumns: [PageColumn<UnitProgress>] = [
    PageColumn(shrunk),
    PageColumn("95% range", .number, .range95, figures: ["shrunk_low", "shrunk_high"]) { row in
      row[finding] != .suppressed && row.row.pooled?.finding == .noDifferenceShown
        ? "" : row.range(low, high)
    },
    PageColumn(finding) { row, _ in row.pooled?.finding.title ?? "" },
  ]

  /// The columns of a kind of unit.
  static func columns(_ kind: UnitKind) -> [PageColumn<UnitProgress>] {
    let (name, role) =
      switch kind {
      case .teachingAssistant: ("TA", "Role and interventions")
      case .group: ("Group", "Interventions")
      case .roleLevel: ("Role level", "Interventions")
      }
    return [
      PageColumn(name, figures: ["unit"]) {
        $0.pack.labelled($0.pack.name(of: $0.row), $0.row.school)
      },
      PageColumn(role, figures: ["role_level", "interventions"], words: roleAndInterventions),
      PageColumn(pupils), PageColumn(episodes), PageColumn(paired),
    ] + progressColumns + [
      PageColumn(mean), PageColumn(onTrack), PageColumn(attendance), PageColumn(hours),
    ]
  }

  private static func roleAndInterventions(_ row: ReleasedRow<UnitProgress>) -> String {
    let role = row.row.kind == .teachingAssistant ? row[roleLevel] : .absent
    let names = row.pack.names(ofInterventions: row.row.interventions).joined(separator: ", ")
    let interventions = row[interventions] == .suppressed ? "c" : names
    return role.isValue ? "\(row.words(roleLevel)): \(interventions)" : interventions
  }
}

extension Pages {
  /// The table of a kind of unit, for the reported term or another period.
  func unitsTable(_ kind: UnitKind, period: Period = .term) -> PageTable {
    let all = pack.units.filter { $0.period == period && $0.kind == kind }
    var notes: [Sentence] = []
    if kind == .teachingAssistant, hasSharedEpisodes(period) {
      notes.append("An episode that two TAs share counts under each of them.")
    }
    let hidden = all.filter { !says(something: $0) }.map { Sentence(pack.name(of: $0), is: "unit") }
    if !hidden.isEmpty {
      notes.append("Left out, as few pupils could be told: \(Wording.shortList(hidden)).")
    }
    return PageTable(
      caption(kind, period), UnitFigures.columns(kind), all.filter(says(something:)), in: pack,
      note: notes.joined(" "), isInOrder: true)
  }

  /// Whether the readers see any figure of a row.
  private func says(something row: UnitProgress) -> Bool {
    [Footing.pooled, .pupils, .ended, .paired].contains { pack.shows($0, of: row) }
  }

  private func hasSharedEpisodes(_ period: Period) -> Bool {
    evaluation.units.contains { $0.period == period && $0.shared > 0 }
  }

  private func caption(_ kind: UnitKind, _ period: Period) -> Sentence {
    let term = Sentence(pack.term.title, is: "term")
    let time: Sentence =
      switch period {
      case .term: "in the \(term)"
      case .year: "in the \(yearTitle)"
      case .all: "up to the end of the \(term)"
      }
    return switch kind {
    case .teachingAssistant: "TAs: interventions that ended \(time)"
    case .group: "TA groups that ended \(time)"
    case .roleLevel: "Role levels: interventions that ended \(time)"
    }
  }
}
