/// How strong the evidence of a row is, 0 to 4 (METHOD §7); never 5, as nobody was randomised.
package enum EvidenceStrength {
  /// Attrition over this costs one.
  package static let muchMissing = 0.2
  /// Attrition over this costs one more.
  package static let mostMissing = 0.4
  /// Under this share of paired episodes matched costs one.
  package static let fewMatched = 0.7
  /// A baseline difference over this costs one [SD].
  package static let baselineApart = 0.25

  /// The strength of a row.
  ///
  /// - Parameters:
  ///   - pupils: The pupils that the basis rests on: matched ones, those with growth, or paired ones.
  ///   - matchedShare: Episodes with a matched contrast ÷ paired episodes.
  ///   - baselineDifference: [SD]; nil without matched episodes.
  package static func of(
    _ basis: Basis, pupils: Int, attrition: Double, matchedShare: Double,
    baselineDifference: Double?
  ) -> Int {
    var strength =
      switch (basis, pupils) {
      case (.similarPupils, 30...): 4
      case (.similarPupils, 10...): 3
      case (.similarPupils, 5...), (.classmates, 10...), (.expectedProgress, 10...): 2
      case (.classmates, 5...), (.expectedProgress, 5...): 1
      default: 0
      }
    if attrition > muchMissing { strength -= 1 }
    if attrition > mostMissing { strength -= 1 }
    if basis == .similarPupils {
      if matchedShare < fewMatched { strength -= 1 }
      if abs(baselineDifference ?? 0) > baselineApart { strength -= 1 }
    }
    return max(0, strength)
  }
}

/// What a reader is warned of beside an effect.
package enum EvidenceWarning: String, Sendable, CaseIterable {
  /// It rests on few pupils.
  case fewPupils = "few-pupils"
  /// Many paired episodes have no similar pupils.
  case fewMatched = "few-matched"
  /// Many episodes lack a score.
  case muchMissing = "much-missing"
  /// The effect is larger than teaching has been seen to have.
  case implausiblyLarge = "implausibly-large"
  /// Similar pupils had other scores at the start.
  case baselineApart = "baseline-apart"
  /// Scores do not differ enough to tell how uncertain the effect is.
  case noSpread = "no-spread"
  /// Growth alone flatters where pupils were picked by score.
  case mayFlatter = "may-flatter"
  /// Pupils who were picked for a low score rise by chance, which is part of the figure.
  case chanceRise = "chance-rise"

  /// Fewer pupils than this are few.
  static let manyPupils = 10
}
