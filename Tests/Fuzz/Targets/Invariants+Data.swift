import Analysis
import ProvisionModel

extension Invariants {
  /// Whatever the data's parts say of each other is there, and every number is one.
  static func check(_ data: SchoolData) throws(BrokenInvariant) {
    try require(!data.schools.isEmpty, "no school")
    try require(Set(data.schools).count == data.schools.count, "a school stands twice")
    for pupil in data.pupils {
      try require(!pupil.id.isEmpty, "a pupil without an id")
      try require(data.schools.indices.contains(pupil.school), "no such school: \(pupil)")
    }
    for measure in data.measures {
      try require(!measure.name.isEmpty, "a measure without a name")
      try require(measure.kind == .ordinal || measure.codes.isEmpty, "codes of \(measure)")
    }
    for measures in data.measuresOfSubject {
      try require(isRising(measures), "measures of a subject: \(measures)")
      try require(measures.allSatisfy(data.measures.indices.contains), "no such measure")
    }
    for input in data.inputs {
      try require(input.rows >= 0, "rows of \(input)")
      try require(input.columns.values.allSatisfy { $0.position >= 1 }, "columns of \(input)")
    }
    try require(days.contains(data.lastDate), "the last date is \(data.lastDate)")
    try check(data.assessments, of: data)
    for row in data.provision { try check(row, of: data) }
    for decision in data.decisions {
      try checkPlace(file: decision.file, line: decision.line, kind: .decisions, of: data)
      try require(
        decision.intervention.map(data.interventions.indices.contains) ?? true,
        "no such intervention: \(decision)")
    }
  }

  /// Episodes are about rows, pupils and measures that are there.
  static func check(
    _ list: EpisodeList, of data: SchoolData
  ) throws(BrokenInvariant) {
    for episode in list.episodes {
      try require(data.provision.indices.contains(episode.row), "no such row: \(episode)")
      try require(data.pupils.indices.contains(episode.pupil), "no such pupil: \(episode)")
      try require(data.measures.indices.contains(episode.measure), "no such measure: \(episode)")
      for score in [episode.entry, episode.target, episode.exit] {
        try require(score?.value.isFinite ?? true, "a score of \(episode)")
      }
    }
    try require(
      list.universal.allSatisfy { data.provision.indices.contains($0.row) }, "no such row")
  }

  /// Years are 1900 to 2199, and the last term of that year ends in the next.
  private static let days: ClosedRange<Day> = {
    guard let first = Day(year: 1900, month: 1, day: 1),
      let last = Day(year: 2200, month: 12, day: 31)
    else { fatalError("these are days") }
    return first...last
  }()

  private static func check(
    _ table: AssessmentTable, of data: SchoolData
  ) throws(BrokenInvariant) {
    try require(table.firstRow.count == data.pupils.count + 1, "not one first row a pupil")
    try require(table.firstRow.first == 0, "the first row is not the first pupil's")
    try require(Int(table.firstRow.last ?? 0) == table.count, "the last row is nobody's")
    for pupil in data.pupils.indices {
      try require(table.firstRow[pupil] <= table.firstRow[pupil + 1], "first rows fall")
      let rows = table.rows(ofPupil: pupil)
      for row in rows {
        try check(table, row, of: data)
        guard row > rows.lowerBound else { continue }
        let key = (table.measure[row], table.day[row])
        try require((table.measure[row - 1], table.day[row - 1]) < key, "scores are not sorted")
      }
    }
  }

  private static func check(
    _ table: AssessmentTable, _ row: Int, of data: SchoolData
  ) throws(BrokenInvariant) {
    let number = Int(table.measure[row])
    let score = table.score[row]
    try require(data.measures.indices.contains(number), "no such measure: \(number)")
    let measure = data.measures[number]
    try require(score.isFinite, "the score \(score) on \(measure.name)")
    if measure.kind == .ordinal {
      try require(
        measure.codes.indices.contains { Double($0) == score }, "no such code: \(score)")
    } else {
      try require(measure.limits.contains(score), "\(score) is no score of \(measure)")
    }
    try require(days.contains(Day(number: table.day[row])), "the day \(table.day[row])")
    let place = table.source(ofRow: row)
    try checkPlace(file: place.file, line: place.line, kind: .tracking, of: data)
  }

  private static func check(
    _ row: ProvisionRow, of data: SchoolData
  ) throws(BrokenInvariant) {
    try checkPlace(file: row.file, line: row.line, kind: .provisionMap, of: data)
    try require(data.pupils.indices.contains(row.pupil), "no such pupil: \(row)")
    try require(
      data.interventions.indices.contains(row.intervention), "no such intervention: \(row)")
    try require(row.measures.allSatisfy(data.measures.indices.contains), "measures of \(row)")
    try require(
      row.subject.map(data.measuresOfSubject.indices.contains) ?? true, "no such subject: \(row)")
    try require(
      row.teachingAssistants.allSatisfy(data.teachingAssistants.indices.contains), "TAs of \(row)")
    try require(days.contains(row.start) && row.start <= data.lastDate, "the start of \(row)")
    if let end = row.end {
      try require(days.contains(end) && row.start <= end && end <= data.lastDate, "end of \(row)")
    }
    for amount in [
      row.sessionsPerWeek, row.minutesPerSession, row.sessionsPlanned, row.sessionsAttended,
      row.cost, row.hourlyRate,
    ] {
      try require(amount.map { $0.isFinite && $0 >= 0 } ?? true, "an amount of \(row)")
    }
    for scores in [row.entryScores, row.targetScores, row.exitScores] {
      switch scores {
      case .unread(let cells):
        try require(cells.allSatisfy(\.value.isFinite), "a score of \(row)")
      case .read(let read):
        try require(read.allSatisfy { $0?.value.isFinite ?? true }, "a score of \(row)")
        let measures = data.namedMeasures(of: row)?.count ?? 0
        try require(read.isEmpty || read.count == measures, "the scores of \(row)")
      }
    }
  }

  private static func checkPlace(
    file: Int, line: Int, kind: InputKind, of data: SchoolData
  ) throws(BrokenInvariant) {
    try require(data.inputs.indices.contains(file), "no such file: \(file)")
    try require(data.inputs[file].kind == kind, "a row of \(kind) in \(data.inputs[file].name)")
    // A file has its headings above its rows.
    try require(line >= 2, "a row on line \(line)")
  }

  private static func isRising(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }
}
