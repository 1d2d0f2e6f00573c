import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What the governors' pack leaves out, over tables and periods.
@Suite struct ReleaseTests {
  /// Adds pupils to an intervention that ends in the autumn or in the spring, with both scores.
  private func add(
    _ pupils: Int, to intervention: String, inAutumn: Bool = false, school place: Int = 0,
    _ school: inout SchoolBuilder
  ) {
    for index in 0..<pupils {
      let id = "\(intervention) \(inAutumn ? "a" : "s")\(index)"
      let (first, last) =
        inAutumn
        ? (day("2025-09-08"), day("2025-12-12")) : (day("2026-01-05"), day("2026-03-20"))
      school.row(id, intervention, from: first, to: last, school: place) { row in
        row.measures = [0]
        row.entryScores = [.cell(80 + Double(index))]
        row.exitScores = [.cell(85 + Double(index * index % 7))]
      }
    }
  }

  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    return school
  }

  /// The paired episodes of an intervention by period and school, as the governors' table has them.
  private func paired(_ intervention: String, _ school: SchoolBuilder) -> [String: TableCell] {
    let own = rows(InterventionFigures.table, .governors, of: report(school)).filter {
      $0["intervention"] == .freeText(intervention)
    }
    return own.reduce(into: [:]) { cells, row in
      guard case .text(let period) = row["period"], case .freeText(let name) = row["school"] else {
        return
      }
      cells[school.schools.count > 1 ? "\(period) \(name)" : period] = row["n_paired"]
    }
  }

  @Test("a year with two more pupils than the term says nothing")
  func aYearWithTwoMorePupilsThanTheTermSaysNothing() {
    var school = school()
    add(8, to: "Catch-up", &school)
    add(2, to: "Catch-up", inAutumn: true, &school)
    #expect(
      paired("Catch-up", school) == ["term": .whole(8), "year": .suppressed, "all": .suppressed])
  }

  @Test("a year with six more is shown beside the term")
  func aYearWithSixMoreIsShownBesideTheTerm() {
    var school = school()
    add(8, to: "Catch-up", &school)
    add(6, to: "Catch-up", inAutumn: true, &school)
    #expect(
      paired("Catch-up", school) == ["term": .whole(8), "year": .whole(14), "all": .whole(14)])
  }

  @Test("what is few in the term is shown over the year")
  func whatIsFewInTheTermIsShownOverTheYear() {
    var school = school()
    add(3, to: "Catch-up", &school)
    add(9, to: "Catch-up", inAutumn: true, &school)
    #expect(
      paired("Catch-up", school) == ["term": .suppressed, "year": .whole(12), "all": .whole(12)])
  }

  @Test("a small school takes the next smallest with it")
  func aSmallSchoolTakesTheNextSmallestWithIt() {
    var school = school()
    school.schools = ["Ash", "Beck", "Cherry"]
    add(3, to: "Catch-up", school: 0, &school)
    add(9, to: "Catch-up", school: 1, &school)
    add(12, to: "Catch-up", school: 2, &school)
    let cells = paired("Catch-up", school)
    #expect(cells["term all"] == .whole(24))
    #expect(cells["term Ash"] == .suppressed)
    #expect(cells["term Beck"] == .suppressed)
    #expect(cells["term Cherry"] == .whole(12))
  }

  @Test("small interventions on one test are taken together")
  func smallInterventionsOnOneTestAreTakenTogether() throws {
    var school = school()
    for (name, pupils) in [("A", 2), ("B", 3), ("C", 3)] { add(pupils, to: name, &school) }
    add(9, to: "D", &school)
    let together = rows(InterventionFigures.table, .governors, of: report(school)).filter {
      $0["intervention"] == .freeText("3 interventions of fewer than 5 pupils")
    }
    let row = try #require(together.first { $0["period"] == .text("term") })
    #expect(row["n_paired"] == .whole(8) && row["measure"] == .freeText("Reading"))
    #expect(row["mean_gain"] != .suppressed && row["mean_gain"] != .absent)
    for name in ["A", "B", "C"] { #expect(paired(name, school)["term"] == .suppressed) }
    #expect(paired("D", school)["term"] == .whole(9))
    #expect(pack(.senco, of: school).interventions.allSatisfy { $0.together.isEmpty })
    let page = text(pages(.governors, of: school).main)
    #expect(page.contains("3 interventions of fewer than 5 pupils"))
  }

  @Test("who is still in a small intervention is no part of the row together")
  func whoIsStillInASmallInterventionIsNoPartOfTheRowTogether() throws {
    var school = school()
    add(2, to: "A", &school)
    add(3, to: "B", &school)
    for index in 0..<3 {
      school.row("U\(index)", "A", from: day("2026-03-02"), to: nil) { $0.measures = [0] }
    }
    let row = try #require(
      rows(InterventionFigures.table, .governors, of: report(school)).first {
        $0["intervention"] == .freeText("2 interventions of fewer than 5 pupils")
      })
    #expect(row["n_paired"] == .whole(5) && row["n_in_progress"] == .suppressed)
  }

  /// Beside the year's pupils both numbers of movers would tell how few stayed.
  @Test("movers are told beside the pupils that they are of only")
  func moversAreToldBesideThePupilsThatTheyAreOfOnly() {
    var school = school()
    add(9, to: "A", &school)
    add(9, to: "A", inAutumn: true, &school)
    for row in rows(VariationFigures.table, .governors, of: report(school)) {
      if row["pupils_joined"] != .suppressed { #expect(row["after"] != .suppressed) }
      if row["pupils_left"] != .suppressed { #expect(row["before"] != .suppressed) }
    }
  }

  /// Of two with fewer than 5 each and 8 in all, each has 4.
  @Test("two that are four each are not taken together")
  func twoThatAreFourEachAreNotTakenTogether() {
    var school = school()
    add(4, to: "A", &school)
    add(4, to: "B", &school)
    #expect(pack(.governors, of: school).interventions.allSatisfy { $0.together.isEmpty })
  }

  @Test("every preset leaves nothing to find out")
  func everyPresetLeavesNothingToFindOut() {
    for preset in DisclosurePreset.allCases {
      var school = school()
      school.settings.disclosure = DisclosureSettings(preset)
      for (name, now, before) in [("A", 8, 2), ("B", 12, 9), ("C", 3, 3), ("D", 21, 4)] {
        add(now, to: name, &school)
        add(before, to: name, inAutumn: true, &school)
      }
      let minimum = DisclosureSettings(preset).minimumPupils
      #expect(leaks(pack(.governors, of: school), minimum: minimum).isEmpty, "\(preset)")
      let parts = report(school).parts(packs: [.governors], formats: ReportFormat.standard)
      #expect(throws: Never.self, "\(preset)") { _ = try parts.map { try $0.files() } }
    }
  }

  /// A pack made by other rules than it is looked at with.
  @Test("an audit finds what the table of changes tells")
  func anAuditFindsWhatTheTableOfChangesTells() {
    var school = school()
    school.settings.disclosure.minimumPupils = 1
    add(5, to: "Catch-up", inAutumn: true, &school)
    add(8, to: "Catch-up", &school)
    school.row("other", "Catch-up", from: day("2025-09-08"), to: day("2025-12-12")) {
      $0.measures = [0]
    }
    for index in 0..<2 {
      school.row(
        "Catch-up a\(index)", "Catch-up", from: day("2026-01-05"), to: day("2026-03-20")
      ) { $0.measures = [0] }
    }
    let leaks = leaks(pack(.governors, of: school))
    for words in [
      "KPI 5.6, school, Catch-up, stayed: printed",
      "KPI 5.6, school, Catch-up, before without KPI 5.6, school, Catch-up, pupilsPairedBefore: 1 to 1",
    ] { #expect(leaks.contains { $0.hasPrefix(words) }, "\(words) is not among \(leaks)") }
  }

  /// A pack made by other rules than it is looked at with.
  @Test("an audit finds what a pack tells")
  func anAuditFindsWhatAPackTells() {
    var school = school()
    school.settings.disclosure.minimumPupils = 1
    add(8, to: "Catch-up", &school)
    add(2, to: "Catch-up", inAutumn: true, &school)
    add(3, to: "Small group", &school)
    for index in 0..<2 {
      school.row("X\(index)", "Catch-up", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.measures = [0]
      }
    }
    let leaks = leaks(pack(.governors, of: school))
    for words in [
      "term, school, Small group, paired: printed",
      "year, school, Catch-up, paired without term, school, Catch-up, paired: 2 to 2",
      "term, school, Catch-up, unpaired: printed",
    ] {
      #expect(leaks.contains { $0.hasPrefix(words) }, "\(words)")
    }
  }
}
