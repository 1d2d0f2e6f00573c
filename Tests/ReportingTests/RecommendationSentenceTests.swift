import ProvisionModel
import TestSupport
import Testing

@testable import Analysis
@testable import Reporting

/// Why something is recommended, and the decision that is drafted from it.
@Suite struct RecommendationSentenceTests {
  private let data: SchoolData = {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    _ = school.intervention("Catch-up")
    return school.data
  }()

  /// A recommendation by a line of the table, with facts that meet all of its conditions.
  private func recommendation(
    line: Int?, verdict: Verdict, change: (inout RecommendationFacts) -> Void = { _ in }
  ) -> InterventionRecommendation {
    var facts = RecommendationFacts()
    facts.verdict = verdict
    facts.strength = 3
    facts.attendance = 0.71
    facts.attrition = 0.3
    facts.sessionsPerWeek = 2
    facts.minutesPerSession = 15
    facts.weeks = 6
    facts.groupSize = 8
    facts.spread = 1.8
    facts.costPerMonth = 412.4
    facts.trend = .lower
    change(&facts)
    let rule = line.map { $0 - 1 }
    return InterventionRecommendation(
      school: 0, intervention: 0,
      recommend: rule.map { data.settings.recommendations[$0].recommend } ?? .assess, rule: rule,
      facts: facts, period: .year, measure: 0, row: nil, isVariedNow: false, needed: nil,
      groups: [])
  }

  private func sentence(_ recommendation: InterventionRecommendation) -> String {
    RecommendationSentence(recommendation, data: data, isCounted: true).text.plain
  }

  /// Every line with every verdict that it names, and no line at all.
  private static let lines: [(Int?, Verdict)] =
    RecommendationRule.standard.enumerated().flatMap { index, rule in
      rule.verdicts.map { (index + 1, $0) }
    } + [(nil, .unclear)]

  @Test("every recommendation has a reason in one sentence", arguments: lines)
  func everyRecommendationHasAReasonInOneSentence(
    line: Int?, verdict: Verdict
  ) {
    let text = sentence(recommendation(line: line, verdict: verdict))
    #expect(text.count > 40)
    #expect(text.hasSuffix("."))
    #expect(!text.dropLast().contains(". "), "\(text)")
    #expect(text.first?.isUppercase == true)
    #expect(!text.contains("  ") && !text.contains(" ,"))
  }

  @Test("conditions are told by their figures")
  func conditionsAreToldByTheirFigures() {
    func text(_ line: Int, _ verdict: Verdict = .noGain) -> String {
      sentence(recommendation(line: line, verdict: verdict))
    }
    #expect(text(1).contains("only 71% of the planned sessions were attended"))
    #expect(text(7).contains("it is given 2 times a week"))
    #expect(text(7).contains("3 to 5"))
    #expect(text(8).contains("a session lasts 15 minutes"))
    #expect(text(8).contains("it lasts 6 weeks"))
    #expect(text(9).contains("its groups have 8 pupils, more than 6"))
    #expect(text(10).contains("1.8 times as far apart"))
    #expect(text(3, .better).contains("a month of progress costs £412 a pupil"))
    #expect(text(2, .worse).contains("evidence 3 of 4"))
  }

  @Test("who may not count pupils is told no number of them")
  func whoMayNotCountPupilsIsToldNoNumberOfThem() {
    let found = recommendation(line: 9, verdict: .noGain)
    let text = RecommendationSentence(found, data: data, isCounted: false).text.plain
    #expect(text.contains("its groups have more than 6 pupils"))
    #expect(!text.contains("8"))
  }

  @Test("what is rounded to the threshold is told with more decimals")
  func whatIsRoundedToTheThresholdIsToldWithMoreDecimals() {
    let attended = recommendation(line: 1, verdict: .unclear) { $0.attendance = 0.797 }
    #expect(sentence(attended).contains("only 79.7% of the planned sessions"))
    let often = recommendation(line: 7, verdict: .noGain) { $0.sessionsPerWeek = 2.966 }
    #expect(sentence(often).contains("it is given 2.97 times a week"))
    let large = recommendation(line: 9, verdict: .noGain) { $0.groupSize = 6.04 }
    #expect(sentence(large).contains("its groups have 6.04 pupils, more than 6"))
    func governors(_ found: InterventionRecommendation) -> String {
      RecommendationSentence(found, data: data, isCounted: false).text.plain
    }
    #expect(governors(attended).contains("only just under 80% of the planned sessions"))
    #expect(governors(often).contains("it is given just under 3 times a week"))
    #expect(draft(7) { $0.sessionsPerWeek = 2.966 } == (.vary, "From 2.97 to 3 sessions a week"))
    #expect(draft(1) { $0.attendance = 0.797 } == (.vary, "Attendance from 79.7% to at least 80%"))
  }

  @Test("another test on which pupils did better too is no disagreement")
  func anotherTestOnWhichPupilsDidBetterTooIsNoDisagreement() {
    func text(_ line: Int, _ verdict: Verdict) -> String {
      sentence(recommendation(line: line, verdict: verdict) { $0.isContradicted = true })
    }
    #expect(!text(4, .better).contains("though"))
    #expect(!text(4, .likelyBetter).contains("though"))
    #expect(text(2, .worse).contains(", though pupils did better on another test"))
  }

  @Test("how many more terms an answer takes is said, or that none is in sight")
  func howManyMoreTermsAnAnswerTakesIsSaid() {
    func text(_ needed: TermsNeeded?) -> String {
      var found = recommendation(line: 12, verdict: .unclear)
      found.needed = needed
      found.row = Self.row
      return sentence(found)
    }
    #expect(text(TermsNeeded(known: 3, more: 2)).contains("about 2 more terms would show it"))
    #expect(text(TermsNeeded(known: 3, more: 1)).contains("about 1 more term would show it"))
    #expect(text(TermsNeeded(known: 3, more: nil)).contains("no answer is in sight"))
    #expect(!text(nil).contains("term would") && !text(nil).contains("in sight"))
  }

  @Test("who finished before it was varied did finish it")
  func whoFinishedBeforeItWasVariedDidFinishIt() {
    var found = recommendation(line: 12, verdict: .tooFew)
    #expect(sentence(found).hasPrefix("No pupil has finished it yet"))
    found.isVariedNow = true
    #expect(
      sentence(found).hasPrefix("In this term, in which it was varied, no pupil has finished it"))
  }

  /// A row of three pupils who finished it.
  private static let row: InterventionProgress = {
    var school = SchoolBuilder()
    let reading = school.measure("Reading")
    for pupil in ["P1", "P2", "P3"] {
      school.row(pupil, from: day("2026-01-05"), to: day("2026-03-20")) { $0.measures = [reading] }
    }
    let evaluation = Evaluation(data: school.data)
    return evaluation.interventions.first { $0.measure != nil }!
  }()

  @Test("worse on another test is told beside better")
  func worseOnAnotherTestIsToldBesideBetter() {
    let found = recommendation(line: 4, verdict: .better) { $0.isWorseElsewhere = true }
    #expect(sentence(found).contains("though pupils did worse on another test"))
    let text = RecommendationSentence(found, data: data, isCounted: false).text.plain
    #expect(!text.contains("another test"))
  }

  private func draft(
    _ line: Int, _ verdict: Verdict = .unclear,
    change: (inout RecommendationFacts) -> Void = { _ in }
  ) -> (DecisionKind, String) {
    let draft = DecisionDraft(
      recommendation(line: line, verdict: verdict, change: change),
      thresholds: data.settings.thresholds)
    return (draft.kind, draft.change)
  }

  @Test("the draft says what is to become what")
  func theDraftSaysWhatIsToBecomeWhat() {
    #expect(draft(1) == (.vary, "Attendance from 71% to at least 80%"))
    #expect(draft(11, .noGain) == (.stop, ""))
    #expect(draft(2, .worse) { $0.attendance = 0.9 } == (.continue, ""))
    #expect(draft(4, .better) == (.continue, ""))
    #expect(draft(7) == (.vary, "From 2 to 3 sessions a week"))
    #expect(draft(7) { $0.sessionsPerWeek = 6 } == (.vary, "From 6 to 5 sessions a week"))
    #expect(draft(8) == (.vary, "From 15 to 20 minutes a session"))
    #expect(draft(8) { $0.minutesPerSession = 30 } == (.vary, "From 6 to 8 weeks"))
    #expect(draft(9) == (.vary, "From 8 to 6 pupils in a group"))
    #expect(
      draft(3, .better) { $0.groupSize = 1 } == (.vary, "From 1 to 2 pupils in a group"))
    #expect(draft(10) == (.vary, "Other pupils"))
    #expect(draft(12) == (.continue, ""))
  }
}
