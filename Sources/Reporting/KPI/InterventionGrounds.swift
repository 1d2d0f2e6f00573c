import Analysis

/// What the figures of a row of KPI 5.5 rest on.
extension Ground<InterventionProgress> {
  private static func of(
    _ footing: Footing, tells counts: [InterventionCount] = [],
    _ pupils: @escaping @Sendable (InterventionProgress) -> Int = { _ in 0 }
  ) -> Ground {
    Ground(footing, pupils: pupils, tells: { _ in counts.map { .intervention($0) } })
  }

  /// A count, which the ledger knows.
  static func count(_ footing: Footing) -> Ground { of(footing) { _ in 0 } }
  /// The paired episodes.
  static var paired: Ground { of(.paired) { $0.pupilsPaired } }
  /// All episodes that have ended.
  static var ended: Ground { of(.paired) { $0.pupils } }
  /// The paired episodes beside those that have ended.
  static var attrition: Ground { of(.attrition, tells: [.ended, .unpaired]) }
  /// The paired episodes with an expected gain.
  static var expectedGain: Ground { of(.expectedGain) { $0.figurePupils.expectedGain } }
  /// How many of them are on track.
  static var onTrack: Ground { of(.onTrack, tells: [.expected, .onTrack, .notOnTrack]) }
  /// How many of those with a target met it.
  static var target: Ground { of(.target, tells: [.withTarget, .metTarget, .missedTarget]) }
  /// The pupils whose attendance is known; 0% and 100% tell what each of them did.
  static var attendance: Ground {
    of(.attendance) { $0.dose.tellsOfAll ? 1 : $0.figurePupils.attendance }
  }
  /// The pupils whose hours are known.
  static var hours: Ground { of(.hours) { $0.figurePupils.hours } }
  /// The pupils whose cost is known.
  static var cost: Ground { of(.cost) { $0.figurePupils.cost } }
  /// The episodes with a contrast.
  static var contrasts: Ground { of(.contrasts) { $0.evidence.contrastPupils } }
  /// The pupils of the effect that the basis names.
  static var basis: Ground { of(.basis) { $0.evidence.pupils } }
  /// The pupils of the effect that rests on the fewest.
  static var effects: Ground { of(.effects) { $0.evidence.fewestPupils } }
  /// Figures that tell, beside an interval, how many pupils the effects are of.
  static var effectCounts: Ground {
    of(.effectCounts, tells: [.contrastPupils]) { $0.evidence.fewestPupils }
  }
  /// Totals that tell, beside a mean, how many episodes they are of.
  static var totals: Ground { of(.totals, tells: [.paired]) { $0.pupilsPaired } }
}
