import ProvisionModel

/// How an intervention was given in one term, over the rows that were under way in it.
package struct Delivery: Sendable, Equatable {
  /// The pupils, as positions among the data's pupils.
  package var pupils: Set<Int> = []
  /// Mean sessions in a week of the rows that say so.
  package var sessionsPerWeek: Double?
  /// Mean length of a session [minutes].
  package var minutesPerSession: Double?
  /// Mean length from start to end [weeks], of the rows that have an end.
  package var weeks: Double?
  /// Mean number of pupils in a group, over the groups that are named.
  package var groupSize: Double?
  /// The pupils of those groups; nil where none is named.
  package var groups: GroupPupils?
  /// The TAs' names as the provision map writes them, in order.
  package var teachingAssistants: [String] = []

  /// The delivery of some rows of the provision map.
  init(_ positions: [Int], figures: EpisodeFigures) {
    let data = figures.data
    let provision = data.provision
    pupils = Set(positions.map { provision[$0].pupil })
    sessionsPerWeek = SampleSummary(positions.compactMap { provision[$0].sessionsPerWeek }).mean
    minutesPerSession = SampleSummary(positions.compactMap { provision[$0].minutesPerSession }).mean
    weeks = SampleSummary(positions.compactMap { figures.doses[$0].weeks }).mean
    var groups: [String: Set<Int>] = [:]
    for position in positions where !provision[position].group.isEmpty {
      groups[provision[position].group, default: []].insert(provision[position].pupil)
    }
    if !groups.isEmpty {
      let members = groups.values.reduce(0) { $0 + $1.count }
      groupSize = Double(members) / Double(groups.count)
      self.groups = GroupPupils(
        together: members, smallest: groups.values.map(\.count).min() ?? 0)
    }
    teachingAssistants = Set(positions.flatMap { provision[$0].teachingAssistants })
      .map { data.teachingAssistants[$0].key }
      .sorted { ScalarOrder.precedes($0, $1) }
  }
}

/// How many pupils the named groups of an intervention have.
package struct GroupPupils: Sendable, Equatable {
  /// Those of each, added up.
  package var together: Int
  /// Those of the smallest.
  package var smallest: Int
}
