import Analysis
import ProvisionModel

/// KPI 9.5, "the progress of individuals and groups supported by TAs is monitored and reviewed":
/// the table kpi-9.5-ta-groups.csv.
extension Report {
  /// The table of a pack, in order of code for the governors: never a ranking.
  func unitsTable(_ pack: Pack) -> OutputTable<UnitProgress> {
    let columns = UnitColumn.all
    let unitPlace = columns.firstIndex { $0.name == "unit" }
    let cells = ReleasedCells(
      rules, guide: ColumnGuide.units, columns: columns.map { ($0.name, $0.footing) })
    return OutputTable(headings: columns.map(\.name), things: units(pack)) { row in
      var all = columns.map { $0.cell(row, data) }
      if let unitPlace { all[unitPlace] = .free(unitName(row, pack)) }
      return pack == .senco ? all : cells.released(all, release.footings(of: row))
    }
  }

  /// The rows of a pack: in order of names for the SENCo, of codes for the governors.
  func units(_ pack: Pack) -> [UnitProgress] {
    pack == .governors ? codedUnits : evaluation.units
  }

  /// What a pack calls a TA, a group or a role level.
  func unitName(_ row: UnitProgress, _ pack: Pack) -> String {
    pack == .governors ? codes.code(of: row, data: data) : row.unit
  }
}

/// A column of KPI 9.5.
struct UnitColumn: Sendable {
  /// The heading.
  let name: String
  /// What its figures rest on.
  let footing: Footing
  private let value: @Sendable (UnitProgress, SchoolData) -> TableCell

  private init(
    _ name: String, restsOn footing: Footing,
    _ value: @escaping @Sendable (UnitProgress, SchoolData) -> TableCell
  ) {
    self.name = name
    self.footing = footing
    self.value = value
  }

  /// The cell of a row.
  func cell(_ row: UnitProgress, _ data: SchoolData) -> TableCell {
    value(row, data)
  }

  /// The columns, in the order of CONTRACT, and then those of our own.
  static let all: [UnitColumn] = [
    UnitColumn("period", restsOn: .nobody) { row, _ in .text(row.period.rawValue) },
    UnitColumn("school", restsOn: .nobody) { row, _ in .free(row.school) },
    UnitColumn("unit_kind", restsOn: .nobody) { row, _ in .text(row.kind.rawValue) },
    UnitColumn("unit", restsOn: .nobody) { row, _ in .free(row.unit) },
    UnitColumn("role_level", restsOn: .roleLevel) { row, _ in
      row.kind == .group ? .notApplicable : .word(row.roleLevel)
    },
    UnitColumn("interventions", restsOn: .interventions) { row, data in
      .free(row.interventions.map { data.interventions[$0].name }.joined(separator: "; "))
    },
    UnitColumn("pupils", restsOn: .pupils) { row, _ in .whole(row.pupils) },
    UnitColumn("n_episodes", restsOn: .ended) { row, _ in .whole(row.episodes) },
    UnitColumn("n_used", restsOn: .used) { row, _ in .whole(row.used) },
    UnitColumn("mean_progress", restsOn: .pooled) { row, _ in .number(row.pooled?.mean) },
    UnitColumn("shrunk_progress", restsOn: .pooled) { row, _ in .number(row.pooled?.shrunkMean) },
    UnitColumn("shrunk_low", restsOn: .pooled) { row, _ in
      .number(row.pooled?.interval.lowerBound)
    },
    UnitColumn("shrunk_high", restsOn: .pooled) { row, _ in
      .number(row.pooled?.interval.upperBound)
    },
    UnitColumn("finding", restsOn: .pooled) { row, _ in
      .word(row.pooled?.finding.rawValue ?? "")
    },
    UnitColumn("n_paired", restsOn: .paired) { row, _ in .whole(row.paired) },
    UnitColumn("share_on_track", restsOn: .onTrack) { row, _ in .number(row.onTrack.value) },
    UnitColumn("attendance", restsOn: .attendance) { row, _ in .number(row.dose.attendance) },
    UnitColumn("hours_per_pupil", restsOn: .hours) { row, _ in .number(row.dose.hoursPerPupil) },
    UnitColumn("n_shared", restsOn: .shared) { row, _ in .whole(row.shared) },
  ]
}
