import Analysis
import ProvisionModel
import TestSupport
import Testing

/// KPI 6.4: TAs' support by area of need.
@Suite struct AreaTableTests {
  private let asOf = day("2026-03-27")

  /// Forty pupils of one year group with two tests; every fourth is in one of two interventions.
  private func school() -> SchoolBuilder {
    var chance = SeededGenerator(seed: 5)
    var school = SchoolBuilder()
    _ = school.measure("Test")
    let assistant = school.assistant("TB")
    for index in 0..<40 {
      let level = Double(Int.random(in: 90...110, using: &chance))
      for date in ["2025-12-01", "2026-03-16"] {
        school.score(
          "P\(index)", 0, on: day(date), level + Double(Int.random(in: -5...5, using: &chance)))
      }
      guard index % 4 == 0 else { continue }
      school.row(
        "P\(index)", index % 8 == 0 ? "One" : "Two", from: day("2026-01-05"),
        to: day("2026-03-20")
      ) { row in
        row.measures = [0]
        row.areaOfNeed = "Cognition"
        row.teachingAssistants = [assistant]
      }
    }
    return school
  }

  private func rows(_ school: SchoolBuilder) -> [AreaProgress] {
    Evaluation(data: school.data, asOf: asOf).further.areas
  }

  @Test("an area takes all its interventions together")
  func anAreaTakesAllItsInterventionsTogether() throws {
    let school = school()
    let rows = rows(school)
    let row = try #require(rows.first)
    #expect(rows.count == 1 && row.area == "Cognition" && row.interventions == [0, 1])
    #expect(row.progress.period == .year && row.progress.progress.paired == 10)
    // The same episodes as those of the subgroup of the area, as all of them name a TA.
    let same = Evaluation(data: school.data, asOf: asOf).subgroups.first {
      $0.period == .year && $0.subgroup?.dimension == .areaOfNeed
    }
    #expect(row.progress.evidence == same?.evidence)
    #expect(row.progress.evidence.ends != nil)
  }

  @Test("only rows that name a TA count")
  func onlyRowsThatNameATACount() throws {
    var school = school()
    for index in 0..<4 { school.provision[index].teachingAssistants = [] }
    #expect(rows(school).first?.progress.started == 6)
    for index in school.provision.indices { school.provision[index].teachingAssistants = [] }
    #expect(rows(school).isEmpty)
  }

  @Test("each area is a row, and rows of none count in none")
  func eachAreaIsARow() {
    var school = school()
    for (index, text) in ["Learning", "Learning", "Learning", ""].enumerated() {
      school.provision[index].areaOfNeed = text
    }
    let rows = rows(school)
    #expect(rows.map(\.area) == ["Cognition", "Learning"])
    #expect(rows.map(\.progress.started) == [6, 3])
  }

  @Test("earlier years are left out, and episodes under way are counted")
  func earlierYearsAreLeftOutAndWhatIsUnderWayIsCounted() {
    var school = school()
    school.provision[0].start = day("2025-05-01")
    school.provision[0].end = day("2025-07-01")
    school.provision[1].end = nil
    let row = rows(school).first
    #expect(row?.progress.started == 8 && row?.progress.inProgress == 1)
  }

  @Test("several schools have rows of their own and one together")
  func severalSchoolsHaveRowsOfTheirOwnAndOneTogether() {
    var school = school()
    school.schools = ["North", "South"]
    for index in school.pupils.indices where index >= 20 { school.pupils[index].school = 1 }
    let rows = rows(school)
    #expect(rows.map(\.progress.scope) == [.school(0), .school(1), .all])
    #expect(rows.map(\.progress.started) == [5, 5, 10])
  }
}
