import Analysis

/// The counts of a row of KPI 5.5 that the tables print, or that can be worked out from them.
enum InterventionCount: Int, CaseIterable, Sendable {
  case ended
  case pupils
  case unpaired
  case paired
  case pupilsPaired
  case censored
  case expected
  case onTrack
  case notOnTrack
  case withTarget
  case metTarget
  case missedTarget
  case contrasts
  case contrastPupils
  case up
  case same
  case down
  case inProgress
  case pupilsInProgress

  /// Whether the counts of several interventions add up to that of all of them: a pupil may be in two.
  var addsUpOverInterventions: Bool {
    switch self {
    case .pupils, .pupilsPaired, .contrastPupils: false
    // The row of small ones together is about what has ended.
    case .inProgress, .pupilsInProgress: false
    default: true
    }
  }

  /// The count of a row.
  func value(_ row: InterventionProgress) -> Int {
    let progress = row.progress
    return switch self {
    case .ended: row.started
    case .pupils: row.pupils
    case .unpaired: row.measure == nil ? 0 : row.started - progress.paired
    case .paired: progress.paired
    case .pupilsPaired: row.pupilsPaired
    case .censored: row.censored
    case .expected: progress.onTrack.total
    case .onTrack: progress.onTrack.count
    case .notOnTrack: progress.onTrack.total - progress.onTrack.count
    case .withTarget: progress.metTarget.total
    case .metTarget: progress.metTarget.count
    case .missedTarget: progress.metTarget.total - progress.metTarget.count
    case .contrasts: row.evidence.contrasts
    case .contrastPupils: row.evidence.contrastPupils
    case .up: progress.steps?.up ?? 0
    case .same: progress.steps?.same ?? 0
    case .down: progress.steps?.down ?? 0
    case .inProgress: row.inProgress
    case .pupilsInProgress: row.pupilsInProgress
    }
  }

  /// The count of the distinct pupils of these episodes; nil: it counts pupils itself, or its pupils are
  /// counted nowhere.
  fileprivate var ofPupils: InterventionCount? {
    switch self {
    case .ended: .pupils
    case .paired: .pupilsPaired
    case .contrasts: .contrastPupils
    case .inProgress: .pupilsInProgress
    default: nil
    }
  }

  /// Counts of which one holds the other, also of universal provision.
  fileprivate static let partsOfAll: [(whole: InterventionCount, part: InterventionCount)] = [
    (.ended, .pupils), (.inProgress, .pupilsInProgress),
  ]

  /// The same of targeted provision.
  fileprivate static let parts: [(whole: InterventionCount, part: InterventionCount)] = [
    (.paired, .pupilsPaired), (.paired, .expected), (.paired, .withTarget), (.paired, .contrasts),
    (.contrasts, .contrastPupils), (.pupilsPaired, .contrastPupils),
  ]

  /// The same, where the rest are those who lack a test.
  fileprivate static let partsBesideUnpaired:
    [(whole: InterventionCount, part: InterventionCount)] = [
      (.pupils, .pupilsPaired), (.unpaired, .censored),
    ]

  /// Counts that others add up to.
  fileprivate static let sums: [(total: InterventionCount, parts: [InterventionCount])] = [
    (.expected, [.onTrack, .notOnTrack]), (.withTarget, [.metTarget, .missedTarget]),
  ]
}

/// The counts of a row of KPI 5.5 in a ledger.
struct InterventionCounts {
  /// Their positions, by kind.
  private let positions: [Int]
  /// The row's figures, by the decision that governs them.
  private(set) var figures: [(footing: Footing, figure: Int)] = []
  /// The figure without which the row says nothing; nil where it rests on too few pupils.
  private(set) var base: Int?

  /// Enters a row, and how its counts hang together.
  init(_ row: InterventionProgress, in ledger: inout CountLedger) {
    let isTelling = row.measure != nil && ledger.isTelling(paired: row.progress.paired)
    let positions = InterventionCount.allCases.map { kind in
      kind == .unpaired
        ? ledger.count(kind.value(row), isProtected: isTelling, isKnownNobody: false)
        : ledger.count(kind.value(row), pupils: kind.ofPupils?.value(row))
    }
    self.positions = positions
    func own(_ kind: InterventionCount) -> Int { positions[kind.rawValue] }
    for (whole, part) in InterventionCount.partsOfAll {
      ledger.rest(of: own(whole), without: own(part))
    }
    guard row.measure != nil else { return }
    ledger.add(own(.ended), is: [own(.paired), own(.unpaired)])
    for (whole, part) in InterventionCount.partsBesideUnpaired {
      ledger.rest(of: own(whole), without: own(part), isProtected: isTelling, isKnownNobody: false)
    }
    for (whole, part) in InterventionCount.parts {
      ledger.rest(of: own(whole), without: own(part))
    }
    for (total, parts) in InterventionCount.sums { ledger.add(own(total), is: parts.map(own)) }
    if row.progress.steps != nil {
      ledger.add(own(.paired), is: [own(.up), own(.same), own(.down)])
    }
  }

  /// The position of a count.
  subscript(kind: InterventionCount) -> Int { positions[kind.rawValue] }

  /// Enters what the table may print of the row, as far as its own counts go.
  ///
  /// - Parameter size: The paired episodes of the same row over all periods.
  mutating func addFigures(_ row: InterventionProgress, size: Int, in ledger: inout CountLedger) {
    let own = self
    let rowNumber = ledger.row()
    var entered: [(footing: Footing, figure: Int)] = []
    func enter(
      _ footing: Footing, _ counts: [InterventionCount], _ rank: Int, row: Int? = rowNumber,
      in ledger: inout CountLedger
    ) {
      let figure = ledger.figure(counts.map { own[$0] }, rank: rank, row: row)
      if let figure { entered.append((footing, figure)) }
    }
    let isUniversal = row.measure == nil
    let isTelling = !isUniversal && ledger.isTelling(paired: row.progress.paired)
    let isAbout: InterventionCount =
      isUniversal ? .pupils : row.progress.paired > 0 ? .paired : .ended
    let rank = DisclosureRank(row, size: isUniversal ? row.pupils : size)
    base = ledger.figure([own[isAbout]], rank: rank, row: rowNumber, carriesRow: true)
    defer { figures = entered }
    // What is under way has nothing to do with what has ended.
    if row.together.isEmpty {
      enter(
        .inProgress, isUniversal ? [.inProgress, .pupilsInProgress] : [.inProgress],
        DisclosureRank.inProgress, row: nil, in: &ledger)
    }
    guard base != nil else { return }
    // Where no episode has both scores the row is about all that ended: it is shown with their number or not.
    if !isTelling, isAbout != .ended { enter(.ended, [.ended], DisclosureRank.ended, in: &ledger) }
    guard !isUniversal else { return }
    if !isTelling { enter(.pupils, [.pupils], DisclosureRank.pupils, in: &ledger) }
    enter(.censored, [.censored], DisclosureRank.censored, in: &ledger)
    enter(.contrastCount, [.contrasts, .contrastPupils], DisclosureRank.contrasts, in: &ledger)
    if !row.progress.onTrack.tellsOfAll {
      enter(.onTrack, [.expected, .onTrack, .notOnTrack], DisclosureRank.shares, in: &ledger)
    }
    if !row.progress.metTarget.tellsOfAll {
      enter(.target, [.withTarget, .metTarget, .missedTarget], DisclosureRank.shares, in: &ledger)
    }
    if row.progress.steps.map({ !$0.tellsOfAll }) ?? true {
      enter(.directions, [.up, .same, .down], DisclosureRank.shares, in: &ledger)
    }
  }
}

extension Share {
  /// Whether it is 0% or 100%, which tells what became of everybody.
  var tellsOfAll: Bool {
    total > 0 && (count == 0 || count == total)
  }
}

extension WithinIntervention.Steps {
  /// Whether all went the same way.
  var tellsOfAll: Bool {
    [up, same, down].count { $0 > 0 } == 1
  }
}
