import Diagnostics
import ProvisionModel

/// Makes the sorted table of scores of the columns of the tracking files.
struct AssessmentAssembler {
  /// What was found.
  private(set) var findings: [Finding] = []
  /// Rows without a score: empty ones and codes for "not assessed".
  private(set) var notAssessedRows = 0

  private var columns: TrackingBuilder
  private let measureOfCode: [Int]
  private let measures: [Measure]
  private let rules: [NumberRule]
  /// What the codes of each measure look like to `ScoreText`.
  private let codes: [[ScoreText.Reading]]
  private let files: [InputFile]
  private let isMostlyNumbers: [Bool]
  /// What a measure makes of each text, by the columns' codes of texts; nil until one was read.
  private var readingOfText: [ScoreReading?]

  /// - Parameters:
  ///   - columns: The rows of the tracking files.
  ///   - measureOfCode: The measure's number, by the columns' own code.
  ///   - tallies: What the scores of each measure look like.
  ///   - files: The data's inputs, for the findings.
  init(
    _ columns: consuming TrackingBuilder, measureOfCode: [Int], measures: [Measure],
    tallies: [MeasureTally], files: [InputFile]
  ) {
    isMostlyNumbers = zip(measures, tallies).map { measure, tally in
      measure.kind != .ordinal && measure.kind != .age && tally.numbers > tally.textCells
        && tally.suffixes.count <= 1
    }
    self.measureOfCode = measureOfCode
    self.measures = measures
    self.rules = measureOfCode.map { NumberRule(measures[$0]) }
    self.codes = measures.map { $0.codes.map(ScoreText.reading) }
    self.files = files
    self.readingOfText = Array(repeating: nil, count: columns.scoreTexts.count)
    self.columns = columns
  }

  /// The table of all rows that hold a score.
  ///
  /// - Parameters:
  ///   - pupilOfCode: The pupil's number, by the columns' own code; −1 where the school is unknown.
  ///   - pupilCount: How many pupils there are in all.
  /// - Complexity: O(*n* + *n* · log of the rows of one pupil); rows that are sorted within each
  ///   pupil already cost O(*n*).
  mutating func table(pupilOfCode: [Int32], pupilCount: Int) -> AssessmentTable {
    readScores(pupilOfCode: pupilOfCode)
    columns.releaseNames()
    var firstRow = [UInt32](repeating: 0, count: pupilCount + 1)
    var order = bucketsByPupil(&firstRow)
    columns.pupil = []
    sortBuckets(&order, firstRow)
    mergeSameDays(&order, &firstRow)
    // Each column is laid out anew and the old one let go before the next.
    let score = order.map { columns.value[Int($0)] }
    columns.value = []
    let day = order.map { columns.day[Int($0)] }
    columns.day = []
    let line = order.map { columns.line[Int($0)] }
    columns.line = []
    let measure = order.map { columns.measure[Int($0)] }
    columns.measure = []
    let censoring = order.map { columns.censoring[Int($0)] }
    let file = order.map { columns.file[Int($0)] }
    return AssessmentTable(
      firstRow: firstRow, measure: measure, day: day, score: score, censoring: censoring,
      line: line, file: file)
  }

  /// A row that is not to be in the table.
  private static let dropped = UInt32.max

  /// Turns cells into scores and the files' codes into the data's numbers.
  private mutating func readScores(pupilOfCode: [Int32]) {
    for row in columns.pupil.indices {
      let code = Int(columns.measure[row])
      let pupil = pupilOfCode[Int(columns.pupil[row])]
      let isNumber = rules[code].accepts(columns.shape[row], columns.value[row])
      if pupil < 0 { addUnknownPupil(row, isAmbiguous: pupil == PupilRegistry.ambiguous) }
      let hasScore = pupil >= 0 && (isNumber || readScore(row, measure: measureOfCode[code]))
      columns.measure[row] = UInt16(measureOfCode[code])
      columns.pupil[row] = hasScore ? UInt32(pupil) : Self.dropped
    }
  }

  /// Reads a score that is not a plain number of its measure; false when there is none.
  private mutating func readScore(_ row: Int, measure: Int) -> Bool {
    switch reading(row, measure: measure) {
    case .score(let value):
      columns.value[row] = value
      return true
    case .notAssessed:
      notAssessedRows += 1
      return false
    case .unreadable(let message):
      if let number = numberWithLetters(row, measure: measure) {
        columns.value[row] = number
        return true
      }
      addScoreFinding(.score, row, value: text(of: row), message: message)
      return false
    case .outOfRange(let message):
      addScoreFinding(.scoreRange, row, value: text(of: row), message: message)
      return false
    }
  }

  /// The score of a cell such as `104e` on a measure whose scores are mostly plain numbers.
  private mutating func numberWithLetters(_ row: Int, measure: Int) -> Double? {
    guard isMostlyNumbers[measure], columns.shape[row] == .text else { return nil }
    let text = text(of: row)
    guard let number = ScoreText.number(withLetters: text),
      measures[measure].limits.contains(number)
    else { return nil }
    addScoreFinding(
      .scoreLetters, row, value: text,
      message: "\"\(text)\" is read as \(PlainNumber.shortest(number))")
    return number
  }

  /// What a measure makes of a row; of a text that stands on many rows only once.
  private mutating func reading(_ row: Int, measure: Int) -> ScoreReading {
    let shape = columns.shape[row]
    if shape == .empty { return .notAssessed }
    guard shape == .text else {
      let text = code(row, of: measure) ?? text(of: row)
      return measures[measure].reading(shape: shape, value: columns.value[row], text: text)
    }
    let key = Int(columns.value[row])
    if let known = readingOfText[key] { return known }
    let text = text(of: row)
    let reading = measures[measure].reading(shape: shape, value: 0, text: text)
    readingOfText[key] = reading
    return reading
  }

  /// The code of a measure that a cell holds although it looks like a number or an age, such as the
  /// grade `5-4`; nil when it holds none.
  private func code(_ row: Int, of measure: Int) -> String? {
    let position = codes[measure].firstIndex {
      $0.shape == columns.shape[row] && $0.value == columns.value[row]
        && $0.censoring == columns.censoring[row]
    }
    return position.map { measures[measure].codes[$0] }
  }

  /// Counting sort: the rows of each pupil, in file order.
  private func bucketsByPupil(_ firstRow: inout [UInt32]) -> [UInt32] {
    for pupil in columns.pupil where pupil != Self.dropped { firstRow[Int(pupil) + 1] += 1 }
    for pupil in 1..<firstRow.count { firstRow[pupil] += firstRow[pupil - 1] }
    var next = firstRow
    var order = [UInt32](repeating: 0, count: Int(firstRow[firstRow.count - 1]))
    for (row, pupil) in columns.pupil.enumerated() where pupil != Self.dropped {
      order[Int(next[Int(pupil)])] = UInt32(row)
      next[Int(pupil)] += 1
    }
    return order
  }

  /// Sorts the rows of each pupil by measure and date; those of one measure and date stay in file
  /// order. One number holds all three, so that sorting compares numbers.
  private func sortBuckets(_ order: inout [UInt32], _ firstRow: [UInt32]) {
    var keys: [UInt64] = []
    var rows: [UInt32] = []
    for pupil in 0..<firstRow.count - 1 {
      let bucket = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      keys.removeAll(keepingCapacity: true)
      for position in bucket {
        let row = Int(order[position])
        // Day numbers of 1900–2199 take 18 bits with their sign, and a row number takes 32: what a
        // bucket's rows are numbered by fits into the 28 that are left.
        let day = UInt64(Int(columns.day[row]) + (1 << 19))
        keys.append(
          UInt64(columns.measure[row]) << 48 | day << 28 | UInt64(position - bucket.lowerBound))
      }
      let isSorted = keys.indices.dropFirst().allSatisfy { keys[$0 - 1] < keys[$0] }
      if isSorted { continue }
      keys.sort()
      rows.removeAll(keepingCapacity: true)
      rows.append(contentsOf: order[bucket])
      for (position, key) in zip(bucket, keys) {
        order[position] = rows[Int(key & 0xFFF_FFFF)]
      }
    }
  }

  /// Leaves one row of each pupil, measure and date: equal scores count once; of different ones
  /// the later in the files is used and the earlier is a finding (METHOD §3).
  private mutating func mergeSameDays(_ order: inout [UInt32], _ firstRow: inout [UInt32]) {
    var kept = 0
    for pupil in 0..<firstRow.count - 1 {
      let bucket = Int(firstRow[pupil])..<Int(firstRow[pupil + 1])
      firstRow[pupil] = UInt32(kept)
      let firstKept = kept
      for position in bucket {
        let row = Int(order[position])
        if kept > firstKept, isSameDay(Int(order[kept - 1]), row) {
          let earlier = Int(order[kept - 1])
          if isSameScore(earlier, row) { continue }
          addConflict(earlier, later: row)
          kept -= 1
        }
        order[kept] = UInt32(row)
        kept += 1
      }
    }
    firstRow[firstRow.count - 1] = UInt32(kept)
    order.removeLast(order.count - kept)
  }

  private func isSameDay(_ left: Int, _ right: Int) -> Bool {
    columns.measure[left] == columns.measure[right] && columns.day[left] == columns.day[right]
  }

  private func isSameScore(_ left: Int, _ right: Int) -> Bool {
    columns.value[left] == columns.value[right]
      && columns.censoring[left] == columns.censoring[right]
  }
}

extension AssessmentAssembler {
  private mutating func addConflict(_ earlier: Int, later: Int) {
    let name = measures[Int(columns.measure[earlier])].name
    let date = Day(number: columns.day[earlier])
    let place =
      columns.file[earlier] == columns.file[later]
      ? "line \(columns.line[later])"
      : "\(input(later).name):\(columns.line[later])"
    addScoreFinding(
      .conflictingScores, earlier,
      value: measures[Int(columns.measure[earlier])].text(of: columns.value[earlier]),
      message: "the pupil has another score on \"\(name)\" for \(date) on \(place), "
        + "which is used")
  }

  private mutating func addUnknownPupil(_ row: Int, isAmbiguous: Bool) {
    findings.append(
      input(row).finding(
        isAmbiguous ? .ambiguousPupil : .school, line: Int(columns.line[row]),
        column: isAmbiguous ? TrackingColumn.pupilID.rawValue : nil,
        value: isAmbiguous ? columns.pupils.id(of: columns.pupil[row]) : "",
        message: isAmbiguous ? PupilRegistry.severalPupils : PupilRegistry.unknownSchool))
  }

  private mutating func addScoreFinding(
    _ code: FindingCode, _ row: Int, value: String, message: String
  ) {
    var finding = input(row).finding(
      code, line: Int(columns.line[row]), column: TrackingColumn.score.rawValue, value: value,
      message: message)
    if let position = columns.scorePositions.position(ofRow: row) {
      finding.column = position + 1
      finding.heading = input(row).scoreColumns.first { $0.position == position + 1 }?.heading
    }
    findings.append(finding)
  }

  private func input(_ row: Int) -> InputFile {
    files[Int(columns.file[row])]
  }

  /// The text of a cell that was not read yet: numbers and ages are written anew.
  private func text(of row: Int) -> String {
    let value = columns.value[row]
    switch columns.shape[row] {
    case .empty: return ""
    case .text: return columns.scoreTexts.text(of: UInt32(value))
    case .age: return PlainNumber.age(months: value)
    case .whole: return PlainNumber.text(value, decimals: 0)
    case .oneDecimal: return PlainNumber.text(value, decimals: 1)
    case .twoDecimals: return PlainNumber.text(value, decimals: 2)
    case .manyDecimals: return "\(value)"
    }
  }
}

/// What makes a plain number a score of a measure, without looking at the measure's texts.
private struct NumberRule {
  private var acceptsNumbers = false
  private var acceptsAges = false
  private var lowest = -Double.infinity
  private var highest = Double.infinity

  init(_ measure: Measure) {
    acceptsNumbers = measure.kind == .points || measure.kind == .standardised
    acceptsAges = measure.kind == .age
    lowest = measure.limits.lowerBound
    highest = measure.limits.upperBound
  }

  func accepts(_ shape: ScoreShape, _ value: Double) -> Bool {
    let isKind =
      switch shape {
      case .empty, .text: false
      case .age: acceptsAges
      case .whole, .oneDecimal, .twoDecimals, .manyDecimals: acceptsNumbers
      }
    return isKind && value >= lowest && value <= highest
  }
}
