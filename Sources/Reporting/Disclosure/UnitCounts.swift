import Analysis

/// The counts of a row of KPI 9.5 that the table prints, or that can be worked out from them.
enum UnitCount: Int, CaseIterable, Sendable {
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

  /// How many pupils the episodes of a row are, where that is known.
  fileprivate func pupils(_ row: UnitProgress) -> Int? {
    switch self {
    case .ended: row.pupils
    case .paired: row.pupilsPaired
    case .used: row.pupilsUsed
    default: nil
    }
  }

  /// Counts of which one holds the other.
  fileprivate static let parts: [(whole: UnitCount, part: UnitCount)] = [
    (.ended, .pupils), (.ended, .shared), (.paired, .used), (.paired, .expected),
  ]
}

/// The counts of a row of KPI 9.5 in a ledger.
struct UnitCounts {
  private let positions: [Int]
  /// The row's figures, by the decision that governs them.
  private(set) var figures: [(footing: Footing, figure: Int)] = []

  /// Enters a row, and how its counts hang together.
  init(_ row: UnitProgress, in ledger: inout CountLedger) {
    let isTelling = ledger.isTelling(paired: row.paired)
    let positions = UnitCount.allCases.map { kind in
      ledger.count(
        kind.value(row), pupils: kind.pupils(row), isProtected: kind == .unpaired && isTelling)
    }
    self.positions = positions
    func own(_ kind: UnitCount) -> Int { positions[kind.rawValue] }
    ledger.add(own(.ended), is: [own(.paired), own(.unpaired)])
    for (whole, part) in UnitCount.parts { ledger.rest(of: own(whole), without: own(part)) }
    ledger.rest(of: own(.ended), without: own(.used), isProtected: isTelling)
    ledger.add(own(.expected), is: [own(.onTrack), own(.notOnTrack)])
  }

  /// Enters what the table may print of the row, as far as its own counts go.
  mutating func addFigures(_ row: UnitProgress, in ledger: inout CountLedger) {
    let own = self
    var entered: [(footing: Footing, figure: Int)] = []
    func enter(
      _ footing: Footing, _ counts: [UnitCount], _ rank: Int, in ledger: inout CountLedger
    ) {
      if let figure = ledger.figure(counts.map { own[$0] }, rank: rank) {
        entered.append((footing, figure))
      }
    }
    let kind =
      switch row.kind {
      case .roleLevel: 0
      case .group: 1
      case .teachingAssistant: 2
      }
    if !ledger.isTelling(paired: row.paired) {
      enter(.ended, [.ended], DisclosureRank.units + kind, in: &ledger)
      enter(.pupils, [.pupils], DisclosureRank.units + kind, in: &ledger)
    }
    enter(.paired, [.paired], DisclosureRank.units + 3 + kind, in: &ledger)
    enter(.used, [.used], DisclosureRank.units + 6 + kind, in: &ledger)
    enter(.shared, [.shared], DisclosureRank.shared, in: &ledger)
    if !row.onTrack.tellsOfAll {
      enter(.onTrack, [.expected, .onTrack, .notOnTrack], DisclosureRank.shares, in: &ledger)
    }
    figures = entered
  }

  /// The position of a count.
  subscript(kind: UnitCount) -> Int { positions[kind.rawValue] }
}
