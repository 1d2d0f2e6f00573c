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
  /// What a page shows of TAs, groups and role levels: a sentence on those between which no difference
  /// is shown, and tables and pictures of the others.
  func addUnits(to view: inout [String: Any]) {
    view["unitsSentence"] = unitsSentence()?.html(marked: isMarked)
    view["unitsDiffer"] = UnitKind.allCases.contains { !differing($0, .term).isEmpty }
    view["assistants"] = unitsTable(.teachingAssistant).view()
    view["groups"] = unitsTable(.group).view()
    view["roleLevels"] = unitsTable(.roleLevel).view()
    if !differing(.teachingAssistant, .term).isEmpty {
      view["assistantsPicture"] = unitsPictures(.teachingAssistant).map(\.view)
    }
    if !differing(.group, .term).isEmpty {
      view["groupsPicture"] = unitsPictures(.group).map(\.view)
    }
  }

  /// The same of the school year so far.
  func addUnitsOfYear(to view: inout [String: Any]) {
    view["unitsSentence"] = unitsSentence(period: .year)?.html(marked: isMarked)
    view["units"] = UnitKind.allCases.compactMap { unitsTable($0, period: .year).view() }
  }

  /// The kinds of unit between which no difference is shown, in a sentence; nil where there are none.
  func unitsSentence(period: Period = .term) -> Sentence? {
    let rows = pack.units.filter { $0.period == period }
    guard !rows.isEmpty else {
      return period == .term
        ? "No episode that ended in this term names a TA."
        : "No episode that ended in the year names a TA."
    }
    let compared = UnitKind.allCases.filter { kind in
      rows.count { $0.kind == kind && $0.pooled != nil } > 1
    }
    guard !compared.isEmpty else {
      return "There are no two TAs or groups whose pupils could be compared with classmates."
    }
    let alike = compared.filter { differing($0, period).isEmpty }
    guard !alike.isEmpty else { return nil }
    let whose = Wording.list(alike.map(possessive), "or")
    return
      "No \(whose) pupils differ from the others' by more than chance; the workbook lists them all."
  }

  private func possessive(_ kind: UnitKind) -> Sentence {
    switch kind {
    case .teachingAssistant: "TA's"
    case .group: "group's"
    case .roleLevel: "role level's"
    }
  }

  /// The schools in which units of a kind differ.
  private func differing(_ kind: UnitKind, _ period: Period) -> Set<Int> {
    let found = pack.units.filter { row in
      row.period == period && row.kind == kind && row.pooled?.finding.tellsApart ?? false
    }
    return Set(found.map(\.school))
  }

  /// The table of a kind of unit, for the reported term or another period: without a row where no
  /// difference between units is shown, of which a sentence says all.
  func unitsTable(_ kind: UnitKind, period: Period = .term) -> PageTable {
    let schools = differing(kind, period)
    let all = pack.units.filter {
      $0.period == period && $0.kind == kind && schools.contains($0.school)
    }
    var notes: [Sentence] = []
    if kind == .teachingAssistant, all.contains(where: { $0.shared > 0 }) {
      notes.append("An episode that two TAs share counts under each of them.")
    }
    let hidden = all.filter { !says(something: $0) }.map { Sentence(pack.name(of: $0), is: "unit") }
    if !hidden.isEmpty {
      notes.append("Left out because too few pupils are concerned: \(Wording.shortList(hidden)).")
    }
    return PageTable(
      caption(kind, period), UnitFigures.columns(kind), all.filter(says(something:)), in: pack,
      note: notes.joined(" "), isInOrder: true)
  }

  /// Whether the readers see any figure of a row.
  private func says(something row: UnitProgress) -> Bool {
    [Footing.pooled, .pupils, .ended, .paired].contains { pack.shows($0, of: row) }
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

extension UnitFinding {
  /// Whether units differ where it is said.
  fileprivate var tellsApart: Bool {
    switch self {
    case .above, .below, .notDistinguishable: true
    case .noDifferenceShown: false
    }
  }
}
