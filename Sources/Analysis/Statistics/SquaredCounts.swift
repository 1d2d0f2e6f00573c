/// How often each number stands in a list.
enum SquaredCounts {
  /// Σ over the different numbers of (how often it stands there)².
  static func sum(_ numbers: [Int]) -> Double {
    let sorted = numbers.sorted()
    var squares = 0.0
    var first = 0
    for place in sorted.indices
    where place + 1 == sorted.count || sorted[place + 1] != sorted[first] {
      let count = Double(place + 1 - first)
      squares += count * count
      first = place + 1
    }
    return squares
  }
}
