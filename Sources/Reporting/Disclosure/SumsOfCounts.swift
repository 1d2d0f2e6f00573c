/// The sums that each count of a ledger stands in, in their order there.
struct SumsOfCounts: Sendable {
  /// Where the sums of each count begin among those of all.
  private var starts: [Int]
  private var sums: [Int]

  /// The sums of the counts of a ledger.
  init(_ ledger: CountLedger) {
    starts = Array(repeating: 0, count: ledger.counts.count + 1)
    for sum in ledger.sums {
      for part in sum.parts { starts[part + 1] += 1 }
      starts[sum.total + 1] += 1
    }
    for count in ledger.counts.indices { starts[count + 1] += starts[count] }
    var ends = starts
    sums = Array(repeating: 0, count: starts.last ?? 0)
    func put(_ sum: Int, _ count: Int, _ sums: inout [Int]) {
      sums[ends[count]] = sum
      ends[count] += 1
    }
    for (index, sum) in ledger.sums.enumerated() {
      for part in sum.parts { put(index, part, &sums) }
      put(index, sum.total, &sums)
    }
  }

  /// Those of a count.
  subscript(count: Int) -> ArraySlice<Int> { sums[starts[count]..<starts[count + 1]] }
}
