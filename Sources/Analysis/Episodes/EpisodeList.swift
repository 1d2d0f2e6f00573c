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
    let universalWaves = Set(data.settings.thresholds.universalWaves.map(Self.waveName))
    var isUniversal: [String: Bool] = [:]
    for row in data.provision.indices {
      let wave = data.provision[row].wave
      let known = isUniversal[wave] ?? universalWaves.contains(Self.waveName(wave))
      isUniversal[wave] = known
      add(row, isUniversalWave: known)
    }
  }

  private mutating func add(_ index: Int, isUniversalWave: Bool) {
    let row = data.provision[index]
    let isUniversal = data.interventions[row.intervention].isUniversal || isUniversalWave
    guard !isUniversal else {
      universal.append(UniversalProvision(row: index, status: status(of: row)))
      return
    }
    let measures = measures(of: row)
    check(row, measures)
    for (position, measure) in measures.enumerated() {
      var episode = Episode(
        row: index, pupil: row.pupil, intervention: row.intervention, measure: measure,
        start: row.start, end: row.end, status: status(of: row))
      episode.entry = score(row.entryScores, .entry, row, measure, position, measures.count)
      episode.target = score(row.targetScores, .target, row, measure, position, measures.count)
      episode.exit = score(row.exitScores, .exit, row, measure, position, measures.count)
      episodes.append(episode)
    }
  }

  /// The measures that a row names; else its intervention's; else those of its subject; else all on
  /// which the pupil has any assessment up to the as-of date.
  private func measures(of row: ProvisionRow) -> [Int] {
    if !row.measures.isEmpty { return row.measures }
    let usual = data.interventions[row.intervention].measures
    if !usual.isEmpty { return usual }
    if let subject = row.subject { return data.measuresOfSubject[subject] }
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

  /// A wave without regard to case and to the word itself: `Wave 1` is `1`.
  private static func waveName(_ text: String) -> String {
    let lower = text.lowercased()
    let prefix = ["wave", "tier", "level", "w"].first { lower.hasPrefix($0) } ?? ""
    let rest = lower.dropFirst(prefix.count).filter { $0 != " " }
    // "Wave 1 - Universal" is wave 1.
    let digits = rest.prefix { $0.isNumber }
    return digits.isEmpty || rest.dropFirst(digits.count).first?.isLetter == true
      ? String(rest) : String(digits)
  }
}

extension EpisodeList {
  private enum OwnScore: String {
    case entry = "entry_score"
    case target = "target_score"
    case exit = "exit_score"
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
      data.inputs[row.file].finding(
        .pupilWithoutScores, severity: measures.isEmpty ? .error : .warning, line: row.line,
        column: "pupil_id", value: pupil.id,
        message: "the tracking file has no score of the pupil \"\(pupil.id)\"\(place)"
          + (hasScores ? " up to \(asOf)" : "")
          + (measures.isEmpty
            ? " and the row names no measure: it counts in KPI 5.6, and there is nothing to evaluate it by"
            : "")))
  }

  /// A score of the row's own on one of its measures: the only one, or the one at the measure's
  /// place in the list.
  private mutating func score(
    _ cells: [RawScore], _ column: OwnScore, _ row: ProvisionRow, _ measure: Int, _ position: Int,
    _ count: Int
  ) -> Score? {
    guard !cells.isEmpty else { return nil }
    guard cells.count == count else {
      if position == 0 { addMismatch(cells, column, row, count) }
      return nil
    }
    let cell = cells[position]
    let reading = data.measures[measure].reading(
      shape: cell.shape, value: cell.value, text: cell.text)
    switch reading {
    case .score(let value):
      return Score(value: value, censoring: cell.censoring)
    case .notAssessed:
      return nil
    case .unreadable(let message):
      add(.score, column, row, cell.text, message)
    case .outOfRange(let message):
      add(.scoreRange, column, row, cell.text, message)
    }
    return nil
  }

  private mutating func addMismatch(
    _ cells: [RawScore], _ column: OwnScore, _ row: ProvisionRow, _ count: Int
  ) {
    add(
      .score, column, row, cells.map(\.text).joined(separator: ";"),
      "\(cells.count == 1 ? "one score" : "\(cells.count) scores") for a row about \(count) "
        + "measures: nobody can tell which is meant, and it is not used",
      hint: "name one measure in the measure column, or give one score for each, with ; between")
  }

  private mutating func add(
    _ code: FindingCode, _ column: OwnScore, _ row: ProvisionRow, _ value: String,
    _ message: String, hint: String? = nil
  ) {
    findings.append(
      data.inputs[row.file].finding(
        code, line: row.line, column: column.rawValue, value: value, message: message, hint: hint))
  }
}
