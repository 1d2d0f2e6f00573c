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
  private let settings = EvidenceSettings()

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
    // Half of them are given as programmes usually are.
    let isUsual = Bool.random(using: &random)
    facts.attendance = draw(isUsual ? 0.8...1 : 0.5...1)
    facts.sessionsPerWeek = draw(isUsual ? 3...5 : 1...6)
    facts.minutesPerSession = draw(isUsual ? 20...50 : 5...60)
    facts.weeks = draw(isUsual ? 8...20 : 4...24)
    facts.groupSize = draw(isUsual ? 1...6 : 1...10)
    facts.spread = draw(isUsual ? 0.5...1.5 : 0.5...2)
    facts.trend = [nil, .lower, .higher, .notShown].randomElement(using: &random) ?? nil
    facts.isPooled = Bool.random(using: &random)
    facts.trend = [nil, .lower, .higher, .notShown].randomElement(using: &random) ?? nil
    let furthest = Bool.random(using: &random) ? 0.8 : 0.15
    let middle = draw(-furthest...furthest)
    let width = draw(0...0.05)
    return Case(
      effects: (middle - width, middle + width), spread: draw(0.1...1),
      pupils: Int.random(in: 2...60, using: &random), attrition: draw(0...0.5), facts: facts,
      cost: draw(0...2000))
  }

  private func side(_ one: Case) -> Int {
    var facts = one.facts
    facts.attrition = one.attrition
    if one.pupils >= thresholds.minimumPupils {
      let error = one.spread / Double(one.pupils).squareRoot()
      let sizes = MadeUpEffect.sizes(one.effects.0, one.effects.1, error)
      facts.verdict = Verdict(sizes, chosenBy: nil, settings)
      facts.strength = EvidenceStrength.of(
        .twoPredictions, pupils: one.pupils, attrition: one.attrition, comparedShare: 1, beyond: 0)
      let months = MonthsOfProgress.of(
        min(one.effects.0, one.effects.1), limits: thresholds.monthsOfProgress)
      facts.costPerMonth = months > 0 ? one.cost / Double(months) : nil
    }
    let rules = RecommendationRule.standard
    let rule = RecommendationRule.first(of: rules, facts, thresholds)
    return side(rule.map { rules[$0].recommend } ?? .assess, facts.verdict)
  }

  /// Against, neither, for. What helps and is costly goes on in larger groups.
  private func side(_ recommendation: Recommendation, _ verdict: Verdict) -> Int {
    switch recommendation {
    case .stopOrReplace: -1
    case .continue: 1
    case .varyGroupSize: verdict == .better || verdict == .likelyBetter ? 1 : 0
    case .varyFrequency, .varyDuration, .varyPupils, .checkDelivery, .assess: 0
    }
  }

  @Test("stronger evidence never reverses a recommendation")
  func strongerEvidenceNeverTurnsARecommendationRound() {
    var random = SeededGenerator(seed: 6)
    var moved = [0, 0, 0]
    for _ in 0..<20_000 {
      let before = drawn(&random)
      let ends = [before.effects.0, before.effects.1]
      let least = settings.smallestEffect
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
      let (old, new) = (side(before), side(after))
      // No difference is a reason to replace what takes time and money; harm asks for a look first.
      if direction > 0 { #expect(new >= old) } else { #expect(new < 1 || old == 1) }
      if new != old { moved[direction + 1] += 1 }
    }
    // The draws reach every direction.
    #expect(moved.allSatisfy { $0 > 20 }, "\(moved)")
  }
}
