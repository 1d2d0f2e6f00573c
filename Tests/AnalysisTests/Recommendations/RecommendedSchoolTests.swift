import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// What is recommended of whole schools, by the period that speaks.
@Suite struct RecommendedSchoolTests {
  /// A school of 90 pupils with three tests, of whom some had support in the spring term, some in the
  /// autumn term before.
  ///
  /// - Parameter effect: By how much the support raises their next test.
  private func school(_ inSpring: Int, _ inAutumn: Int, effect: Double) -> SchoolBuilder {
    var chance = SeededGenerator(seed: 77)
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let dates = ["2025-06-20", "2025-09-05", "2025-12-15", "2026-03-20"]
    for index in 0..<90 {
      let level = Double.random(in: 85...115, using: &chance)
      let isSpring = index < inSpring
      let isAutumn = !isSpring && index < inSpring + inAutumn
      for (place, date) in dates.enumerated() {
        let raised = isSpring && place == 3 || isAutumn && place >= 2
        let score = level + Double.random(in: -4...4, using: &chance) + (raised ? effect : 0)
        school.score("P\(index)", 0, on: day(date), score.rounded())
      }
      if isSpring { add("P\(index)", "2026-01-05", "2026-03-18", to: &school) }
      if isAutumn { add("P\(index)", "2025-09-08", "2025-12-12", to: &school) }
    }
    return school
  }

  private func add(_ id: String, _ start: String, _ end: String, to school: inout SchoolBuilder) {
    school.row(id, from: day(start), to: day(end)) { row in
      row.measures = [0]
      row.sessionsPerWeek = 3
      row.minutesPerSession = 30
      row.sessionsPlanned = 30
      row.sessionsAttended = 28
      row.group = "G\(id.last!)"
    }
  }

  private func recommendation(_ school: SchoolBuilder) throws -> InterventionRecommendation {
    let found = Evaluation(data: school.data, asOf: day("2026-03-27")).recommendations
    return try #require(found.first)
  }

  @Test("what helps continues, by the terms together")
  func whatHelpsContinues() throws {
    let found = try recommendation(school(16, 16, effect: 15))
    #expect(found.recommend == .continue && found.period == .all && found.facts.isPooled)
    #expect(found.facts.verdict == .better && found.facts.strength >= 3)
    #expect(found.row?.speaks == true && found.needed == nil)
  }

  @Test("what gives no gain is replaced on two terms and never on one")
  func whatGivesNoGain() throws {
    let two = try recommendation(school(16, 16, effect: -2))
    #expect([.same, .noGain].contains(two.facts.verdict) && two.facts.isPooled)
    #expect(two.recommend == .stopOrReplace)
    let one = try recommendation(school(32, 0, effect: -2))
    #expect([.same, .noGain].contains(one.facts.verdict) && !one.facts.isPooled)
    #expect(one.recommend == .assess)
  }

  @Test("what was changed this term is judged by this term alone")
  func whatWasChanged() throws {
    var changed = school(16, 16, effect: -2)
    for index in changed.provision.indices where changed.provision[index].start > day("2026-01-01")
    {
      changed.provision[index].sessionsPerWeek = 5
    }
    let found = try recommendation(changed)
    #expect(found.period == .term && found.isVariedNow && !found.facts.isPooled)
    #expect(found.recommend != .stopOrReplace)
  }

  @Test("harm asks for a look")
  func harm() throws {
    let found = try recommendation(school(16, 16, effect: -22))
    #expect(found.facts.verdict == .worse && found.recommend == .checkDelivery)
  }

  @Test("an unclear answer says how many terms a clear one takes")
  func unclear() throws {
    let found = try recommendation(school(6, 0, effect: 1))
    #expect([.unclear, .likelyBetter].contains(found.facts.verdict))
    let needed = try #require(found.needed)
    #expect(needed.known == 1)
    #expect([.assess, .continue].contains(found.recommend))
  }
}
