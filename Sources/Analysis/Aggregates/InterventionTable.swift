import ProvisionModel

/// All rows of KPI 5.5.
struct InterventionTable {
  private let figures: EpisodeFigures
  private let term: Term

  private struct Key: Hashable {
    /// The school's position; −1 for all of them together.
    var school: Int
    var intervention: Int
    var measure: Int
    var isUniversal: Bool
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.term = term
  }

  /// The rows, in order of period, school, intervention and measure.
  func rows() -> [InterventionProgress] {
    let data = figures.data
    let groups = ScalarOrder.sorted(grouped()) { group in
      [
        school(group.key), data.interventions[group.key.intervention].name,
        data.measures[group.key.measure].name, group.key.isUniversal ? "1" : "0",
      ]
    }
    return Period.allCases.flatMap { period in
      groups.compactMap { row($0.key, $0.positions, period) }
    }
  }

  /// The positions of the episodes of each school, intervention and measure, in file order.
  private func grouped() -> [(key: Key, positions: [Int])] {
    let data = figures.data
    var positions: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated() where episode.status != .planned {
      var key = Key(
        school: data.pupils[episode.pupil].school, intervention: episode.intervention,
        measure: episode.measure, isUniversal: episode.isUniversal)
      positions[key, default: []].append(position)
      if data.schools.count > 1 {
        key.school = -1
        positions[key, default: []].append(position)
      }
    }
    return positions.map { ($0.key, $0.value) }
  }

  private func row(_ key: Key, _ positions: [Int], _ period: Period) -> InterventionProgress? {
    let (data, episodes, links) = (figures.data, figures.episodes, figures.links)
    let underWay = positions.filter { episodes[$0].status == .inProgress }
    let ended = positions.filter { position in
      guard episodes[position].status == .ended, let end = episodes[position].end else {
        return false
      }
      return period.contains(end: end, term: term, calendar: data.settings.terms)
    }
    guard !ended.isEmpty || !underWay.isEmpty else { return nil }
    let paired = ended.filter { links[$0].isPaired }
    let dose = figures.dose(ended)
    return InterventionProgress(
      period: period, school: school(key), intervention: key.intervention, measure: key.measure, isUniversal: key.isUniversal,
      pupils: figures.pupils(ended), started: ended.count, inProgress: underWay.count,
      pupilsInProgress: figures.pupils(underWay), censored: ended.count { links[$0].isCensored },
      pupilsPaired: figures.pupils(paired),
      progress: WithinIntervention(
        paired.map { links[$0] }, measure: data.measures[key.measure],
        ratioBands: data.settings.thresholds.ratioBands),
      attendance: dose.attendance, hoursPerPupil: dose.hoursPerPupil,
      costPerPupil: dose.costPerPupil)
  }

  private func school(_ key: Key) -> String {
    key.school < 0 ? Evaluation.allSchools : figures.data.schools[key.school]
  }
}
