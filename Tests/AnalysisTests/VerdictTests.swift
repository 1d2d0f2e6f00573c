import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §5–7: what is made of effects, on each side of every threshold.
@Suite struct VerdictTests {
  private func probabilities(
    better: Double = 0, same: Double = 0, worse: Double = 0
  ) -> Probabilities {
    var found = Probabilities(size(0, 0.1), priorSD: 0.3, smallestEffect: 0.1)
    (found.better, found.same, found.worse) = (better, same, worse)
    return found
  }

  /// An effect size of that standard error.
  private func size(_ value: Double, _ error: Double) -> EffectSize {
    effect(value, error).size
  }

  private func effect(_ value: Double, _ error: Double, pupils: Int = 20) -> Effect {
    var measure = Measure(name: "M", kind: .points)
    measure.sd = 1
    let data = SchoolBuilder().data
    let strata = Strata(
      data: data, cohorts: Cohorts([]),
      terms: TermNumbers(data.lastDate...data.lastDate, calendar: .standard), asOf: data.lastDate)
    guard let sd = ReferenceSD(measure, at: 0, strata: strata) else {
      preconditionFailure("an SD was given")
    }
    return Effect(
      pupils: pupils, episodes: pupils, value: value, variance: error * error, sd: sd)
  }

  @Test("a claim needs a probability of three quarters", arguments: Verdict.allCases)
  func aClaimNeedsThreeQuarters(verdict: Verdict) {
    func verdictOf(_ probability: Double) -> Verdict {
      let known =
        switch verdict {
        case .better: probabilities(better: probability)
        case .worse: probabilities(worse: probability)
        default: probabilities(same: probability)
        }
      return Verdict(known, basis: .similarPupils, needed: 0.75)
    }
    guard verdict != .unclear, verdict != .tooFew else { return }
    #expect(verdictOf(0.75) == verdict)
    #expect(verdictOf(0.7499) == .unclear)
  }

  @Test("growth alone can only say worse")
  func growthAloneMayOnlySayWorse() {
    func verdict(_ known: Probabilities) -> Verdict {
      Verdict(known, basis: .classmates, needed: 0.75)
    }
    #expect(verdict(probabilities(better: 0.99)) == .unclear)
    #expect(verdict(probabilities(same: 0.99)) == .unclear)
    #expect(verdict(probabilities(worse: 0.75)) == .worse)
  }

  @Test("without a basis there are too few pupils")
  func withoutABasisThereAreTooFew() {
    #expect(Verdict(nil, basis: .none, needed: 0.75) == .tooFew)
  }

  /// By hand: prior 0.3² = 0.09, likelihood 0.4 ± 0.3: mean 0.2, variance 0.045, so that over 0.1 lies
  /// Φ(0.1 ÷ 0.212132) = Φ(0.471405) = 0.681324 and under −0.1 Φ(−1.414214) = 0.078650.
  @Test("the posterior is half way between the means of equal precisions")
  func thePosteriorIsHalfWayBetweenEqualPrecisions() {
    let found = Probabilities(size(0.4, 0.3), priorSD: 0.3, smallestEffect: 0.1)
    #expect(abs(found.better - 0.681324) < 1e-6)
    #expect(abs(found.worse - 0.078650) < 1e-6)
    #expect(abs(found.same - (1 - 0.681324 - 0.078650)) < 1e-6)
  }

  @Test("an effect without error is not shrunk")
  func anEffectWithoutErrorIsWhatItIs() {
    let found = Probabilities(size(0.2, 0), priorSD: 0.3, smallestEffect: 0.1)
    #expect((found.better, found.same, found.worse) == (1, 0, 0))
  }

  @Test("of two contrasts the smaller probability counts")
  func atBothEndsTheSmallerCounts() {
    let both = Probabilities(
      probabilities(better: 0.9, same: 0.1, worse: 0),
      probabilities(better: 0.4, same: 0.5, worse: 0.1))
    #expect(both == probabilities(better: 0.4, same: 0.1, worse: 0))
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

  @Test("the basis is the best comparison that there is")
  func basisIsTheBestThatThereIs() {
    let some = effect(0, 1)
    #expect(Basis(matched: some, growth: some, expected: some) == .similarPupils)
    #expect(Basis(matched: nil, growth: some, expected: some) == .classmates)
    #expect(Basis(matched: nil, growth: nil, expected: some) == .expectedProgress)
    #expect(Basis(matched: nil, growth: nil, expected: nil) == .none)
  }

  @Test(
    "strength follows from the number of pupils",
    arguments: [
      (Basis.similarPupils, 30, 4), (.similarPupils, 29, 3), (.similarPupils, 10, 3),
      (.similarPupils, 9, 2), (.similarPupils, 5, 2), (.classmates, 10, 2), (.classmates, 9, 1),
      (.expectedProgress, 10, 2), (.expectedProgress, 9, 1), (.none, 40, 0), (.similarPupils, 4, 0),
      (.classmates, 4, 0), (.expectedProgress, 5, 1),
    ])
  func strengthByPupils(basis: Basis, pupils: Int, strength: Int) {
    #expect(
      EvidenceStrength.of(
        basis, pupils: pupils, attrition: 0.2, matchedShare: 0.7, baselineDifference: -0.25)
        == strength)
  }

  @Test("strength is lower where data are missing")
  func strengthIsLessWhereSomethingIsMissing() {
    func strength(
      _ basis: Basis = .similarPupils, attrition: Double = 0, share: Double = 1,
      difference: Double = 0
    ) -> Int {
      EvidenceStrength.of(
        basis, pupils: 30, attrition: attrition, matchedShare: share,
        baselineDifference: difference)
    }
    #expect(strength(attrition: 0.21) == 3)
    #expect(strength(attrition: 0.41) == 2)
    #expect(strength(share: 0.69) == 3)
    #expect(strength(difference: 0.26) == 3)
    #expect(strength(difference: -0.26) == 3)
    #expect(strength(attrition: 0.41, share: 0.69, difference: 0.26) == 0)
    #expect(strength(.classmates, share: 0, difference: 1) == 2)
    #expect(strength(.classmates, attrition: 0.41) == 0)
    #expect(strength(.none, attrition: 0.5) == 0)
  }

  /// METHOD §11: cohort mean 100, r = 0.8, group mean 80.
  @Test("the rise by chance follows the formula")
  func theRiseByChance() {
    #expect(abs(ChanceRise.rise(correlation: 0.8, mean: 100, ownMean: 80) - 4) < 1e-12)
  }
}
