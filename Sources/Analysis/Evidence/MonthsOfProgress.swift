/// Months of progress of an effect size, from the table of the EEF (METHOD §5).
package enum MonthsOfProgress {
  /// The months, with the sign of the effect size.
  ///
  /// - Parameters:
  ///   - size: g [SD].
  ///   - limits: The lower ends of 1, 2, … months in |g|, rising.
  package static func of(_ size: Double, limits: [Double]) -> Int {
    let hundredths = (abs(size) * 100).rounded(.toNearestOrAwayFromZero)
    let months = limits.count { hundredths >= ($0 * 100).rounded() }
    return size < 0 ? -months : months
  }
}
