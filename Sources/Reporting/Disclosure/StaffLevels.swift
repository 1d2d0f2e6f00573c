import Analysis

/// How many TAs there are of each role level: what is said of a level of few tells which code is whose.
struct StaffLevels {
  private struct Level: Hashable {
    var school: Int
    var level: String
  }

  /// The fewest TAs of a level of whom that is not so.
  static let fewestTAs = 3

  private let assistants: [Level: Set<String>]

  /// The levels of the TAs of KPI 9.5.
  init(_ rows: [UnitProgress]) {
    assistants = rows.filter { $0.kind == .teachingAssistant }.reduce(into: [:]) { levels, row in
      levels[Level(school: row.school, level: row.roleLevel), default: []].insert(row.unit)
    }
  }

  /// Whether a level has enough TAs.
  func isCommon(_ level: String, school: Int) -> Bool {
    (assistants[Level(school: school, level: level)]?.count ?? 0) >= Self.fewestTAs
  }

  /// Whether a printed text of a row tells of a level of few TAs.
  func tells(_ name: String, of row: UnitProgress, _ text: String) -> Bool {
    switch (name, row.kind) {
    case ("role_level", .teachingAssistant):
      !row.roleLevel.isEmpty && text.contains(row.roleLevel)
        && !isCommon(row.roleLevel, school: row.school)
    case ("role_level", .roleLevel): false
    case ("interventions", .roleLevel): !isCommon(row.unit, school: row.school)
    default: false
    }
  }
}
