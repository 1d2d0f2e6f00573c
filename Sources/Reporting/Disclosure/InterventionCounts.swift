import Analysis

/// The counts of a row of KPI 5.5 that the tables print, or that can be worked out from them.
enum InterventionCount: Int, CaseIterable {
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
  case growth
  case growthPupils
  case matched
  case matchedPupils
  case up
  case same
  case down
  case inProgress
  case pupilsInProgress

  /// Whether the counts of several interventions add up to that of all of them: a pupil may be in two.
  var addsUpOverInterventions: Bool {
    switch self {
    case .pupils, .pupilsPaired, .growthPupils, .matchedPupils: false
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
    case .growth: row.evidence.growthEpisodes
    case .growthPupils: row.evidence.growthPupils
    case .matched: row.evidence.matchedEpisodes
    case .matchedPupils: row.evidence.matchedPupils
    case .up: progress.steps?.up ?? 0
    case .same: progress.steps?.same ?? 0
    case .down: progress.steps?.down ?? 0
    case .inProgress: row.inProgress
    case .pupilsInProgress: row.pupilsInProgress
    }
  }
}

/// The counts of a row of KPI 5.5 in a ledger.
struct InterventionCounts {
  /// Their positions, by kind.
  private var positions: [Int]
  /// The row's figures, by what they rest on.
  private(set) var figures: [(footing: Footing, figure: Int)] = []
  /// The figure without which the row says nothing; nil where it rests on too few pupils.
  private(set) var base: Int?

  /// Enters a row, and how its counts hang together.
  ///
  /// - Parameter size: The paired episodes of the same row over all periods.
  init(_ row: InterventionProgress, size: Int, in ledger: inout CountLedger) {
    let isTelling = row.measure != nil && ledger.isTelling(paired: row.progress.paired)
    positions = InterventionCount.allCases.map { kind in
      let value = kind.value(row)
      return switch kind {
      case .unpaired: ledger.count(value, isProtected: isTelling, isKnownNobody: false)
      case .ended: ledger.count(value, pupils: row.pupils)
      case .paired: ledger.count(value, pupils: row.pupilsPaired)
      case .growth: ledger.count(value, pupils: row.evidence.growthPupils)
      case .matched: ledger.count(value, pupils: row.evidence.matchedPupils)
      case .inProgress: ledger.count(value, pupils: row.pupilsInProgress)
      default: ledger.count(value)
      }
    }
    addSums(row, isTelling, &ledger)
    addFigures(row, size, isTelling, &ledger)
  }

  /// The position of a count.
  subscript(kind: InterventionCount) -> Int { positions[kind.rawValue] }

  private func addSums(
    _ row: InterventionProgress, _ isTelling: Bool, _ ledger: inout CountLedger
  ) {
    let own = self
    ledger.rest(of: own[.ended], without: own[.pupils])
    ledger.rest(of: own[.inProgress], without: own[.pupilsInProgress])
    guard row.measure != nil else { return }
    ledger.add(own[.ended], is: [own[.paired], own[.unpaired]])
    ledger.rest(
      of: own[.pupils], without: own[.pupilsPaired], isProtected: isTelling, isKnownNobody: false)
    ledger.rest(
      of: own[.unpaired], without: own[.censored], isProtected: isTelling, isKnownNobody: false)
    let parts: [(InterventionCount, InterventionCount)] = [
      (.paired, .pupilsPaired),
      (.paired, .expected), (.paired, .withTarget), (.paired, .growth), (.paired, .matched),
      (.growth, .matched), (.growth, .growthPupils), (.matched, .matchedPupils),
      (.pupilsPaired, .growthPupils), (.growthPupils, .matchedPupils),
    ]
    for (total, part) in parts { ledger.rest(of: own[total], without: own[part]) }
    ledger.add(own[.expected], is: [own[.onTrack], own[.notOnTrack]])
    ledger.add(own[.withTarget], is: [own[.metTarget], own[.missedTarget]])
    if row.progress.steps != nil {
      ledger.add(own[.paired], is: [own[.up], own[.same], own[.down]])
    }
  }

  private mutating func addFigures(
    _ row: InterventionProgress, _ size: Int, _ isTelling: Bool, _ ledger: inout CountLedger
  ) {
    let own = self
    let rowNumber = ledger.row()
    func enter(_ footing: Footing, _ counts: [InterventionCount], _ rank: Int) {
      let figure = ledger.figure(counts.map { own[$0] }, rank: rank, row: rowNumber)
      if let figure { figures.append((footing, figure)) }
    }
    let isUniversal = row.measure == nil
    let isAbout: InterventionCount =
      isUniversal ? .pupils : row.progress.paired > 0 ? .paired : .ended
    let rank = DisclosureRank(row, size: isUniversal ? row.pupils : size)
    base = ledger.figure([own[isAbout]], rank: rank, row: rowNumber, carriesRow: true)
    // What is under way has nothing to do with what has ended.
    let underWay = isUniversal ? [own[.inProgress], own[.pupilsInProgress]] : [own[.inProgress]]
    if row.together.isEmpty,
      let figure = ledger.figure(underWay, rank: DisclosureRank.inProgress)
    {
      figures.append((.inProgress, figure))
    }
    if base != nil, isUniversal { enter(.ended, [.ended], DisclosureRank.ended) }
    guard base != nil, row.measure != nil else { return }
    if !isTelling {
      enter(.ended, [.ended], DisclosureRank.ended)
      enter(.pupils, [.pupils], DisclosureRank.pupils)
    }
    enter(.censored, [.censored], DisclosureRank.censored)
    enter(.matchedCount, [.matched, .matchedPupils], DisclosureRank.contrasts)
    enter(.growthCount, [.growth, .growthPupils], DisclosureRank.contrasts)
    let (onTrack, target) = (row.progress.onTrack, row.progress.metTarget)
    if !onTrack.tellsOfAll {
      enter(.onTrack, [.expected, .onTrack, .notOnTrack], DisclosureRank.shares)
    }
    if !target.tellsOfAll {
      enter(.target, [.withTarget, .metTarget, .missedTarget], DisclosureRank.shares)
    }
    if row.progress.steps.map({ !$0.tellsOfAll }) ?? true {
      enter(.directions, [.up, .same, .down], DisclosureRank.shares)
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
