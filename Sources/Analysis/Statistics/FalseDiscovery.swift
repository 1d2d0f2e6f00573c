/// The false discovery rate at which each of several tests would be called significant (Benjamini
/// and Hochberg 1995).
package enum FalseDiscovery {
  /// The q values of p values, in their order.
  ///
  /// - Complexity: O(*n* log *n*).
  package static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { p[$0] != p[$1] ? p[$0] < p[$1] : $0 < $1 }
    var q = p
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, p[index] * Double(p.count) / Double(rank + 1))
      q[index] = least
    }
    return q
  }
}
