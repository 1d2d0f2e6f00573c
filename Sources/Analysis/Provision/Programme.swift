import ProvisionModel

/// One row of KPI 5.1: an intervention that ran in a school in the academic year.
package struct Programme: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// Whether some of its rows are evaluated.
  package var isTargeted: Bool
  /// Whether some of them are universal provision.
  package var isUniversal: Bool
  /// What the evidence for it is: what school.yml says; else the texts of the provision map, each
  /// once, in order.
  package var evidenceBase: [String]
  /// Whether school.yml says so.
  package var isEvidenceOfSettings: Bool
  /// The pupils whose rows carry the one text that all rows share; 0 where they share none.
  package var pupilsSharingEvidence: Int
  /// The measures that it is evaluated on, as positions, in order of their names.
  package var measures: [Int]
  /// Its waves, as the provision map writes them, in order.
  package var waves: [String]
  /// The pupils of the wave that has the fewest; 0 where none is named.
  package var fewestPupilsOfAWave: Int
  /// Its areas of need, as the provision map writes them, in order.
  package var areasOfNeed: [String]
  /// Distinct pupils.
  package var pupils: Int
  /// The TAs, as positions, in order of their names.
  package var teachingAssistants: [Int]
}

/// All rows of KPI 5.1.
struct ProgrammeTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let rowsOfTheYear: [Int]

  /// - Parameter rowsOfTheYear: The rows of the provision map that ran in the year, in file order.
  init(figures: EpisodeFigures, rowsOfTheYear: [Int]) {
    self.figures = figures
    self.data = figures.data
    self.rowsOfTheYear = rowsOfTheYear
  }

  /// The rows, in order of school and intervention.
  func rows() -> [Programme] {
    let universal = Set(figures.universal.map(\.row))
    let measures = measuresOfInterventions()
    let groups = Dictionary(grouping: rowsOfTheYear) {
      EpisodeFigures.SchoolAndIntervention(row: $0, data)
    }
    let programmes = groups.map { key, rows in
      programme(key, rows, universal: universal, measures: measures[key] ?? [])
    }
    return ScalarOrder.sorted(programmes) {
      [data.schools[$0.school], data.interventions[$0.intervention].name]
    }
  }

  /// The measures of the evaluated rows of each intervention.
  private func measuresOfInterventions() -> [EpisodeFigures.SchoolAndIntervention: Set<Int>] {
    var isOfTheYear = [Bool](repeating: false, count: data.provision.count)
    for row in rowsOfTheYear { isOfTheYear[row] = true }
    return figures.episodes.indices.reduce(into: [:]) { measures, position in
      let episode = figures.episodes[position]
      guard episode.rows.contains(where: { isOfTheYear[$0] }) else { return }
      let key = EpisodeFigures.SchoolAndIntervention(row: episode.row, data)
      measures[key, default: []].insert(figures.episodes[position].measure)
    }
  }

  private func programme(
    _ key: EpisodeFigures.SchoolAndIntervention, _ rows: [Int], universal: Set<Int>,
    measures: Set<Int>
  ) -> Programme {
    let known = data.interventions[key.intervention].evidenceBase
    let evidence = pupils(of: rows, by: \.evidenceBase)
    let waves = pupils(of: rows, by: \.wave)
    let isShared =
      evidence.count == 1 && rows.allSatisfy { !data.provision[$0].evidenceBase.isEmpty }
    return Programme(
      school: key.school, intervention: key.intervention,
      isTargeted: rows.contains { !universal.contains($0) },
      isUniversal: rows.contains(where: universal.contains),
      evidenceBase: known.isEmpty ? sorted(evidence.keys) : [known],
      isEvidenceOfSettings: !known.isEmpty,
      pupilsSharingEvidence: isShared ? evidence.values.first?.count ?? 0 : 0,
      measures: ScalarOrder.sorted(measures.sorted()) { [data.measures[$0].name] },
      waves: sorted(waves.keys),
      fewestPupilsOfAWave: waves.values.map(\.count).min() ?? 0,
      areasOfNeed: sorted(pupils(of: rows, by: \.areaOfNeed).keys),
      pupils: Set(rows.map { data.provision[$0].pupil }).count,
      teachingAssistants: ScalarOrder.sorted(
        Set(rows.flatMap { data.provision[$0].teachingAssistants }).sorted()
      ) { [data.teachingAssistants[$0].key] })
  }

  /// The pupils of each text that some rows carry.
  private func pupils(
    of rows: [Int], by text: (ProvisionRow) -> String
  ) -> [String: Set<Int>] {
    rows.reduce(into: [:]) { pupils, row in
      let text = text(data.provision[row])
      if !text.isEmpty { pupils[text, default: []].insert(data.provision[row].pupil) }
    }
  }

  private func sorted(_ texts: some Sequence<String>) -> [String] {
    texts.sorted { ScalarOrder.precedes($0, $1) }
  }
}
