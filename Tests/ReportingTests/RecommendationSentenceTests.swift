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
      school: "school", intervention: 0,
      recommend: rule.map { data.settings.recommendations[$0].recommend } ?? .assess, rule: rule,
      facts: facts, period: .year, measure: 0, row: nil, isVariedNow: false, needed: nil,
      groups: [])
  }

  private func sentence(_ recommendation: InterventionRecommendation) -> String {
    RecommendationSentence(recommendation, data: data, isCounted: true).text
  }

  /// Every line with every verdict that it names, and no line at all.
  private static let lines: [(Int?, Verdict)] =
    RecommendationRule.standard.enumerated().flatMap { index, rule in
      rule.verdicts.map { (index + 1, $0) }
    } + [(nil, .unclear)]

  @Test(arguments: lines) func everyRecommendationHasAReasonInOneSentence(
    line: Int?, verdict: Verdict
  ) {
    let text = sentence(recommendation(line: line, verdict: verdict))
    #expect(text.count > 40)
    #expect(text.hasSuffix("."))
    #expect(!text.dropLast().contains(". "), "\(text)")
    #expect(text.first?.isUppercase == true)
    #expect(!text.contains("  ") && !text.contains(" ,"))
  }

  @Test func conditionsAreToldByTheirFigures() {
    func text(_ line: Int, _ verdict: Verdict = .unclear) -> String {
      sentence(recommendation(line: line, verdict: verdict))
    }
    #expect(text(1).contains("only 71% of the planned sessions were attended"))
    #expect(text(8).contains("it is given 2 times a week"))
    #expect(text(8).contains("3 to 5"))
    #expect(text(9).contains("a session lasts 15 minutes"))
    #expect(text(9).contains("it lasts 6 weeks"))
    #expect(text(10).contains("its groups have 8 pupils, more than 6"))
    #expect(text(11).contains("1.8 times as far apart"))
    #expect(text(4, .better).contains("a month of progress costs £412 a pupil"))
    #expect(text(2, .worse).contains("evidence 3 of 4"))
  }

  @Test func whoMayNotCountPupilsIsToldNoNumberOfThem() {
    let found = recommendation(line: 10, verdict: .unclear)
    let text = RecommendationSentence(found, data: data, isCounted: false).text
    #expect(text.contains("its groups have more than 6 pupils"))
    #expect(!text.contains("8"))
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

  @Test func theDraftSaysWhatIsToBecomeWhat() {
    #expect(draft(1) == (.vary, "Attendance from 71% to at least 80%"))
    #expect(draft(2, .worse) == (.stop, ""))
    #expect(draft(3, .worse) { $0.attendance = 0.9 } == (.continue, ""))
    #expect(draft(5, .better) == (.continue, ""))
    #expect(draft(8) == (.vary, "From 2 to 3 sessions a week"))
    #expect(draft(8) { $0.sessionsPerWeek = 6 } == (.vary, "From 6 to 5 sessions a week"))
    #expect(draft(9) == (.vary, "From 15 to 20 minutes a session"))
    #expect(draft(9) { $0.minutesPerSession = 30 } == (.vary, "From 6 to 8 weeks"))
    #expect(draft(10) == (.vary, "From 8 to 6 pupils in a group"))
    #expect(
      draft(4, .better) { $0.groupSize = 1 } == (.vary, "From 1 to 2 pupils in a group"))
    #expect(draft(11) == (.vary, "Other pupils"))
    #expect(draft(13) == (.continue, ""))
  }
}
