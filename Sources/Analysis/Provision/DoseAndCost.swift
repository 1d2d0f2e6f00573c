package import ProvisionModel

/// What a row of the provision map gave a pupil, and what it cost (METHOD §9).
package struct Dose: Sendable, Equatable {
  /// Sessions planned; nil where unknown or 0.
  @Compact package var planned: Double?
  /// Sessions attended.
  @Compact package var attended: Double?
  /// attended × minutes ÷ 60 [hours].
  @Compact package var hours: Double?
  /// From start to end [weeks of 7 days]; nil while it goes on.
  @Compact package var weeks: Double?
  /// The cost for the pupil [£].
  @Compact package var cost: Double?

  /// Nothing known.
  init() {
    _planned = Compact(wrappedValue: nil)
    _attended = Compact(wrappedValue: nil)
    _hours = Compact(wrappedValue: nil)
    _weeks = Compact(wrappedValue: nil)
    _cost = Compact(wrappedValue: nil)
  }

  /// attended ÷ planned.
  package var attendance: Double? {
    guard let planned, let attended else { return nil }
    return attended / planned
  }
}

/// Dose and cost of the rows of a provision map.
package struct DoseAndCost: Sendable {
  private let data: SchoolData
  private let groups: GroupSizes

  /// Dose and cost of a school's rows.
  package init(data: SchoolData) {
    self.data = data
    self.groups = GroupSizes(data: data)
  }

  /// The dose and the cost of every row, in file order.
  package func doses() -> [Dose] {
    var sizes = groups
    return data.provision.indices.map { dose($0, &sizes) }
  }

  private func dose(_ index: Int, _ sizes: inout GroupSizes) -> Dose {
    var dose = Dose()
    let row = data.provision[index]
    dose.planned = row.sessionsPlanned.flatMap { $0 > 0 ? $0 : nil }
    dose.attended = row.sessionsAttended
    if let attended = dose.attended, let minutes = row.minutesPerSession {
      dose.hours = attended * minutes / 60
    }
    dose.weeks = row.end.map { Double(row.start.days(to: $0)) / 7 }
    dose.cost = row.cost
    if dose.cost == nil, let hours = dose.hours, let rate = totalRate(index),
      let size = sizes.size(ofGroupOf: index)
    {
      dose.cost = hours * rate / Double(size)
    }
    return dose
  }

  /// What an hour of all TAs of a row costs [£]: the row's rate for each of them, else the sum of
  /// their own; nil where one of them is unknown.
  private func totalRate(_ index: Int) -> Double? {
    let assistants = data.provision[index].teachingAssistants
    guard !assistants.isEmpty else { return nil }
    if let rate = data.provision[index].hourlyRate { return rate * Double(assistants.count) }
    var sum = 0.0
    for assistant in assistants {
      guard let rate = data.teachingAssistants[assistant].hourlyRate else { return nil }
      sum += rate
    }
    return sum
  }
}
