import Foundation
import TestSupport
import Testing

/// Schools whose files leave little or nothing to compare with.
@Suite("Scarce data")
struct ScarceDataTests {
  /// A school's folder with tests in three terms.
  private struct School {
    /// How many pupils are tested.
    var pupils = 40
    /// How many of them, the first, are supported.
    var supported = 8
    /// The measure; `NGRT SAS` is a standardised test by its name.
    var measure = "NGRT SAS"
    /// The score of a pupil in a round of tests, from 0.
    var score: (_ pupil: Int, _ round: Int) -> Double = { pupil, round in
      // Levels 80 to 119 with some noise that is not the same for any two pupils.
      Double(80 + pupil + (pupil * 7 + round * 5) % 9 - 4)
    }
    var hasPupilsFile = false
    var assistants = ["TB", "SO"]
    var settings = ""

    func write(in folder: TemporaryFolder) throws {
      try folder.makeFolder("school")
      var tracking = "pupil_id,date,measure,score\n"
      var map = "pupil_id,intervention,start_date,end_date,measure,group,ta\n"
      var list = "pupil_id,year_group,sen_status\n"
      for pupil in 0..<pupils {
        for (round, date) in ["2025-06-30", "2025-12-01", "2026-03-16"].enumerated() {
          tracking += "P\(pupil),\(date),\(measure),\(score(pupil, round))\n"
        }
        list += "P\(pupil),4,K\n"
        guard pupil < supported else { continue }
        let assistant = assistants[pupil % assistants.count]
        map +=
          "P\(pupil),Catch-up,2026-01-05,2026-03-20,\(measure),\(assistant)'s,\(assistant)\n"
      }
      try folder.write("school/tracking.csv", tracking)
      try folder.write("school/provision-map.csv", map)
      if hasPupilsFile { try folder.write("school/pupils.csv", list) }
      if !settings.isEmpty { try folder.write("school/school.yml", settings) }
    }
  }

  /// The row of the term, after a look at every file for numbers that are none.
  private func evaluate(_ school: School) throws -> (row: [String: String], reports: ReportsFolder)
  {
    let folder = try TemporaryFolder()
    try school.write(in: folder)
    let reports = try ReportsFolder(of: folder.path(of: "school"), term: "2025-26-spring")
    #expect(reports.outcome.exit == 0, "\(reports.outcome.errors)")
    #expect(reports.contents.files.count > 10)
    for file in reports.contents.files where !file.hasSuffix(".xlsx") {
      let text = String(decoding: reports.contents[file], as: UTF8.self).lowercased()
      #expect(text.firstMatch(of: /\b(nan|inf|infinity)\b/) == nil, "\(file)")
    }
    let rows = try reports.table("senco/kpi-5.5-interventions.csv").rows(where: ["period": "term"])
    return (try #require(rows.first), reports)
  }

  @Test("with enough of everything are compared, also without a pupils file: one cohort")
  func enough() throws {
    for hasPupilsFile in [false, true] {
      var school = School()
      school.hasPupilsFile = hasPupilsFile
      school.supported = 14
      let (row, reports) = try evaluate(school)
      #expect(row["basis"] == "two-predictions")
      #expect(row["n_growth"] == "14")
      #expect(row["verdict"] != "too-few" && row["verdict"] != "not-judged")
      let subgroups = try reports.table("senco/kpi-5.5-subgroups.csv").rows
      let dimensions = Set(subgroups.compactMap { $0["dimension"] })
      #expect(dimensions == (hasPupilsFile ? ["sen-status", "year-group"] : []))
    }
  }

  @Test("where only supported pupils are tested there is the expected progress, and no months")
  func onlySupportedPupilsTested() throws {
    var school = School()
    school.pupils = 8
    let (row, reports) = try evaluate(school)
    #expect(row["basis"] == "expected-progress")
    #expect(row["n_matched"] == "0" && row["n_growth"] == "0")
    #expect(row["matched_effect"] == "" && row["growth_effect"] == "")
    #expect(row["months_low"] == "" && row["cost_per_month"] == "")
    // The mean gain beside an expected gain of 0.
    #expect(row["expected_effect"] == row["mean_gain"])
    #expect(row["warnings"]?.contains("chance-rise") == true)
    let page = String(decoding: reports.contents["governors/report.html"], as: UTF8.self)
      .withoutMarks
    #expect(row["verdict"] == "not-judged" && row["p_better"] == "")
    #expect(page.contains("so the gain is not judged"))
    #expect(!page.contains("did better than without it"))
  }

  @Test("where nothing is expected either, nothing is said")
  func nothingAtAll() throws {
    var school = School()
    school.pupils = 8
    school.measure = "Own test"
    let (row, reports) = try evaluate(school)
    #expect(row["kind"] == "points")
    #expect(row["basis"] == "none" && row["verdict"] == "too-few")
    #expect(row["evidence_strength"] == "0")
    let page = String(decoding: reports.contents["senco/report.html"], as: UTF8.self)
    #expect(page.contains("of these pupils have classmates who took comparable tests"))
  }

  @Test("where every pupil is supported, nobody is a classmate")
  func everybodySupported() throws {
    var school = School()
    school.supported = school.pupils
    let (row, _) = try evaluate(school)
    #expect(row["basis"] == "expected-progress")
    #expect(row["n_paired"] == "40" && row["n_growth"] == "0")
  }

  @Test("with equal scores of a test whose spread is known, nothing is predicted or judged")
  func equalScores() throws {
    var school = School()
    school.score = { _, _ in 100 }
    let (row, _) = try evaluate(school)
    #expect(row["basis"] == "expected-progress" && row["verdict"] == "not-judged")
    #expect(row["matched_effect"] == "" && row["growth_effect"] == "")
    #expect(row["p_value"] == "" && row["q_value"] == "" && row["p_better"] == "")
    #expect(row["warnings"]?.contains("too-few-classmates") == true)
  }

  @Test("with equal scores of a test of unknown spread, there is no effect size and no basis")
  func noSD() throws {
    var school = School()
    school.measure = "Own test"
    school.score = { _, round in Double(7 + round) }
    let (row, _) = try evaluate(school)
    #expect(row["basis"] == "none" && row["verdict"] == "too-few")
    #expect(row["reference_sd"] == "")
    #expect(row["mean_gain"] == "1")
  }

  /// Means of 70.3 may miss it by a last bit, which is neither an effect nor a spread.
  @Test("with equal scores that are not whole, nothing is made of rounding")
  func roundingIsNoSpread() throws {
    var school = School()
    school.score = { _, round in [70.3, 70.4, 70.6][round] }
    let (row, _) = try evaluate(school)
    #expect(row["basis"] == "expected-progress" && row["verdict"] == "not-judged")
    #expect(row["p_value"] == "" && row["matched_se"] == "" && row["growth_se"] == "")
    school.measure = "Own test"
    let (other, _) = try evaluate(school)
    #expect(other["basis"] == "none" && other["reference_sd"] == "")
  }

  @Test("with two pupils, there are too few")
  func twoPupils() throws {
    var school = School()
    school.pupils = 2
    school.supported = 1
    let (row, _) = try evaluate(school)
    #expect(row["basis"] == "none" && row["verdict"] == "too-few")
    #expect(row["n_paired"] == "1")
  }

  @Test("with one TA, no difference is shown")
  func oneAssistant() throws {
    var school = School()
    school.assistants = ["TB"]
    let (_, reports) = try evaluate(school)
    let units = try reports.table("senco/kpi-9.5-ta-groups.csv").rows
    #expect(!units.isEmpty)
    for unit in units {
      #expect(unit["finding"] == "no-difference-shown")
      #expect(unit["shrunk_progress"] == unit["mean_progress"])
      #expect(unit["shrunk_low"] == unit["shrunk_high"])
    }
  }
}
