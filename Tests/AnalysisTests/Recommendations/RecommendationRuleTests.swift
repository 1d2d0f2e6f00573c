import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// The table of recommendations: each line on each side of each of its thresholds.
@Suite struct RecommendationRuleTests {
  private let thresholds = ThresholdSettings()

  /// Facts of an ordinary programme: attended, tested, in the usual form.
  private func facts(
    _ verdict: Verdict, _ strength: Int, change: (inout RecommendationFacts) -> Void = { _ in }
  ) -> RecommendationFacts {
    var facts = RecommendationFacts()
    facts.verdict = verdict
    facts.strength = strength
    facts.isPooled = true
    facts.attendance = 0.9
    facts.attrition = 0.1
    facts.sessionsPerWeek = 3
    facts.minutesPerSession = 30
    facts.weeks = 10
    facts.groupSize = 4
    facts.spread = 1
    facts.costPerMonth = 50
    facts.trend = .notShown
    change(&facts)
    return facts
  }

  /// The line, from 1, and what it recommends.
  private func line(_ facts: RecommendationFacts) -> (Int, Recommendation)? {
    let rules = RecommendationRule.standard
    return RecommendationRule.first(of: rules, facts, thresholds).map {
      ($0 + 1, rules[$0].recommend)
    }
  }

  private func expect(
    _ number: Int, _ recommend: Recommendation, _ facts: RecommendationFacts,
    at location: SourceLocation = #_sourceLocation
  ) {
    let found = line(facts)
    #expect(found?.0 == number, sourceLocation: location)
    #expect(found?.1 == recommend, sourceLocation: location)
  }

  private static let notBetter: [Verdict] = [.worse, .same, .noGain, .unclear]

  @Test("an intervention that was not attended is not judged", arguments: notBetter)
  func whatWasNotAttendedIsNotJudged(verdict: Verdict) {
    for strength in 0...4 {
      expect(1, .checkDelivery, facts(verdict, strength) { $0.attendance = 0.799 })
      #expect(line(facts(verdict, strength) { $0.attendance = 0.8 })?.0 != 1)
      #expect(line(facts(verdict, strength) { $0.attendance = nil })?.0 != 1)
    }
    expect(4, .continue, facts(.better, 2) { $0.attendance = 0.5 })
  }

  @Test("harm asks for a look before anything is stopped", arguments: 0...4)
  func harmAsksForALook(strength: Int) {
    expect(2, .checkDelivery, facts(.worse, strength))
    expect(2, .checkDelivery, facts(.worse, strength) { $0.isContradicted = true })
  }

  @Test(
    "what helps, or likely helps, continues; in larger groups where it is costly",
    arguments: [Verdict.better, .likelyBetter])
  func whatHelpsGoesOn(verdict: Verdict) {
    for strength in 0...4 { expect(4, .continue, facts(verdict, strength)) }
    func costly(_ cost: Double?, _ size: Double?, _ strength: Int = 2) -> RecommendationFacts {
      facts(verdict, strength) {
        $0.costPerMonth = cost
        $0.groupSize = size
      }
    }
    expect(3, .varyGroupSize, costly(300.01, 3))
    expect(4, .continue, costly(300.01, 3, 1))
    expect(4, .continue, costly(300, 3))
    expect(4, .continue, costly(300.01, 3.01))
    expect(4, .continue, costly(nil, 1))
    expect(4, .continue, costly(1000, nil))
  }

  @Test("many missing tests come first", arguments: [Verdict.same, .noGain, .unclear])
  func manyMissingTestsComeFirst(verdict: Verdict) {
    func missing(_ share: Double) -> RecommendationFacts {
      facts(verdict, 3) {
        $0.attrition = share
        $0.sessionsPerWeek = 1
      }
    }
    expect(5, .assess, missing(0.201))
    #expect(line(missing(0.2))?.0 == (verdict == .unclear ? 12 : 7))
  }

  @Test(
    "a fall in progress asks for a check of delivery",
    arguments: [Verdict.same, .noGain, .unclear])
  func aFallAsksForALookAtTheDelivery(verdict: Verdict) {
    expect(6, .checkDelivery, facts(verdict, 1) { $0.trend = .lower })
    #expect(line(facts(verdict, 1) { $0.trend = .higher })?.0 == 12)
    #expect(line(facts(verdict, 1) { $0.trend = nil })?.0 == 12)
  }

  /// What is done otherwise than usual, with the line that says so, and the same at the threshold.
  private static let forms:
    [(Int, Recommendation, [@Sendable (inout RecommendationFacts) -> Void])] = [
      (
        7, .varyFrequency,
        [
          { $0.sessionsPerWeek = 2.99 }, { $0.sessionsPerWeek = 5.01 },
        ]
      ),
      (
        8, .varyDuration,
        [
          { $0.minutesPerSession = 19.9 }, { $0.minutesPerSession = 50.1 }, { $0.weeks = 7.9 },
          { $0.weeks = 20.1 },
        ]
      ),
      (9, .varyGroupSize, [{ $0.groupSize = 6.01 }]),
      (10, .varyPupils, [{ $0.spread = 1.51 }]),
    ]

  private static let usual: [@Sendable (inout RecommendationFacts) -> Void] = [
    { $0.sessionsPerWeek = 3 }, { $0.sessionsPerWeek = 5 }, { $0.minutesPerSession = 20 },
    { $0.minutesPerSession = 50 }, { $0.weeks = 8 }, { $0.weeks = 20 }, { $0.groupSize = 6 },
    { $0.spread = 1.5 },
  ]

  @Test("no gain on evidence of 2 or more asks for a change of what is unusual first")
  func theUsualPatternIsTriedFirst() {
    for verdict in [Verdict.same, .noGain] {
      for (number, recommend, changes) in Self.forms {
        for change in changes {
          expect(number, recommend, facts(verdict, 2, change: change))
          expect(12, .assess, facts(verdict, 1, change: change))
          expect(12, .assess, facts(.unclear, 4, change: change))
        }
      }
      for change in Self.usual { expect(11, .stopOrReplace, facts(verdict, 2, change: change)) }
    }
  }

  @Test("no gain in the usual form is replaced", arguments: [Verdict.same, .noGain])
  func noGainInTheUsualFormIsReplaced(verdict: Verdict) {
    expect(11, .stopOrReplace, facts(verdict, 2))
    expect(11, .stopOrReplace, facts(verdict, 4))
    expect(12, .assess, facts(verdict, 1))
    expect(12, .assess, facts(verdict, 4) { $0.isContradicted = true })
  }

  @Test("nothing is stopped on one term, whatever line asks for it", arguments: Verdict.allCases)
  func nothingIsStoppedOnOneTerm(verdict: Verdict) {
    for strength in 0...4 {
      let facts = facts(verdict, strength) { $0.isPooled = false }
      #expect(line(facts)?.1 != .stopOrReplace)
      let stop = RecommendationRule(.stopOrReplace, [.worse, .same, .noGain], evidence: 2)
      #expect(!stop.holds(facts, thresholds))
    }
  }

  @Test("everything else is assessed")
  func theRestIsAssessed() {
    for verdict in [Verdict.tooFew, .notJudged, .countsOnly] {
      for strength in 0...4 {
        expect(12, .assess, facts(verdict, strength) { $0.attendance = 0.1 })
        expect(12, .assess, facts(.unclear, strength))
      }
    }
  }

  @Test("where no line holds, no line recommends anything")
  func whereNoLineHoldsNothingIsRecommendedByOne() {
    #expect(RecommendationRule.first(of: [], facts(.better, 4), thresholds) == nil)
  }

  /// Whatever school.yml says.
  @Test("a line that stops on weak or unclear evidence never holds")
  func aLineThatStopsOnWeakOrUnclearEvidenceNeverHolds() {
    for verdict in Verdict.allCases {
      for strength in 0...4 {
        let lines = [
          RecommendationRule(.stopOrReplace, [verdict], evidence: strength),
          RecommendationRule(.stopOrReplace, Verdict.allCases, evidence: strength),
        ]
        for line in lines where line.holds(facts(verdict, 4), thresholds) {
          #expect([.worse, .same, .noGain].contains(verdict))
          #expect(line.verdicts == [verdict])
          #expect(strength >= 2)
        }
      }
    }
  }

  @Test("the thresholds are settings")
  func theThresholdsAreSettings() {
    var settings = ThresholdSettings()
    settings.lowAttendance = 0.95
    settings.usualSessionsPerWeek = [1, 2]
    let rules = RecommendationRule.standard
    #expect(RecommendationRule.first(of: rules, facts(.noGain, 3), settings) == 0)
    settings.lowAttendance = 0
    #expect(RecommendationRule.first(of: rules, facts(.noGain, 3), settings) == 6)
  }
}
