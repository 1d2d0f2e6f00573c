/// What the known counts allow the others to be: for each count the smallest and the largest number
/// that fits all sums, as far as passing bounds from sum to sum finds out.
struct CountRanges {
  /// A number that nobody can bound.
  static let unbounded = Int.max / 4

  private let ledger: CountLedger
  /// The sums that a count stands in.
  private let sumsOfCount: [[Int]]
  /// The smallest number that each count can be.
  private(set) var low: [Int]
  /// The largest.
  private(set) var high: [Int]
  /// Whether each count is known for itself.
  private(set) var isKnown: [Bool]
  private var isWaiting: [Bool]
  private var lowReason: [Int?]
  private var highReason: [Int?]

  /// The ranges while all figures of a ledger are shown.
  init(_ ledger: CountLedger) {
    self.ledger = ledger
    var sumsOfCount = [[Int]](repeating: [], count: ledger.counts.count)
    for (index, sum) in ledger.sums.enumerated() {
      for count in sum.parts + [sum.total] { sumsOfCount[count].append(index) }
    }
    self.sumsOfCount = sumsOfCount
    isKnown = ledger.counts.map { $0.figure != nil || $0.isKnownNobody }
    low = zip(ledger.counts, isKnown).map { $1 ? $0.value : 0 }
    high = zip(ledger.counts, isKnown).map { $1 ? $0.value : Self.unbounded }
    isWaiting = Array(repeating: false, count: ledger.sums.count)
    lowReason = Array(repeating: nil, count: ledger.counts.count)
    highReason = lowReason
    settle(Array(ledger.sums.indices))
  }

  /// Takes back what is known of some counts, as their figure is no longer shown, and what followed
  /// from it.
  mutating func forget(_ counts: [Int]) {
    var affected = counts.filter { isKnown[$0] && !ledger.counts[$0].isKnownNobody }
    for count in affected { isKnown[count] = false }
    var isAffected = Set(affected)
    var next = 0
    while next < affected.count {
      for sum in sumsOfCount[affected[next]] {
        let entry = ledger.sums[sum]
        for count in entry.parts + [entry.total]
        where !isKnown[count] && (lowReason[count] == sum || highReason[count] == sum)
          && isAffected.insert(count).inserted
        {
          affected.append(count)
        }
      }
      next += 1
    }
    var sums: [Int] = []
    for count in affected {
      low[count] = 0
      high[count] = Self.unbounded
      lowReason[count] = nil
      highReason[count] = nil
      sums += sumsOfCount[count]
    }
    settle(sums)
  }

  /// Passes bounds on from some sums until nothing changes.
  private mutating func settle(_ sums: [Int]) {
    var waiting: [Int] = []
    for sum in sums where !isWaiting[sum] {
      isWaiting[sum] = true
      waiting.append(sum)
    }
    var next = 0
    // Bounds settle after a few rounds; a limit keeps odd rings of sums from counting up for long.
    let most = 10_000 + 100 * waiting.count
    while next < waiting.count, next < most {
      let sum = waiting[next]
      next += 1
      isWaiting[sum] = false
      for count in tighten(sum) {
        for other in sumsOfCount[count] where !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
    }
    for sum in waiting[next...] { isWaiting[sum] = false }
  }

  /// Passes the bounds of a sum's counts on to each other.
  ///
  /// - Returns: The counts that it says more of than was known.
  private mutating func tighten(_ index: Int) -> [Int] {
    let sum = ledger.sums[index]
    var changed: [Int] = []
    let least = sum.parts.reduce(0) { $0 + low[$1] }
    let open = sum.parts.count { high[$0] == Self.unbounded }
    let most = sum.parts.reduce(0) { $0 + (high[$1] == Self.unbounded ? 0 : high[$1]) }
    func raise(_ count: Int, to bound: Int, _ low: inout [Int], _ reason: inout [Int?]) {
      guard bound > low[count] else { return }
      low[count] = bound
      reason[count] = index
      changed.append(count)
    }
    func lower(_ count: Int, to bound: Int, _ high: inout [Int], _ reason: inout [Int?]) {
      guard bound < high[count] else { return }
      high[count] = bound
      reason[count] = index
      changed.append(count)
    }
    let (totalLow, totalHigh) = (low[sum.total], high[sum.total])
    // Of hundreds of parts each could be most of what is left, which says nothing and changes with
    // every one of them.
    let isLong = sum.parts.count > 200
    for part in sum.parts {
      let (partLow, partHigh) = (low[part], high[part])
      let bound = totalHigh - (least - partLow)
      if totalHigh < Self.unbounded, !isLong || bound < 20 * ledger.minimum {
        lower(part, to: bound, &high, &highReason)
      }
      if open == (partHigh == Self.unbounded ? 1 : 0) {
        let others = most - (partHigh == Self.unbounded ? 0 : partHigh)
        raise(part, to: totalLow - others, &low, &lowReason)
      }
    }
    raise(sum.total, to: least, &low, &lowReason)
    if open == 0 { lower(sum.total, to: most, &high, &highReason) }
    return changed
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
        let sum = ledger.sums[reason]
        for other in sum.parts + [sum.total] where seen.insert(other).inserted {
          waiting.append(other)
        }
      }
    }
    return figures
  }

  /// Unknown counts that have nothing to do with all others but through known ones, and their sums.
  struct Part: Sendable {
    /// The counts.
    let counts: [Int]
    /// The sums that they stand in.
    let sums: [Int]
  }

  /// All such sets, and the position of each unknown count in its own.
  func parts() -> (parts: [Part], positions: [Int]) {
    var isSeen = isKnown
    var isTaken = [Bool](repeating: false, count: ledger.sums.count)
    var parts: [Part] = []
    var positions = [Int](repeating: 0, count: isKnown.count)
    for first in isSeen.indices where !isSeen[first] {
      var counts = [first]
      isSeen[first] = true
      var sums: [Int] = []
      var next = 0
      while next < counts.count {
        for sum in sumsOfCount[counts[next]] where !isTaken[sum] {
          isTaken[sum] = true
          sums.append(sum)
          for count in ledger.sums[sum].parts + [ledger.sums[sum].total] where !isSeen[count] {
            isSeen[count] = true
            counts.append(count)
          }
        }
        next += 1
      }
      for (position, count) in counts.enumerated() { positions[count] = position }
      parts.append(Part(counts: counts, sums: sums.sorted()))
    }
    return (parts, positions)
  }
}
