import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// Making the evidence stronger in the same direction never moves a recommendation the other way:
/// towards stopping what helps, or towards going on with what does not.
///
/// Evidence points to better where both effects lie over the smallest effect that matters, to worse
/// where both lie under minus that, and to no difference where both lie between. It becomes stronger
/// by more pupils with the same effects, and, for better and worse, by effects that lie further out.
@Suite struct StrongerEvidenceTests {
  private let thresholds = ThresholdSettings()

  /// An intervention's figures, but for how much evidence there is.
  private struct Case {
    var effects: (Double, Double)
    /// The standard error of one pupil's effect.
    var spread: Double
    var pupils: Int
    var attrition: Double
    var facts: RecommendationFacts
    var cost: Double
  }

  private func drawn(_ random: inout SeededGenerator) -> Case {
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    var facts = RecommendationFacts()
    facts.attendance = draw(0.5...1)
    facts.sessionsPerWeek = draw(1...6)
    facts.minutesPerSession = draw(5...60)
    facts.weeks = draw(4...24)
    facts.groupSize = draw(1...10)
    facts.spread = draw(0.5...2)
    facts.trend = [nil, .lower, .higher, .notShown].randomElement(using: &random) ?? nil
    let furthest = Bool.random(using: &random) ? 0.8 : 0.15
    let middle = draw(-furthest...furthest)
    let width = draw(0...0.05)
    return Case(
      effects: (middle - width, middle + width), spread: draw(0.1...1),
      pupils: Int.random(in: 2...60, using: &random), attrition: draw(0...0.5), facts: facts,
      cost: draw(0...2000))
  }

  private func recommendation(_ one: Case) -> Recommendation {
    var facts = one.facts
    facts.attrition = one.attrition
    if one.pupils >= thresholds.minimumPupils {
      let error = one.spread / Double(one.pupils).squareRoot()
      func probabilities(_ effect: Double) -> Probabilities {
        let size = size(effect, error)
        return Probabilities(
          size, priorSD: thresholds.priorSd, smallestEffect: thresholds.smallestEffect)
      }
      let both = Probabilities(probabilities(one.effects.0), probabilities(one.effects.1))
      facts.verdict = Verdict(both, basis: .similarPupils, needed: thresholds.probability)
      facts.strength = EvidenceStrength.of(
        .similarPupils, pupils: one.pupils, attrition: one.attrition, matchedShare: 1,
        baselineDifference: 0)
      let months = MonthsOfProgress.of(
        min(one.effects.0, one.effects.1), limits: thresholds.monthsOfProgress)
      facts.costPerMonth = months > 0 ? one.cost / Double(months) : nil
    }
    let rules = RecommendationRule.standard
    return RecommendationRule.first(of: rules, facts, thresholds)
      .map { rules[$0].recommend } ?? .assess
  }

  private func size(_ value: Double, _ error: Double) -> EffectSize {
    Effect(pupils: 20, episodes: 20, value: value, variance: error * error, sd: Self.sd).size
  }

  private static let sd: ReferenceSD = {
    var measure = Measure(name: "M", kind: .points)
    measure.sd = 1
    let data = SchoolBuilder().data
    let strata = Strata(
      data: data, cohorts: Cohorts([]),
      terms: TermNumbers(data.lastDate...data.lastDate, calendar: .standard), asOf: data.lastDate)
    guard let sd = ReferenceSD(measure, at: 0, strata: strata) else {
      preconditionFailure("an SD was given")
    }
    return sd
  }()

  /// Against, neither, for.
  private func side(_ recommendation: Recommendation) -> Int {
    switch recommendation {
    case .stopOrReplace: -1
    case .continue: 1
    case .varyFrequency, .varyDuration, .varyGroupSize, .varyPupils, .checkDelivery, .assess: 0
    }
  }

  @Test("stronger evidence never reverses a recommendation")
  func strongerEvidenceNeverTurnsARecommendationRound() {
    var random = SeededGenerator(seed: 6)
    var moved = [0, 0, 0]
    for _ in 0..<20_000 {
      let before = drawn(&random)
      let ends = [before.effects.0, before.effects.1]
      let least = thresholds.smallestEffect
      let direction: Int
      if ends.allSatisfy({ $0 > least }) {
        direction = 1
      } else if ends.allSatisfy({ $0 < -least }) {
        direction = -1
      } else if ends.allSatisfy({ abs($0) < least }) {
        direction = 0
      } else {
        continue
      }
      var after = before
      after.pupils = before.pupils * Int.random(in: 1...20, using: &random)
      if direction != 0 {
        let factor = Double.random(in: 1...2, using: &random)
        after.effects = (before.effects.0 * factor, before.effects.1 * factor)
      }
      let (old, new) = (side(recommendation(before)), side(recommendation(after)))
      // No difference is a reason to replace what takes time and money.
      if direction > 0 { #expect(new >= old) } else { #expect(new <= old) }
      if new != old { moved[direction + 1] += 1 }
    }
    // The draws reach every direction.
    #expect(moved.allSatisfy { $0 > 20 }, "\(moved)")
  }
}
