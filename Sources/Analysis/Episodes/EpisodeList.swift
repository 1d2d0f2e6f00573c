package import Diagnostics
package import ProvisionModel

/// The episodes of the provision map's rows (METHOD §1): one for each measure that a row is about.
package struct EpisodeList: Sendable {
  /// The episodes, in file order; those of one row in the order of its measures.
  package private(set) var episodes: [Episode] = []
  /// The rows of universal provision, in file order.
  package private(set) var universal: [UniversalProvision] = []
  /// What was found about rows, in file order.
  package private(set) var findings: [Finding] = []

  private let data: SchoolData
  private let asOf: Day

  /// The episodes of all rows, as they stand on a day.
  package init(data: SchoolData, asOf: Day) {
    self.data = data
    self.asOf = asOf
    episodes.reserveCapacity(data.provision.count)
    checkYearGroups()
    for row in data.provision.indices { add(row) }
  }

  private mutating func add(_ index: Int) {
    let row = data.provision[index]
    guard !data.isUniversal(row) else {
      universal.append(UniversalProvision(row: index, status: status(of: row)))
      return
    }
    let measures = measures(of: row)
    check(row, measures)
    let entry = scores(row.entryScores, of: row, measures, .entryScore)
    let target = scores(row.targetScores, of: row, measures, .targetScore)
    let exit = scores(row.exitScores, of: row, measures, .exitScore)
    for (position, measure) in measures.enumerated() {
      var episode = Episode(
        row: index, pupil: row.pupil, intervention: row.intervention, measure: measure,
        start: row.start, end: row.end, status: status(of: row))
      if !entry.isEmpty { episode.entry = entry[position] }
      if !target.isEmpty { episode.target = target[position] }
      if !exit.isEmpty { episode.exit = exit[position] }
      episodes.append(episode)
    }
  }

  /// The row's own scores, one for each of its measures; none where the row gives none.
  private mutating func scores(
    _ scores: OwnScores, of row: ProvisionRow, _ measures: [Int], _ column: EpisodeColumn
  ) -> [Score?] {
    if scores.isEmpty { return [] }
    return data.read(scores, of: row, measures: measures, in: column, findings: &findings)
  }

  /// The measures that a row is said to be about; else all on which the pupil has any assessment up
  /// to the as-of date.
  private func measures(of row: ProvisionRow) -> [Int] {
    if let named = data.namedMeasures(of: row) { return named }
    var measures: [Int] = []
    for assessment in data.assessments.rows(ofPupil: row.pupil)
    where data.assessments.day[assessment] <= asOf.number {
      let measure = Int(data.assessments.measure[assessment])
      if measures.last != measure { measures.append(measure) }
    }
    return measures
  }

  private func status(of row: ProvisionRow) -> EpisodeStatus {
    if row.start > asOf { return .planned }
    if let end = row.end, end <= asOf { return .ended }
    return .inProgress
  }
}

extension EpisodeList {
  /// Says so when a supported pupil has no year group though others of the school have one: it is
  /// compared only with others without one.
  private mutating func checkYearGroups() {
    var hasYearGroups = [Bool](repeating: false, count: data.schools.count)
    for pupil in data.pupils where !pupil.yearGroup.isEmpty { hasYearGroups[pupil.school] = true }
    guard hasYearGroups.contains(true) else { return }
    var told: Set<Int> = []
    for row in data.provision where !data.isUniversal(row) {
      let pupil = data.pupils[row.pupil]
      guard pupil.yearGroup.isEmpty, hasYearGroups[pupil.school], told.insert(row.pupil).inserted
      else { continue }
      findings.append(
        data.finding(
          .yearGroup, severity: .warning, about: row, .pupil, value: pupil.id,
          message: "the pupil \"\(pupil.id)\" has no year group, so that only others without one "
            + "count as classmates",
          hint: "give the pupil a year_group in the pupils file"))
    }
  }

  /// Says so when a pupil has no scores to be evaluated by; of rows that are still to begin nobody
  /// expects any.
  private mutating func check(_ row: ProvisionRow, _ measures: [Int]) {
    let hasScores = !data.assessments.rows(ofPupil: row.pupil).isEmpty
    guard row.start <= asOf, !hasScores || measures.isEmpty else { return }
    guard row.entryScores.isEmpty || row.exitScores.isEmpty || measures.isEmpty else { return }
    let pupil = data.pupils[row.pupil]
    let place = data.schools.count > 1 ? " in the school \"\(data.schools[pupil.school])\"" : ""
    findings.append(
      data.finding(
        .pupilWithoutScores, severity: measures.isEmpty ? .error : .warning, about: row, .pupil,
        value: pupil.id,
        message: "the tracking file has no score of the pupil \"\(pupil.id)\"\(place)"
          + (hasScores ? " up to \(asOf)" : "")
          + (measures.isEmpty
            ? " and the row names no measure: it counts in KPI 5.6, and there is nothing to evaluate it by"
            : "")))
  }
}
