import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-9.5-ta-groups.csv.
@Suite struct TeachingAssistantProgressTests {
  /// TB with `pupils` pupils, of whom so many are paired, in the group `A`.
  private func school(pupils: Int, paired: Int) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.classmates()
    let assistant = school.assistant("TB", "TA2")
    for index in 0..<pupils {
      school.spring("P\(index)", "Catch-up", 80, index < paired ? 85 : nil) { row in
        row.teachingAssistants = [assistant]
        row.group = "A"
        row.sessionsPlanned = 40
        row.sessionsAttended = 30
        row.minutesPerSession = 20
      }
    }
    return school
  }

  private func row(
    _ school: SchoolBuilder,
    _ pack: Pack,
    kind: String = "ta"
  ) throws -> [String: TableCell] {
    let rows = rows(UnitFigures.table, pack, of: report(school))
    return try #require(rows.first { $0["unit_kind"] == .text(kind) })
  }

  @Test("headings are those of the contract and then our own")
  func headingsAreThoseOfTheContractAndThenOurOwn() {
    let contract = """
      period school unit_kind unit role_level interventions pupils n_episodes n_used \
      mean_progress shrunk_progress shrunk_low shrunk_high finding
      """
    for pack in Pack.allCases {
      #expect(
        headings(UnitFigures.table, pack)
          == contract.split(separator: " ").map(String.init)
          + ["n_paired", "share_on_track", "attendance", "hours_per_pupil", "n_shared"]
      )
    }
  }

  @Test("the SENCo sees names and figures")
  func theSENCoSeesNamesAndFigures() throws {
    let school = school(pupils: 4, paired: 2)
    let row = try row(school, .senco)
    let expected: [String: TableCell] = [
      "period": .text("term"), "unit": .freeText("TB"), "role_level": .text("TA2"),
      "interventions": .freeText("Catch-up"), "pupils": .whole(4), "n_episodes": .whole(4),
      "n_paired": .whole(2), "share_on_track": .number(1.0), "attendance": .number(0.75),
      "hours_per_pupil": .number(10.0), "n_shared": .whole(0), "n_used": .whole(2),
      "finding": .text("no-difference-shown"),
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
    #expect(try self.row(school, .senco, kind: "ta-group")["unit"] == .freeText("A"))
    #expect(try self.row(school, .senco, kind: "ta-group")["role_level"] == .notApplicable)
  }

  @Test("the governors see codes")
  func theGovernorsSeeCodes() throws {
    let school = school(pupils: 6, paired: 6)
    #expect(try row(school, .governors)["unit"] == .freeText("TA-01"))
    #expect(try row(school, .governors, kind: "ta-group")["unit"] == .freeText("G-01"))
    #expect(try row(school, .governors, kind: "role-level")["unit"] == .freeText("TA2"))
    #expect(
      UnitFigures.table.csv(pack(.governors, of: school)).map { !text($0).contains("TB") } == true)
  }

  @Test("the governors see nothing of few pupils")
  func andNothingOfFewPupils() throws {
    let figures = [
      "pupils", "n_episodes", "n_paired", "share_on_track", "attendance", "hours_per_pupil",
      "n_shared",
    ]
    for paired in [0, 4] {
      let row = try row(school(pupils: 4, paired: paired), .governors)
      for name in figures { #expect(row[name] == .suppressed, "\(name)") }
    }
    let some = try row(school(pupils: 6, paired: 4), .governors)
    for name in figures { #expect(some[name] == .suppressed, "\(name)") }
    let many = try row(school(pupils: 16, paired: 16), .governors)
    for name in figures where name != "share_on_track" {
      #expect(many[name] != .suppressed, "\(name)")
    }
    // All of them are on track: that tells what became of everybody.
    #expect(many["share_on_track"] == .suppressed)
  }

  @Test("the governors see nothing of few with an expected gain or a known dose")
  func norOfFewWithAnExpectedGainOrAKnownDose() throws {
    var school = school(pupils: 6, paired: 6)
    _ = school.measure("Marks", .points)
    for index in school.provision.indices.dropFirst() {
      school.provision[index].measures = [1]
      school.provision[index].sessionsPlanned = nil
      school.provision[index].minutesPerSession = nil
    }
    let row = try row(school, .governors)
    #expect(row["share_on_track"] == .suppressed)
    #expect(row["attendance"] == .suppressed)
    #expect(row["hours_per_pupil"] == .suppressed)
  }

  @Test("the governors see nothing of few shared episodes")
  func norOfFewSharedEpisodes() throws {
    var school = school(pupils: 6, paired: 6)
    let other = school.assistant("SO")
    school.provision[0].teachingAssistants.append(other)
    let rows = rows(UnitFigures.table, .governors, of: report(school))
    let codes = report(school).codes
    let row = try #require(
      rows.first { $0["unit"] == .freeText(codes.code(ofTA: "TB", school: "school")) }
    )
    #expect(row["n_shared"] == .suppressed)
  }

  @Test("the governors' rows come in the order of the codes")
  func theirRowsComeInTheOrderOfTheCodes() {
    var school = school(pupils: 1, paired: 1)
    for index in 0..<8 {
      let assistant = school.assistant("Person \(index)")
      school.spring("Q\(index)") { $0.teachingAssistants = [assistant] }
    }
    let units = rows(UnitFigures.table, .governors, of: report(school)).filter {
      $0["period"] == .text("term") && $0["unit_kind"] == .text("ta")
    }
    #expect(units.map { $0["unit"] } == (1...9).map { .freeText("TA-0\($0)") })
  }
}
