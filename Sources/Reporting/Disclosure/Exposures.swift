/// A protected number that can be worked out.
struct Exposure: Sendable {
  /// The counts that it is, or that it is the difference of.
  let counts: [Int]
  /// The smallest and the largest that it can be.
  let range: ClosedRange<Int>
  /// The shown figures that tell it.
  let figures: Set<Int>
}

/// What can be worked out of a ledger.
struct Exposures {
  private let ledger: CountLedger
  private var ranges: CountRanges

  /// Nothing yet.
  init(_ ledger: CountLedger) {
    self.ledger = ledger
    ranges = CountRanges(ledger)
  }

  /// Sets of unknown counts that have nothing to do with each other.
  ///
  /// - Parameter isShown: Whether a figure is shown.
  mutating func parts(isShown: [Bool]) -> [CountRanges.Part] {
    ranges.parts(isShown: isShown)
  }

  /// The protected numbers of a part that can be worked out: first those that single sums confine to
  /// few numbers; where there are none, those that several sums determine together.
  mutating func find(_ part: CountRanges.Part) -> [Exposure] {
    guard part.counts.contains(where: { ledger.counts[$0].isProtected }) else { return [] }
    ranges.find(part)
    // That nobody is where nobody is, rests on no figure.
    let found = (confined(part) + left(part)).filter { !$0.figures.isEmpty }
    return found.isEmpty && part.sums.count > 1 ? determined(part) : found
  }

  /// Protected counts that are confined to fewer whole numbers than the threshold.
  private func confined(_ part: CountRanges.Part) -> [Exposure] {
    part.counts.filter { ledger.counts[$0].isProtected && ranges.isConfined($0) }.map { count in
      Exposure(
        counts: [count], range: ranges.low[count]...max(ranges.low[count], ranges.high[count]),
        figures: ranges.grounds(of: [count]))
    }
  }

  /// Sums of unknown counts that are what a known total leaves, and small.
  private func left(_ part: CountRanges.Part) -> [Exposure] {
    part.sums.compactMap { index in
      let sum = ledger.sums[index]
      guard ranges.isTold(sum.total) else { return nil }
      let told = sum.parts.filter { ranges.isTold($0) }
      guard told.count < sum.parts.count else { return nil }
      let left = told.reduce(ranges.low[sum.total]) { $0 - ranges.low[$1] }
      guard ledger.isSmall(left) else { return nil }
      return Exposure(
        counts: [sum.total] + told, range: left...left,
        figures: ranges.grounds(of: told + [sum.total]))
    }
  }

  /// Protected counts that the sums determine together.
  private func determined(_ part: CountRanges.Part) -> [Exposure] {
    let isKnown = ranges.isKnown
    let solution = CountElimination(
      ledger, part, columns: ranges.positionInPart, isKnown: isKnown)
    let counts = solution.determined.filter { ledger.counts[$0].isProtected }
    return counts.map { count in
      let value = ledger.counts[count].value
      let figures = solution.grounds(of: count, isKnown: isKnown).compactMap {
        ledger.figure(thatTells: $0)
      }
      return Exposure(counts: [count], range: value...value, figures: Set(figures))
    }
  }
}
