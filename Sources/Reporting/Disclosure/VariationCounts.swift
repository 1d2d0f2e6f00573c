import Analysis
import ProvisionModel

/// The counts of an intervention of KPI 5.6 that the table prints, or that can be worked out from them.
enum VariationCount: Int, CaseIterable, Sendable {
  /// The pupils of the term before.
  case before
  /// Those of the reported term.
  case now
  case joined
  case left
  case stayed
  /// The paired episodes of the term before, on the measure that its verdict is of.
  case pairedBefore
  /// Their pupils.
  case pupilsPairedBefore
  /// The pupils in the named groups of the term before.
  case groupsBefore
  /// Those of the reported term.
  case groupsNow

  /// The count of a row; nil where there is none.
  func value(_ row: Variation) -> Int? {
    switch self {
    case .before: row.pupilsBefore
    case .now: row.pupilsNow
    case .joined: row.joined
    case .left: row.left
    case .stayed: row.pupilsNow - row.joined
    case .pairedBefore: row.comparison.before?.progress.paired
    case .pupilsPairedBefore: row.comparison.before?.pupilsPaired
    case .groupsBefore: row.groupsBefore?.together
    case .groupsNow: row.groupsNow?.together
    }
  }

  /// How many pupils a count is of, where that is not the count itself.
  fileprivate func pupils(_ row: Variation) -> Int? {
    switch self {
    case .pairedBefore: row.comparison.before?.pupilsPaired
    case .groupsBefore: row.groupsBefore?.smallest
    case .groupsNow: row.groupsNow?.smallest
    default: nil
    }
  }
}

/// The counts of an intervention of KPI 5.6 in a ledger; all of its changes have the same.
struct VariationCounts {
  private let positions: [Int?]
  /// The figures that print them; nil: they rest on too few. A verdict is taken to tell how many it
  /// rests on.
  private(set) var figures: [VariationCount: Int] = [:]

  /// Enters an intervention.
  init(_ row: Variation, in ledger: inout CountLedger) {
    positions = VariationCount.allCases.map { kind in
      kind.value(row).map { ledger.count($0, pupils: kind.pupils(row)) }
    }
    guard let before = self[.before], let now = self[.now], let joined = self[.joined],
      let left = self[.left], let stayed = self[.stayed]
    else { return }
    ledger.add(now, is: [stayed, joined])
    ledger.add(before, is: [stayed, left])
    // That it is of enough pupils leaves few possible numbers of those who did not finish or lack a
    // test beside hardly more pupils in all.
    if Self.isOfEnough(row, ledger), let paired = self[.pupilsPairedBefore],
      row.pupilsBefore < 2 * ledger.minimum - 1, ledger.counts[paired].value <= row.pupilsBefore
    {
      ledger.rest(of: before, without: paired)
    }
    // A pupil may be in two groups.
    for (whole, part) in [(before, self[.groupsBefore]), (now, self[.groupsNow])] {
      if let part, ledger.counts[part].value <= ledger.counts[whole].value {
        ledger.rest(of: whole, without: part)
      }
    }
  }

  /// The position of a count; nil where there is none.
  subscript(kind: VariationCount) -> Int? { positions[kind.rawValue] }

  /// Enters what the table may print, as far as its own counts go.
  mutating func addFigures(_ row: Variation, in ledger: inout CountLedger) {
    // The mean size of groups tells the pupils in all of them to those who can count the groups.
    let ranks: [(VariationCount, Int)] = [
      (.before, DisclosureRank.variation), (.now, DisclosureRank.variation + 1),
      (.joined, DisclosureRank.movers), (.left, DisclosureRank.movers),
      (.groupsBefore, DisclosureRank.movers), (.groupsNow, DisclosureRank.movers),
    ]
    for (kind, rank) in ranks {
      if let count = self[kind] { figures[kind] = ledger.figure([count], rank: rank) }
    }
    if Self.isOfEnough(row, ledger), let paired = self[.pairedBefore],
      let pupils = self[.pupilsPairedBefore]
    {
      figures[.pairedBefore] = ledger.figure([paired, pupils], rank: DisclosureRank.verdictBefore)
    }
  }

  /// Whether the verdict of the term before may be shown: an effect on fewer pupils than the rules ask for
  /// is not, whatever else may be.
  private static func isOfEnough(_ row: Variation, _ ledger: CountLedger) -> Bool {
    guard let earlier = row.comparison.before else { return false }
    return earlier.evidence.verdict != .tooFew && !ledger.isSmall(earlier.evidence.fewestPupils)
  }
}
