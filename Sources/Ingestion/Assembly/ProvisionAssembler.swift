import Diagnostics
import ProvisionModel

/// Turns the provision maps' own numbers into those of the whole data, and sets aside rows that
/// say of a pupil twice what can be true once.
struct ProvisionAssembler {
  /// The rows that can be used, in file order.
  private(set) var rows: [ProvisionRow] = []
  /// What was found.
  private(set) var findings: [Finding] = []

  private let files: [InputFile]

  /// - Parameters:
  ///   - rows: The rows of the provision maps, with their own numbers.
  ///   - numbers: The numbers of the whole data, by the rows' own.
  ///   - universalWaves: The waves of universal provision, in any spelling.
  ///   - files: The data's inputs, for the findings.
  init(
    _ rows: consuming [ProvisionRow], numbers: ProvisionNumbers, universalWaves: [String],
    files: [InputFile]
  ) {
    self.files = files
    self.rows = consume rows
    var measures: [[Int]: [Int]] = [:]
    var hasUnknownPupil = false
    for index in self.rows.indices {
      let key = UInt32(self.rows[index].pupil)
      numbers.apply(to: &self.rows[index], lists: &measures)
      if self.rows[index].pupil < 0 {
        hasUnknownPupil = true
        addUnknownPupil(self.rows[index], id: numbers.keys.id(of: key))
      }
    }
    if hasUnknownPupil {
      self.rows.removeAll { $0.pupil < 0 }
    }
    setAsideOverlaps()
    settleWords()
    markUniversalWaves(universalWaves)
  }

  /// The rows, which the assembler then no longer holds.
  mutating func takeRows() -> [ProvisionRow] {
    var taken: [ProvisionRow] = []
    swap(&taken, &rows)
    return taken
  }

  /// Puts areas of need and waves into one spelling each.
  private mutating func settleWords() {
    var areas = Spellings(key: SpellingKey.key)
    var waves = Spellings(key: WaveText.key)
    for row in rows {
      areas.add(row.areaOfNeed, file: row.file, line: row.line)
      waves.add(row.wave, file: row.file, line: row.line)
    }
    findings += areas.findings(
      of: "area of need", column: ProvisionColumn.areaOfNeed.rawValue, files: files)
    findings += waves.findings(of: "wave", column: ProvisionColumn.wave.rawValue, files: files)
    if areas.hasVariants {
      for index in rows.indices { rows[index].areaOfNeed = areas.reported(rows[index].areaOfNeed) }
    }
    if waves.hasVariants {
      for index in rows.indices { rows[index].wave = waves.reported(rows[index].wave) }
    }
  }

  private mutating func markUniversalWaves(_ universalWaves: [String]) {
    let universal = Set(universalWaves.map(WaveText.key))
    var known: [String: Bool] = [:]
    for index in rows.indices where !rows[index].wave.isEmpty {
      let wave = rows[index].wave
      let isUniversal = known[wave] ?? universal.contains(WaveText.key(wave))
      known[wave] = isUniversal
      if isUniversal { rows[index].isUniversalWave = true }
    }
  }

  private mutating func setAsideOverlaps() {
    let order = rowsByPupilAndIntervention()
    var isSetAside = [Bool](repeating: false, count: rows.count)
    var kept = KeptSpells()
    var last: Int?
    for index in order {
      let isOther = last.map {
        rows[$0].pupil != rows[index].pupil || rows[$0].intervention != rows[index].intervention
      }
      if isOther ?? true { kept = KeptSpells() }
      last = index
      let clashing = kept.near(rows[index]).filter { rows[$0].clashes(with: rows[index]) }
      if let open = clashing.min(), clashing.count == 1, rows[open].isClosed(by: rows[index]) {
        isSetAside[open] = true
        addClosed(rows[open], by: rows[index])
        kept.replace(open, by: index, rows[index])
      } else if let earlier = clashing.min() {
        isSetAside[index] = true
        addClash(rows[index], with: rows[earlier])
      } else {
        kept.add(index, rows[index])
      }
    }
    guard isSetAside.contains(true) else { return }
    var index = -1
    rows.removeAll { _ in
      index += 1
      return isSetAside[index]
    }
  }

  /// The positions of the rows, those of one pupil and intervention together and in file order.
  private func rowsByPupilAndIntervention() -> [Int] {
    struct Key {
      var pupilAndIntervention: Int
      var position: Int
    }
    var keys = rows.indices.map { position in
      Key(
        pupilAndIntervention: rows[position].pupil << 32 | rows[position].intervention,
        position: position)
    }
    keys.sort {
      ($0.pupilAndIntervention, $0.position) < ($1.pupilAndIntervention, $1.position)
    }
    return keys.map(\.position)
  }

  /// Notes that a later file ends what an earlier one left open.
  private mutating func addClosed(_ row: ProvisionRow, by later: ProvisionRow) {
    findings.append(
      files[row.file].finding(
        .duplicateRow, severity: .note, line: row.line,
        column: ProvisionColumn.endDate.rawValue,
        message: "\(files[later.file].name):\(later.line) gives the same row an end, and is used",
        hint: "nothing to do, if that file is the newer one"))
  }

  private mutating func addClash(_ row: ProvisionRow, with clash: ProvisionRow) {
    let place =
      clash.file == row.file ? "line \(clash.line)" : "\(files[clash.file].name):\(clash.line)"
    let isSame = clash.start == row.start && clash.end == row.end
    findings.appendRepeated(
      files[row.file].finding(
        isSame ? .duplicateRow : .overlappingEpisodes, line: row.line,
        column: ProvisionColumn.startDate.rawValue, value: row.start.description,
        message: isSame
          ? "the pupil has the same intervention on the same dates on \(place), which is used"
          : "the pupil has the same intervention at overlapping dates on \(place), which is used"))
  }

  private mutating func addUnknownPupil(_ row: ProvisionRow, id: String) {
    let isAmbiguous = row.pupil == Int(PupilRegistry.ambiguous)
    findings.append(
      files[row.file].finding(
        isAmbiguous ? .ambiguousPupil : .school, line: row.line,
        column: isAmbiguous ? ProvisionColumn.pupilID.rawValue : nil,
        value: isAmbiguous ? id : "",
        message: isAmbiguous ? PupilRegistry.severalPupils : PupilRegistry.unknownSchool))
  }
}

/// The rows of one pupil in one intervention that are kept so far, by their starts.
private struct KeptSpells {
  private var starts: [Int32] = []
  private var positions: [Int] = []
  private var longest: Int32 = 0

  /// Adds a row.
  mutating func add(_ position: Int, _ row: ProvisionRow) {
    let place = firstIndex(notBefore: row.start.number + 1)
    starts.insert(row.start.number, at: place)
    positions.insert(position, at: place)
    longest = max(longest, Self.end(row) - row.start.number)
  }

  /// Puts a row of the same start in another's place.
  mutating func replace(_ position: Int, by other: Int, _ row: ProvisionRow) {
    guard let place = positions.firstIndex(of: position) else { return }
    positions[place] = other
    longest = max(longest, Self.end(row) - row.start.number)
  }

  /// The rows that may share days with a row.
  func near(_ row: ProvisionRow) -> ArraySlice<Int> {
    let first = firstIndex(notBefore: row.start.number - longest)
    return positions[first..<max(first, firstIndex(notBefore: Self.end(row) + 1))]
  }

  private func firstIndex(notBefore start: Int32) -> Int {
    var (lower, upper) = (0, starts.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if starts[middle] < start { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// The day number of the end; a row without one runs on past all dates.
  private static func end(_ row: ProvisionRow) -> Int32 {
    row.end?.number ?? 1_000_000
  }
}

/// The numbers of the whole data, by those of the provision maps.
struct ProvisionNumbers {
  /// Pupils; negative for those whom nobody can tell.
  var pupils: [Int32]
  /// What the provision maps call the pupils.
  var keys: PupilKeys
  /// Interventions.
  var interventions: [Int]
  /// Measures.
  var measures: [Int]
  /// TAs.
  var assistants: [Int]
  /// Subjects; nil for those that no tracking row names.
  var subjects: [Int?]

  /// Gives a row the numbers of the whole data.
  ///
  /// - Parameter lists: The lists of measures so far, so that equal ones are kept once.
  func apply(to row: inout ProvisionRow, lists: inout [[Int]: [Int]]) {
    row.pupil = Int(pupils[row.pupil])
    row.intervention = interventions[row.intervention]
    row.subject = row.subject.flatMap { subjects[$0] }
    let isOther = row.teachingAssistants.contains { assistants[$0] != $0 }
    if isOther {
      row.teachingAssistants = MeasureRegistry.distinct(
        row.teachingAssistants.map { assistants[$0] })
    }
    if row.measures.isEmpty { return }
    let list = lists[row.measures] ?? MeasureRegistry.distinct(row.measures.map { measures[$0] })
    lists[row.measures] = list
    row.measures = list
  }
}

extension ProvisionRow {
  /// Whether a row of a later file is the same with an end.
  fileprivate func isClosed(by later: ProvisionRow) -> Bool {
    file < later.file && start == later.start && end == nil && later.end != nil
  }

  /// Whether both rows cannot be true: they share days, or are the same, and are not about
  /// different measures. A row may begin on the day on which another ends.
  fileprivate func clashes(with other: ProvisionRow) -> Bool {
    let areOfDifferentMeasures =
      !measures.isEmpty && !other.measures.isEmpty
      && Set(measures).isDisjoint(with: other.measures)
    if areOfDifferentMeasures { return false }
    if start == other.start && end == other.end { return true }
    return other.end.map { start < $0 } ?? true && end.map { other.start < $0 } ?? true
  }
}
