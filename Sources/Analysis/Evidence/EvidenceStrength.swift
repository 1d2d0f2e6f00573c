/// How strong the evidence of a row is, 0 to 4 (METHOD §7); never 5, as nobody was randomised.
package enum EvidenceStrength {
  /// Attrition over this costs one.
  package static let muchMissing = 0.2
  /// Attrition over this costs one more.
  package static let mostMissing = 0.4
  /// Under this share of paired courses with a contrast costs one.
  package static let fewCompared = 0.7
  /// A mean ξ over this costs one [SD of predictions].
  package static let farOutside = 0.25

  /// The strength of a row.
  ///
  /// - Parameters:
  ///   - pupils: The pupils that the basis rests on.
  ///   - comparedShare: Courses with a contrast ÷ paired courses.
  ///   - beyond: Mean ξ_e; nil without contrasts.
  package static func of(
    _ basis: Basis, pupils: Int, attrition: Double, comparedShare: Double, beyond: Double?
  ) -> Int {
    var strength =
      switch (basis, pupils) {
      case (.twoPredictions, 30...): 4
      case (.twoPredictions, 10...): 3
      case (.twoPredictions, 5...): 2
      case (.expectedProgress, 1...): 1
      default: 0
      }
    if attrition > muchMissing { strength -= 1 }
    if attrition > mostMissing { strength -= 1 }
    if basis == .twoPredictions {
      if comparedShare < fewCompared { strength -= 1 }
      if beyond ?? 0 > farOutside { strength -= 1 }
    }
    return max(0, strength)
  }
}

/// What a reader is warned of beside an effect.
package enum EvidenceWarning: String, Sendable, CaseIterable {
  /// It rests on few pupils.
  case fewPupils = "few-pupils"
  /// Many paired courses have no contrast.
  case fewCompared = "few-compared"
  /// Many courses lack a score.
  case muchMissing = "much-missing"
  /// The effect is larger than teaching has been seen to have.
  case implausiblyLarge = "implausibly-large"
  /// The pupils stood outside the classmates' range: the answer leans on the fit.
  case outsideClassmates = "outside-classmates"
  /// Pupils who were picked for a low score rise by chance, which is part of the figure.
  case chanceRise = "chance-rise"
  /// Some contrasts rest on other tests than the courses' own.
  case otherTestUsed = "other-test-used"
  /// Some courses have no contrast because classmates were tested at other times.
  case differentTestDates = "different-test-dates"
  /// Some courses have no contrast because too few classmates have comparable tests.
  case tooFewClassmates = "too-few-classmates"

  /// Fewer pupils than this are few.
  static let manyPupils = 10
}
