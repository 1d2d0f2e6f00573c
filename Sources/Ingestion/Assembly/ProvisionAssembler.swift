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
  ///   - builder: The rows of the provision maps.
  ///   - numbers: The numbers of the whole data, by the builder's own.
  ///   - files: The data's inputs, for the findings.
  init(_ builder: ProvisionBuilder, numbers: ProvisionNumbers, files: [InputFile]) {
    self.files = files
    var all = builder.rows
    for index in all.indices {
      all[index].pupil = Int(numbers.pupils[all[index].pupil])
      all[index].intervention = numbers.interventions[all[index].intervention]
      all[index].measures = all[index].measures.map { numbers.measures[$0] }
      all[index].subject = all[index].subject.flatMap { numbers.subjects[$0] }
    }
    for row in all where row.pupil < 0 { addUnknownSchool(row) }
    setAsideOverlaps(all.filter { $0.pupil >= 0 })
  }

  private mutating func setAsideOverlaps(_ all: [ProvisionRow]) {
    let order = all.indices.sorted { left, right in
      let (one, other) = (all[left], all[right])
      return (one.pupil, one.intervention, left) < (other.pupil, other.intervention, right)
    }
    var isSetAside = [Bool](repeating: false, count: all.count)
    var first = 0
    for (position, index) in order.enumerated() {
      let row = all[index]
      let firstRow = all[order[first]]
      if firstRow.pupil != row.pupil || firstRow.intervention != row.intervention {
        first = position
      }
      let earlier = order[first..<position].lazy.filter { !isSetAside[$0] }.map { all[$0] }
      if let clash = earlier.first(where: { $0.clashes(with: row) }) {
        isSetAside[index] = true
        addClash(row, with: clash)
      }
    }
    rows = all.indices.filter { !isSetAside[$0] }.map { all[$0] }
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

/// The numbers of the whole data, by those of the provision maps.
struct ProvisionNumbers {
  /// Pupils; −1 where the school is unknown.
  var pupils: [Int32]
  /// Interventions.
  var interventions: [Int]
  /// Measures.
  var measures: [Int]
  /// Subjects; nil for those that no tracking row names.
  var subjects: [Int?]
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
