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
  ///   - files: The data's inputs, for the findings.
  init(_ rows: consuming [ProvisionRow], numbers: ProvisionNumbers, files: [InputFile]) {
    self.files = files
    self.rows = rows
    var measures: [[Int]: [Int]] = [:]
    var hasUnknownSchool = false
    for index in self.rows.indices {
      numbers.apply(to: &self.rows[index], lists: &measures)
      if self.rows[index].pupil < 0 { hasUnknownSchool = true }
    }
    if hasUnknownSchool {
      for row in self.rows where row.pupil < 0 { addUnknownSchool(row) }
      self.rows.removeAll { $0.pupil < 0 }
    }
    setAsideOverlaps()
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
      if let earlier = clashing.min() {
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

  private mutating func addClash(_ row: ProvisionRow, with clash: ProvisionRow) {
    let place =
      clash.file == row.file ? "line \(clash.line)" : "\(files[clash.file].name):\(clash.line)"
    let isSame = clash.start == row.start && clash.end == row.end
    findings.append(
      files[row.file].finding(
        isSame ? .duplicateRow : .overlappingEpisodes, line: row.line,
        column: ProvisionColumn.startDate.rawValue, value: row.start.description,
        message: isSame
          ? "the pupil has the same intervention on the same dates on \(place), which is used"
          : "the pupil has the same intervention at overlapping dates on \(place), which is used"))
  }

  private mutating func addUnknownSchool(_ row: ProvisionRow) {
    findings.append(
      files[row.file].finding(.school, line: row.line, message: PupilRegistry.unknownSchool))
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
  /// Pupils; −1 where the school is unknown.
  var pupils: [Int32]
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
    row.teachingAssistants = MeasureRegistry.distinct(
      row.teachingAssistants.map { assistants[$0] })
    if row.measures.isEmpty { return }
    let list = lists[row.measures] ?? MeasureRegistry.distinct(row.measures.map { measures[$0] })
    lists[row.measures] = list
    row.measures = list
  }
}

extension ProvisionRow {
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
