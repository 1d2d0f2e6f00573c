import Analysis
import Calibration
import ProvisionModel
import Simulation
import Testing

/// For each line of the table of recommendations a simulated school in which it fires.
@Suite struct RecommendationSchoolsTests {
  private func expect(
    line: Int, _ recommend: Recommendation, _ school: RecommendedSchool,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try #require(school.recommendation, sourceLocation: location)
    #expect(found.rule.map { $0 + 1 } == line, "\(found.facts)", sourceLocation: location)
    #expect(found.recommend == recommend, sourceLocation: location)
  }

  private func harm(_ effect: Double = 0.7) -> RecommendedSchool {
    var school = RecommendedSchool()
    school.effect = { _ in -effect }
    return school
  }

  @Test("line 1: harm where few sessions were attended")
  func line1HarmThatWasNotAttended() throws {
    var school = harm()
    school.row = { $1.sessionsAttended = 20 }
    try expect(line: 1, .checkDelivery, school)
  }

  @Test("line 2: firm evidence of harm")
  func line2FirmHarm() throws {
    try expect(line: 2, .stopOrReplace, harm())
  }

  @Test("line 3: harm to few pupils")
  func line3HarmToFew() throws {
    var school = harm(1.2)
    school.plan.supported = 8
    try expect(line: 3, .checkDelivery, school)
  }

  @Test("line 4: help that is costly")
  func line4HelpThatIsCostly() throws {
    var school = harm(-0.7)
    school.row = { place, row in
      row.cost = 4000
      row.group = "Pair \(place / 2)"
    }
    try expect(line: 4, .varyGroupSize, school)
  }

  @Test("line 5: help")
  func line5Help() throws {
    try expect(line: 5, .continue, harm(-0.7))
  }

  @Test("line 6: many pupils without a test")
  func line6ManyWithoutATest() throws {
    var school = RecommendedSchool()
    school.missing = 6
    try expect(line: 6, .assess, school)
  }

  @Test("line 7: a fall in progress")
  func line7AFall() throws {
    var school = RecommendedSchool()
    school.plan.supported = 40
    school.inAutumn = 20
    school.effect = { $0 < 20 ? -0.5 : 0.9 }
    try expect(line: 7, .checkDelivery, school)
  }

  @Test("line 8: once a week")
  func line8OnceAWeek() throws {
    var school = RecommendedSchool()
    school.row = { $1.sessionsPerWeek = 1 }
    try expect(line: 8, .varyFrequency, school)
  }

  @Test("line 9: ten minutes a session")
  func line9TenMinutes() throws {
    var school = RecommendedSchool()
    school.row = { $1.minutesPerSession = 10 }
    try expect(line: 9, .varyDuration, school)
  }

  @Test("line 10: groups of ten")
  func line10GroupsOfTen() throws {
    var school = RecommendedSchool()
    school.row = { place, row in row.group = "Group \(place / 10)" }
    try expect(line: 10, .varyGroupSize, school)
  }

  @Test("line 11: some pupils gain and some lose")
  func line11SomeGainAndSomeLose() throws {
    var school = RecommendedSchool()
    school.effect = { $0 % 2 == 0 ? 1.2 : -1.2 }
    try expect(line: 11, .varyPupils, school)
  }

  @Test("line 12: many pupils and no difference")
  func line12ManyPupilsAndNoDifference() throws {
    var school = RecommendedSchool()
    school.plan.pupils = 4200
    school.plan.supported = 600
    try expect(line: 12, .stopOrReplace, school)
  }

  @Test("line 13: too little evidence")
  func line13TooLittleEvidence() throws {
    var school = RecommendedSchool()
    school.plan.supported = 6
    try expect(line: 13, .assess, school)
  }
}
