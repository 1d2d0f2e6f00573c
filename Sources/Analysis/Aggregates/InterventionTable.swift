import ProvisionModel

/// All rows of KPI 5.5.
struct InterventionTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term

  private struct Key: Hashable {
    /// The school's position; −1 for all of them together.
    var school: Int
    var intervention: Int
    /// nil for universal provision.
    var measure: Int?
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows, in order of period, school, intervention and measure.
  func rows() -> [InterventionProgress] {
    let groups = ScalarOrder.sorted(grouped()) { group in
      [
        school(group.key), data.interventions[group.key.intervention].name,
        group.key.measure.map { data.measures[$0].name } ?? "",
      ]
    }
    var sums = EvidenceSums(figures)
    var rows: [InterventionProgress] = []
    for period in Period.allCases {
      let days = period.days(term: term, calendar: data.settings.terms)
      for group in groups {
        if let row = row(group.key, group.positions, period, days, &sums) { rows.append(row) }
      }
    }
    return rows.withQValues()
  }

  /// For each school, intervention and measure the positions of its episodes, in file order; for
  /// universal provision those of its rows among the universal ones.
  private func grouped() -> [(key: Key, positions: [Int])] {
    var positions: [Key: [Int]] = [:]
    func add(_ position: Int, pupil: Int, intervention: Int, measure: Int?) {
      var key = Key(
        school: data.pupils[pupil].school, intervention: intervention, measure: measure)
      positions[key, default: []].append(position)
      if data.schools.count > 1 {
        key.school = -1
        positions[key, default: []].append(position)
      }
    }
    for (position, episode) in figures.episodes.enumerated() {
      add(
        position, pupil: episode.pupil, intervention: episode.intervention,
        measure: episode.measure)
    }
    for (position, universal) in figures.universal.enumerated() {
      let row = data.provision[universal.row]
      add(position, pupil: row.pupil, intervention: row.intervention, measure: nil)
    }
    return positions.map { ($0.key, $0.value) }
  }

  private func row(
    _ key: Key, _ positions: [Int], _ period: Period, _ days: ClosedRange<Day>,
    _ sums: inout EvidenceSums
  ) -> InterventionProgress? {
    guard let measure = key.measure else { return universalRow(key, positions, period, days) }
    return figures.row(
      positions, label: RowLabel(period: period, school: school(key), measure: measure),
      days: days, &sums
    ).map { row in
      var row = row
      row.intervention = key.intervention
      return row
    }
  }

  private func universalRow(
    _ key: Key, _ positions: [Int], _ period: Period, _ days: ClosedRange<Day>
  ) -> InterventionProgress? {
    let provision = data.provision
    let all = positions.map { figures.universal[$0] }
    let underWay = all.filter { $0.status == .inProgress }.map(\.row)
    let ended = all.filter {
      $0.status.hasEnded(provision[$0.row].end, in: days)
    }.map(\.row)
    guard !ended.isEmpty || !underWay.isEmpty else { return nil }
    func pupils(_ rows: [Int]) -> Int { Set(rows.map { provision[$0].pupil }).count }
    return InterventionProgress(
      period: period, school: school(key), intervention: key.intervention, measure: nil,
      ended: [], pupils: pupils(ended), started: ended.count, inProgress: underWay.count,
      pupilsInProgress: pupils(underWay), censored: 0, pupilsPaired: 0,
      progress: WithinIntervention(), evidence: Evidence(), dose: figures.dose(ofRows: ended),
      figurePupils: figures.figurePupils(ofRows: ended))
  }

  private func school(_ key: Key) -> String {
    key.school < 0 ? Evaluation.allSchools : data.schools[key.school]
  }
}
