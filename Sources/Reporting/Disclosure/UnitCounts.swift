import Analysis

/// The counts of a row of KPI 9.5 that the table prints, or that can be worked out from them.
enum UnitCount: Int, CaseIterable {
  case ended
  case pupils
  case unpaired
  case paired
  case used
  case shared
  case expected
  case onTrack
  case notOnTrack

  /// The count of a row.
  func value(_ row: UnitProgress) -> Int {
    switch self {
    case .ended: row.episodes
    case .pupils: row.pupils
    case .unpaired: row.episodes - row.paired
    case .paired: row.paired
    case .used: row.used
    case .shared: row.shared
    case .expected: row.onTrack.total
    case .onTrack: row.onTrack.count
    case .notOnTrack: row.onTrack.total - row.onTrack.count
    }
  }
}

/// The counts of a row of KPI 9.5 in a ledger.
struct UnitCounts {
  private var positions: [Int]
  /// The row's figures, by what they rest on.
  private(set) var figures: [(footing: Footing, figure: Int)] = []

  /// Enters a row, and how its counts hang together.
  ///
  /// - Parameter isShown: Whether the row says anything; else none of its counts is printed.
  init(_ row: UnitProgress, isShown: Bool, in ledger: inout CountLedger) {
    let isTelling = ledger.isTelling(paired: row.paired)
    positions = UnitCount.allCases.map { kind in
      let value = kind.value(row)
      return switch kind {
      case .unpaired: ledger.count(value, isProtected: isTelling)
      case .ended: ledger.count(value, pupils: row.pupils)
      case .paired: ledger.count(value, pupils: row.pupilsPaired)
      case .used: ledger.count(value, pupils: row.pupilsUsed)
      default: ledger.count(value)
      }
    }
    let own = self
    ledger.add(own[.ended], is: [own[.paired], own[.unpaired]])
    ledger.rest(of: own[.ended], without: own[.pupils])
    ledger.rest(of: own[.ended], without: own[.shared])
    ledger.rest(of: own[.paired], without: own[.used])
    ledger.rest(of: own[.ended], without: own[.used], isProtected: isTelling)
    ledger.rest(of: own[.paired], without: own[.expected])
    ledger.add(own[.expected], is: [own[.onTrack], own[.notOnTrack]])
    guard isShown else { return }
    func enter(_ footing: Footing, _ counts: [UnitCount], _ rank: Int) {
      if let figure = ledger.figure(counts.map { own[$0] }, rank: rank) {
        figures.append((footing, figure))
      }
    }
    let kind =
      switch row.kind {
      case .roleLevel: 0
      case .group: 1
      case .teachingAssistant: 2
      }
    if !isTelling {
      enter(.ended, [.ended], DisclosureRank.units + kind)
      enter(.pupils, [.pupils], DisclosureRank.units + kind)
    }
    enter(.paired, [.paired], DisclosureRank.units + 3 + kind)
    enter(.used, [.used], DisclosureRank.units + 6 + kind)
    enter(.shared, [.shared], DisclosureRank.shared)
    if !row.onTrack.tellsOfAll {
      enter(.onTrack, [.expected, .onTrack, .notOnTrack], DisclosureRank.shares)
    }
  }

  /// The position of a count.
  subscript(kind: UnitCount) -> Int { positions[kind.rawValue] }
}
