/// A primary need of pupils with SEN support or a plan, by the codes of the school census.
package enum Need: String, Sendable, CaseIterable {
  case speech = "SLCN"
  case mentalHealth = "SEMH"
  case moderate = "MLD"
  case specific = "SPLD"
  case autism = "ASD"
  case severe = "SLD"
  case physical = "PD"
  case hearing = "HI"
  case vision = "VI"
  case other = "OTH"

  /// How common it is among pupils with a plan, or with SEN support [per cent].
  package func share(withPlan: Bool) -> Double {
    switch self {
    case .speech: withPlan ? 22 : 31
    case .mentalHealth: withPlan ? 14 : 19
    case .moderate: withPlan ? 9 : 16
    case .specific: withPlan ? 4 : 17
    case .autism: withPlan ? 34 : 8
    case .severe: withPlan ? 7 : 0
    case .physical: withPlan ? 5 : 2
    case .hearing: withPlan ? 2 : 2
    case .vision: withPlan ? 1 : 1
    case .other: withPlan ? 2 : 4
    }
  }

  /// The domain in which the need shows most; nil when in none.
  package var domain: Domain? {
    switch self {
    case .speech: .language
    case .mentalHealth, .autism: .wellbeing
    case .moderate, .severe: .maths
    case .specific: .spelling
    case .physical: .motor
    case .hearing, .vision, .other: nil
    }
  }
}
