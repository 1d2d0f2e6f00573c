import ProvisionModel

/// All rows of KPI 5.5.
struct InterventionTable {
  /// The sets of episodes that its rows of targeted provision are made of.
  let sets: [EpisodeSet]
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term
  /// For each key its positions, in order of school, intervention and measure.
  private let groups: [(key: Key, positions: [Int])]

  private struct Key: Hashable {
    var scope: Scope
    var intervention: Int
    /// nil for universal provision.
    var measure: Int?
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    let data = figures.data
    self.data = data
    self.term = term
    let groups = ScalarOrder.sorted(Self.grouped(figures)) { group in
      [
        data.name(of: group.key.scope), data.interventions[group.key.intervention].name,
        group.key.measure.map { data.measures[$0].name } ?? "",
      ]
    }
    self.groups = groups
    sets = Period.allCases.flatMap { period in
      let days = period.days(term: term, calendar: data.settings.terms)
      return groups.compactMap { key, positions in
        key.measure.map { measure in
          EpisodeSet(
            positions: positions,
            label: RowLabel(period: period, scope: key.scope, measure: measure), days: days)
        }
      }
    }
  }

  /// The rows, in order of period, school, intervention and measure.
  ///
  /// - Parameter made: What was made of the sets.
  func rows(_ made: some Sequence<InterventionProgress?>) -> [InterventionProgress] {
    var made = made.makeIterator()
    var rows: [InterventionProgress] = []
    for period in Period.allCases {
      let days = period.days(term: term, calendar: data.settings.terms)
      for (key, positions) in groups {
        var row: InterventionProgress?
        if key.measure == nil {
          row = universalRow(key, positions, period, days)
        } else {
          row = made.next() ?? nil
          row?.intervention = key.intervention
        }
        if let row { rows.append(row) }
      }
    }
    return rows.withQValues()
  }

  /// For each school, intervention and measure the positions of its episodes, in file order; for
  /// universal provision those of its rows among the universal ones.
  private static func grouped(_ figures: EpisodeFigures) -> [(key: Key, positions: [Int])] {
    let data = figures.data
    let scopes = data.scopesOfSchools
    var positions: [Key: [Int]] = [:]
    func add(_ position: Int, pupil: Int, intervention: Int, measure: Int?) {
      for scope in scopes[data.pupils[pupil].school] {
        positions[Key(scope: scope, intervention: intervention, measure: measure), default: []]
          .append(position)
      }
    }
    for (position, pupil) in figures.pupilOfEpisode.enumerated() {
      add(
        position, pupil: pupil, intervention: figures.episodes[position].intervention,
        measure: figures.episodes[position].measure)
    }
    for (position, universal) in figures.universal.enumerated() {
      let row = data.provision[universal.row]
      add(position, pupil: row.pupil, intervention: row.intervention, measure: nil)
    }
    return positions.map { ($0.key, $0.value) }
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
      period: period, scope: key.scope, intervention: key.intervention, measure: nil,
      ended: [], pupils: pupils(ended), started: ended.count, inProgress: underWay.count,
      pupilsInProgress: pupils(underWay), censored: 0, pupilsPaired: 0,
      progress: WithinIntervention(), evidence: Evidence(), dose: figures.dose(ofRows: ended),
      figurePupils: figures.figurePupils(ofRows: ended))
  }
}
