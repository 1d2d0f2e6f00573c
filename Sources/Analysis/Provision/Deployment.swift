import ProvisionModel

/// One row of KPI 9.4: what the TAs of a role level gave in the academic year, and how far their
/// pupils came.
package struct Deployment: Sendable {
  /// The row of KPI 9.5 about the level, for the period `year`.
  package var progress: UnitProgress
  /// The TAs of the level that the rows name.
  package var teachingAssistants: Int
  /// The rows of the provision map behind its episodes.
  package var rows: Int
  /// Those whose hours are known.
  package var rowsWithPupilHours: Int
  /// Σ attended sessions × minutes ÷ 60 of those [hours that pupils were taught]; nil where there is
  /// none.
  package var pupilHours: Double?
  /// Those that name a group, too, so that its size is known.
  package var rowsWithTAHours: Int
  /// Σ hours × TAs of the level ÷ pupils in the group of those [hours that TAs taught]; nil where
  /// there is none.
  package var taHours: Double?
}

/// All rows of KPI 9.4.
struct DeploymentTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let units: [UnitProgress]

  /// - Parameter units: All rows of KPI 9.5.
  init(figures: EpisodeFigures, units: [UnitProgress]) {
    self.figures = figures
    self.data = figures.data
    self.units = units.filter { $0.kind == .roleLevel && $0.period == .year }
  }

  /// The rows, in order of school and role level; none where no role level is known.
  func rows() -> [Deployment] {
    guard !units.isEmpty else { return [] }
    var sizes = GroupSizes(data: data)
    return units.map { deployment($0, &sizes) }
  }

  private func deployment(_ unit: UnitProgress, _ sizes: inout GroupSizes) -> Deployment {
    var deployment = Deployment(
      progress: unit, teachingAssistants: 0, rows: 0, rowsWithPupilHours: 0, pupilHours: nil,
      rowsWithTAHours: 0, taHours: nil)
    var assistants: Set<Int> = []
    for row in figures.rows(unit.ended) {
      let ofLevel = data.provision[row].teachingAssistants.filter {
        data.teachingAssistants[$0].roleLevel == unit.unit
      }
      // A course's other rows may be of other levels.
      guard !ofLevel.isEmpty else { continue }
      assistants.formUnion(ofLevel)
      deployment.rows += 1
      guard let hours = figures.doses[row].hours else { continue }
      deployment.rowsWithPupilHours += 1
      deployment.pupilHours = (deployment.pupilHours ?? 0) + hours
      guard let size = sizes.size(ofGroupOf: row) else { continue }
      deployment.rowsWithTAHours += 1
      deployment.taHours =
        (deployment.taHours ?? 0) + hours * Double(ofLevel.count) / Double(size)
    }
    deployment.teachingAssistants = assistants.count
    return deployment
  }
}
