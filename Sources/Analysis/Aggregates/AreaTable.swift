import ProvisionModel

/// One row of KPI 6.4: the pupils whom TAs supported in an area of need, on a measure, in the
/// academic year.
package struct AreaProgress: Sendable {
  /// The area of need.
  package var area: String
  /// The interventions of the episodes, as positions, in order of their names.
  package var interventions: [Int]
  /// The progress, with no intervention of its own.
  package var progress: InterventionProgress
}

/// All rows of KPI 6.4: the episodes of rows that name a TA, by area of need.
struct AreaTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term

  private struct Key: Hashable {
    var scope: Scope
    var area: String
    var measure: Int
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows of the period `year`, in order of school, area and measure.
  func rows(jobs: Int) -> [AreaProgress] {
    let days = Period.year.days(term: term, calendar: data.settings.terms)
    let groups = ScalarOrder.sorted(grouped(days).map { ($0.key, $0.value) }) { key, _ in
      [data.name(of: key.scope), key.area, data.measures[key.measure].name]
    }
    guard !groups.isEmpty else { return [] }
    let sets = groups.map { key, positions in
      EpisodeSet(
        positions: positions,
        label: RowLabel(period: .year, scope: key.scope, measure: key.measure), days: days)
    }
    var rows = zip(groups, figures.rows(sets, jobs: jobs)).compactMap { group, progress in
      progress.map {
        AreaProgress(
          area: group.0.area, interventions: figures.interventions(group.1),
          progress: $0)
      }
    }
    for (index, progress) in rows.map(\.progress).withQValues().enumerated() {
      rows[index].progress = progress
    }
    return rows
  }

  /// The positions of the episodes that have ended on some days or are under way, in file order.
  private func grouped(_ days: ClosedRange<Day>) -> [Key: [Int]] {
    let scopes = data.scopesOfSchools
    var positions: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated()
    where episode.status == .inProgress || episode.status.hasEnded(episode.end, in: days) {
      let area = data.provision[episode.row].areaOfNeed
      guard !area.isEmpty, !data.teachingAssistants(of: episode).isEmpty else { continue }
      for scope in scopes[data.pupils[episode.pupil].school] {
        positions[Key(scope: scope, area: area, measure: episode.measure), default: []]
          .append(position)
      }
    }
    return positions
  }
}
