extension CountRanges {
  /// Unknown counts that have nothing to do with all others but through known ones, and their sums.
  struct Part: Sendable {
    /// The counts.
    let counts: [Int]
    /// The sums that they stand in.
    let sums: [Int]
  }

  /// Such sets, and the position of each of their counts in its own.
  ///
  /// - Parameter touched: Only those with one of these counts; nil: all of them.
  func parts(touched: [Int]? = nil) -> (parts: [Part], positions: [Int]) {
    var search = PartSearch(self)
    var firsts = Array(isKnown.indices)
    if let touched {
      // The order within a set is that from its first count on.
      firsts = touched.compactMap { search.part(of: $0)?.counts.min() }.sorted()
      search = PartSearch(self)
    }
    var positions = [Int](repeating: 0, count: isKnown.count)
    let parts = firsts.compactMap { search.part(of: $0) }
    for part in parts {
      for (position, count) in part.counts.enumerated() { positions[count] = position }
    }
    return (parts, positions)
  }
}

/// Goes from count to count through their sums.
private struct PartSearch {
  private let ranges: CountRanges
  private var isSeen: [Bool]
  private var isTaken: [Bool]

  init(_ ranges: CountRanges) {
    self.ranges = ranges
    isSeen = ranges.isKnown
    isTaken = Array(repeating: false, count: ranges.ledger.sums.count)
  }

  /// The set of an unknown count; nil where the count is known, or the set was found before.
  mutating func part(of first: Int) -> CountRanges.Part? {
    guard !isSeen[first] else { return nil }
    isSeen[first] = true
    var counts = [first]
    var sums: [Int] = []
    var next = 0
    while next < counts.count {
      for sum in ranges.sumsOfCount[counts[next]] where !isTaken[sum] {
        isTaken[sum] = true
        sums.append(sum)
        ranges.ledger.sums[sum].forEach { count in
          guard !isSeen[count] else { return }
          isSeen[count] = true
          counts.append(count)
        }
      }
      next += 1
    }
    return CountRanges.Part(counts: counts, sums: sums.sorted())
  }
}
