/// The order of texts by their Unicode scalars: the same on every machine and in every language.
package enum ScalarOrder {
  /// Whether a text comes before another.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    // The order of UTF-8 bytes is that of the scalars.
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Things in the order of their texts: by the first text, then by the second, and so on. Things
  /// whose texts are the same stay in their order.
  package static func sorted<Thing>(_ things: [Thing], by texts: (Thing) -> [String]) -> [Thing] {
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
}
