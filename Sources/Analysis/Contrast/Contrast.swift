package import ProvisionModel

/// What the comparison of one course with its classmates gives (METHOD §5.1–5.3).
package struct Contrast: Sendable, Equatable {
  /// What is to be known of it; nil where nothing is.
  package var warning: ContrastWarning?
  /// The contrast; nil where there is none.
  package var compared: Compared?

  /// No comparison.
  package init(warning: ContrastWarning? = nil) {
    self.warning = warning
  }
}

/// What is to be known of a course's contrast, or why there is none (METHOD §5.1).
package enum ContrastWarning: String, Sendable, CaseIterable {
  /// Other tests than the course's pair were used, for classmates took none near those.
  case otherTestUsed = "other-test-used"
  /// Classmates were tested, but at other times.
  case differentTestDates = "different-test-dates"
  /// Fewer than three classmates have comparable tests.
  case tooFewClassmates = "too-few-classmates"
}

/// The two ends of the answer (METHOD §5).
package enum End: Int, Sendable, CaseIterable {
  /// Fair where pupils were chosen by the scores in the file.
  case score
  /// Fair where pupils were chosen for a need that staff know better than a test does.
  case need
}

/// Two values, one for each end.
package struct Ends<Value: Sendable>: Sendable {
  /// At the score end.
  package var score: Value
  /// At the need end.
  package var need: Value

  /// A value for each end.
  package init(score: Value, need: Value) {
    self.score = score
    self.need = need
  }

  /// What a computation gives at each end.
  package init(_ value: (End) -> Value) {
    self.init(score: value(.score), need: value(.need))
  }

  /// The value at an end.
  package subscript(_ end: End) -> Value {
    switch end {
    case .score: score
    case .need: need
    }
  }
}

extension Ends: Equatable where Value: Equatable {}

extension Ends where Value: Comparable {
  /// The smaller value.
  package var least: Value { min(score, need) }
  /// The larger value.
  package var most: Value { max(score, need) }
}

/// A course beside its classmates.
package struct Compared: Sendable, Equatable {
  /// The position of its fit among the comparison's fits.
  package var fit: Int
  /// The position of its classmates among the comparison's sets.
  package var set: Int
  /// The pupil's own scores z_e = (x_1, x_2, x_3, o), with the measure's sign [the measure's unit; o in
  /// SD]; 0 where the fit has fewer.
  package var scores: Scores4
  /// The days of x_1, x_2 and x_3; 0 where there are fewer.
  package var days: SIMD4<Int32>
  /// The outcome y, with the measure's sign [the measure's unit].
  package var outcome: Double
  /// The day of the outcome.
  package var outcomeDay: Day
  /// x = z_e − z̄, how far the pupil's scores lie from the classmates' means.
  package var distances: Scores4
  /// f_e, how far below or above the classmates the pupil stood [SD of predictions].
  package var distance: Double
  /// ξ_e, how far outside the classmates' range [SD of predictions].
  package var beyond: Double
  /// q_e, the two bends at f_e less the classmates' mean.
  package var bends: SIMD2<Double>
  /// δ_e and γ_e [the measure's unit].
  package var contrast: Ends<Double>
  /// σ²_e [the measure's unit, squared].
  package var variance: Ends<Double>
  /// sd_e, the spread of the outcome that was to be expected [the measure's unit].
  package var spread: Ends<Double>
  /// The percentile of the pupil's progress among classmates without support [0–100].
  package var percentile: Ends<Double>
  /// What is said of the pupil.
  package var finding: PupilFinding

  /// The outcome to be expected without support, with the measure's sign [the measure's unit].
  package func expectedOutcome(_ end: End) -> Double { outcome - contrast[end] }
}

/// How unusual a pupil's progress is among classmates without support (METHOD §5.5); not that support
/// was the cause.
package enum PupilFinding: String, Sendable, CaseIterable {
  /// A score lies at an end of the scale, where it says less.
  case endOfScale = "end-of-scale"
  /// The percentile is high at both ends.
  case wellAboveExpected = "well-above-expected"
  /// The percentile is low at both ends.
  case wellBelowExpected = "well-below-expected"
  /// Neither.
  case asExpected = "as-expected"
}
