/// The decisions of the release: what a figure rests on, and so whether the governors may see it.
enum Footing: Int, CaseIterable, Sendable {
  /// Nobody: a name, or a setting.
  case nobody
  /// The distinct pupils of the episodes that have ended, as a count.
  case pupils
  /// The episodes that have ended, as a count.
  case ended
  /// The episodes under way, as a count.
  case inProgress
  /// The paired episodes.
  case paired
  /// The episodes with a censored score, as a count.
  case censored
  /// The paired episodes beside those that have ended.
  case attrition
  /// The paired episodes with an expected gain.
  case expectedGain
  /// How many of them are on track.
  case onTrack
  /// How many of those with a target met it.
  case target
  /// How many went up, stayed and went down.
  case directions
  /// The pupils whose attendance is known.
  case attendance
  /// The pupils whose hours are known.
  case hours
  /// The pupils whose cost is known.
  case cost
  /// The episodes with a contrast.
  case contrasts
  /// The same, as a count.
  case contrastCount
  /// Figures that tell, beside an interval, how many pupils the effects are of.
  case effectCounts
  /// Totals that tell, beside a mean, how many episodes they are of.
  case totals
  /// The pupils of the effect that the basis names.
  case basis
  /// The pupils of the effect that rests on the fewest.
  case effects
  /// The pupils of a unit's pooled progress.
  case pooled
  /// The episodes in it, as a count.
  case used
  /// The episodes of rows with several TAs, as a count.
  case shared
  /// The role level of a TA.
  case roleLevel
  /// The interventions of a TA, a group or a role level.
  case interventions
  /// What an intervention was in the term before (KPI 5.6).
  case before
  /// What it is in the reported term.
  case now
  /// The pupils who joined, as a count.
  case joined
  /// The pupils who left, as a count.
  case left
  /// The pupils who stayed, as a count.
  case stayed
  /// The verdict of the term before.
  case verdictBefore
  /// That of the reported term, beside it.
  case verdictNow
  /// How the two compare.
  case difference
  /// What is recommended of the row's intervention.
  case recommendation
  /// What came of the row's decision.
  case followed
  /// A programme's evidence base.
  case evidenceBase
  /// A programme's waves.
  case waves
}

/// Some of them.
struct Footings: Sendable, Equatable {
  private var bits = 0

  /// All of them.
  static let all = Footings(Footing.allCases)

  /// Some footings.
  init(_ footings: some Sequence<Footing> = []) {
    for footing in footings { insert(footing) }
  }

  /// Whether a footing is one of them.
  func contains(_ footing: Footing) -> Bool {
    bits >> footing.rawValue & 1 == 1
  }

  /// Adds a footing.
  mutating func insert(_ footing: Footing) {
    bits |= 1 << footing.rawValue
  }
}
