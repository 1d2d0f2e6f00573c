import Analysis
import ProvisionModel

/// Takes the small interventions of a period, school and measure together, so that something can be
/// said of their pupils.
struct SmallInterventions {
  /// All rows, in their order, with those that take some together.
  let rows: [InterventionProgress]

  /// The rows of an evaluation.
  ///
  /// - Parameter minimum: Figures that rest on fewer pupils are suppressed.
  init(_ evaluation: Evaluation, minimum: Int) {
    let isPlain = evaluation.figures.data.measures.map { $0.kind != .ordinal }
    let groups = evaluation.interventions.filter { row in
      guard let measure = row.measure, isPlain[measure] else { return false }
      return row.pupilsPaired > 0 && row.pupilsPaired < minimum
    }.inGroups { InterventionKey($0.period, $0.scope, nil, $0.measure) }
    let together = groups.compactMap { group -> InterventionProgress? in
      guard Self.tellsNothing(group.elements, minimum) else { return nil }
      return evaluation.together(group.elements).flatMap {
        $0.pupilsPaired < minimum ? nil : $0
      }
    }
    guard !together.isEmpty else {
      rows = evaluation.interventions
      return
    }
    let ofFamily = Dictionary(grouping: together) { Family($0) }
    let data = evaluation.figures.data
    rows = evaluation.interventions.inGroups { Family($0) }.flatMap { family in
      ScalarOrder.sorted(family.elements + (ofFamily[family.key] ?? [])) { row in
        [
          row.intervention.map { data.interventions[$0].name } ?? Self.name(row, minimum: minimum),
          row.measure.map { data.measures[$0].name } ?? "",
        ]
      }
    }
  }

  /// What a row of several is called.
  static func name(_ row: InterventionProgress, minimum: Int) -> String {
    "\(row.together.count) interventions of fewer than \(minimum) pupils"
  }

  private struct Family: Hashable {
    var period: Period
    var scope: Scope

    init(_ row: InterventionProgress) {
      period = row.period
      scope = row.scope
    }
  }

  /// Whether the number of all leaves each of them anything from 1 to the most that is small: that it
  /// is small is what their being together says.
  private static func tellsNothing(_ rows: [InterventionProgress], _ minimum: Int) -> Bool {
    guard rows.count > 1 else { return false }
    let others = rows.count - 1
    let possible = others + minimum - 1...others * (minimum - 1) + 1
    let sums = [
      rows.reduce(0) { $0 + $1.pupilsPaired }, rows.reduce(0) { $0 + $1.progress.paired },
    ]
    return sums.allSatisfy(possible.contains)
  }
}
