/// Mean and spread of a sample. Sums run in the order of the sample, so that they have the same
/// bits every time.
package struct SampleSummary: Sendable, Equatable {
  /// The size, n.
  package let count: Int
  /// Σ x ÷ n; nil for an empty sample.
  package let mean: Double?
  /// √(Σ (x − mean)² ÷ (n − 1)); nil for n < 2.
  package let standardDeviation: Double?

  /// The summary of a sample.
  package init(_ sample: [Double]) {
    count = sample.count
    guard count > 0 else {
      mean = nil
      standardDeviation = nil
      return
    }
    var sum = 0.0
    for value in sample { sum += value }
    let mean = sum / Double(count)
    self.mean = mean
    guard count > 1 else {
      standardDeviation = nil
      return
    }
    var squares = 0.0
    for value in sample { squares += (value - mean) * (value - mean) }
    standardDeviation = (squares / Double(count - 1)).squareRoot()
  }

  /// mean ± t(n − 1, .975) · SD ÷ √n; nil for n < 2.
  package var interval95: ClosedRange<Double>? {
    guard let mean, let standardDeviation else { return nil }
    let half =
      StudentT.quantile975(degreesOfFreedom: count - 1) * standardDeviation
      / Double(count).squareRoot()
    return mean - half...mean + half
  }
}
