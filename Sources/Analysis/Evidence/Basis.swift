/// What a row's answer rests on (METHOD §6).
package enum Basis: String, Sendable, CaseIterable {
  /// Two predictions from classmates: the answer is the range between the two ends.
  case twoPredictions = "two-predictions"
  /// Gains compared with the expected ones, for lack of classmates; never judged.
  case expectedProgress = "expected-progress"
  /// Nothing.
  case none
}
