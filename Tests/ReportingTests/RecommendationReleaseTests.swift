import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What of recommendations, verdicts and decisions the governors see.
@Suite struct RecommendationReleaseTests {
  /// Adds pupils with both scores to an intervention in the autumn or the spring.
  private func add(
    _ pupils: Int, inAutumn: Bool = false, sessions: Double? = nil,
    _ school: inout SchoolBuilder
  ) {
    for index in 0..<pupils {
      let (first, last) =
        inAutumn
        ? (day("2025-09-08"), day("2025-12-12")) : (day("2026-01-05"), day("2026-03-20"))
      school.row("\(inAutumn ? "a" : "s")\(index)", from: first, to: last) { row in
        row.measures = [0]
        row.sessionsPerWeek = sessions
        row.entryScores = [.cell(80 + Double(index))]
        row.exitScores = [.cell(85 + Double(index * index % 7))]
      }
    }
  }

  private func school(_ change: (inout SchoolBuilder) -> Void) -> Report {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    change(&school)
    return report(school)
  }

  private func variation(_ report: Report, _ pack: Pack) throws -> [String: TableCell] {
    try #require(rows(VariationFigures.table, pack, of: report).first)
  }

  @Test("what rests on few pupils is left out")
  func whatRestsOnFewPupilsIsLeftOut() throws {
    let few = school { add(4, &$0) }
    #expect(try variation(few, .senco)["recommendation"] == .text("assess"))
    for heading in ["recommendation", "reason", "recommended_on", "verdict_now"] {
      #expect(try variation(few, .governors)[heading] == .suppressed, "\(heading)")
    }
    let row = try #require(rows(InterventionFigures.table, .governors, of: few).first)
    #expect(row["recommendation"] == .suppressed)
  }

  @Test("what rests on enough is shown without counting them")
  func whatRestsOnEnoughIsShownWithoutCountingThem() throws {
    let enough = school { add(9, &$0) }
    let (own, seen) = (try variation(enough, .senco), try variation(enough, .governors))
    #expect(own["recommendation"] == seen["recommendation"])
    #expect(own["verdict_now"] == seen["verdict_now"])
    guard case .freeText(let reason) = seen["reason"] else {
      Issue.record("there is no reason")
      return
    }
    #expect(!reason.contains("9"))
  }

  @Test("a verdict before that would tell of few is left out")
  func aVerdictBeforeThatWouldTellOfFewIsLeftOut() throws {
    // The year's 12 less the term's 8 are the 4 of the term before.
    let fewBefore = school {
      add(4, inAutumn: true, &$0)
      add(8, &$0)
    }
    #expect(try variation(fewBefore, .senco)["verdict_before"] == .text("too-few"))
    #expect(try variation(fewBefore, .governors)["verdict_before"] == .suppressed)
    let enough = school {
      add(7, inAutumn: true, &$0)
      add(8, &$0)
    }
    #expect(
      try variation(enough, .senco)["verdict_before"]
        == variation(enough, .governors)["verdict_before"])
  }

  @Test("a verdict of the term before is not shown beside a hidden term")
  func aVerdictOfTheTermBeforeIsNotShownBesideAHiddenTerm() throws {
    // 7 and 3: the year's 10 are shown, so that 7 would tell of 3.
    let fewNow = school {
      add(7, inAutumn: true, &$0)
      add(3, &$0)
    }
    let seen = try variation(fewNow, .governors)
    #expect(seen["verdict_now"] == .suppressed)
    let year = try #require(
      rows(InterventionFigures.table, .governors, of: fewNow).first {
        $0["period"] == .text("year")
      })
    #expect(seen["verdict_before"] == .suppressed || year["n_paired"] == .suppressed)
    #expect(seen["difference"] != .text("not-shown"))
  }

  @Test("a verdict of the term before leaves out how many pupils hardly more there were")
  func aVerdictOfTheTermBeforeLeavesOutHowManyPupilsHardlyMoreThereWere() throws {
    func seen(_ paired: Int) throws -> [String: TableCell] {
      var school = SchoolBuilder()
      _ = school.measure("Reading")
      for index in 0...paired {
        school.row("b\(index)", from: day("2025-04-21"), to: day("2025-07-11")) { row in
          row.measures = [0]
          guard index < paired else { return }
          row.entryScores = [.cell(80 + Double(index))]
          row.exitScores = [.cell(85 + Double(index * index % 7))]
        }
      }
      add(9, inAutumn: true, &school)
      let term = TermCalendar.standard.term(containing: day("2025-10-01"))
      let report = Report(
        evaluation: Evaluation(data: school.data, term: term, asOf: day("2025-12-19")),
        findings: [], version: "1.2.3")
      #expect(try variation(report, .senco)["before"] == .whole(paired + 1))
      #expect(try variation(report, .senco)["verdict_before"] != .text("too-few"))
      return try variation(report, .governors)
    }
    // 6 pupils, of whom the verdict is of at least 5: one or none lacks a test.
    let hardlyMore = try seen(5)
    #expect(hardlyMore["before"] == .suppressed)
    #expect(hardlyMore["verdict_before"] != .suppressed)
    let many = try seen(12)
    #expect(many["before"] == .whole(13))
    #expect(many["verdict_before"] != .suppressed)
  }

  @Test("another test that is not shown is not told of")
  func anotherTestThatIsNotShownIsNotToldOf() throws {
    func reason(_ earlier: Int) throws -> (own: TableCell?, seen: TableCell?) {
      let report = school { school in
        let maths = school.measure("Maths")
        school.classmates()
        school.classmates(on: maths)
        add(13, &school)
        for index in 0..<10 + earlier {
          let isEarlier = index >= 10
          school.row(
            "m\(index)", from: day(isEarlier ? "2025-09-08" : "2026-01-05"),
            to: day(isEarlier ? "2025-12-12" : "2026-03-20")
          ) { row in
            row.measures = [maths]
            row.entryScores = [.cell(80)]
            row.exitScores = [.cell(95 + Double(index % 3))]
          }
        }
      }
      return (
        try variation(report, .senco)["reason"], try variation(report, .governors)["reason"]
      )
    }
    // The year of maths is 2 more than the term, and left out.
    let hidden = try reason(2)
    guard case .freeText(let own) = hidden.own else {
      Issue.record("there is no reason")
      return
    }
    #expect(own.contains("better on another test"))
    #expect(hidden.seen == .suppressed)
    guard case .freeText(let seen) = try reason(0).seen else {
      Issue.record("there is no reason")
      return
    }
    #expect(seen.contains("better on another test"))
  }

  @Test("whether groups of few pupils are small is not told")
  func whetherGroupsOfFewPupilsAreSmallIsNotTold() throws {
    func seen(_ pupils: Int, inGroupsOf size: Int?) throws -> (own: TableCell?, seen: TableCell?) {
      let report = school { school in
        school.settings.recommendations = [
          RecommendationRule(.varyGroupSize, [.better], when: [.smallGroup]),
          RecommendationRule(.continue, [.better]),
        ]
        school.classmates()
        for index in 0..<pupils {
          school.row("s\(index)", from: day("2026-01-05"), to: day("2026-03-20")) { row in
            row.measures = [0]
            row.entryScores = [.cell(80)]
            row.exitScores = [.cell(95 + Double(index % 3))]
            if let size { row.group = "Group \(index / size)" }
          }
        }
      }
      return (
        try variation(report, .senco)["recommendation"],
        try variation(report, .governors)["recommendation"]
      )
    }
    let small = try seen(9, inGroupsOf: 3)
    #expect(small.own == .text("vary-group-size"))
    #expect(small.seen == .suppressed)
    let notSoSmall = try seen(8, inGroupsOf: 4)
    #expect(notSoSmall.own == .text("continue"))
    #expect(notSoSmall.seen == .suppressed)
    #expect(try seen(20, inGroupsOf: 5).seen == .text("continue"))
    #expect(try seen(8, inGroupsOf: nil).seen == .text("continue"))
  }

  @Test("how few pupils are others is not told")
  func howFewPupilsAreOthersIsNotTold() throws {
    func decided(_ others: Int) throws -> (own: TableCell?, seen: TableCell?) {
      let report = school { school in
        add(10, inAutumn: true, &school)
        for index in 0..<10 {
          school.row(
            index < others ? "s\(index)" : "a\(index)", from: day("2026-01-05"),
            to: day("2026-03-20")
          ) { $0.measures = [0] }
        }
        var decision = Decision(
          file: 0, line: 2, school: "",
          term: school.settings.terms.term(containing: day("2025-10-01")), intervention: 0,
          kind: .vary, group: "", change: "Other pupils")
        decision.targets = [ChangeTarget(.pupils)]
        school.decisions = [decision]
      }
      return (
        try variation(report, .senco)["followed_through"],
        try variation(report, .governors)["followed_through"]
      )
    }
    let few = try decided(3)
    #expect(few.own == .text("partly"))
    #expect(few.seen == .suppressed)
    #expect(try decided(6).seen == .text("yes"))
    #expect(try decided(0).seen == .text("no"))
  }

  @Test("how few pupils were varied is not told")
  func howFewPupilsWereVariedIsNotTold() throws {
    func decided(_ pupils: Int) throws -> TableCell? {
      let report = school { school in
        add(pupils, inAutumn: true, sessions: 3, &school)
        add(pupils, sessions: 5, &school)
        var decision = Decision(
          file: 0, line: 2, school: "",
          term: school.settings.terms.term(containing: day("2025-10-01")), intervention: 0,
          kind: .vary, group: "", change: "From 3 to 5 sessions a week")
        decision.targets = [ChangeTarget(.sessionsPerWeek, to: 5)]
        school.decisions = [decision]
      }
      #expect(try variation(report, .senco)["followed_through"] == .text("yes"))
      return try variation(report, .governors)["followed_through"]
    }
    #expect(try decided(4) == .suppressed)
    #expect(try decided(6) == .text("yes"))
  }

  @Test("the school's own words are for the SENCo only")
  func theSchoolsOwnWordsAreTheSENCosOnly() {
    let report = school { school in
      add(8, inAutumn: true, &school)
      add(8, &school)
      school.decisions = [
        Decision(
          file: 0, line: 2, school: "",
          term: school.settings.terms.term(containing: day("2025-10-01")), intervention: 0,
          kind: .vary, group: "", change: "Take Amina Jane out")
      ]
    }
    for file in report.files(packs: [.governors], formats: [.html, .csv]) {
      #expect(!text(file).contains("Amina"), "\(file.path)")
    }
    let page = report.files(packs: [.senco], formats: [.html]).first { $0.path.hasSuffix(".html") }
    #expect(page.map { text($0).contains("Take Amina Jane out") } == true)
  }

  @Test("the year's pack has a page of its own")
  func theYearsPackHasAPageOfItsOwn() throws {
    var builder = SchoolBuilder()
    _ = builder.measure("Reading")
    add(8, &builder)
    let term = TermCalendar.standard.term(containing: day("2026-02-01"))
    let annual = Report(
      evaluation: Evaluation(data: builder.data, term: term, asOf: day("2026-03-27")),
      findings: [], version: "1.2.3", isAnnual: true)
    #expect(annual.id == "2025-26-year")
    let files = annual.files(packs: [.senco, .governors], formats: [.html])
    #expect(
      files.map(\.path).sorted() == ["governors/report.html", "run.json", "senco/report.html"])
    for file in files where file.path.hasSuffix("html") {
      let page = text(file)
      #expect(page.contains("school year 2025–26"))
      #expect(page.contains("KPI 10.2") && page.contains("Draft"))
      for kpi in ["KPI 5.5", "KPI 5.6", "KPI 9.5"] { #expect(page.contains(kpi)) }
    }
  }
}
