extension CountRanges {
  /// Unknown counts that have nothing to do with all others but through known ones, and their sums.
  struct Part: Sendable {
    /// The counts.
    let counts: [Int]
    /// The sums that they stand in.
    let sums: [Int]
  }

  /// Where counts and sums are in their parts.
  struct Positions: Sendable {
    /// The position of each count.
    fileprivate(set) var ofCount: [Int]
    /// The position of each sum.
    fileprivate(set) var ofSum: [Int]
  }

  /// Such sets, and the positions of their counts and sums.
  ///
  /// - Parameter touched: Only those with one of these counts; nil: all of them.
  func parts(touched: [Int]? = nil) -> (parts: [Part], positions: Positions) {
    var search = PartSearch(self)
    var firsts = Array(isKnown.indices)
    if let touched {
      // The order within a set is that from its first count on.
      firsts = touched.compactMap { search.counts(with: $0)?.min() }.sorted()
      search = PartSearch(self)
    }
    let counts = firsts.compactMap { search.counts(with: $0) }
    var positions = Positions(
      ofCount: Array(repeating: 0, count: isKnown.count),
      ofSum: Array(repeating: 0, count: ledger.sums.count))
    for counts in counts {
      for (position, count) in counts.enumerated() { positions.ofCount[count] = position }
    }
    var sums = [[Int]](repeating: [], count: counts.count)
    for (sum, part) in search.partOfSum.enumerated() {
      guard let part else { continue }
      positions.ofSum[sum] = sums[part].count
      sums[part].append(sum)
    }
    return (zip(counts, sums).map(Part.init), positions)
  }
}

/// Goes from count to count through their sums.
private struct PartSearch {
  private let ranges: CountRanges
  private var isSeen: [Bool]
  private var found = 0
  /// The set in which each sum was found, as a number from 0.
  private(set) var partOfSum: [Int?]

  init(_ ranges: CountRanges) {
    self.ranges = ranges
    isSeen = ranges.isKnown
    partOfSum = Array(repeating: nil, count: ranges.ledger.sums.count)
  }

  /// The set of an unknown count; nil where the count is known, or the set was found before.
  mutating func counts(with first: Int) -> [Int]? {
    guard !isSeen[first] else { return nil }
    isSeen[first] = true
    var counts = [first]
    var next = 0
    while next < counts.count {
      for place in ranges.sumsOfCount.places(of: counts[next]) {
        let sum = ranges.sumsOfCount[place]
        guard partOfSum[sum] == nil else { continue }
        partOfSum[sum] = found
        for place in ranges.countsOfSum.places(of: sum) {
          let count = ranges.countsOfSum[place]
          guard !isSeen[count] else { continue }
          isSeen[count] = true
          counts.append(count)
        }
      }
      next += 1
    }
    found += 1
    return counts
  }
}
