/// How many different numbers there are: for the few of a group, sorting them costs less than a set.
enum DistinctCount {
  /// The number of different numbers in a list.
  static func count(_ numbers: [Int]) -> Int {
    guard numbers.count > 1 else { return numbers.count }
    let sorted = numbers.sorted()
    return 1 + sorted.indices.dropFirst().count { sorted[$0] != sorted[$0 - 1] }
  }
}
