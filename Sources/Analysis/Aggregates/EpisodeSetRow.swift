import ProvisionModel
import Threading

/// What a row of KPI 5.5 is about, but for its intervention or subgroup.
struct RowLabel: Sendable {
  var period: Period
  /// The school, or all of them together.
  var scope: Scope
  var measure: Int
}

/// Episodes of a measure that a row is to be made of.
struct EpisodeSet: Sendable {
  /// The episodes, in file order.
  var positions: [Int]
  /// What the row is about.
  var label: RowLabel
  /// The days of the period.
  var days: ClosedRange<Day>
}

extension EpisodeFigures {
  /// The rows of some sets, in their order, as many at the same time as there are jobs; nil where no
  /// episode of a set has ended in its period or is under way.
  func rows(_ sets: [EpisodeSet], jobs: Int) -> [InterventionProgress?] {
    Concurrently.map(count: sets.count, jobs: jobs, with: { EvidenceSums(self) }) { number, sums in
      row(sets[number].positions, label: sets[number].label, days: sets[number].days, &sums)
    }
  }

  /// The row of a set of episodes of a measure; nil where none of them has ended in the period or is
  /// under way.
  ///
  /// - Parameters:
  ///   - positions: In file order.
  ///   - days: The days of the period.
  func row(
    _ positions: [Int], label: RowLabel, days: ClosedRange<Day>, _ sums: inout EvidenceSums
  ) -> InterventionProgress? {
    let underWay = positions.filter { episodes[$0].status == .inProgress }
    let ended = positions.filter { episodes[$0].status.hasEnded(episodes[$0].end, in: days) }
    guard !ended.isEmpty || !underWay.isEmpty else { return nil }
    let paired = ended.filter { links[$0].isPaired }
    return InterventionProgress(
      period: label.period, scope: label.scope, measure: label.measure, ended: ended,
      pupils: sums.pupils(ended), started: ended.count, inProgress: underWay.count,
      pupilsInProgress: sums.pupils(underWay),
      censored: ended.count { links[$0].isCensored }, pupilsPaired: sums.pupils(paired),
      progress: WithinIntervention(
        paired.map { links[$0] }, measure: data.measures[label.measure],
        ratioBands: data.settings.thresholds.ratioBands),
      evidence: sums.evidence(ended, measure: label.measure),
      dose: dose(ended), figurePupils: figurePupils(ended))
  }
}

extension Evaluation {
  /// The row of some rows of one period, scope and measure taken together, which have too few pupils
  /// each; nil where nothing of them has ended. It is of no family of tests, so it has no q.
  package func together(_ rows: [InterventionProgress]) -> InterventionProgress? {
    guard let first = rows.first, let measure = first.measure else { return nil }
    let data = figures.data
    var sums = EvidenceSums(figures)
    var row = figures.row(
      rows.flatMap(\.ended).sorted(),
      label: RowLabel(period: first.period, scope: first.scope, measure: measure),
      days: first.period.days(term: term, calendar: data.settings.terms), &sums)
    row?.together = ScalarOrder.sorted(rows.compactMap(\.intervention)) {
      [data.interventions[$0].name]
    }
    return row
  }
}

extension EpisodeStatus {
  /// Whether an episode or row of this status has ended on one of some days.
  func hasEnded(_ end: Day?, in days: ClosedRange<Day>) -> Bool {
    guard self == .ended, let end else { return false }
    return days.contains(end)
  }
}

/// The rows over which q is computed.
private struct Family: Hashable {
  var period: Period
  var scope: Scope
}

extension [InterventionProgress] {
  /// The same rows with their q: by Benjamini and Hochberg over the rows of each period and scope.
  func withQValues() -> [InterventionProgress] {
    var families: [Family: [Int]] = [:]
    for index in indices where self[index].evidence.pValue != nil {
      let family = Family(period: self[index].period, scope: self[index].scope)
      families[family, default: []].append(index)
    }
    var rows = self
    for members in families.values {
      let q = FalseDiscovery.adjusted(members.map { self[$0].evidence.pValue ?? 1 })
      for (index, value) in zip(members, q) { rows[index].evidence.qValue = value }
    }
    return rows
  }
}
