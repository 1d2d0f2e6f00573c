/// Leaves out further figures until no protected count can be worked out from those that stay.
struct ComplementarySuppression: Sendable {
  /// Whether each figure of the ledger is shown.
  private(set) var isShown: [Bool]

  /// Decides what of a ledger is shown.
  init(_ ledger: CountLedger) {
    isShown = Array(repeating: true, count: ledger.figures.count)
    var exposures = Exposures(ledger)
    for count in ledger.counts.indices {
      while let exposure = exposures.exposure(ofCount: count) {
        exposures.hide(leaveOut(exposure, ledger))
      }
    }
    for sum in ledger.sums.indices {
      while let exposure = exposures.exposure(ofSum: sum) {
        exposures.hide(leaveOut(exposure, ledger))
      }
    }
    var found = exposures.determinedTogether()
    while !found.isEmpty {
      var left: [Int] = []
      for exposure in found where exposure.figures.allSatisfy({ isShown[$0] }) {
        left += leaveOut(exposure, ledger)
      }
      exposures.hide(left)
      found = exposures.determinedTogether(
        touched: left.flatMap { ledger.figures[$0].counts })
    }
  }

  /// Leaves out one of the figures that tell something, and what its row carries.
  ///
  /// - Returns: The figures that are no longer shown.
  private mutating func leaveOut(_ exposure: Exposure, _ ledger: CountLedger) -> [Int] {
    let least = exposure.figures.min { left, right in
      let (one, other) = (ledger.figures[left].rank, ledger.figures[right].rank)
      return one != other ? one < other : left < right
    }
    guard let least else { return [] }
    var figures = [least]
    if ledger.figures[least].carriesRow, let row = ledger.figures[least].row {
      figures += ledger.rows[row].filter { $0 != least }
    }
    figures = figures.filter { isShown[$0] }
    for figure in figures { isShown[figure] = false }
    return figures
  }
}
