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
  /// The sets of episodes that its rows are made of.
  let sets: [EpisodeSet]
  /// The subgroups of the sets.
  private let subgroups: [Subgroup]

  private struct Key: Hashable {
    var scope: Scope
    /// The subgroup's position among the subgroups.
    var subgroup: Int
    var measure: Int
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    let data = figures.data
    let (subgroups, positions) = Self.grouped(figures)
    let groups = ScalarOrder.sorted(positions.map { ($0.key, $0.value) }) { key, _ in
      let subgroup = subgroups[key.subgroup]
      return [
        data.name(of: key.scope), "\(Dimension.allCases.firstIndex(of: subgroup.dimension) ?? 0)",
        subgroup.value, data.measures[key.measure].name,
      ]
    }
    sets = Period.allCases.flatMap { period in
      let days = period.days(term: term, calendar: data.settings.terms)
      return groups.map { key, positions in
        EpisodeSet(
          positions: positions,
          label: RowLabel(period: period, scope: key.scope, measure: key.measure), days: days)
      }
    }
    self.subgroups = Period.allCases.flatMap { _ in groups.map { subgroups[$0.0.subgroup] } }
  }

  /// The rows, in order of period, school, dimension, value and measure.
  ///
  /// - Parameter made: What was made of the sets.
  func rows(_ made: some Sequence<InterventionProgress?>) -> [InterventionProgress] {
    zip(subgroups, made).compactMap { subgroup, made in
      var row = made
      row?.subgroup = subgroup
      return row
    }.withQValues()
  }

  /// The subgroups, and for each of them, school and measure the episodes, in file order.
  private static func grouped(_ figures: EpisodeFigures) -> ([Subgroup], [Key: [Int]]) {
    let data = figures.data
    let scopes = data.scopesOfSchools
    var subgroups: [Subgroup] = []
    var numbers: [Subgroup: Int] = [:]
    var positions: [Key: [Int]] = [:]
    func add(_ position: Int, _ dimension: Dimension, _ value: String) {
      guard !value.isEmpty else { return }
      let subgroup = Subgroup(dimension: dimension, value: value)
      let number = numbers[subgroup] ?? subgroups.count
      if number == subgroups.count {
        numbers[subgroup] = number
        subgroups.append(subgroup)
      }
      let measure = figures.episodes[position].measure
      for scope in scopes[data.pupils[figures.pupilOfEpisode[position]].school] {
        positions[Key(scope: scope, subgroup: number, measure: measure), default: []]
          .append(position)
      }
    }
    for (position, pupil) in figures.pupilOfEpisode.enumerated() {
      let row = figures.episodes[position].row
      for dimension in Dimension.allCases {
        switch dimension {
        case .areaOfNeed: add(position, dimension, data.provision[row].areaOfNeed)
        case .wave: add(position, dimension, data.provision[row].wave)
        case .senStatus: add(position, dimension, data.pupils[pupil].senStatus)
        case .pupilPremium: add(position, dimension, data.pupils[pupil].pupilPremium)
        case .yearGroup: add(position, dimension, data.pupils[pupil].yearGroup)
        case .roleLevel:
          for level in data.roleLevels(of: figures.episodes[position]) {
            add(position, dimension, level)
          }
        }
      }
    }
    return (subgroups, positions)
  }
}

extension SchoolData {
  /// The role levels of the TAs of a course, each once, in order of the file.
  func roleLevels(of course: Episode) -> [String] {
    var levels: [String] = []
    for assistant in teachingAssistants(of: course) {
      let level = teachingAssistants[assistant].roleLevel
      if !level.isEmpty, !levels.contains(level) { levels.append(level) }
    }
    return levels
  }
}
