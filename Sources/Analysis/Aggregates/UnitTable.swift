import ProvisionModel
import Threading

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
  /// The school's position among the data's schools.
  package var school: Int
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
    /// The name's number.
    var unit: Int
    var intervention: Int?
    /// The number of the role level's name.
    var roleLevel: Int
  }

  private struct Group {
    var key: Key
    var unit: String
    var roleLevel: String
    /// The episodes, in file order.
    var positions: [Int]
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows, in order of period, school, kind and unit.
  func rows(jobs: Int) -> [UnitProgress] {
    let groups = ScalarOrder.sorted(grouped()) { group in
      [
        data.schools[group.key.school],
        "\(UnitKind.allCases.firstIndex(of: group.key.kind) ?? 0)",
        group.unit, group.key.intervention.map { data.interventions[$0].name } ?? "",
      ]
    }
    let progress = figures.episodes.indices.map { figures.progressInSD($0) }
    return Period.allCases.flatMap { period in
      let days = period.days(term: term, calendar: data.settings.terms)
      let rows = Concurrently.flatMap(count: groups.count, inLotsOf: 256, jobs: jobs) { lot in
        lot.compactMap { row(groups[$0], period, days, progress) }
      }
      return pooled(rows)
    }
  }

  /// A row and the values of its pupils.
  private typealias Unpooled = (row: UnitProgress, values: [PooledUnits.Value])

  /// Rows of one period, pooled by school and kind, in which order they come.
  private func pooled(_ rows: [Unpooled]) -> [UnitProgress] {
    var pooled = rows.map(\.row)
    var first = 0
    while first < rows.count {
      let last =
        rows[first...].firstIndex {
          $0.row.school != rows[first].row.school || $0.row.kind != rows[first].row.kind
        } ?? rows.count
      let units = PooledUnits(
        rows[first..<last].map(\.values), groupSD: data.settings.evidence.groupSd
      ).units
      for (index, unit) in zip(first..<last, units) { pooled[index].pooled = unit }
      first = last
    }
    return pooled
  }

  /// The ended episodes by unit: each counts under each of its TAs, under its group, and once under
  /// each role level.
  private func grouped() -> [Group] {
    var names: [String] = []
    var numbers: [String: Int] = [:]
    func number(_ name: String) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    let assistants = data.teachingAssistants.map {
      (name: number($0.key), roleLevel: number($0.roleLevel))
    }
    let nobody = number("")
    var positions: [Key: [Int]] = [:]
    for (position, pupil) in figures.pupilOfEpisode.enumerated()
    where figures.episodes[position].status == .ended {
      let row = figures.episodes[position].row
      let school = data.pupils[pupil].school
      for assistant in data.teachingAssistants(of: figures.episodes[position]) {
        let key = Key(
          school: school, kind: .teachingAssistant, unit: assistants[assistant].name,
          intervention: nil, roleLevel: assistants[assistant].roleLevel)
        positions[key, default: []].append(position)
      }
      if !data.provision[row].group.isEmpty {
        let key = Key(
          school: school, kind: .group, unit: number(data.provision[row].group),
          intervention: data.provision[row].intervention, roleLevel: nobody)
        positions[key, default: []].append(position)
      }
      for level in data.roleLevels(of: figures.episodes[position]) {
        let level = number(level)
        let key = Key(
          school: school, kind: .roleLevel, unit: level, intervention: nil, roleLevel: level)
        positions[key, default: []].append(position)
      }
    }
    return positions.map { key, positions in
      Group(
        key: key, unit: names[key.unit], roleLevel: names[key.roleLevel], positions: positions)
    }
  }

  private func row(
    _ group: Group, _ period: Period, _ days: ClosedRange<Day>, _ progress: [Double?]
  ) -> Unpooled? {
    let ended = group.positions.filter { figures.episodes[$0].end.map(days.contains) ?? false }
    guard !ended.isEmpty else { return nil }
    let paired = ended.filter { figures.links[$0].isPaired }
    let used = ended.filter { progress[$0] != nil }
    let answers = paired.compactMap { figures.links[$0].isOnTrack }
    let row = UnitProgress(
      period: period, school: group.key.school, kind: group.key.kind,
      unit: group.unit, groupIntervention: group.key.intervention, roleLevel: group.roleLevel,
      interventions: figures.interventions(ended), ended: ended, pupils: figures.pupils(ended),
      episodes: ended.count, pupilsPaired: figures.pupils(paired), paired: paired.count,
      shared: ended.count {
        data.teachingAssistants(of: figures.episodes[$0]).count > 1
      },
      used: used.count, pupilsUsed: figures.pupils(used),
      onTrack: Share(count: answers.count { $0 }, total: answers.count),
      dose: figures.dose(ended), figurePupils: figures.figurePupils(ended))
    return (row, figures.valuesOfPupils(used, progress))
  }
}
