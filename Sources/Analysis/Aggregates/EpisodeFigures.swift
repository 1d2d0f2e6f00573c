package import ProvisionModel
import Threading

/// What the sums over a set of courses need: the courses, their links and their doses.
package final class EpisodeFigures: Sendable {
  /// The school's data.
  package let data: SchoolData
  /// The courses, and the episodes that are none, in file order: what "episode" stands for from
  /// METHOD §4 on.
  package let episodes: [Episode]
  /// The rows of universal provision, in file order.
  package let universal: [UniversalProvision]
  /// The episodes' links, by the same positions.
  package let links: [LinkedEpisode]
  /// The comparison of the episodes with other pupils.
  package let comparison: AgainstOtherPupils
  /// The doses of the provision map's rows.
  package let doses: [Dose]
  /// The pupils of the episodes, by the same positions.
  let pupilOfEpisode: [Int]
  /// The interventions' positions, in order of their names.
  private let interventionOrder: [Int]
  /// The place of each intervention in that order.
  private let interventionRanks: [Int]

  /// The figures of a school's episodes, as known on a day.
  init(data: SchoolData, list: EpisodeList, asOf: Day, jobs: Int) {
    let linking = Linking(data: data, asOf: asOf)
    let linked = Concurrently.flatMap(count: list.episodes.count, inLotsOf: 4096, jobs: jobs) {
      $0.map { linking.link(list.episodes[$0]) }
    }
    let courses = Courses(list.episodes, linked)
    self.data = data
    self.episodes = courses.episodes
    self.universal = list.universal
    self.links = courses.links
    comparison = AgainstOtherPupils(
      data: data, rows: list.episodes, courses: courses.episodes, links: courses.links,
      asOf: asOf, jobs: jobs)
    doses = DoseAndCost(data: data).doses()
    pupilOfEpisode = courses.episodes.map(\.pupil)
    interventionOrder = ScalarOrder.sorted(Array(data.interventions.indices)) {
      [data.interventions[$0].name]
    }
    var ranks = interventionOrder
    for (rank, intervention) in interventionOrder.enumerated() { ranks[intervention] = rank }
    interventionRanks = ranks
  }

  /// The number of distinct pupils of some episodes.
  package func pupils(_ positions: [Int]) -> Int {
    DistinctCount.count(positions.map { pupilOfEpisode[$0] })
  }

  /// The interventions of some episodes, each once, in the order of their names.
  func interventions(_ positions: [Int]) -> [Int] {
    var ranks = positions.map { interventionRanks[episodes[$0].intervention] }
    guard let first = ranks.first else { return [] }
    if ranks.allSatisfy({ $0 == first }) { return [interventionOrder[first]] }
    ranks.sort()
    return ranks.indices.filter { $0 == 0 || ranks[$0] != ranks[$0 - 1] }
      .map { interventionOrder[ranks[$0]] }
  }

  /// Attendance, hours per pupil and cost per pupil of some episodes. A row that is evaluated on
  /// several measures counts once.
  package func dose(_ positions: [Int]) -> DoseSums {
    dose(ofRows: rows(positions))
  }

  /// The rows of the provision map of some courses, in file order, each once.
  package func rows(_ positions: [Int]) -> [Int] {
    var rows: [Int] = []
    var isRising = true
    for position in positions {
      for row in episodes[position].rows where rows.last != row {
        isRising = isRising && rows.last ?? -1 < row
        rows.append(row)
      }
    }
    guard !isRising else { return rows }
    rows.sort()
    return rows.indices.filter { $0 == 0 || rows[$0] != rows[$0 - 1] }.map { rows[$0] }
  }

  /// The same of some rows of the provision map.
  package func dose(ofRows rows: [Int]) -> DoseSums {
    let both = rows.filter { doses[$0].attendance != nil }
    let planned = both.reduce(0) { $0 + (doses[$1].planned ?? 0) }
    let attended = both.reduce(0) { $0 + (doses[$1].attended ?? 0) }
    return DoseSums(
      attendance: planned > 0 ? attended / planned : nil,
      hoursPerPupil: perPupil(rows.filter { doses[$0].hours != nil }) { doses[$0].hours ?? 0 },
      costPerPupil: perPupil(rows.filter { doses[$0].cost != nil }) { doses[$0].cost ?? 0 })
  }

  private func perPupil(_ rows: [Int], _ amount: (Int) -> Double) -> Double? {
    guard !rows.isEmpty else { return nil }
    let pupils = DistinctCount.count(rows.map { data.provision[$0].pupil })
    return rows.reduce(0) { $0 + amount($1) } / Double(pupils)
  }
}

/// What a set of rows gave and cost.
package struct DoseSums: Sendable, Equatable {
  /// Σ attended ÷ Σ planned sessions, over rows that have both.
  package var attendance: Double?
  /// Σ hours ÷ pupils, over rows whose hours are known [hours].
  package var hoursPerPupil: Double?
  /// Σ cost ÷ pupils, over rows whose cost is known [£].
  package var costPerPupil: Double?
}
