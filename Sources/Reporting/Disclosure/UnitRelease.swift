import Analysis

/// What of the rows of KPI 9.5 may be shown as far as their own pupils go, and what else has to be
/// left out because the pooled means of the others give it away.
struct UnitRelease {
  /// Whether each row says anything.
  private(set) var isShown: [Bool]
  /// What each row shows, but for counts.
  private(set) var footings: [Footings] = []

  /// The rows of an evaluation.
  init(_ evaluation: Evaluation, minimum: Int) {
    let rows = evaluation.units
    func isSmall(_ pupils: Int) -> Bool { pupils > 0 && pupils < minimum }
    isShown = rows.map { !isSmall($0.pupilsUsed > 0 ? $0.pupilsUsed : $0.pupils) }
    let levels = StaffLevels(rows)
    for (index, row) in rows.enumerated() where row.kind == .roleLevel {
      // It tells which code is whose, or is one of them.
      if !levels.isCommon(row.unit, school: row.school) { isShown[index] = false }
    }
    for (_, members) in rows.indices.inGroups(by: { Family(rows[$0]) }) {
      leaveOutMore(members, rows, minimum)
    }
    footings = rows.indices.map { index in
      let row = rows[index]
      var footings = Footings([.nobody])
      let level = row.kind == .roleLevel ? row.unit : row.roleLevel
      let isCommon = levels.isCommon(level, school: row.school)
      if row.kind == .group || level.isEmpty || isCommon { footings.insert(.roleLevel) }
      // What the TAs of a level do tells who they are, too.
      if row.kind != .roleLevel || isCommon { footings.insert(.interventions) }
      guard isShown[index] else { return footings }
      footings.insert(.pooled)
      if !isSmall(row.figurePupils.hours) { footings.insert(.hours) }
      if !isSmall(row.figurePupils.attendance), !row.dose.tellsOfAll {
        footings.insert(.attendance)
      }
      return footings
    }
  }

  private struct Family: Hashable {
    var period: Period
    var school: Int
    var kind: UnitKind

    init(_ row: UnitProgress) {
      period = row.period
      school = row.school
      kind = row.kind
    }
  }

  /// The drawn means tell the mean of all, and so the mean of those that are left out together: these
  /// have to be enough pupils.
  private mutating func leaveOutMore(_ members: [Int], _ rows: [UnitProgress], _ minimum: Int) {
    while true {
      let pupils = members.filter { !isShown[$0] }.reduce(0) { $0 + rows[$1].pupilsUsed }
      guard pupils > 0, pupils < minimum else { return }
      let shown = members.filter { isShown[$0] && rows[$0].used > 0 }
      guard let smallest = shown.min(by: { rows[$0].pupilsUsed < rows[$1].pupilsUsed }) else {
        return
      }
      isShown[smallest] = false
    }
  }
}
