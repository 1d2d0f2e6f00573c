/// What the known counts allow the others to be: for each count the smallest and the largest number
/// that fits all sums, as far as passing bounds from sum to sum finds out.
///
/// In the end it matters only which counts are confined to fewer numbers than the threshold. A sum of
/// many parts that confines none is not asked again (`SumBounds`): a figure left out of one school would
/// else pass new bounds that say nothing, by way of the row of all schools, on to each of them.
struct CountRanges: Sendable {
  /// A number that nobody can bound.
  static let unbounded = Int.max / 4
  /// A sum of no more parts is always asked again, as that costs little.
  static let fewParts = 20

  /// The counts, and how they add up.
  let ledger: CountLedger
  /// The sums that each count stands in, in their order.
  let sumsOfCount: PackedLists
  /// The parts of each sum, and its total.
  let countsOfSum: PackedLists
  /// The smallest number that each count can be.
  private(set) var low: [Int]
  /// The largest.
  private(set) var high: [Int]
  /// Whether each count is known for itself.
  private(set) var isKnown: [Bool]
  /// The sum that each smallest number, if it is not 0, follows from.
  private var lowReason: [Int?]
  /// The sum that each largest number follows from.
  private var highReason: [Int?]
  private var bounds: [SumBounds]
  private let fewParts: Int
  private var isWaiting: [Bool]
  private var isAffected: [Bool]

  /// The ranges while all figures of a ledger are shown.
  ///
  /// - Parameter fewParts: A sum of no more parts is always asked again.
  init(_ ledger: CountLedger, fewParts: Int = Self.fewParts) {
    self.ledger = ledger
    self.fewParts = fewParts
    let sums = ledger.sums
    sumsOfCount = PackedLists(count: ledger.counts.count) { enter in
      for (index, sum) in sums.enumerated() { sum.forEach { enter(index, $0) } }
    }
    countsOfSum = PackedLists(count: sums.count) { enter in
      for (index, sum) in sums.enumerated() { sum.forEach { enter($0, index) } }
    }
    isKnown = ledger.counts.map { $0.figure != nil || $0.isKnownNobody }
    low = zip(ledger.counts, isKnown).map { $1 ? $0.value : 0 }
    high = zip(ledger.counts, isKnown).map { $1 ? $0.value : Self.unbounded }
    lowReason = Array(repeating: nil, count: ledger.counts.count)
    highReason = lowReason
    bounds = Array(repeating: SumBounds(), count: ledger.sums.count)
    isWaiting = Array(repeating: false, count: ledger.sums.count)
    isAffected = Array(repeating: false, count: ledger.counts.count)
    for (index, sum) in ledger.sums.enumerated() {
      for part in sum.parts { bounds[index].add(low: low[part], high: high[part]) }
    }
    settle(Array(ledger.sums.indices))
  }

  /// Takes back what is known of some counts, as their figure is no longer shown, and what followed
  /// from it.
  mutating func forget(_ counts: [Int]) {
    var affected = counts.filter { isKnown[$0] && !ledger.counts[$0].isKnownNobody }
    for count in affected { isKnown[count] = false }
    for count in affected { isAffected[count] = true }
    var next = 0
    while next < affected.count {
      for place in sumsOfCount.places(of: affected[next]) {
        let sum = sumsOfCount[place]
        guard bounds[sum].reasons > 0 else { continue }
        for place in countsOfSum.places(of: sum) {
          let count = countsOfSum[place]
          guard !isKnown[count], lowReason[count] == sum || highReason[count] == sum,
            !isAffected[count]
          else { continue }
          isAffected[count] = true
          affected.append(count)
        }
      }
      next += 1
    }
    for count in affected {
      isAffected[count] = false
      setRange(count, 0, Self.unbounded)
      moveReason(from: lowReason[count], to: nil)
      moveReason(from: highReason[count], to: nil)
      lowReason[count] = nil
      highReason[count] = nil
    }
    settle(affected.flatMap { count in sumsOfCount.places(of: count).map { sumsOfCount[$0] } })
  }

  /// Passes bounds on from some sums until nothing changes.
  private mutating func settle(_ sums: [Int]) {
    var waiting: [Int] = []
    for sum in sums where !isWaiting[sum] {
      isWaiting[sum] = true
      waiting.append(sum)
    }
    var changed: [Int] = []
    var next = 0
    // Bounds settle after a few rounds; a limit keeps odd rings of sums from counting up for long.
    let most = 10_000 + 100 * waiting.count
    while next < waiting.count, next < most {
      let sum = waiting[next]
      next += 1
      isWaiting[sum] = false
      changed.removeAll(keepingCapacity: true)
      tighten(sum, &changed)
      for count in changed {
        for place in sumsOfCount.places(of: count) {
          let other = sumsOfCount[place]
          guard !isWaiting[other] else { continue }
          isWaiting[other] = true
          waiting.append(other)
        }
      }
    }
    for sum in waiting[next...] { isWaiting[sum] = false }
    guard next == waiting.count else { return }
    for sum in waiting where ledger.sums[sum].parts.count > fewParts {
      let total = ledger.sums[sum].total
      bounds[sum].settle(totalLow: low[total], totalHigh: high[total], minimum: ledger.minimum)
    }
  }

  /// Passes the bounds of a sum's counts on to each other.
  ///
  /// - Parameter changed: Gets the counts that it says more of than was known.
  private mutating func tighten(_ index: Int, _ changed: inout [Int]) {
    let (sum, own) = (ledger.sums[index], bounds[index])
    let (totalLow, totalHigh) = (low[sum.total], high[sum.total])
    // Of hundreds of parts each could be most of what is left, which says nothing and changes with
    // every one of them.
    let isHighTold =
      own.tellsByLeast && totalHigh < Self.unbounded
      && (sum.parts.count <= 200 || totalHigh - own.least < 20 * ledger.minimum)
    let isLowTold = own.tellsByMost && own.open <= 1
    if isHighTold || isLowTold {
      for part in sum.parts {
        let (partLow, partHigh) = (low[part], high[part])
        if isHighTold {
          lower(part, to: totalHigh - (own.least - partLow), because: index, &changed)
        }
        if isLowTold, let others = own.mostOfOthers(thanOneOf: partHigh) {
          raise(part, to: totalLow - others, because: index, &changed)
        }
      }
    }
    if own.tellsByLeast { raise(sum.total, to: own.least, because: index, &changed) }
    if own.tellsByMost, own.open == 0 {
      lower(sum.total, to: own.most, because: index, &changed)
    }
  }

  private mutating func raise(
    _ count: Int, to bound: Int, because sum: Int, _ changed: inout [Int]
  ) {
    guard bound > low[count] else { return }
    setRange(count, bound, high[count])
    moveReason(from: lowReason[count], to: sum)
    lowReason[count] = sum
    changed.append(count)
  }

  private mutating func lower(
    _ count: Int, to bound: Int, because sum: Int, _ changed: inout [Int]
  ) {
    guard bound < high[count] else { return }
    setRange(count, low[count], bound)
    moveReason(from: highReason[count], to: sum)
    highReason[count] = sum
    changed.append(count)
  }

  private mutating func setRange(_ count: Int, _ newLow: Int, _ newHigh: Int) {
    for place in sumsOfCount.places(of: count) {
      let sum = sumsOfCount[place]
      guard ledger.sums[sum].total != count else { continue }
      bounds[sum].remove(low: low[count], high: high[count])
      bounds[sum].add(low: newLow, high: newHigh)
    }
    low[count] = newLow
    high[count] = newHigh
  }

  private mutating func moveReason(from old: Int?, to new: Int?) {
    if let old { bounds[old].reasons -= 1 }
    if let new { bounds[new].reasons += 1 }
  }

  /// Whether a count can be told.
  func isTold(_ count: Int) -> Bool {
    low[count] == high[count]
  }

  /// Whether a count is confined to fewer whole numbers than the threshold.
  func isConfined(_ count: Int) -> Bool {
    high[count] - low[count] + 1 < ledger.minimum
  }

  /// The shown figures that the ranges of some counts rest on.
  func grounds(of counts: [Int]) -> Set<Int> {
    var waiting = counts
    var seen = Set(counts)
    var figures: Set<Int> = []
    while let count = waiting.popLast() {
      if isKnown[count] {
        if let figure = ledger.figure(thatTells: count) { figures.insert(figure) }
        continue
      }
      for reason in [lowReason[count], highReason[count]].compactMap(\.self) {
        ledger.sums[reason].forEach { other in
          if seen.insert(other).inserted { waiting.append(other) }
        }
      }
    }
    return figures
  }
}
