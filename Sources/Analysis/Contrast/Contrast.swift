package import ProvisionModel

/// What the comparison of one episode with its classmates gives (METHOD §5).
package struct Contrast: Sendable, Equatable {
  /// The number of scores that levels rest on, k_e; 0: there is nothing to compare with.
  package var scores = 0
  /// The pupil's own level, x [the measure's unit].
  @Compact package var level: Double?
  /// The classmates, as a position among the comparison sets; nil where the episode is not paired or
  /// cannot be compared at all.
  package var set: Int?
  /// How many classmates there are, |K_e|.
  package var classmates = 0
  /// The similar pupils among the set's pairs, M_e.
  package var similar = 0..<0
  /// What similar pupils reached from the same level: the mean of y_k + β (x − x_k) [the measure's
  /// unit].
  @Compact package var expectedOutcome: Double?
  /// The matched contrast δ_e [the measure's unit].
  @Compact package var matched: Double?
  /// The growth contrast γ_e [the measure's unit].
  @Compact package var growth: Double?
  /// The baseline less the mean baseline of the similar pupils [the measure's unit].
  @Compact package var baselineDifference: Double?

  /// No comparison.
  package init() {
    _level = Compact(wrappedValue: nil)
    _expectedOutcome = Compact(wrappedValue: nil)
    _matched = Compact(wrappedValue: nil)
    _growth = Compact(wrappedValue: nil)
    _baselineDifference = Compact(wrappedValue: nil)
  }
}
