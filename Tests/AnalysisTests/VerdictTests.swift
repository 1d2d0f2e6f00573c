import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §7: the verdicts, on each side of every threshold.
///
/// With a standard error of 0.3, as wide as the prior, the posterior of g is Normal(g ÷ 2, 0.212132²):
/// P(better) = Φ((g ÷ 2 − 0.1) ÷ 0.212132), P(worse) = Φ((−0.1 − g ÷ 2) ÷ 0.212132).
@Suite struct VerdictTests {
  private let settings = EvidenceSettings()

  private func verdict(
    _ score: Double, _ need: Double, _ error: Double = 0.3, chosenBy: ChosenBy? = nil
  ) -> Verdict {
    Verdict(MadeUpEffect.sizes(score, need, error), chosenBy: chosenBy, settings)
  }

  @Test("the settings are METHOD's unless school.yml says otherwise")
  func theDefaultsAreThoseOfTheMethod() {
    #expect(settings.priors == 3 && settings.lookbackDays == 400 && settings.comparableDays == 45)
    #expect(settings.minDf == 10 && settings.spreadDf == 30 && settings.groupSd == 0.10)
    #expect(settings.far == 0.15 && settings.farN == 4 && settings.beyond == 0.15)
    #expect(settings.bendSd == 0.40 && settings.bendAt == 1 && settings.minSpread == 0.10)
    #expect(settings.priorSd == 0.3 && settings.smallestEffect == 0.1)
    #expect(settings.better == 0.75 && settings.worse == 0.94 && settings.same == 0.75)
    #expect(settings.likelyBetter == 0.65 && settings.noGain == 0.25)
    #expect(settings.wellAbove == 95 && settings.wellBelow == 2.5)
  }

  /// By hand: 0.4 ± 0.3 gives mean 0.2, variance 0.045, so that over 0.1 lies Φ(0.471405) = 0.681324
  /// and under −0.1 Φ(−1.414214) = 0.078650; 0.2 ± 0.3 gives 0.5 and Φ(−0.942809) = 0.172889.
  @Test("the probabilities are those of a posterior between prior and effect")
  func probabilitiesOfThePosterior() {
    let found = Probabilities(MadeUpEffect.sizes(0.4, 0.2, 0.3), settings)
    #expect(abs(found.better.upperBound - 0.681324) < 1e-6)
    #expect(abs(found.better.lowerBound - 0.5) < 1e-6)
    #expect(abs(found.worse.upperBound - 0.172889) < 1e-6)
    #expect(abs(found.worse.lowerBound - 0.078650) < 1e-6)
    #expect(abs(found.same.lowerBound - (1 - 0.681324 - 0.078650)) < 2e-6)
    #expect(abs(found.same.upperBound - (1 - 0.5 - 0.172889)) < 2e-6)
  }

  /// 0.2 + 2 · 0.212132 · z, with z(.75) = 0.674490: 0.486161; z(.65) = 0.385320: 0.363478;
  /// z(.25): −0.086161; −0.2 − 2 · 0.212132 · z(.94) = 1.554774: −0.859634.
  @Test(
    "a verdict changes at its threshold",
    arguments: [
      (0.4863, Verdict.better), (0.4860, .likelyBetter), (0.3636, .likelyBetter),
      (0.3633, .unclear), (0.2, .unclear), (-0.0860, .unclear), (-0.0863, .noGain),
      (-0.8595, .noGain), (-0.8598, .worse), (-2, .worse), (2, .better),
    ])
  func aVerdictChangesAtItsThreshold(size: Double, expected: Verdict) {
    #expect(verdict(size, size) == expected)
  }

  /// ± 0.05: weight 0.09 ÷ 0.0925 = 0.972973, SD 0.0493197. P(same) = 0.75 where Φ((0.1 − m) ÷ SD)
  /// = 0.75 + Φ((−0.1 − m) ÷ SD) = 0.750361, m = 0.066678, g = 0.068530.
  @Test(
    "the same is said of small effects that are known well",
    arguments: [
      (0.0, Verdict.same), (0.0685, .same), (0.0686, .unclear), (-0.0685, .same),
      (-0.0686, .noGain),
    ])
  func theSame(size: Double, expected: Verdict) {
    #expect(verdict(size, size, 0.05) == expected)
  }

  @Test(
    "a claim has to hold at both ends",
    arguments: [
      (0.6, 0.3, Verdict.unclear), (0.6, 0.4, .likelyBetter), (0.6, 0.5, .better),
      (-0.9, -0.3, .noGain), (-0.9, 0.1, .unclear), (-0.9, -0.87, .worse), (-0.2, -0.1, .noGain),
    ])
  func aClaimHasToHoldAtBothEnds(one: Double, other: Double, expected: Verdict) {
    #expect(verdict(one, other) == expected)
    #expect(verdict(other, one) == expected)
  }

  @Test("where scores decided who is helped, the score end alone counts")
  func chosenByScores() {
    #expect(verdict(0.6, -0.5, chosenBy: .scores) == .better)
    #expect(verdict(-0.5, 0.6, chosenBy: .scores) == .noGain)
    #expect(verdict(-0.9, 0.6, chosenBy: .scores) == .worse)
  }

  @Test("where need decided who is helped, the need end counts and says likely at most")
  func chosenByNeed() {
    #expect(verdict(-0.5, 0.6, chosenBy: .need) == .likelyBetter)
    #expect(verdict(-0.5, 0.4, chosenBy: .need) == .likelyBetter)
    #expect(verdict(0.6, -0.5, chosenBy: .need) == .noGain)
    #expect(verdict(0.6, -0.9, chosenBy: .need) == .worse)
  }

  @Test(
    "where both decided, or nobody says, both ends count", arguments: [ChosenBy.both, .unknown])
  func chosenByBoth(chosenBy: ChosenBy) {
    for (one, other) in [(0.6, 0.3), (0.6, 0.5), (-0.9, 0.1), (-0.2, -0.1)] {
      #expect(verdict(one, other, chosenBy: chosenBy) == verdict(one, other))
    }
  }

  @Test("the thresholds are settings")
  func theThresholdsAreSettings() {
    var settings = EvidenceSettings()
    func verdict(_ size: Double) -> Verdict {
      Verdict(MadeUpEffect.sizes(size, size, 0.3), chosenBy: nil, settings)
    }
    // P(better) of 0.4 is 0.681324.
    settings.better = 0.6813
    #expect(verdict(0.4) == .better)
    settings.better = 0.6814
    settings.likelyBetter = 0.6814
    #expect(verdict(0.4) == .unclear)
    settings.noGain = 0.6814
    #expect(verdict(0.4) == .noGain)
    settings.same = 0.2
    #expect(verdict(0.4) == .same)
    settings.worse = 0.07
    #expect(verdict(0.4) == .worse)
    // Over 0.2 lies a half of 0.4 ± 0.3, whose posterior has the mean 0.2.
    settings = EvidenceSettings()
    settings.smallestEffect = 0.2
    let better = Probabilities(MadeUpEffect.sizes(0.4, 0.4, 0.3), settings).better
    #expect(abs(better.lowerBound - 0.5) < 1e-12 && abs(better.upperBound - 0.5) < 1e-12)
  }

  /// FIELD's table, at the borders of its rows.
  @Test(
    "months of progress follow the published table",
    arguments: [
      (0.0, 0), (0.044, 0), (0.045, 1), (0.09, 1), (0.0949, 1), (0.095, 2), (0.18, 2), (0.19, 3),
      (0.26, 3), (0.27, 4), (0.35, 4), (0.36, 5), (0.44, 5), (0.45, 6), (0.52, 6), (0.53, 7),
      (0.61, 7), (0.62, 8), (0.69, 8), (0.70, 9), (0.78, 9), (0.79, 10), (0.87, 10), (0.88, 11),
      (0.95, 11), (0.96, 12), (2.5, 12),
    ])
  func monthsOfProgress(size: Double, months: Int) {
    let limits = ThresholdSettings().monthsOfProgress
    #expect(MonthsOfProgress.of(size, limits: limits) == months)
    #expect(MonthsOfProgress.of(-size, limits: limits) == -months)
  }
}

/// METHOD §7: the strength of evidence.
@Suite struct EvidenceStrengthTests {
  @Test(
    "strength follows from the number of pupils",
    arguments: [
      (Basis.twoPredictions, 30, 4), (.twoPredictions, 29, 3), (.twoPredictions, 10, 3),
      (.twoPredictions, 9, 2), (.twoPredictions, 5, 2), (.twoPredictions, 4, 0),
      (.expectedProgress, 40, 1), (.expectedProgress, 5, 1), (.none, 40, 0),
    ])
  func strengthByPupils(basis: Basis, pupils: Int, strength: Int) {
    #expect(
      EvidenceStrength.of(
        basis, pupils: pupils, attrition: 0.2, comparedShare: 0.7, beyond: 0.25) == strength)
  }

  @Test("strength is lower where data are missing or the answer leans on the fit")
  func strengthIsLessWhereSomethingIsMissing() {
    func strength(
      _ basis: Basis = .twoPredictions, attrition: Double = 0, share: Double = 1,
      beyond: Double? = 0
    ) -> Int {
      EvidenceStrength.of(
        basis, pupils: 30, attrition: attrition, comparedShare: share, beyond: beyond)
    }
    #expect(strength() == 4)
    #expect(strength(attrition: 0.21) == 3)
    #expect(strength(attrition: 0.41) == 2)
    #expect(strength(share: 0.69) == 3)
    #expect(strength(beyond: 0.26) == 3)
    #expect(strength(beyond: nil) == 4)
    #expect(strength(attrition: 0.41, share: 0.69, beyond: 0.26) == 0)
    #expect(strength(.expectedProgress, share: 0) == 1)
    #expect(strength(.expectedProgress, attrition: 0.41) == 0)
    #expect(strength(.none, attrition: 0.5) == 0)
  }
}
