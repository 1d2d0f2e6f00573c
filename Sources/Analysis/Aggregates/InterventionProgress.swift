package import ProvisionModel

/// One row of KPI 5.5: an intervention on a measure, in a school and a period.
package struct InterventionProgress: Sendable {
  /// The period.
  package var period: Period
  /// The school's id, or `all`.
  package var school: String
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// The measure's position among the data's measures.
  package var measure: Int
  /// Whether it is universal provision: counted, not evaluated.
  package var isUniversal: Bool
  /// Distinct pupils of the episodes that have ended.
  package var pupils: Int
  /// Episodes that have ended.
  package var started: Int
  /// Episodes under way at the as-of date.
  package var inProgress: Int
  /// Distinct pupils of the episodes under way.
  package var pupilsInProgress: Int
  /// Ended episodes with a censored score.
  package var censored: Int
  /// Distinct pupils of the paired episodes.
  package var pupilsPaired: Int
  /// The progress of the paired episodes.
  package var progress: WithinIntervention
  /// Σ attended ÷ Σ planned sessions, over ended episodes that have both.
  package var attendance: Double?
  /// Σ hours ÷ pupils, over ended episodes whose hours are known [hours].
  package var hoursPerPupil: Double?
  /// Σ cost ÷ pupils, over ended episodes whose cost is known [£].
  package var costPerPupil: Double?

  /// 1 − paired ÷ started; nil when none has ended.
  package var attrition: Double? {
    started > 0 && !isUniversal ? 1 - Double(progress.paired) / Double(started) : nil
  }
}

/// What the sums over a set of episodes need: the episodes, their links and their doses.
package struct EpisodeFigures: Sendable {
  /// The school's data.
  package let data: SchoolData
  /// The episodes, in file order.
  package let episodes: [Episode]
  /// Their links, by the same positions.
  package let links: [LinkedEpisode]
  /// The doses of the provision map's rows.
  package let doses: [Dose]

  /// Figures of episodes.
  package init(data: SchoolData, episodes: [Episode], links: [LinkedEpisode], doses: [Dose]) {
    self.data = data
    self.episodes = episodes
    self.links = links
    self.doses = doses
  }

  /// The number of distinct pupils of some episodes.
  package func pupils(_ positions: [Int]) -> Int {
    Set(positions.lazy.map { episodes[$0].pupil }).count
  }

  /// Attendance, hours per pupil and cost per pupil of some episodes. A row that is evaluated on
  /// several measures counts once.
  package func dose(
    _ positions: [Int]
  ) -> (attendance: Double?, hoursPerPupil: Double?, costPerPupil: Double?) {
    var rows: [Int] = []
    for position in positions where rows.last != episodes[position].row {
      rows.append(episodes[position].row)
    }
    let both = rows.filter { doses[$0].attendance != nil }
    let planned = both.reduce(0) { $0 + (doses[$1].planned ?? 0) }
    let attended = both.reduce(0) { $0 + (doses[$1].attended ?? 0) }
    return (
      planned > 0 ? attended / planned : nil,
      perPupil(rows.filter { doses[$0].hours != nil }) { doses[$0].hours ?? 0 },
      perPupil(rows.filter { doses[$0].cost != nil }) { doses[$0].cost ?? 0 }
    )
  }

  private func perPupil(_ rows: [Int], _ amount: (Int) -> Double) -> Double? {
    guard !rows.isEmpty else { return nil }
    let pupils = Set(rows.map { data.provision[$0].pupil })
    return rows.reduce(0) { $0 + amount($1) } / Double(pupils.count)
  }
}
