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

  private func school(effect: Double) -> RecommendedSchool {
    var school = RecommendedSchool()
    school.effect = { _ in effect }
    return school
  }

  /// Pupils enough to tell that there is no gain worth having, over two terms.
  private func manyPupils() -> RecommendedSchool {
    var school = RecommendedSchool()
    school.world.pupils = 4200
    school.world.supported = 600
    school.inAutumn = 300
    return school
  }

  @Test("line 1: harm where few sessions were attended")
  func line1HarmThatWasNotAttended() throws {
    var school = school(effect: -0.7)
    school.row = { $1.sessionsAttended = 20 }
    try expect(line: 1, .checkDelivery, school)
  }

  @Test("line 2: harm asks for a look first, however firm")
  func line2Harm() throws {
    try expect(line: 2, .checkDelivery, school(effect: -0.7))
    var firm = manyPupils()
    firm.effect = { _ in -0.7 }
    try expect(line: 2, .checkDelivery, firm)
  }

  @Test("line 3: help that is costly")
  func line3HelpThatIsCostly() throws {
    var school = school(effect: 0.7)
    school.row = { place, row in
      row.cost = 4000
      row.group = "Pair \(place / 2)"
    }
    try expect(line: 3, .varyGroupSize, school)
  }

  @Test("line 4: help")
  func line4Help() throws {
    try expect(line: 4, .continue, school(effect: 0.7))
  }

  @Test("line 5: many pupils without a test")
  func line5ManyWithoutATest() throws {
    var school = RecommendedSchool()
    school.missing = 6
    try expect(line: 5, .assess, school)
  }

  @Test("line 6: a fall in progress")
  func line6AFall() throws {
    var school = RecommendedSchool()
    school.world.supported = 40
    school.inAutumn = 20
    school.effect = { $0 < 20 ? -0.6 : 0.7 }
    try expect(line: 6, .checkDelivery, school)
  }

  @Test("line 7: once a week, and no gain")
  func line7OnceAWeek() throws {
    var school = manyPupils()
    school.row = { $1.sessionsPerWeek = 1 }
    try expect(line: 7, .varyFrequency, school)
  }

  @Test("line 8: ten minutes a session, and no gain")
  func line8TenMinutes() throws {
    var school = manyPupils()
    school.row = { $1.minutesPerSession = 10 }
    try expect(line: 8, .varyDuration, school)
  }

  @Test("line 9: groups of ten, and no gain")
  func line9GroupsOfTen() throws {
    var school = manyPupils()
    school.row = { place, row in row.group = "Group \(place / 10)" }
    try expect(line: 9, .varyGroupSize, school)
  }

  @Test("line 10: some pupils gain and some lose")
  func line10SomeGainAndSomeLose() throws {
    var school = manyPupils()
    school.effect = { $0 % 2 == 0 ? 1.2 : -1.2 }
    try expect(line: 10, .varyPupils, school)
  }

  @Test("line 11: many pupils over two terms and no gain")
  func line11ManyPupilsAndNoGain() throws {
    try expect(line: 11, .stopOrReplace, manyPupils())
  }

  @Test("line 12: many pupils and no gain, in one term only")
  func line12OneTermOnly() throws {
    var school = manyPupils()
    school.inAutumn = 0
    try expect(line: 12, .assess, school)
  }

  @Test("line 12: too little evidence")
  func line12TooLittleEvidence() throws {
    var school = RecommendedSchool()
    school.world.supported = 6
    try expect(line: 12, .assess, school)
  }
}
