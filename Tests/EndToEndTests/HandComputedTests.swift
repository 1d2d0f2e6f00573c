import TestSupport
import Testing

/// The rows of kpi-5.5 of the case tables/hand-computed, worked out by hand.
///
/// All tests are on 10 September and 10 December 2025, 91 days = 91 ÷ 30.4375 months apart.
@Suite("Figures worked out by hand")
struct HandComputedTests {
  private let reports: ReportsFolder

  init() throws {
    reports = try ReportsFolder.handComputed.get()
    #expect(reports.outcome.exit == 0)
  }

  private func row(_ intervention: String, _ period: String = "term") throws -> [String: String] {
    let table = try reports.table("senco/kpi-5.5-interventions.csv")
    let rows = table.rows(where: ["period": period, "intervention": intervention])
    #expect(rows.count == 1)
    return try #require(rows.first)
  }

  private func expect(_ row: [String: String], _ column: String, _ wanted: Double) throws {
    let value = try #require(row[column].flatMap(Double.init), "\(column) is \(row[column] ?? "")")
    #expect(abs(value - wanted) < 1e-5, "\(column)")
  }

  @Test("of a standardised test with one pupil who missed the second", arguments: ["term", "all"])
  func standardised(period: String) throws {
    let row = try row("Reading comprehension", period)
    // 80→84, 82→85, 84→90, 86→84, 88→92, 90→absent, and a seventh pupil still under way.
    #expect(row["pupils"] == "6" && row["n_started"] == "6" && row["n_paired"] == "5")
    #expect(row["n_in_progress"] == "1" && row["n_censored"] == "0")
    #expect(row["kind"] == "standardised")
    try expect(row, "attrition", 1.0 / 6)
    // (80 + 82 + 84 + 86 + 88) ÷ 5 and (84 + 85 + 90 + 84 + 92) ÷ 5
    try expect(row, "baseline_mean", 84)
    try expect(row, "outcome_mean", 87)
    // Gains 4, 3, 6, −2, 4: mean 3, deviations 1, 0, 3, −5, 1, squares 36, SD √(36 ÷ 4) = 3;
    // t(4, .975) = 2.776445 (METHOD §11), × 3 ÷ √5 = 3.724989.
    try expect(row, "mean_gain", 3)
    try expect(row, "gain_low", 3 - 3.724989)
    try expect(row, "gain_high", 3 + 3.724989)
    // Nothing is expected of an age-adjusted score; 4 of 5 gained 0 or more; 85, 90, 92 ≥ 85.
    try expect(row, "expected_gain", 0)
    try expect(row, "share_on_track", 0.8)
    try expect(row, "share_met_target", 0.6)
    try expect(row, "mean_months", 91 / 30.4375)
    // Attended 20 + 22 + 24 + 18 + 24 + 12 = 120 of 6 × 24 = 144; × 30 ÷ 60 = 60 hours ÷ 6 pupils.
    try expect(row, "attendance", 120.0 / 144)
    try expect(row, "hours_per_pupil", 10)
    #expect(row["ratio_gain"] == "" && row["n_up"] == "")
  }

  @Test("of a test in reading ages, with the ratio gain and its band")
  func ages() throws {
    let row = try row("Precision teaching")
    // 6:00→6:06, 6:06→7:00, 7:00→7:03, 7:03→7:09, 6:09→7:03: 6 + 6 + 3 + 6 + 6 = 27 months.
    #expect(row["kind"] == "age" && row["n_paired"] == "5" && row["attrition"] == "0")
    try expect(row, "mean_gain", 5.4)
    try expect(row, "total_months_gained", 27)
    // (72 + 78 + 84 + 87 + 81) ÷ 5 and that and 5.4
    try expect(row, "baseline_mean", 80.4)
    try expect(row, "outcome_mean", 85.8)
    // Expected are the months between the tests, 2.98973; the least gain is 3.
    try expect(row, "expected_gain", 91 / 30.4375)
    try expect(row, "share_on_track", 1)
    // 27 ÷ (5 × 91 ÷ 30.4375) = 1.80618: 1.4 to under 2.
    try expect(row, "ratio_gain", 27 / (5 * 91 / 30.4375))
    #expect(row["ratio_band"] == "small")
  }

  @Test("of a scale on which lower is better")
  func lowerIsBetter() throws {
    let row = try row("Social skills")
    // 20→16, 18→18, 15→17, 22→15, 17→16: gains 4, 0, −2, 7, 1.
    #expect(row["kind"] == "points" && row["n_paired"] == "5")
    try expect(row, "mean_gain", 2)
    // (20 + 18 + 15 + 22 + 17) ÷ 5 and (16 + 18 + 17 + 15 + 16) ÷ 5
    try expect(row, "baseline_mean", 18.4)
    try expect(row, "outcome_mean", 16.4)
    #expect(row["expected_gain"] == "" && row["share_on_track"] == "")
  }

  @Test("of teacher assessments: counts of those who rose, stayed and fell, and no mean")
  func ordinal() throws {
    let row = try row("Writing club")
    // WTS→EXS, PK6→WTS, WTS→WTS, EXS→WTS, EXS→GDS
    #expect(row["kind"] == "ordinal" && row["n_paired"] == "5")
    #expect(row["n_up"] == "3" && row["n_same"] == "1" && row["n_down"] == "1")
    #expect(row["mean_gain"] == "" && row["baseline_mean"] == "" && row["gain_low"] == "")
  }

  @Test("of what it cost, shared by the group")
  func cost() throws {
    // £12 an hour for one TA, shared by the seven pupils of group Reading A, the one still under
    // way among them: 60 hours × 12 ÷ 7, of six pupils who have ended.
    try expect(try row("Reading comprehension"), "cost_per_pupil", 60 * 12.0 / 7 / 6)
  }
}
