import Analysis

/// What is left out first where figures give something away together.
struct DisclosureRank: Sendable, Comparable {
  /// Which kind of figure it is: the lowest first.
  var kind: Int
  /// Of one kind, that of the fewest pupils first.
  var size: Int
  /// Of one intervention, all terms first and the term last: the term's row says most about the term,
  /// and where others differ from it by few pupils they say nearly the same.
  var period = 0

  static let shared = 0
  static let censored = 10
  static let shares = 20
  static let contrasts = 30
  static let movers = 40
  static let units = 50
  static let pupils = 60
  static let ended = 70
  static let variation = 80
  static let inProgress = 90
  static let universal = 100
  static let together = 110
  static let intervention = 120
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
      } else if row.school == Evaluation.allSchools {
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

  static func < (one: DisclosureRank, other: DisclosureRank) -> Bool {
    (one.kind, one.size, one.period) < (other.kind, other.size, other.period)
  }
}
