/// What the printed counts allow the others to be: for each count the smallest and the largest number
/// that fits all sums, as far as passing bounds from sum to sum finds out.
struct CountRanges {
  /// Unknown counts that have nothing to do with all others, and their sums.
  struct Part: Sendable {
    /// The counts.
    let counts: [Int]
    /// The sums that they stand in.
    let sums: [Int]
  }

  /// A number that nobody can bound.
  static let unbounded = Int.max / 4

  private let ledger: CountLedger
  /// The sums that a count stands in.
  private let sumsOfCount: [[Int]]
  private(set) var low: [Int]
  private(set) var high: [Int]
  /// Whether each count is known for itself.
  private(set) var isKnown: [Bool]
  /// The position of each unknown count among those of its part.
  private(set) var positionInPart: [Int]
  private var isWaiting: [Bool]
  private var lowReason: [Int?]
  private var highReason: [Int?]

  /// The ranges of a ledger's counts before anything is known.
  init(_ ledger: CountLedger) {
    self.ledger = ledger
    var sumsOfCount = [[Int]](repeating: [], count: ledger.counts.count)
    for (index, sum) in ledger.sums.enumerated() {
      for count in sum.parts + [sum.total] { sumsOfCount[count].append(index) }
    }
    self.sumsOfCount = sumsOfCount
    low = Array(repeating: 0, count: ledger.counts.count)
    high = Array(repeating: Self.unbounded, count: ledger.counts.count)
    isKnown = Array(repeating: false, count: ledger.counts.count)
    isWaiting = Array(repeating: false, count: ledger.sums.count)
    positionInPart = Array(repeating: 0, count: ledger.counts.count)
    lowReason = Array(repeating: nil, count: ledger.counts.count)
    highReason = lowReason
  }

  /// Sets of counts of which nothing is known but how they add up, and that have nothing to do with
  /// each other, with the sums of each.
  ///
  /// - Parameter isShown: Whether a figure is shown.
  mutating func parts(isShown: [Bool]) -> [Part] {
    var isSeen = ledger.counts.indices.map { ledger.isKnown($0, isShown: isShown) }
    for count in isSeen.indices where isSeen[count] {
      low[count] = ledger.counts[count].value
      high[count] = ledger.counts[count].value
    }
    isKnown = isSeen
    var isTaken = [Bool](repeating: false, count: ledger.sums.count)
    var parts: [Part] = []
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
      for (position, count) in counts.enumerated() { positionInPart[count] = position }
      parts.append(Part(counts: counts, sums: sums.sorted()))
    }
    return parts
  }

  /// Finds the ranges of the counts of one such set.
  mutating func find(_ part: Part) {
    for count in part.counts {
      low[count] = 0
      high[count] = Self.unbounded
      lowReason[count] = nil
      highReason[count] = nil
    }
    var waiting = part.sums
    for sum in waiting { isWaiting[sum] = true }
    var next = 0
    // Bounds settle after a few rounds; a limit keeps odd rings of sums from counting up for long.
    let most = 200 * part.sums.count
    defer { for sum in waiting[next...] { isWaiting[sum] = false } }
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
    for part in sum.parts {
      let (partLow, partHigh) = (low[part], high[part])
      if totalHigh < Self.unbounded {
        lower(part, to: totalHigh - (least - partLow), &high, &highReason)
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
}
