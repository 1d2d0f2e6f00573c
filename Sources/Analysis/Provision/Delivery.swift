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
    var delivery = Delivery()
    var (sessions, minutes, weeks): ([Double], [Double], [Double]) = ([], [], [])
    var groups: [String: Set<Int>] = [:]
    var assistants: Set<Int> = []
    for index in rows {
      let row = data.provision[index]
      delivery.pupils.insert(row.pupil)
      if let value = row.sessionsPerWeek { sessions.append(value) }
      if let value = row.minutesPerSession { minutes.append(value) }
      if let value = doses[index].weeks { weeks.append(value) }
      if !row.group.isEmpty { groups[row.group, default: []].insert(row.pupil) }
      assistants.formUnion(row.teachingAssistants)
    }
    delivery.sessionsPerWeek = SampleSummary(sessions).mean
    delivery.minutesPerSession = SampleSummary(minutes).mean
    delivery.weeks = SampleSummary(weeks).mean
    if !groups.isEmpty {
      let members = groups.values.reduce(0) { $0 + $1.count }
      delivery.groupSize = Double(members) / Double(groups.count)
      delivery.groups = GroupPupils(
        together: members, smallest: groups.values.map(\.count).min() ?? 0)
    }
    let names = data.teachingAssistants
    delivery.teachingAssistants = assistants.map { names[$0].key }
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
