import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-5.5-interventions.csv.
@Suite struct InterventionEffectivenessTests {
  /// CONTRACT, kpi-5.5.
  private let contract = """
    period school intervention measure kind pupils n_started n_in_progress n_paired n_censored \
    attrition baseline_mean outcome_mean mean_gain gain_low gain_high expected_gain share_on_track \
    share_met_target mean_months ratio_gain ratio_band basis n_matched n_growth matched_effect \
    matched_se matched_low matched_high growth_effect growth_se growth_low growth_high matched_g \
    matched_g_low matched_g_high growth_g growth_g_low growth_g_high months_low months_high \
    p_value q_value baseline_difference p_better p_same p_worse verdict evidence_strength \
    attendance hours_per_pupil cost_per_pupil cost_per_month recommendation
    """

  private func school(_ kind: MeasureKind = .standardised) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("M", kind) { $0.codes = (0...9).map { "c\($0)" } }
    return school
  }

  /// The row of the term.
  private func row(_ school: SchoolBuilder, _ pack: Pack = .governors) throws -> [String: TableCell]
  {
    try #require(rows(InterventionFigures.table, pack, of: report(school)).first)
  }

  @Test("headings are those of the contract and then our own")
  func headingsAreThoseOfTheContractAndThenOurOwn() {
    let names = contract.split(separator: " ").map(String.init)
    let own = [
      "provision", "n_up", "n_same", "n_down", "total_months_gained", "contrast_pupils",
      "expected_effect", "expected_low", "expected_high", "chance_rise", "reference_sd", "warnings",
      "weeks_per_pupil", "p_better_high", "p_worse_high", "beyond", "far_out", "period_speaks",
      "chosen_by",
    ]
    #expect(headings(InterventionFigures.table, .senco) == names + own)
    // Few pupils without support may stand as far out.
    #expect(
      headings(InterventionFigures.table, .governors) == names + own.filter { $0 != "far_out" })
  }

  @Test("the SENCo sees every figure")
  func theSENCoSeesEveryFigure() throws {
    var school = school()
    let scores: [(Double?, Double?)] = [(80, 85), (90, 89), (85, nil), (nil, nil)]
    for (index, pair) in scores.enumerated() {
      school.spring("P\(index)", "Catch-up", pair.0, pair.1) { row in
        row.sessionsPlanned = 40
        row.sessionsAttended = 30
        row.minutesPerSession = 20
        row.cost = 50
        if index < 2 { row.targetScores = [.cell(86)] }
      }
    }
    school.row("P9", from: day("2026-01-05"), to: nil) { $0.measures = [0] }
    let row = try row(school, .senco)
    // 74 days between the dates: 74 ÷ 30.4375 = 2.431211498973306 months.
    let expected: [String: TableCell] = [
      "period": .text("term"), "school": .freeText("school"), "intervention": .freeText("Catch-up"),
      "measure": .freeText("M"), "kind": .text("standardised"), "pupils": .whole(4),
      "n_started": .whole(4), "n_in_progress": .whole(1), "n_paired": .whole(2),
      "n_censored": .whole(0), "attrition": .number(0.5), "baseline_mean": .number(85.0),
      "outcome_mean": .number(87.0), "mean_gain": .number(2.0), "expected_gain": .number(0.0),
      "share_on_track": .number(0.5), "share_met_target": .number(0.5),
      "mean_months": .number(74 / 30.4375), "ratio_gain": .notApplicable,
      "ratio_band": .notApplicable, "basis": .text("none"),
      "verdict": .text("too-few"), "n_matched": .whole(0), "matched_effect": .absent,
      "attendance": .number(0.75),
      "hours_per_pupil": .number(10.0), "cost_per_pupil": .number(50.0), "cost_per_month": .absent,
      "recommendation": .text("assess"), "provision": .text("targeted"), "n_up": .notApplicable,
      "n_same": .notApplicable, "n_down": .notApplicable, "total_months_gained": .notApplicable,
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
    // Gains 5 and −1: SD √18, and t(1, .975) · √18 ÷ √2 = 12.706204736174694 · 3.
    guard case .number(let low) = row["gain_low"], case .number(let high) = row["gain_high"] else {
      Issue.record("no interval")
      return
    }
    #expect(abs(low - (2 - 38.118614208524082)) < 1e-9)
    #expect(abs(high - (2 + 38.118614208524082)) < 1e-9)
  }

  /// The columns about the pupils with both scores, for standardised scores.
  private let paired = [
    "n_paired", "attrition", "baseline_mean", "outcome_mean", "mean_gain", "gain_low", "gain_high",
    "expected_gain", "share_on_track", "share_met_target", "mean_months",
  ]
  private let ended = [
    "pupils", "n_started", "attendance", "hours_per_pupil", "cost_per_pupil",
  ]

  /// A row of that many ended episodes, so many of them paired, all with all figures.
  private func governors(pupils: Int, paired: Int) throws -> [String: TableCell] {
    var school = school()
    for index in 0..<pupils {
      school.spring("P\(index)", "Catch-up", 80, index < paired ? 85 : nil) { row in
        row.sessionsPlanned = 40
        row.sessionsAttended = 30
        row.minutesPerSession = 20
        row.cost = 50
        row.targetScores = [.cell(86)]
      }
    }
    return try row(school)
  }

  @Test("four pupils are hidden altogether")
  func fourPupilsAreHiddenAltogether() throws {
    let row = try governors(pupils: 4, paired: 4)
    for name in paired + ended + ["n_censored"] { #expect(row[name] == .suppressed, "\(name)") }
    #expect(row["n_in_progress"] == .whole(0))
    #expect(row["intervention"] == .freeText("Catch-up"))
    #expect(row["ratio_gain"] == .notApplicable || row["ratio_gain"] == .suppressed)
  }

  @Test("four pupils without scores are hidden too")
  func fourPupilsWithoutScoresAreHiddenToo() throws {
    let row = try governors(pupils: 4, paired: 0)
    for name in paired + ended + ["n_censored"] { #expect(row[name] == .suppressed, "\(name)") }
  }

  /// Nor is it said that they are six: that would tell the two without scores.
  @Test("of six pupils, four with scores are hidden altogether")
  func ofSixPupilsFourWithScoresAreHiddenAltogether() throws {
    let row = try governors(pupils: 6, paired: 4)
    for name in paired + ended + ["n_censored", "verdict"] {
      #expect(row[name] == .suppressed, "\(name)")
    }
  }

  @Test("of six pupils, none with scores is no secret")
  func ofSixPupilsNoneWithScoresIsNoSecret() throws {
    let row = try governors(pupils: 6, paired: 0)
    #expect(row["n_paired"] == .whole(0))
    #expect(row["n_started"] == .whole(6))
    #expect(row["mean_gain"] == .absent)
  }

  @Test("the means of five pupils are shown")
  func ofFivePupilsTheMeansAreShown() throws {
    let row = try governors(pupils: 5, paired: 5)
    let shown: [String: TableCell] = [
      "n_paired": .whole(5), "mean_gain": .number(5.0), "baseline_mean": .number(80.0),
      "expected_gain": .number(0.0), "attendance": .number(0.75),
      "hours_per_pupil": .number(10.0), "cost_per_pupil": .number(50.0), "n_censored": .whole(0),
    ]
    for (name, cell) in shown { #expect(row[name] == cell, "\(name)") }
    // The strength of the evidence says whether more than a fifth lack a score: of five, more than 1.
    for name in ["pupils", "n_started", "attrition"] {
      #expect(row[name] == .suppressed, "\(name)")
    }
    // All of them: what became of everybody.
    for name in ["share_on_track", "share_met_target"] {
      #expect(row[name] == .suppressed, "\(name)")
    }
  }

  /// 20 and 24 of METHOD's threshold of a fifth; 16 pupils are the fewest of whom four are no more.
  @Test(
    "how many began is shown where it gives away no small count",
    arguments: [
      (16, 16, true), (18, 16, false), (21, 16, true), (15, 15, false), (20, 15, false),
    ])
  func howManyBeganIsToldWhereItTellsNoFew(pupils: Int, paired: Int, isShown: Bool) throws {
    let row = try governors(pupils: pupils, paired: paired)
    #expect(row["n_paired"] == .whole(paired))
    #expect(row["n_started"] == (isShown ? .whole(pupils) : .suppressed))
    #expect((row["attrition"] == .suppressed) != isShown)
  }

  @Test("shares are shown where both parts are many")
  func sharesAreToldWhereBothPartsAreMany() throws {
    func share(_ met: Int, of all: Int) throws -> TableCell? {
      var school = school()
      for index in 0..<all {
        school.spring("P\(index)", "Catch-up", 80, 85) { row in
          row.targetScores = [.cell(index < met ? 84 : 90)]
        }
      }
      return try row(school)["share_met_target"]
    }
    #expect(try share(7, of: 12) == .number(0.58))
    #expect(try share(5, of: 10) == .number(0.5))
    for (met, all) in [(4, 12), (9, 12), (0, 12), (12, 12)] {
      #expect(try share(met, of: all) == .suppressed, "\(met) of \(all)")
    }
  }

  @Test("few censored scores are hidden")
  func fewCensoredScoresAreHidden() throws {
    var school = school()
    for index in 0..<8 {
      school.spring("P\(index)") { row in
        if index < 2 { row.entryScores = [.cell(70, .below)] }
      }
    }
    let row = try row(school)
    #expect(row["n_censored"] == .suppressed)
    #expect(row["n_paired"] == .whole(6))
  }

  @Test("few under way are hidden")
  func fewUnderWayAreHidden() throws {
    var school = school()
    for index in 0..<8 {
      school.spring("P\(index)") { if index < 3 { $0.end = nil } }
    }
    let row = try row(school)
    #expect(row["n_in_progress"] == .suppressed)
    #expect(row["n_paired"] == .whole(5))
  }

  @Test("one target among many pupils is hidden")
  func oneTargetAmongManyPupilsIsHidden() throws {
    var school = school()
    for index in 0..<8 {
      school.spring("P\(index)") { if index == 0 { $0.targetScores = [.cell(86)] } }
    }
    #expect(try row(school)["share_met_target"] == .suppressed)
    #expect(try row(school, .senco)["share_met_target"] == .number(0.0))
  }

  @Test("figures of dose that are known of few pupils are hidden")
  func figuresOfDoseThatAreKnownOfFewAreHidden() throws {
    var school = school()
    for index in 0..<8 {
      school.spring("P\(index)") { row in
        row.sessionsAttended = 30
        if index < 1 { row.sessionsPlanned = 40 }
        if index < 4 { row.minutesPerSession = 20 }
        if index < 5 { row.cost = 50 }
      }
    }
    let row = try row(school)
    #expect(row["attendance"] == .suppressed)
    #expect(row["hours_per_pupil"] == .suppressed)
    #expect(row["cost_per_pupil"] == .number(50.0))
    school.provision[0].cost = nil
    #expect(try self.row(school)["cost_per_pupil"] == .suppressed)
  }

  /// Classmates with two tests, and supported pupils of whom the first few took the same tests; the
  /// others took the first one long before.
  private func compared(_ pupils: Int, others: Int = 0) -> SchoolBuilder {
    var school = school()
    func test(_ id: String, _ first: Double, _ last: Double, on day: Day) {
      school.score(id, 0, on: day, first)
      school.score(id, 0, on: TestSupport.day("2026-03-20"), last)
    }
    for index in 0..<16 {
      let first = 90 + Double(index)
      test("C\(index)", first, first + 1 + Double(index % 4), on: day("2026-01-05"))
    }
    for index in 0..<pupils + others {
      let id = "P\(index)"
      test(
        id, 96, 100 + Double(index % 5),
        on: index < pupils ? day("2026-01-05") : day("2025-10-20"))
      school.row(id, "Catch-up", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.measures = [0]
        $0.cost = 60
      }
    }
    return school
  }

  private let matchedFigures = [
    "n_matched", "matched_effect", "matched_se", "matched_low", "matched_high", "matched_g",
    "matched_g_low", "matched_g_high", "baseline_difference", "beyond", "contrast_pupils",
  ]
  private let growthFigures = [
    "n_growth", "growth_effect", "growth_se", "growth_low", "growth_high", "growth_g",
    "growth_g_low", "growth_g_high", "p_value", "q_value", "p_better", "p_better_high", "p_same",
    "p_worse", "p_worse_high",
  ]

  @Test("the comparison of five pupils is shown to everybody")
  func fivePupilsAreComparedForEverybodyToSee() throws {
    for pack in Pack.allCases {
      let row = try row(compared(5), pack)
      #expect(row["basis"] == .text("two-predictions"))
      for name in matchedFigures + growthFigures {
        #expect(row[name] != .suppressed && row[name] != .absent, "\(name)")
      }
      #expect(row["expected_effect"] == .absent && row["reference_sd"] == .number(15.0))
    }
  }

  /// Five pupils are enough for an effect, and too few for a school that asks for six.
  @Test("a school may ask for more pupils")
  func aSchoolMayAskForMorePupils() throws {
    var school = compared(5)
    school.settings.disclosure.minimumPupils = 6
    let row = try row(school)
    let words = ["basis", "verdict", "evidence_strength", "warnings"]
    for name in matchedFigures + growthFigures + words {
      #expect(row[name] == .suppressed, "\(name)")
    }
    let page = try #require(
      report(school).files(packs: [.governors], formats: [.html]).first {
        $0.path.hasSuffix("html")
      })
    #expect(!pageWords(page).contains("hese 5 pupils"))
    school.settings.disclosure.minimumPupils = 5
    let open = try #require(
      report(school).files(packs: [.governors], formats: [.html]).first {
        $0.path.hasSuffix("html")
      })
    #expect(pageWords(open).contains("hese 5 pupils"))
  }

  @Test("four of six pupils with classmates to compare with are too few to judge")
  func fourOfSixAreTooFewToJudge() throws {
    let school = compared(4, others: 2)
    let row = try row(school, .senco)
    #expect(row["basis"] == .text("expected-progress") && row["verdict"] == .text("not-judged"))
    #expect(row["n_matched"] == .whole(4) && row["matched_effect"] == .absent)
    #expect(row["n_paired"] == .whole(6) && row["expected_effect"] != .absent)
    // Progress beside the expected one gives no months and no chances, in any file.
    for name in ["months_low", "months_high", "cost_per_month", "p_value", "p_better"] {
      #expect(row[name] == .absent, "\(name)")
    }
    let governors = try self.row(school, .governors)
    for name in ["n_matched", "n_growth", "contrast_pupils"] {
      #expect(governors[name] == .suppressed, "\(name)")
    }
    #expect(governors["verdict"] == row["verdict"])
  }

  @Test("codes have directions and no means")
  func ofCodesThereAreDirectionsAndNoMeans() throws {
    var school = school(.ordinal)
    for (index, last) in ["c5", "c4", "c2", "c1", "c2", "c6"].enumerated() {
      school.spring("P\(index)", "Catch-up", nil, nil) { row in
        row.entryScores = [.word("c2")]
        row.exitScores = [.word(last)]
      }
    }
    let row = try row(school, .senco)
    #expect([row["n_up"], row["n_same"], row["n_down"]] == [.whole(3), .whole(2), .whole(1)])
    for name in ["baseline_mean", "outcome_mean", "mean_gain", "gain_low", "gain_high"] {
      #expect(row[name] == .notApplicable, "\(name)")
    }
    #expect(row["mean_months"] != .notApplicable)
    for name in ["n_matched", "matched_effect", "growth_g", "p_value", "reference_sd"] {
      #expect(row[name] == .notApplicable, "\(name)")
    }
    #expect(row["basis"] == .text("none") && row["verdict"] == .text("counts-only"))
  }

  /// Counts of directions in the governors' pack.
  private func directions(up: Int, same: Int, down: Int) throws -> [TableCell?] {
    var school = school(.ordinal)
    let codes = [("c5", up), ("c2", same), ("c1", down)].flatMap {
      Array(repeating: $0.0, count: $0.1)
    }
    for (index, last) in codes.enumerated() {
      school.spring("P\(index)", "Catch-up", nil, nil) { row in
        row.entryScores = [.word("c2")]
        row.exitScores = [.word(last)]
      }
    }
    let row = try row(school)
    return [row["n_up"], row["n_same"], row["n_down"]]
  }

  @Test("directions of few are hidden together")
  func directionsOfFewAreHiddenTogether() throws {
    let hidden: [TableCell?] = [.suppressed, .suppressed, .suppressed]
    #expect(try directions(up: 9, same: 6, down: 1) == hidden)
    #expect(try directions(up: 4, same: 0, down: 0) == hidden)
    #expect(try directions(up: 5, same: 0, down: 6) == [.whole(5), .whole(0), .whole(6)])
  }

  @Test("universal provision has counts only")
  func universalProvisionHasCountsOnly() throws {
    var school = school()
    for index in 0..<6 { school.spring("P\(index)") { $0.wave = "1" } }
    let row = try row(school)
    #expect(row["provision"] == .text("universal"))
    #expect(row["n_started"] == .whole(6))
    for name in paired + matchedFigures + growthFigures + ["n_censored", "basis", "verdict"] {
      #expect(row[name] == .notApplicable, "\(name)")
    }
  }

  @Test("ages have a ratio gain")
  func agesHaveARatioGain() throws {
    var school = school(.age)
    for index in 0..<5 {
      school.row("P\(index)", from: day("2024-09-02"), to: day("2026-01-02")) { row in
        row.measures = [0]
        row.entryScores = [RawScore(shape: .age, value: 80, censoring: .none, text: "6:08")]
        row.exitScores = [RawScore(shape: .age, value: 104, censoring: .none, text: "8:08")]
      }
    }
    let row = try row(school)
    // 5 · 24 months gained in 5 · 16 months.
    #expect(row["ratio_gain"] == .number(1.5))
    #expect(row["ratio_band"] == .text("small"))
    #expect(row["total_months_gained"] == .number(120.0))
  }
}
