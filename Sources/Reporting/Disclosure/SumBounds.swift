/// Between which numbers the parts of a sum lie together, and whether that still says anything.
///
/// A sum bounds counts in two ways. The largest number of the total and the least that the parts come to
/// give the largest number of each part and the smallest of the total; and they leave a count that they
/// bound as many numbers as lie between the two. The smallest number of the total and the most that the
/// parts come to give the other bounds, likewise. So only a sum that leaves fewer numbers than the
/// threshold confines a count to so few, and it then confines all of its counts: whatever such a range
/// rests on is as narrow itself. And what a sum leaves only grows as less is shown. One that leaves as
/// many as the threshold, once all bounds have been passed on, tells nothing that matters, now or later.
struct SumBounds: Sendable {
  /// The least that its parts can come to.
  private(set) var least = 0
  /// The most that those of its parts can come to that have a largest number.
  private(set) var most = 0
  /// How many of its parts have none.
  private(set) var open = 0
  /// Whether the least of its parts can confine a count.
  private(set) var tellsByLeast = true
  /// Whether the most of its parts can.
  private(set) var tellsByMost = true
  /// How many bounds of counts follow from it.
  var reasons = 0

  /// Adds a part.
  mutating func add(low: Int, high: Int) {
    least += low
    if high == CountRanges.unbounded { open += 1 } else { most += high }
  }

  /// Takes a part out.
  mutating func remove(low: Int, high: Int) {
    least -= low
    if high == CountRanges.unbounded { open -= 1 } else { most -= high }
  }

  /// The most that all parts but one of that largest number can come to; nil: nobody knows.
  func mostOfOthers(thanOneOf high: Int) -> Int? {
    if high == CountRanges.unbounded { return open == 1 ? most : nil }
    return open == 0 ? most - high : nil
  }

  /// Notes what the sum can no longer tell, after all bounds have been passed on.
  mutating func settle(totalLow: Int, totalHigh: Int, minimum: Int) {
    let fewest = minimum - 1
    if totalHigh == CountRanges.unbounded || totalHigh - least >= fewest { tellsByLeast = false }
    if open > 0 || most - totalLow >= fewest { tellsByMost = false }
  }
}
