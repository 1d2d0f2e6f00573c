/// Leaves out further figures until no protected count can be worked out from those that stay.
struct ComplementarySuppression: Sendable {
  /// Whether each figure of the ledger is shown.
  private(set) var isShown: [Bool]

  /// Decides what of a ledger is shown.
  init(_ ledger: CountLedger) {
    isShown = Array(repeating: true, count: ledger.figures.count)
    var exposures = Exposures(ledger)
    var parts = exposures.parts(isShown: isShown)
    while !parts.isEmpty {
      let before = isShown
      for part in parts { leaveOut(exposures.find(part), ledger) }
      guard isShown != before else { return }
      // Only where more is unknown now can more have to be left out.
      var isNew = [Bool](repeating: false, count: ledger.counts.count)
      for (figure, entry) in ledger.figures.enumerated() where isShown[figure] != before[figure] {
        for count in entry.counts { isNew[count] = true }
      }
      parts = exposures.parts(isShown: isShown).filter { part in
        part.counts.contains { isNew[$0] }
      }
    }
  }

  /// Leaves out one figure for each exposure that still stands.
  private mutating func leaveOut(_ exposures: [Exposure], _ ledger: CountLedger) {
    for exposure in exposures {
      guard exposure.figures.allSatisfy({ isShown[$0] }) else { continue }
      let least = exposure.figures.min { left, right in
        let (one, other) = (ledger.figures[left].rank, ledger.figures[right].rank)
        return one != other ? one < other : left < right
      }
      if let least { hide(least, ledger) }
    }
  }

  private mutating func hide(_ figure: Int, _ ledger: CountLedger) {
    isShown[figure] = false
    guard ledger.figures[figure].carriesRow, let row = ledger.figures[figure].row else { return }
    for other in ledger.rows[row] { isShown[other] = false }
  }
}
