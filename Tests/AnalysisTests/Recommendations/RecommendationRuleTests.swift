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

  @Test(
    "an intervention that was not attended is not judged",
    arguments: [Verdict.worse, .same, .unclear])
  func whatWasNotAttendedIsNotJudged(verdict: Verdict) {
    for strength in 0...4 {
      expect(1, .checkDelivery, facts(verdict, strength) { $0.attendance = 0.799 })
      #expect(line(facts(verdict, strength) { $0.attendance = 0.8 })?.0 != 1)
      #expect(line(facts(verdict, strength) { $0.attendance = nil })?.0 != 1)
    }
    expect(5, .continue, facts(.better, 2) { $0.attendance = 0.5 })
  }

  @Test("only firm evidence of harm stops anything")
  func onlyFirmEvidenceOfHarmStopsAnything() {
    expect(2, .stopOrReplace, facts(.worse, 3))
    expect(2, .stopOrReplace, facts(.worse, 4))
    expect(3, .checkDelivery, facts(.worse, 2))
    expect(3, .checkDelivery, facts(.worse, 0))
  }

  @Test("nothing is stopped while measures disagree")
  func nothingIsStoppedWhileMeasuresDisagree() {
    expect(3, .checkDelivery, facts(.worse, 4) { $0.isContradicted = true })
    expect(13, .assess, facts(.same, 4) { $0.isContradicted = true })
  }

  @Test("what helps continues, in larger groups where it is costly")
  func whatHelpsGoesOnAndWhatIsCostlyTakesOthersIn() {
    expect(5, .continue, facts(.better, 2))
    expect(13, .assess, facts(.better, 1))
    func costly(_ cost: Double?, _ size: Double?) -> RecommendationFacts {
      facts(.better, 3) {
        $0.costPerMonth = cost
        $0.groupSize = size
      }
    }
    expect(4, .varyGroupSize, costly(300.01, 3))
    expect(5, .continue, costly(300, 3))
    expect(5, .continue, costly(300.01, 3.01))
    expect(5, .continue, costly(nil, 1))
    expect(5, .continue, costly(1000, nil))
  }

  @Test("many missing tests come first", arguments: [Verdict.same, .unclear])
  func manyMissingTestsComeFirst(verdict: Verdict) {
    func missing(_ share: Double) -> RecommendationFacts {
      facts(verdict, 3) {
        $0.attrition = share
        $0.sessionsPerWeek = 1
      }
    }
    expect(6, .assess, missing(0.201))
    expect(8, .varyFrequency, missing(0.2))
  }

  @Test("a fall in progress asks for a check of delivery", arguments: [Verdict.same, .unclear])
  func aFallAsksForALookAtTheDelivery(verdict: Verdict) {
    expect(7, .checkDelivery, facts(verdict, 1) { $0.trend = .lower })
    #expect(line(facts(verdict, 1) { $0.trend = .higher })?.0 == 13)
    #expect(line(facts(verdict, 1) { $0.trend = nil })?.0 == 13)
  }

  @Test("the usual pattern is tried on firm evidence only", arguments: [Verdict.same, .unclear])
  func theUsualPatternIsTriedOnFirmEvidenceOnly(verdict: Verdict) {
    let otherwise = verdict == .same ? 12 : 13
    func sessions(_ number: Double, _ strength: Int = 3) -> RecommendationFacts {
      facts(verdict, strength) { $0.sessionsPerWeek = number }
    }
    expect(8, .varyFrequency, sessions(2.99))
    expect(8, .varyFrequency, sessions(5.01))
    #expect(line(sessions(3))?.0 == otherwise)
    #expect(line(sessions(5))?.0 == otherwise)
    expect(13, .assess, sessions(2, 2))
    func minutes(_ number: Double) -> RecommendationFacts {
      facts(verdict, 3) { $0.minutesPerSession = number }
    }
    expect(9, .varyDuration, minutes(19.9))
    expect(9, .varyDuration, minutes(50.1))
    #expect(line(minutes(20))?.0 == otherwise)
    #expect(line(minutes(50))?.0 == otherwise)
    func weeks(_ number: Double) -> RecommendationFacts {
      facts(verdict, 3) { $0.weeks = number }
    }
    expect(9, .varyDuration, weeks(7.9))
    expect(9, .varyDuration, weeks(20.1))
    #expect(line(weeks(8))?.0 == otherwise)
    #expect(line(weeks(20))?.0 == otherwise)
    func size(_ number: Double) -> RecommendationFacts {
      facts(verdict, 3) { $0.groupSize = number }
    }
    expect(10, .varyGroupSize, size(6.01))
    #expect(line(size(6))?.0 == otherwise)
    func spread(_ number: Double) -> RecommendationFacts {
      facts(verdict, 3) { $0.spread = number }
    }
    expect(11, .varyPupils, spread(1.51))
    #expect(line(spread(1.5))?.0 == otherwise)
  }

  @Test("no difference on firm evidence in the usual form is replaced")
  func noDifferenceOnFirmEvidenceInTheUsualFormIsReplaced() {
    expect(12, .stopOrReplace, facts(.same, 3))
    expect(13, .assess, facts(.same, 2))
  }

  @Test("everything else is assessed")
  func theRestIsAssessed() {
    for strength in 0...4 {
      expect(13, .assess, facts(.tooFew, strength) { $0.attendance = 0.1 })
      expect(13, .assess, facts(.unclear, strength))
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
          #expect([.worse, .same].contains(verdict))
          #expect(line.verdicts == [verdict])
          #expect(strength >= 3)
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
    #expect(RecommendationRule.first(of: rules, facts(.unclear, 3), settings) == 0)
    settings.lowAttendance = 0
    #expect(RecommendationRule.first(of: rules, facts(.unclear, 3), settings) == 7)
  }
}
