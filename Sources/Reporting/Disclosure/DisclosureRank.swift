import Analysis
import ProvisionModel

/// What is left out first where figures give something away together.
struct DisclosureRank: Sendable, Comparable {
  /// Which kind of figure it is: the lowest first.
  var kind: Int
  /// Of one kind, that of the fewest pupils first.
  var size: Int
  /// Of one intervention, all terms first and the term last: the term's row says most about the term,
  /// and where others differ from it by few pupils they say nearly the same.
  var period = 0

  // The kinds of figure, from the most dispensable on.

  /// Episodes that TAs share.
  static let shared = 0
  /// Censored scores.
  static let censored = 10
  /// Shares and directions.
  static let shares = 20
  /// How many could be compared.
  static let contrasts = 30
  /// Pupils who joined or left, and the sizes of groups.
  static let movers = 40
  /// Counts of KPI 9.5.
  static let units = 50
  /// Distinct pupils of an intervention.
  static let pupils = 60
  /// Its episodes that have ended.
  static let ended = 70
  /// Pupils of KPI 5.6.
  static let variation = 80
  /// The verdict of the term before, which says more than how many pupils it had.
  static let verdictBefore = 82
  /// Episodes under way.
  static let inProgress = 90
  /// Universal provision.
  static let universal = 100
  /// Small interventions together.
  static let together = 110
  /// What a row of an intervention is about.
  static let intervention = 120
  /// The same of all schools together.
  static let allSchools = 130

  /// A rank within its kind.
  init(kind: Int, size: Int) {
    self.kind = kind
    self.size = size
  }

  /// The rank of what a row of KPI 5.5 is about.
  init(_ row: InterventionProgress, size: Int) {
    self.size = size
    kind =
      if row.measure == nil {
        Self.universal
      } else if !row.together.isEmpty {
        Self.together
      } else if row.scope == .all {
        Self.allSchools
      } else {
        Self.intervention
      }
    period =
      switch row.period {
      case .all: 0
      case .year: 1
      case .term: 2
      }
  }

  /// Whether one figure is left out before another.
  static func < (one: DisclosureRank, other: DisclosureRank) -> Bool {
    (one.kind, one.size, one.period) < (other.kind, other.size, other.period)
  }
}
