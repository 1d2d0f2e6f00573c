import ProvisionModel

/// What pupils or provision may be divided by in KPI 5.5.
package enum Dimension: String, Sendable, CaseIterable {
  case areaOfNeed = "area-of-need"
  case wave
  case senStatus = "sen-status"
  case pupilPremium = "pupil-premium"
  case yearGroup = "year-group"
  /// The role level of the TAs; an episode of TAs of two levels counts under both.
  case roleLevel = "role-level"
}

/// One part of a dimension, e.g. the pupils with SEN support.
package struct Subgroup: Sendable, Hashable {
  /// What it is a part of.
  package var dimension: Dimension
  /// Which part, as the files write it.
  package var value: String
}

/// The rows of KPI 5.5 by subgroup: all interventions on a measure together, as single ones have too
/// few pupils to be divided. Dimensions that the files do not fill have no rows.
struct SubgroupTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term

  private struct Key: Hashable {
    /// The school's position; −1 for all of them together.
    var school: Int
    var subgroup: Subgroup
    var measure: Int
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows, in order of period, school, dimension, value and measure.
  func rows() -> [InterventionProgress] {
    let groups = ScalarOrder.sorted(grouped()) { group in
      [
        school(group.key),
        "\(Dimension.allCases.firstIndex(of: group.key.subgroup.dimension) ?? 0)",
        group.key.subgroup.value, data.measures[group.key.measure].name,
      ]
    }
    var sums = EvidenceSums(figures)
    var rows: [InterventionProgress] = []
    for period in Period.allCases {
      let days = period.days(term: term, calendar: data.settings.terms)
      for group in groups {
        let label = RowLabel(
          period: period, school: school(group.key), measure: group.key.measure)
        guard var row = figures.row(group.positions, label: label, days: days, &sums) else {
          continue
        }
        row.subgroup = group.key.subgroup
        rows.append(row)
      }
    }
    return rows.withQValues()
  }

  private func grouped() -> [(key: Key, positions: [Int])] {
    var positions: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated() {
      for subgroup in subgroups(of: episode) {
        var key = Key(
          school: data.pupils[episode.pupil].school, subgroup: subgroup, measure: episode.measure)
        positions[key, default: []].append(position)
        guard data.schools.count > 1 else { continue }
        key.school = -1
        positions[key, default: []].append(position)
      }
    }
    return positions.map { ($0.key, $0.value) }
  }

  private func subgroups(of episode: Episode) -> [Subgroup] {
    let pupil = data.pupils[episode.pupil]
    return Dimension.allCases.flatMap { dimension in
      let values =
        switch dimension {
        case .areaOfNeed: [data.provision[episode.row].areaOfNeed]
        case .wave: [data.provision[episode.row].wave]
        case .senStatus: [pupil.senStatus]
        case .pupilPremium: [pupil.pupilPremium]
        case .yearGroup: [pupil.yearGroup]
        case .roleLevel: data.roleLevels(ofRow: episode.row)
        }
      return values.filter { !$0.isEmpty }.map { Subgroup(dimension: dimension, value: $0) }
    }
  }

  private func school(_ key: Key) -> String {
    key.school < 0 ? Evaluation.allSchools : data.schools[key.school]
  }
}

extension SchoolData {
  /// The role levels of the TAs of a row of the provision map, each once, in the row's order.
  func roleLevels(ofRow row: Int) -> [String] {
    var levels: [String] = []
    for assistant in provision[row].teachingAssistants {
      let level = teachingAssistants[assistant].roleLevel
      if !level.isEmpty, !levels.contains(level) { levels.append(level) }
    }
    return levels
  }
}
