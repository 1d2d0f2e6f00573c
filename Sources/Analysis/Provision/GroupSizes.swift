package import ProvisionModel

/// How many pupils share the TA group of a row while the row lasts.
package struct GroupSizes: Sendable {
  private let data: SchoolData
  /// The rows of each group; put together when the first size is asked for, as most maps need none.
  private lazy var members = Self.members(data)
  private var sizes: [Span: Int] = [:]

  private struct Span: Hashable {
    var group: TAGroup
    var start: Day
    var end: Day?
  }

  /// The groups of a school's rows.
  package init(data: SchoolData) {
    self.data = data
  }

  private static func members(_ data: SchoolData) -> [TAGroup: [Int]] {
    var members: [TAGroup: [Int]] = [:]
    for row in data.provision.indices {
      guard let group = data.group(ofRow: row) else { continue }
      members[group, default: []].append(row)
    }
    return members
  }

  /// The number of pupils of the row's group whose rows share a day with it; nil for a row that
  /// names no group.
  package mutating func size(ofGroupOf index: Int) -> Int? {
    guard let group = data.group(ofRow: index) else { return nil }
    let row = data.provision[index]
    let span = Span(group: group, start: row.start, end: row.end)
    if let size = sizes[span] { return size }
    let together = (members[group] ?? []).filter { data.provision[$0].sharesDay(with: row) }
    let size = Set(together.map { data.provision[$0].pupil }).count
    sizes[span] = size
    return size
  }
}

/// A group of one intervention in one school, as the provision map names it.
package struct TAGroup: Hashable, Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// The group's name.
  package var name: String
}

extension SchoolData {
  /// The group of a row of the provision map; nil when it names none.
  package func group(ofRow row: Int) -> TAGroup? {
    guard !provision[row].group.isEmpty else { return nil }
    return TAGroup(
      school: pupils[provision[row].pupil].school, intervention: provision[row].intervention,
      name: provision[row].group)
  }
}

extension ProvisionRow {
  /// Whether both rows go on on one day at least.
  fileprivate func sharesDay(with other: ProvisionRow) -> Bool {
    (other.end.map { start <= $0 } ?? true) && (end.map { other.start <= $0 } ?? true)
  }
}
