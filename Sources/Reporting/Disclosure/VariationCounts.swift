import Analysis
import ProvisionModel

/// The counts of an intervention of KPI 5.6 in a ledger.
struct VariationCounts {
  /// The pupils of the term before.
  let before: Int
  /// Those of the reported term.
  let now: Int
  /// The paired episodes of the term before, on the measure that its verdict is of; nil where nothing
  /// ended in it.
  let pairedBefore: Int?
  /// The figures that print them, and those who joined and left; nil: they rest on too few. A verdict
  /// is taken to tell how many it rests on.
  let figures:
    (
      before: Int?, now: Int?, joined: Int?, left: Int?, groupsBefore: Int?, groupsNow: Int?,
      verdictBefore: Int?
    )

  /// Enters an intervention; all of its changes have the same counts.
  init(_ row: Variation, in ledger: inout CountLedger) {
    before = ledger.count(row.pupilsBefore)
    now = ledger.count(row.pupilsNow)
    let (joined, left) = (ledger.count(row.joined), ledger.count(row.left))
    let stayed = ledger.count(row.pupilsNow - row.joined)
    ledger.add(now, is: [stayed, joined])
    ledger.add(before, is: [stayed, left])
    let earlier = row.comparison.before
    let paired = earlier.map { ledger.count($0.progress.paired, pupils: $0.pupilsPaired) }
    pairedBefore = paired
    // An effect on fewer pupils than the rules ask for is not shown, whatever else may be.
    let fewest = earlier?.evidence.fewestPupils ?? 0
    let isOfEnough =
      earlier != nil && earlier?.evidence.verdict != .tooFew && !ledger.isSmall(fewest)
    let pupilsPaired = earlier.map { ledger.count($0.pupilsPaired) }
    // That it is of enough pupils leaves few possible numbers of those who did not finish or lack a
    // test beside hardly more pupils in all.
    if isOfEnough, let pupilsPaired, row.pupilsBefore < 2 * ledger.minimum - 1,
      ledger.counts[pupilsPaired].value <= row.pupilsBefore
    {
      ledger.rest(of: before, without: pupilsPaired)
    }
    figures = (
      ledger.figure([before], rank: DisclosureRank.variation),
      ledger.figure([now], rank: DisclosureRank.variation + 1),
      ledger.figure([joined], rank: DisclosureRank.movers),
      ledger.figure([left], rank: DisclosureRank.movers),
      Self.groups(row.groupsBefore, of: before, in: &ledger),
      Self.groups(row.groupsNow, of: now, in: &ledger),
      isOfEnough
        ? ledger.figure(
          [paired, pupilsPaired].compactMap(\.self), rank: DisclosureRank.verdictBefore)
        : nil
    )
  }

  /// The mean size of groups, which tells the pupils in all of them to those who can count the groups.
  private static func groups(
    _ groups: GroupPupils?, of pupils: Int, in ledger: inout CountLedger
  ) -> Int? {
    guard let groups else { return nil }
    let count = ledger.count(groups.together, pupils: groups.smallest)
    // A pupil may be in two groups.
    if groups.together <= ledger.counts[pupils].value { ledger.rest(of: pupils, without: count) }
    return ledger.figure([count], rank: DisclosureRank.movers)
  }
}
