import ProvisionModel

/// Writes the assessments of one school, by pupil and date.
struct TrackingExport {
  /// The canonical columns of CONTRACT.
  static let columns = ["pupil_id", "date", "measure", "score"]

  private let school: SimulatedSchool
  private let prefix: [UInt8]?
  /// The cells of the measures' names.
  private let names: [[UInt8]]
  /// For each measure the cells of its scores from the lowest up.
  private let scores: [[[UInt8]]]
  /// The cells of the days from `firstDay` on.
  private let days: [[UInt8]]
  private let firstDay: Day

  /// The tracking of a school; `prefix` is the cell of its name, nil when there is one school.
  init(school: SimulatedSchool, prefix: [UInt8]?) {
    self.school = school
    self.prefix = prefix
    let measures = school.measures
    names = measures.map { ExportStream.encoded($0.name) }
    scores = measures.map { measure in
      measure.range.map { ExportStream.encoded(measure.text(of: .value($0)) ?? "") }
    }
    let calendar = school.calendar
    let first = calendar.testMonday(of: 0)
    let last = calendar.terms[calendar.last].last
    firstDay = first
    days = (0...first.days(to: last)).map {
      ExportStream.encoded(first.advanced(by: $0).description)
    }
  }

  /// Writes the rows and returns the number of assessments.
  func write(to stream: ExportStream) throws -> Int {
    var count = 0
    for pupil in school.roll.pupils.indices {
      let id = ExportStream.encoded(school.roll.pupils[pupil].id)
      for round in school.calendar.terms.indices {
        for measure in names.indices {
          let score = school.score(pupil: pupil, measure: measure, round: round)
          guard score != .notTested else { continue }
          let day = school.date(of: measure, pupil: pupil, round: round)
          count += 1
          if school.plan.mess, let defect = Defect(assessment: count) {
            try write(defect, id: id, day: day, measure: measure, score: score, to: stream)
            continue
          }
          try row(
            id: id,
            day: days[firstDay.days(to: day)],
            measure: names[measure],
            score: cell(of: score, measure: measure),
            to: stream
          )
        }
      }
    }
    return count
  }

  private func cell(of score: Score, measure: Int) -> [UInt8] {
    if case .value(let value) = score {
      return scores[measure][value - school.measures[measure].range.lowerBound]
    }
    return ExportStream.encoded(school.measures[measure].text(of: score) ?? "")
  }

  private func row(
    id: [UInt8],
    day: [UInt8],
    measure: [UInt8],
    score: [UInt8]?,
    to stream: ExportStream
  ) throws {
    if let prefix { stream.cell(encoded: prefix) }
    stream.cell(encoded: id)
    stream.cell(encoded: day)
    stream.cell(encoded: measure)
    if let score { stream.cell(encoded: score) }
    try stream.endRow()
  }
}

extension TrackingExport {
  /// What is wrong with an assessment of messy files.
  private enum Defect {
    case impossibleDate, britishDate, unknownScore, missingCell, duplicateRow, conflictingScore
    case strayText

    /// Each defect comes once in some 1,500 assessments, British dates in a run of twenty.
    init?(assessment: Int) {
      switch assessment % 1499 {
      case 120: self = .impossibleDate
      case 300..<320: self = .britishDate
      case 520: self = .unknownScore
      case 700: self = .missingCell
      case 910: self = .duplicateRow
      case 1110: self = .conflictingScore
      case 1310: self = .strayText
      default: return nil
      }
    }
  }

  private func write(
    _ defect: Defect,
    id: [UInt8],
    day: Day,
    measure: Int,
    score: Score,
    to stream: ExportStream
  ) throws {
    let date = days[firstDay.days(to: day)]
    let name = names[measure]
    let text = cell(of: score, measure: measure)
    switch defect {
    case .impossibleDate:
      let impossible = ExportStream.encoded("31/02/\(day.civil.year)")
      try row(id: id, day: impossible, measure: name, score: text, to: stream)
    case .britishDate:
      let british = ExportStream.encoded(british(day))
      try row(id: id, day: british, measure: name, score: text, to: stream)
    case .unknownScore:
      let unknown = ExportStream.encoded("see book")
      try row(id: id, day: date, measure: name, score: unknown, to: stream)
    case .missingCell:
      try row(id: id, day: date, measure: name, score: nil, to: stream)
    case .duplicateRow:
      try row(id: id, day: date, measure: name, score: text, to: stream)
      try row(id: id, day: date, measure: name, score: text, to: stream)
    case .conflictingScore:
      let range = school.measures[measure].range
      let value = score.number ?? range.lowerBound
      let other = value + (value + 2 <= range.upperBound ? 2 : -2)
      let conflicting = cell(of: .value(other), measure: measure)
      try row(id: id, day: date, measure: name, score: text, to: stream)
      try row(id: id, day: date, measure: name, score: conflicting, to: stream)
    case .strayText:
      let spaced = ExportStream.encoded(" " + school.measures[measure].name + " ")
      try row(id: id + [32], day: date, measure: spaced, score: text, to: stream)
    }
  }
}
