import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// Each column of evidence holds the figure of its name.
@Suite struct InterventionEvidenceTests {
  /// Forty pupils of a year group with three tests, the first ten of them supported.
  private func school(
    attainment: Bool = true, classmates: Bool = true, chosenBy: ChosenBy? = nil
  ) -> SchoolBuilder {
    var chance = SeededGenerator(seed: 11)
    var school = SchoolBuilder()
    _ = school.measure("M") { $0.attainment = attainment }
    for index in 0..<(classmates ? 40 : 10) {
      let level = Double(Int.random(in: 85...105, using: &chance))
      for date in ["2025-12-01", "2026-03-16"] {
        let noise = Double(Int.random(in: -6...6, using: &chance))
        let help = index < 10 && date > "2026" ? 9.0 : 0
        school.score("P\(index)", 0, on: day(date), level + noise + help)
      }
      if index < 10 {
        school.row("P\(index)", from: day("2026-01-05"), to: day("2026-03-20")) {
          $0.measures = [0]
          $0.cost = 60
          $0.chosenBy = chosenBy
        }
      }
    }
    return school
  }

  private func term(_ school: SchoolBuilder) throws -> (InterventionProgress, [String: TableCell]) {
    let report = report(school)
    return (
      try #require(report.evaluation.interventions.first),
      try #require(rows(InterventionFigures.table, .senco, of: report).first)
    )
  }

  private func effectCells(_ name: String, _ effect: Effect?) -> [String: TableCell] {
    [
      "\(name)_effect": .number(effect?.value), "\(name)_se": .number(effect?.standardError),
      "\(name)_low": .number(effect?.interval.lowerBound),
      "\(name)_high": .number(effect?.interval.upperBound),
      "\(name)_g": .number(effect?.size.value),
      "\(name)_g_low": .number(effect?.size.interval.lowerBound),
      "\(name)_g_high": .number(effect?.size.interval.upperBound),
    ]
  }

  @Test("the evidence of two predictions is shown")
  func theEvidenceOfTwoPredictionsIsShown() throws {
    let (row, cells) = try term(school())
    let evidence = row.evidence
    let (ends, months) = (try #require(evidence.ends), try #require(evidence.months))
    let chances = try #require(evidence.probabilities)
    #expect(ends.score != ends.need)
    var wanted = effectCells("matched", ends.score)
      .merging(effectCells("growth", ends.need)) { $1 }
    wanted["months_low"] = .whole(months.lowerBound)
    wanted["months_high"] = .whole(months.upperBound)
    wanted["p_value"] = .number(evidence.pValue)
    wanted["q_value"] = .number(evidence.qValue)
    wanted["baseline_difference"] = .number(evidence.distance)
    wanted["beyond"] = .number(evidence.beyond)
    wanted["far_out"] = .number(evidence.farOut)
    wanted["p_better"] = .number(chances.better.lowerBound)
    wanted["p_better_high"] = .number(chances.better.upperBound)
    wanted["p_same"] = .number(chances.same.lowerBound)
    wanted["p_worse"] = .number(chances.worse.lowerBound)
    wanted["p_worse_high"] = .number(chances.worse.upperBound)
    wanted["verdict"] = .text("better")
    wanted["evidence_strength"] = .whole(evidence.strength)
    wanted["n_matched"] = .whole(evidence.contrasts)
    wanted["n_growth"] = .whole(evidence.contrasts)
    wanted["contrast_pupils"] = .whole(evidence.contrastPupils)
    wanted["cost_per_month"] = .number(60 / Double(months.lowerBound))
    wanted["reference_sd"] = .number(15.0)
    wanted["period_speaks"] = .text("all")
    for (name, cell) in wanted { #expect(cells[name] == cell, "\(name)") }
    #expect(evidence.pValue != nil && evidence.distance != nil && evidence.farOut != nil)
  }

  @Test("how the school says its pupils were chosen is shown with the verdict")
  func howPupilsWereChosenIsShown() throws {
    let (row, cells) = try term(school(chosenBy: .need))
    #expect(cells["chosen_by"] == .text("need") && cells["verdict"] == .text("likely-better"))
    let text = VerdictSentence(
      row, measure: Measure(name: "M", kind: .standardised), minimumPupils: 5
    ).text.plain
    #expect(text.contains("the school says its pupils were chosen for a need"))
  }

  @Test("there are no months of wellbeing")
  func thereAreNoMonthsOfWellbeing() throws {
    let (_, cells) = try term(school(attainment: false))
    #expect(cells["months_low"] == .notApplicable && cells["months_high"] == .notApplicable)
    #expect(cells["cost_per_month"] == .absent)
  }

  @Test("the evidence of the expected progress is shown")
  func ofTheExpectedProgress() throws {
    let (row, cells) = try term(school(classmates: false))
    #expect(cells["basis"] == .text("expected-progress"))
    let expected = try #require(row.evidence.expected)
    #expect(cells["expected_effect"] == .number(expected.value))
    #expect(cells["expected_low"] == .number(expected.interval.lowerBound))
    #expect(cells["expected_high"] == .number(expected.interval.upperBound))
    #expect(cells["verdict"] == .text("not-judged"))
    #expect(cells["expected_effect"] != .absent && cells["months_low"] == .absent)
  }

  @Test("the sentence gives the chance at both ends, rounded outwards")
  func theSentenceGivesTheChanceAtBothEnds() throws {
    let (row, _) = try term(school())
    let text = VerdictSentence(
      row, measure: Measure(name: "M", kind: .standardised), minimumPupils: 5
    ).text.plain
    let pupils = try #require(row.evidence.ends?.score.pupils)
    #expect(text.contains("These \(pupils) pupils did better than without it"))
    #expect(VerdictSentence.range(0.6249...0.7101) == "62–72%")
    #expect(VerdictSentence.range(0.9961...0.9999) == "over 99%")
    #expect(VerdictSentence.range(0.0001...0.0004) == "under 1%")
    #expect(VerdictSentence.range(0.484...0.484) == "48%")
  }

  @Test("no verdict takes more than 25 words", arguments: Verdict.allCases)
  func noVerdictTakesMoreThan25Words(verdict: Verdict) throws {
    var (row, _) = try term(school())
    row.evidence.verdict = verdict
    let text = VerdictSentence(
      row, measure: Measure(name: "M", kind: .standardised), minimumPupils: 5
    ).text.plain
    #expect(text.split(separator: " ").count <= 25, "\(text)")
    #expect(text.hasSuffix("."))
  }
}
