import Diagnostics
import ProvisionModel

/// Turns the cells of the tracking files' rows into scores of pupils on measures.
struct CellReading: Sendable {
  /// The data's inputs, for the findings.
  let files: [InputFile]
  /// The measures, by number.
  let measures: [Measure]

  private let names: TrackingNames
  private let pupilOfCode: [Int32]
  private let measureOfCode: [Int]
  private let rules: [NumberRule]
  /// What the codes of each measure look like to `ScoreText`.
  private let codes: [[ScoreText.Reading]]
  private let isMostlyNumbers: [Bool]

  /// - Parameters:
  ///   - names: What the numbers of the files' rows stand for.
  ///   - pupilOfCode: The pupil's number, by the files' own; negative where nobody can tell it.
  ///   - measureOfCode: The measure's number, by the files' own.
  ///   - tallies: What the scores of each measure look like.
  init(
    names: TrackingNames, pupilOfCode: [Int32], measureOfCode: [Int], measures: [Measure],
    tallies: [MeasureTally], files: [InputFile]
  ) {
    isMostlyNumbers = zip(measures, tallies).map { measure, tally in
      measure.kind != .ordinal && measure.kind != .age && tally.numbers > tally.textCells
        && tally.suffixes.count <= 1
    }
    self.names = names
    self.pupilOfCode = pupilOfCode
    self.measureOfCode = measureOfCode
    self.measures = measures
    self.files = files
    rules = measures.map { NumberRule($0) }
    codes = measures.map { $0.codes.map(ScoreText.reading) }
  }

  /// What was found in some stretches.
  struct Found: Sendable {
    var findings: [Finding] = []
    /// Rows without a score: empty ones and codes for "not assessed".
    var notAssessedRows = 0
    /// What a measure makes of each text, by the texts' numbers.
    fileprivate var readingOfText: [UInt32: ScoreReading] = [:]

    /// Puts what was found in the next stretches behind the rest.
    mutating func append(_ next: Found) {
      findings += next.findings
      notAssessedRows += next.notAssessedRows
    }
  }

  /// Resolves the rows of a stretch: their numbers become those of the data, their dates days and
  /// their cells scores. Rows without a score are set aside.
  func resolve(
    _ stretch: consuming TrackingStretch, _ found: inout Found
  ) -> ResolvedStretch {
    let ownMeasures = stretch.numbers.measures.all.map {
      $0 == TrackingNames.tooMany ? 0 : UInt16(measureOfCode[$0.position])
    }
    let numbers = stretch.numbers.pupils
    let pupils = stretch.rows.pupils.map { pupilOfCode[numbers[$0].position] }
    let plain = ownMeasures.map { (measure: $0, rule: rules[Int($0)]) }
    let (days, termDays) = (stretch.days, stretch.termDays)
    var remaining: [(row: Int, pupil: Int32)] = []
    // Nearly all rows are of known pupils, with a plain number for a score.
    stretch.rows.rows.withUnsafeMutableBufferPointer { rows in
      pupils.forEach(rows: rows.count) { range, pupil in
        for row in range {
          // SAFETY: the ranges of the runs end with the last of the rows.
          let cells = rows[row]
          let own = plain[cells.measure.position]
          let day = DateCode.day(cells.date, days, termDays)
          if pupil >= 0, day != DateCode.unread, own.rule.accepts(cells.score) {
            ResolvedRow.settle(&rows[row], day: day, measure: own.measure)
          } else {
            remaining.append((row, pupil))
          }
        }
      }
    }
    for (row, pupil) in remaining {
      resolve(&stretch, row, pupil, ownMeasures, &found)
    }
    // The rows of pupils whom nobody can tell are set aside: any number will do.
    return ResolvedStretch(stretch, pupils: pupils.map { UInt32(max(0, $0)) })
  }

  /// Resolves a row that needs a closer look.
  private func resolve(
    _ stretch: inout TrackingStretch, _ row: Int, _ pupil: Int32, _ ownMeasures: [UInt16],
    _ found: inout Found
  ) {
    let cells = stretch.rows[row]
    let measure = ownMeasures[cells.measure.position]
    let day = stretch.day(of: cells)
    // Unless it turns out to hold a score.
    stretch.rows[row].date = DateCode.unread
    if day == DateCode.unread { return }
    if pupil < 0 {
      return addUnknownPupil(
        stretch, row, isAmbiguous: pupil == PupilRegistry.ambiguous, &found)
    }
    var resolved = cells
    ResolvedRow.settle(&resolved, day: day, measure: measure)
    if !rules[Int(measure)].accepts(cells.score) {
      guard let score = score(stretch, row, measure: Int(measure), &found) else { return }
      // A number that is kept apart already stays where it is.
      if !cells.score.isApart || cells.score.value(stretch.rows.others) != score {
        resolved.score = ScoreCell(
          PackedScore(
            score, censoring: cells.score.censoring, others: &stretch.rows.others))
      }
    }
    stretch.rows[row] = resolved
  }

  /// Reads a score that is not a plain number of its measure; nil when there is none.
  private func score(
    _ stretch: TrackingStretch, _ row: Int, measure: Int, _ found: inout Found
  ) -> Double? {
    switch reading(stretch, row, measure: measure, &found) {
    case .score(let value):
      return value
    case .notAssessed:
      found.notAssessedRows += 1
      return nil
    case .unreadable(let message):
      if let number = numberWithLetters(stretch, row, measure: measure, &found) { return number }
      add(.score, stretch, row, value: text(stretch, row), message: message, &found)
      return nil
    case .outOfRange(let message):
      add(.scoreRange, stretch, row, value: text(stretch, row), message: message, &found)
      return nil
    }
  }

  /// The score of a cell such as `104e` on a measure whose scores are mostly plain numbers.
  private func numberWithLetters(
    _ stretch: TrackingStretch, _ row: Int, measure: Int, _ found: inout Found
  ) -> Double? {
    guard isMostlyNumbers[measure], stretch.rows[row].score.shape == .text else { return nil }
    let text = text(stretch, row)
    guard let number = ScoreText.number(withLetters: text),
      measures[measure].limits.contains(number)
    else { return nil }
    add(
      .scoreLetters, stretch, row, value: text,
      message: "\"\(text)\" is read as \(PlainNumber.shortest(number))", &found)
    return number
  }

  /// What a measure makes of a row; of a text that stands on many rows only once.
  private func reading(
    _ stretch: TrackingStretch, _ row: Int, measure: Int, _ found: inout Found
  ) -> ScoreReading {
    let cell = stretch.rows[row].score
    let shape = cell.shape
    if shape == .empty { return .notAssessed }
    guard shape == .text else {
      let value = cell.value(stretch.rows.others)
      let text = code(cell, value, of: measure) ?? text(stretch, row)
      return measures[measure].reading(shape: shape, value: value, text: text)
    }
    let number = stretch.numbers.scoreTexts[Int(cell.digits)]
    if let known = found.readingOfText[number] { return known }
    let reading = measures[measure].reading(shape: shape, value: 0, text: text(stretch, row))
    found.readingOfText[number] = reading
    return reading
  }

  /// The code of a measure that a cell holds although it looks like a number or an age, such as the
  /// grade `5-4`; nil when it holds none.
  private func code(_ cell: ScoreCell, _ value: Double, of measure: Int) -> String? {
    let position = codes[measure].firstIndex {
      $0.shape == cell.shape && $0.value == value && $0.censoring == cell.censoring
    }
    return position.map { measures[measure].codes[$0] }
  }

  /// The text of a cell: numbers and ages are written anew.
  private func text(_ stretch: TrackingStretch, _ row: Int) -> String {
    let cell = stretch.rows[row].score
    let value = cell.value(stretch.rows.others)
    switch cell.shape {
    case .empty: return ""
    case .text: return names.scoreTexts.text(of: stretch.numbers.scoreTexts[Int(value)])
    case .age: return PlainNumber.age(months: value)
    case .whole: return PlainNumber.text(value, decimals: 0)
    case .oneDecimal: return PlainNumber.text(value, decimals: 1)
    case .twoDecimals: return PlainNumber.text(value, decimals: 2)
    case .manyDecimals: return "\(value)"
    }
  }
}

extension CellReading {
  private func addUnknownPupil(
    _ stretch: TrackingStretch, _ row: Int, isAmbiguous: Bool, _ found: inout Found
  ) {
    let pupil = stretch.numbers.pupils[stretch.rows.pupil(ofRow: row)]
    found.findings.append(
      files[Int(stretch.file)].finding(
        isAmbiguous ? .ambiguousPupil : .school, line: stretch.line(ofRow: row),
        column: isAmbiguous ? TrackingColumn.pupilID.rawValue : nil,
        value: isAmbiguous ? names.pupils.id(of: pupil.raw) : "",
        message: isAmbiguous ? PupilRegistry.severalPupils : PupilRegistry.unknownSchool))
  }

  private func add(
    _ code: FindingCode, _ stretch: TrackingStretch, _ row: Int, value: String, message: String,
    _ found: inout Found
  ) {
    let positions = stretch.rows.positions
    found.findings.append(
      files[Int(stretch.file)].scoreFinding(
        code, line: stretch.line(ofRow: row), position: positions.isEmpty ? nil : positions[row],
        value: value, message: message))
  }
}

extension InputFile {
  /// A finding about a score.
  ///
  /// - Parameter position: The score's column, from 0, where the file has several scores in a row.
  func scoreFinding(
    _ code: FindingCode, line: Int, position: UInt16?, value: String, message: String
  ) -> Finding {
    var finding = finding(
      code, line: line, column: TrackingColumn.score.rawValue, value: value, message: message)
    if let position {
      finding.column = Int(position) + 1
      finding.heading = scoreColumns.first { $0.position == Int(position) + 1 }?.heading
    }
    return finding
  }
}
