/// The order of texts by their Unicode scalars: the same on every machine and in every language.
public enum ScalarOrder {
  /// Whether a text comes before another.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    // The order of UTF-8 bytes is that of the scalars.
    let fast = left.utf8.withContiguousStorageIfAvailable { one in
      right.utf8.withContiguousStorageIfAvailable { other in precedes(one, other) }
    }
    return (fast ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func precedes(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let shared = min(left.count, right.count)
    var index = 0
    // SAFETY: index < shared, which is at most the count of either.
    while index < shared, left[index] == right[index] { index += 1 }
    return index < shared ? left[index] < right[index] : left.count < right.count
  }

  /// Things in the order of their texts: by the first text, then by the second, and so on. Things
  /// whose texts are the same stay in their order.
  public static func sorted<Thing>(_ things: [Thing], by texts: (Thing) -> [String]) -> [Thing] {
    let keys = things.map(texts)
    let order = things.indices.sorted { left, right in
      // Not `one != other`: that takes texts of different scalars that look the same as equal.
      for (one, other) in zip(keys[left], keys[right]) {
        if precedes(one, other) { return true }
        if precedes(other, one) { return false }
      }
      return left < right
    }
    return order.map { things[$0] }
  }

  /// The rank of each of some texts in their order, from 0; texts that are the same have one rank.
  public static func ranks(_ texts: [String]) -> [Int] {
    let order = texts.indices.sorted { precedes(texts[$0], texts[$1]) }
    var ranks = [Int](repeating: 0, count: texts.count)
    for (place, index) in order.enumerated().dropFirst() {
      let before = order[place - 1]
      ranks[index] = ranks[before] + (precedes(texts[before], texts[index]) ? 1 : 0)
    }
    return ranks
  }
}
