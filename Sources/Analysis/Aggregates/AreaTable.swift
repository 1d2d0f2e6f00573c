import ProvisionModel

/// One row of KPI 6.4: the pupils whom TAs supported in an area of need, on a measure, in the
/// academic year.
package struct AreaProgress: Sendable {
  /// The area of need, as the provision map writes it.
  package var area: String
  /// The interventions of the episodes, as positions, in order of their names.
  package var interventions: [Int]
  /// The progress, with no intervention of its own.
  package var progress: InterventionProgress
}

/// All rows of KPI 6.4: the episodes of rows that name a TA, by area of need.
struct AreaTable {
  private let figures: EpisodeFigures
  private let data: SchoolData
  private let term: Term

  private struct Key: Hashable {
    /// The school's position; −1 for all of them together.
    var school: Int
    /// The area's position among the areas.
    var area: Int
    var measure: Int
  }

  /// The rows for a reported term.
  init(figures: EpisodeFigures, term: Term) {
    self.figures = figures
    self.data = figures.data
    self.term = term
  }

  /// The rows of the period `year`, in order of school, area and measure.
  func rows(jobs: Int) -> [AreaProgress] {
    let areas = areas()
    let days = Period.year.days(term: term, calendar: data.settings.terms)
    let groups = ScalarOrder.sorted(grouped(days, areas.ofText).map { ($0.key, $0.value) }) {
      key, _ in [school(key), areas.names[key.area], data.measures[key.measure].name]
    }
    guard !groups.isEmpty else { return [] }
    let sets = groups.map { key, positions in
      EpisodeSet(
        positions: positions,
        label: RowLabel(period: .year, school: school(key), measure: key.measure), days: days)
    }
    var rows = zip(groups, figures.rows(sets, jobs: jobs)).compactMap { group, progress in
      progress.map {
        AreaProgress(
          area: areas.names[group.0.area], interventions: figures.interventions(group.1),
          progress: $0)
      }
    }
    for (index, progress) in rows.map(\.progress).withQValues().enumerated() {
      rows[index].progress = progress
    }
    return rows
  }

  /// The positions of the episodes that have ended on some days or are under way, in file order.
  private func grouped(_ days: ClosedRange<Day>, _ areas: [String: Int]) -> [Key: [Int]] {
    var positions: [Key: [Int]] = [:]
    for (position, episode) in figures.episodes.enumerated()
    where episode.status == .inProgress || episode.status.hasEnded(episode.end, in: days) {
      guard !data.provision[episode.row].teachingAssistants.isEmpty,
        let area = areas[data.provision[episode.row].areaOfNeed]
      else { continue }
      var key = Key(
        school: data.pupils[episode.pupil].school, area: area, measure: episode.measure)
      positions[key, default: []].append(position)
      guard data.schools.count > 1 else { continue }
      key.school = -1
      positions[key, default: []].append(position)
    }
    return positions
  }

  /// The areas by the first in order of the ways in which each is written, and the number of each
  /// text's.
  private func areas() -> (names: [String], ofText: [String: Int]) {
    var texts = Set(data.provision.lazy.map(\.areaOfNeed))
    texts.remove("")
    var names: [String] = []
    var ofKey: [String: Int] = [:]
    var ofText: [String: Int] = [:]
    for text in texts.sorted(by: ScalarOrder.precedes) {
      let key = Self.key(text)
      if ofKey[key] == nil {
        ofKey[key] = names.count
        names.append(text)
      }
      ofText[text] = ofKey[key]
    }
    return (names, ofText)
  }

  /// Two spellings of one area are not two areas: letters and digits only, in small letters.
  private static func key(_ area: String) -> String {
    let spelt = area.lowercased().map { $0 == "&" ? "and" : String($0) }.joined()
    let key = spelt.filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? area : key
  }

  private func school(_ key: Key) -> String {
    key.school < 0 ? Evaluation.allSchools : data.schools[key.school]
  }
}
