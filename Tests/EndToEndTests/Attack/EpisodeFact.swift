/// An episode that has ended, as the SENCo's pack has it: what the truth of counts that are never
/// printed is reckoned from, and which conditions hold in the data.
struct EpisodeFact: Sendable {
  /// The school.
  let school: String
  /// The pupil.
  let pupil: String
  /// The intervention.
  let intervention: String
  /// The measure.
  let measure: String
  /// The periods that it belongs to.
  let periods: Set<String>
  /// The group; empty where there is none.
  let group: String
  /// The TAs.
  let assistants: [String]
  /// The role levels of the TAs, each once.
  let roles: Set<String>
  /// Whether it has both tests.
  let isPaired: Bool
  /// Whether it is on track; nil where nothing is expected of it.
  let isOnTrack: Bool?
  /// Whether it met its target; nil where it has none.
  let hasMetTarget: Bool?
  /// Whether it is compared with classmates.
  let hasGrowth: Bool
  /// Whether it is compared with similar pupils.
  let isMatched: Bool
  /// Whether it counts for its TA.
  let isUsed: Bool
  /// Whether both its planned and its attended sessions are known.
  let isAttendanceKnown: Bool
  /// Whether its hours are known.
  let areHoursKnown: Bool
  /// Whether its cost is known.
  let isCostKnown: Bool

  /// The episode of a row of episodes.csv; nil for one that goes on, and for other provision.
  init?(
    _ row: [String: String], of provision: String, days: ReportedDays, roles: [String: String]
  ) {
    func cell(_ name: String) -> String { row[name] ?? "" }
    func answer(_ name: String) -> Bool? { cell(name).isEmpty ? nil : cell(name) == "yes" }
    guard cell("status") == "ended", cell("provision") == provision else { return nil }
    school = cell("school")
    pupil = cell("pupil_id")
    intervention = cell("intervention")
    measure = cell("measure")
    periods = days.periods(endingOn: cell("end_date"))
    group = cell("group")
    assistants = cell("ta").split(separator: ";").map { String($0.drop { $0 == " " }) }
    self.roles = Set(
      assistants.compactMap { roles["\(cell("school"))|\($0)"] }.filter { !$0.isEmpty })
    isPaired = cell("paired") == "yes"
    isOnTrack = answer("on_track")
    hasMetTarget = answer("target_met")
    hasGrowth = !cell("growth").isEmpty
    isMatched = !cell("matched").isEmpty
    isUsed = !cell("d").isEmpty
    isAttendanceKnown =
      !cell("sessions_planned").isEmpty && !cell("sessions_attended").isEmpty
    areHoursKnown = !cell("hours").isEmpty
    isCostKnown = !cell("cost").isEmpty
  }
}
