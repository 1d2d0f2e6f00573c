import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// Each column of evidence holds the figure of its name.
@Suite struct InterventionEvidenceTests {
  /// Forty pupils of a year group with three tests, the first ten of them supported.
  private func school(attainment: Bool = true, classmates: Bool = true) -> SchoolBuilder {
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

  @Test("the evidence of the comparison with similar pupils is shown")
  func ofTheComparisonWithSimilarPupils() throws {
    let (row, cells) = try term(school())
    let evidence = row.evidence
    let months = try #require(evidence.months)
    #expect(months.lowerBound < months.upperBound && evidence.matched != evidence.growth)
    var wanted = effectCells("matched", evidence.matched)
      .merging(effectCells("growth", evidence.growth)) { $1 }
      .merging(effectCells("expected", nil)) { $1 }
    wanted["months_low"] = .whole(months.lowerBound)
    wanted["months_high"] = .whole(months.upperBound)
    wanted["p_value"] = .number(evidence.pValue)
    wanted["q_value"] = .number(evidence.qValue)
    wanted["baseline_difference"] = .number(evidence.baselineDifference)
    wanted["p_better"] = .number(evidence.probabilities?.better)
    wanted["p_same"] = .number(evidence.probabilities?.same)
    wanted["p_worse"] = .number(evidence.probabilities?.worse)
    wanted["verdict"] = .text("better")
    wanted["evidence_strength"] = .whole(evidence.strength)
    wanted["matched_pupils"] = .whole(evidence.matchedPupils)
    wanted["cost_per_month"] = .number(60 / Double(months.lowerBound))
    wanted["reference_sd"] = .number(15.0)
    for (name, cell) in wanted { #expect(cells[name] == cell, "\(name)") }
    #expect(evidence.pValue != nil && evidence.baselineDifference != nil)
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
    for (name, cell) in effectCells("expected", row.evidence.expected) {
      #expect(cells[name] == cell, "\(name)")
    }
    #expect(cells["expected_effect"] != .absent && cells["months_low"] == .absent)
  }

  @Test("the sentence says at least and rounds down")
  func theSentenceSaysAtLeastAndRoundsDown() throws {
    let (row, _) = try term(school())
    let text = VerdictSentence(
      row, measure: Measure(name: "M", kind: .standardised), minimumPupils: 5
    ).text.plain
    let better = try #require(row.evidence.probabilities?.better)
    let percent = Int((better * 100).rounded(.down))
    let pupils = try #require(row.evidence.growth?.pupils)
    let matched = try #require(row.evidence.matched?.pupils)
    #expect(text.contains("\(min(99, percent))% chance that these \(pupils) pupils"))
    #expect(text.hasSuffix("did better than they would have done without it."))
    #expect(text.contains(", \(matched) of them with similar pupils,") == (matched < pupils))
  }
}
