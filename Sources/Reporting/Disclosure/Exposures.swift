/// A protected number that can be worked out.
struct Exposure: Sendable {
  /// The count that it is, or the total that it is what is left of and the parts that are told.
  let counts: [Int]
  /// The smallest and the largest that it can be.
  let range: ClosedRange<Int>
  /// The shown figures that tell it.
  let figures: Set<Int>
}

/// What can be worked out of a ledger.
///
/// The less is shown, the less can be: what is safe once stays so.
struct Exposures {
  /// Parts with more counts are not solved together, as that would take minutes; their bounds are known.
  static let mostCounts = 60_000

  private let ledger: CountLedger
  private var ranges: CountRanges

  /// What can be worked out while all figures are shown.
  init(_ ledger: CountLedger) {
    self.ledger = ledger
    ranges = CountRanges(ledger)
  }

  /// Takes figures away.
  mutating func hide(_ figures: [Int]) {
    ranges.forget(figures.flatMap { ledger.figures[$0].counts })
  }

  /// A protected count that is confined to fewer whole numbers than the threshold; nil where it is not.
  func exposure(ofCount count: Int) -> Exposure? {
    guard ledger.counts[count].isProtected, ranges.isConfined(count) else { return nil }
    return exposure(
      [count], ranges.low[count]...max(ranges.low[count], ranges.high[count]),
      ranges.grounds(of: [count]))
  }

  /// What the known total and parts of a sum leave to the others, where that is a small number.
  func exposure(ofSum index: Int) -> Exposure? {
    let sum = ledger.sums[index]
    guard ranges.isTold(sum.total) else { return nil }
    let told = sum.parts.filter { ranges.isTold($0) }
    guard told.count < sum.parts.count else { return nil }
    let left = told.reduce(ranges.low[sum.total]) { $0 - ranges.low[$1] }
    guard ledger.isSmall(left) else { return nil }
    let counts = [sum.total] + told
    return exposure(counts, left...left, ranges.grounds(of: counts))
  }

  /// That nobody is where nobody is, rests on no figure.
  private func exposure(
    _ counts: [Int], _ range: ClosedRange<Int>, _ figures: Set<Int>
  ) -> Exposure? {
    figures.isEmpty ? nil : Exposure(counts: counts, range: range, figures: figures)
  }

  /// Protected counts that several sums determine together, though no single one does.
  ///
  /// - Parameter touched: Only parts with one of these counts are looked at; nil: all are.
  func determinedTogether(touched: [Int]? = nil) -> [Exposure] {
    let (parts, positions) = ranges.parts(touched: touched)
    return parts.flatMap { part -> [Exposure] in
      guard part.sums.count > 1, part.counts.count <= Self.mostCounts,
        part.counts.contains(where: { ledger.counts[$0].isProtected })
      else { return [] }
      return determined(part, positions)
    }
  }

  private func determined(
    _ part: CountRanges.Part, _ positions: CountRanges.Positions
  ) -> [Exposure] {
    let solution = CountElimination(ranges, part, positions)
    let counts = solution.determined.filter { ledger.counts[$0].isProtected }
    return counts.compactMap { count in
      let value = ledger.counts[count].value
      let figures = solution.grounds(of: count).compactMap {
        ledger.figure(thatTells: $0)
      }
      return exposure([count], value...value, Set(figures))
    }
  }
}
