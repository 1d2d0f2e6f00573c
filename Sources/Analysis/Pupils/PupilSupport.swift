package import ProvisionModel

/// One row of KPI 5.6 pupil by pupil: a pupil and a measure on which the pupil has support in the
/// reported term, or has none though far under the cohort.
package struct PupilSupport: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The pupil's position among the data's pupils.
  package var pupil: Int
  /// The measure's position among the data's measures.
  package var measure: Int
  /// The episodes that were under way in the term, in file order; none: the pupil is not served.
  package var episodes: [Int] = []
  /// Their interventions, each once, in the order of their names.
  package var interventions: [Int] = []
  /// Whether somebody said that the support is about this measure; else it is one of all on which
  /// the pupil has scores.
  package var isMeasureNamed = true
  /// The latest episode that ended in the term.
  package var ended: Int?
  /// Whether that one reached the expected gain; nil where nobody can tell.
  package var isOnTrack: Bool?
  /// An episode of each term without the expected progress, back from the reported one until a term
  /// that was on track; terms of which nothing is known are passed over.
  package var missed: [Int] = []
  /// Σ attended ÷ Σ planned sessions of the episodes that have ended.
  package var attendance: Double?
  /// Whether two interventions had a day in common within the term.
  package var isSeveralAtOnce = false
  /// The latest score.
  package var latest: LatestScore?
  /// Whether the missed terms were followed by another intervention that still goes on.
  package var isChangedSince = false
  /// When support on the measure is to begin, of a pupil who has none in the term.
  package var plannedStart: Day?
  /// What is suggested.
  package var nextStep = NextStep.considerSupport

  /// A row about a pupil and a measure.
  init(school: Int, pupil: Int, measure: Int) {
    self.school = school
    self.pupil = pupil
    self.measure = measure
  }

  /// Whether the pupil has support on the measure in the term.
  package var isSupported: Bool { !episodes.isEmpty }

  /// Terms in a row without the expected progress, up to the reported one.
  package var termsWithoutProgress: Int { missed.count }
}
