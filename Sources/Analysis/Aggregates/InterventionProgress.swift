package import ProvisionModel

/// One row of KPI 5.5: an intervention on a measure, in a school and a period; or all interventions
/// of a subgroup.
package struct InterventionProgress: Sendable {
  /// The period.
  package var period: Period
  /// The school, or all of them together.
  package var scope: Scope
  /// The intervention's position among the data's interventions; nil in a row of a subgroup, which
  /// takes all of them together.
  package var intervention: Int?
  /// The subgroup; nil: all pupils.
  package var subgroup: Subgroup?
  /// The interventions that the row takes together because each of them has few pupils, in order of
  /// their names; empty in a row of one.
  package var together: [Int] = []
  /// The measure's position among the data's measures; nil for universal provision, which is
  /// counted and not evaluated.
  package var measure: Int?
  /// The episodes that have ended, as positions in file order; empty for universal provision, which
  /// has none.
  package var ended: [Int]
  /// Distinct pupils of the episodes that have ended.
  package var pupils: Int
  /// Episodes that have ended.
  package var started: Int
  /// Episodes under way at the as-of date.
  package var inProgress: Int
  /// Distinct pupils of the episodes under way.
  package var pupilsInProgress: Int
  /// Ended episodes with a censored score.
  package var censored: Int
  /// Distinct pupils of the paired episodes.
  package var pupilsPaired: Int
  /// The progress of the paired episodes.
  package var progress: WithinIntervention
  /// What the comparison with other pupils says.
  package var evidence: Evidence
  /// What the ended episodes gave and cost.
  package var dose: DoseSums
  /// Whom the figures rest on that are not known of every episode.
  package var figurePupils: FigurePupils
  /// The period that speaks for the intervention on the measure (METHOD §7); nil where none does, and
  /// in rows that are of no intervention.
  package var speakingPeriod: Period?

  /// Whether it is the row that speaks for its intervention.
  package var speaks: Bool { speakingPeriod == period }

  /// 1 − paired ÷ started; nil when none has ended.
  package var attrition: Double? {
    started > 0 && measure != nil ? 1 - Double(progress.paired) / Double(started) : nil
  }

  /// Mean cost ÷ months of progress [£] (METHOD §9): of the end of the range with fewer months, so
  /// that it holds at both; nil unless there are two ends, both over 0.
  package var costPerMonth: Double? {
    guard evidence.basis == .twoPredictions, let cost = dose.costPerPupil,
      let months = evidence.months?.lowerBound, months > 0
    else { return nil }
    return cost / Double(months)
  }
}
