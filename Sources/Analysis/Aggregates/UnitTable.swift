import ProvisionModel

/// What a row of KPI 9.5 is about.
package enum UnitKind: String, Sendable, CaseIterable {
  /// A TA: all episodes that name the TA.
  case teachingAssistant = "ta"
  /// A group of one intervention.
  case group = "ta-group"
  /// All TAs of one role level.
  case roleLevel = "role-level"
}

/// One row of KPI 9.5: a TA, a TA group or a role level, in a school and a period.
package struct UnitProgress: Sendable {
  /// The period.
  package var period: Period
  /// The school's id.
  package var school: String
  /// What the row is about.
  package var kind: UnitKind
  /// The TA as the provision map names them, the group's name, or the role level.
  package var unit: String
  /// The intervention of a TA group, as a position among the data's interventions.
  package var groupIntervention: Int?
  /// The TA's role level; empty where unknown.
  package var roleLevel: String
  /// The interventions of the episodes, as positions, in order of their names.
  package var interventions: [Int]
  /// The episodes that have ended, as positions in file order.
  package var ended: [Int]
  /// Distinct pupils.
  package var pupils: Int
  /// Episodes that have ended.
  package var episodes: Int
  /// Distinct pupils of the paired episodes.
  package var pupilsPaired: Int
  /// Paired episodes.
  package var paired: Int
  /// Episodes of rows that name more than one TA.
  package var shared: Int
  /// Episodes with a d_e, n_j.
  package var used: Int
  /// Their distinct pupils.
  package var pupilsUsed: Int
  /// The progress of those, beside that of the other units of the kind; nil where there are none.
  package var pooled: PooledUnits.Unit?
  /// Paired episodes on track, of those with an expected gain.
  package var onTrack: Share
  /// What the episodes gave and cost.
  package var dose: DoseSums
  /// Whom the figures rest on that are not known of every episode.
  package var figurePupils: FigurePupils
}

/// All rows of KPI 9.5 about TAs, groups and role levels. Never a ranking: they come in order of
/// their names.
struct UnitTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term

  private struct Key: Hashable {
    var school: Int
    var kind: UnitKind
    var unit: String
    var intervention: Int?
    var roleLevel: String
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows, in order of period, school, kind and unit.
  func rows() -> [UnitProgress] {
    let groups = ScalarOrder.sorted(grouped()) { group in
      [
        data.schools[group.key.school],
        "\(UnitKind.allCases.firstIndex(of: group.key.kind) ?? 0)",
        group.key.unit, group.key.intervention.map { data.interventions[$0].name } ?? "",
      ]
    }
    let progress = figures.episodes.indices.map { figures.progressInSD($0) }
    return Period.allCases.flatMap { period in
      let days = period.days(term: term, calendar: data.settings.terms)
      let rows = groups.compactMap { row($0.key, $0.positions, period, days, progress) }
      return pooled(rows)
    }
  }

  /// A row and the d_e of its episodes.
  private typealias Unpooled = (row: UnitProgress, progress: [Double])

  /// Rows of one period, pooled by school and kind, in which order they come.
  private func pooled(_ rows: [Unpooled]) -> [UnitProgress] {
    var pooled = rows.map(\.row)
    var first = 0
    while first < rows.count {
      let last =
        rows[first...].firstIndex {
          $0.row.school != rows[first].row.school || $0.row.kind != rows[first].row.kind
        } ?? rows.count
      let units = PooledUnits(rows[first..<last].map(\.progress)).units
      for (index, unit) in zip(first..<last, units) { pooled[index].pooled = unit }
      first = last
    }
    return pooled
  }

  private func grouped() -> [(key: Key, positions: [Int])] {
    var positions: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated()
    where episode.status == .ended {
      for key in keys(of: episode) { positions[key, default: []].append(position) }
    }
    return positions.map { ($0.key, $0.value) }
  }

  /// An episode counts under each of its TAs, under its group, and once under each role level.
  private func keys(of episode: Episode) -> [Key] {
    let row = data.provision[episode.row]
    let school = data.pupils[episode.pupil].school
    let assistants = row.teachingAssistants.map { data.teachingAssistants[$0] }
    var keys = assistants.map {
      Key(
        school: school, kind: .teachingAssistant, unit: $0.key, intervention: nil,
        roleLevel: $0.roleLevel)
    }
    if !row.group.isEmpty {
      keys.append(
        Key(
          school: school, kind: .group, unit: row.group, intervention: row.intervention,
          roleLevel: ""))
    }
    return keys
      + data.roleLevels(ofRow: episode.row).map {
        Key(school: school, kind: .roleLevel, unit: $0, intervention: nil, roleLevel: $0)
      }
  }

  private func row(
    _ key: Key, _ positions: [Int], _ period: Period, _ days: ClosedRange<Day>,
    _ progress: [Double?]
  ) -> Unpooled? {
    let ended = positions.filter { figures.episodes[$0].end.map(days.contains) ?? false }
    guard !ended.isEmpty else { return nil }
    let paired = ended.filter { figures.links[$0].isPaired }
    let used = ended.filter { progress[$0] != nil }
    let answers = paired.compactMap { figures.links[$0].isOnTrack }
    let interventions = Set(ended.map { figures.episodes[$0].intervention }).sorted {
      ScalarOrder.precedes(data.interventions[$0].name, data.interventions[$1].name)
    }
    let row = UnitProgress(
      period: period, school: data.schools[key.school], kind: key.kind, unit: key.unit,
      groupIntervention: key.intervention, roleLevel: key.roleLevel, interventions: interventions,
      ended: ended, pupils: figures.pupils(ended), episodes: ended.count,
      pupilsPaired: figures.pupils(paired),
      paired: paired.count,
      shared: ended.count {
        data.provision[figures.episodes[$0].row].teachingAssistants.count > 1
      },
      used: used.count, pupilsUsed: figures.pupils(used),
      onTrack: Share(count: answers.count { $0 }, total: answers.count),
      dose: figures.dose(ended), figurePupils: figures.figurePupils(ended))
    return (row, used.compactMap { progress[$0] })
  }
}
