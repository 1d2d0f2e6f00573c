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
}

extension EpisodeFigures {
  /// How some rows of the provision map were given.
  func delivery(ofRows rows: [Int]) -> Delivery {
    let provision = data.provision
    var delivery = Delivery()
    delivery.pupils = Set(rows.map { provision[$0].pupil })
    delivery.sessionsPerWeek =
      SampleSummary(rows.compactMap { provision[$0].sessionsPerWeek }).mean
    delivery.minutesPerSession =
      SampleSummary(rows.compactMap { provision[$0].minutesPerSession }).mean
    delivery.weeks = SampleSummary(rows.compactMap { doses[$0].weeks }).mean
    var groups: [String: Set<Int>] = [:]
    for row in rows where !provision[row].group.isEmpty {
      groups[provision[row].group, default: []].insert(provision[row].pupil)
    }
    if !groups.isEmpty {
      let members = groups.values.reduce(0) { $0 + $1.count }
      delivery.groupSize = Double(members) / Double(groups.count)
      delivery.groups = GroupPupils(
        together: members, smallest: groups.values.map(\.count).min() ?? 0)
    }
    var assistants: Set<Int> = []
    for row in rows { assistants.formUnion(provision[row].teachingAssistants) }
    delivery.teachingAssistants = assistants.map { data.teachingAssistants[$0].key }
      .sorted { ScalarOrder.precedes($0, $1) }
    return delivery
  }
}

/// How many pupils the named groups of an intervention have.
package struct GroupPupils: Sendable, Equatable {
  /// Those of each, added up.
  package var together: Int
  /// Those of the smallest.
  package var smallest: Int
}
