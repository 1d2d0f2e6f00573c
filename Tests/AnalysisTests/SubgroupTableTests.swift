import Analysis
import ProvisionModel
import TestSupport
import Testing

/// KPI 5.5 by need, status and so on.
@Suite struct SubgroupTableTests {
  private let asOf = day("2026-03-27")

  /// Forty pupils of one year group with two tests; every fourth is in one of two interventions.
  private func school() -> SchoolBuilder {
    var chance = SeededGenerator(seed: 3)
    var school = SchoolBuilder()
    _ = school.measure("Test")
    _ = school.assistant("TB", "TA2")
    _ = school.assistant("SO", "TA4")
    for index in 0..<40 {
      let id = "P\(index)"
      let level = Double(Int.random(in: 90...110, using: &chance))
      for date in ["2025-12-01", "2026-03-16"] {
        school.score(id, 0, on: day(date), level + Double(Int.random(in: -5...5, using: &chance)))
      }
      let pupil = school.pupil(id)
      school.pupils[pupil].senStatus = index % 8 == 0 ? "K" : "E"
      school.pupils[pupil].yearGroup = "4"
      guard index % 4 == 0 else { continue }
      school.row(
        id, index % 8 == 0 ? "One" : "Two", from: day("2026-01-05"), to: day("2026-03-20")
      ) { row in
        row.measures = [0]
        row.areaOfNeed = index < 20 ? "Cognition" : ""
        row.teachingAssistants = index % 8 == 0 ? [0, 1] : [0]
      }
    }
    return school
  }

  private func rows(
    _ school: SchoolBuilder, _ dimension: Dimension, _ period: Period = .term
  ) -> [InterventionProgress] {
    Evaluation(data: school.data, asOf: asOf).subgroups.filter {
      $0.subgroup?.dimension == dimension && $0.period == period
    }
  }

  @Test("only dimensions that the files fill have rows")
  func onlyDimensionsThatTheFilesFillHaveRows() {
    let found = Set(
      Evaluation(data: school().data, asOf: asOf).subgroups.map(\.subgroup?.dimension))
    #expect(found == [.areaOfNeed, .senStatus, .yearGroup, .roleLevel])
  }

  @Test("a subgroup takes all interventions together")
  func aSubgroupTakesAllInterventionsTogether() throws {
    let row = try #require(rows(school(), .yearGroup).first)
    #expect(rows(school(), .yearGroup).count == 1)
    #expect(row.subgroup?.value == "4" && row.intervention == nil)
    #expect(row.started == 10 && row.pupils == 10)
    // The mean of all contrasts, which is what both interventions' effects weigh up to.
    let single = Evaluation(data: school().data, asOf: asOf).interventions.filter {
      $0.period == .term
    }
    let whole = try #require(row.evidence.ends).need
    let parts = try single.map { try #require($0.evidence.ends).need }
    let sum = parts.reduce(0) { $0 + $1.value * Double($1.courses) }
    let weighed = sum / Double(whole.courses)
    #expect(parts.count == 2)
    #expect(abs(whole.value - weighed) < 1e-12)
  }

  @Test("pupils count under their own status only")
  func pupilsCountUnderTheirOwnStatusOnly() {
    let found = rows(school(), .senStatus)
    #expect(found.map(\.subgroup?.value) == ["E", "K"])
    #expect(found.map(\.started) == [5, 5])
  }

  @Test("an empty value is no subgroup")
  func anEmptyValueIsNoSubgroup() {
    #expect(rows(school(), .areaOfNeed).map(\.started) == [5])
  }

  @Test("an episode of two role levels counts under both")
  func anEpisodeOfTwoRoleLevelsCountsUnderBoth() {
    let found = rows(school(), .roleLevel)
    #expect(found.map(\.subgroup?.value) == ["TA2", "TA4"])
    #expect(found.map(\.started) == [10, 5])
  }

  @Test("q values come from the p values of the table, period and school")
  func qIsOfThePsOfTheTablePeriodAndSchool() throws {
    let evaluation = Evaluation(data: school().data, asOf: asOf)
    for table in [evaluation.subgroups, evaluation.interventions] {
      for period in Period.allCases {
        let rows = table.filter { $0.period == period && $0.evidence.pValue != nil }
        let wanted = FalseDiscovery.adjusted(rows.compactMap(\.evidence.pValue))
        #expect(rows.compactMap(\.evidence.qValue) == wanted)
        #expect(rows.count >= 2)
      }
    }
  }

  @Test("several schools have rows of their own and rows for all")
  func severalSchoolsHaveRowsOfTheirOwnAndOfAll() {
    var two = school()
    two.schools = ["North", "South"]
    for index in two.pupils.indices where index % 8 == 4 { two.pupils[index].school = 1 }
    let found = rows(two, .yearGroup)
    #expect(found.map(\.scope) == [.school(0), .school(1), .all])
    #expect(found.map(\.started) == [5, 5, 10])
  }
}
