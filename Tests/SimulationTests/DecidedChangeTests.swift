import ProvisionModel
import Simulation
import Testing

@Suite struct DecidedChangeTests {
  private func decided(
    _ intervention: String, _ decision: InterventionPlan.Decision, _ text: String = "",
    sessions: Int? = nil, minutes: Int? = nil, weeks: Int? = nil, groupSize: Int? = nil,
    term: String = "2025-26-spring", school: String = "", group: String = ""
  ) throws -> DecidedChange {
    var change = DecidedChange(
      term: try #require(TermCalendar.standard.term(id: term)), school: school,
      intervention: intervention,
      change: InterventionPlan.Change(
        decision: decision, text: text, sessions: sessions, minutes: minutes, weeks: weeks,
        groupSize: groupSize
      )
    )
    change.group = group
    return change
  }

  private func files(
    following decisions: [DecidedChange], schools: Int = 1, lastTerm: String = "2025-26-summer"
  ) throws -> [SchoolExport.File: [UInt8]] {
    var plan = try plan(schools: schools, lastTerm: lastTerm)
    plan.decided = decisions
    return try SimulationTests.files(of: plan)
  }

  /// The distinct values of a column in the rows of an intervention that begin in a month.
  private func values(
    _ column: String, _ intervention: String, _ month: String, _ map: [[String: String]]
  ) -> Set<String> {
    Set(
      map.filter {
        $0["intervention"] == intervention && ($0["start_date"] ?? "").hasPrefix(month)
      }
      .compactMap { $0[column] }
    )
  }

  @Test("decisions are carried out from the next term on")
  func whatIsDecidedIsDoneFromTheNextTermOn() throws {
    let files = try files(following: [
      decided("Paired reading", .stop, "No time"),
      decided("Social skills group", .vary, "From 1 to 2 sessions a week", sessions: 2),
      decided("Phonics catch-up", .vary, "From 30 to 15 minutes", minutes: 15, weeks: 6),
      decided("Reading comprehension group", .vary, "Groups of 3", groupSize: 3),
      decided("Number catch-up (1:1)", .vary, "Something else"),
      decided("Maths fluency group", .stop, group: "Fluency A"),
      decided("Inference training", .continue, "Stopped in autumn already"),
    ])
    let map = try table(files[.provisionMap])
    #expect(!values("ta", "Paired reading", "2026-01", map).isEmpty)
    #expect(values("ta", "Paired reading", "2026-04", map).isEmpty)
    #expect(values("sessions_per_week", "Social skills group", "2026-01", map) == ["1"])
    #expect(values("sessions_per_week", "Social skills group", "2026-04", map) == ["2"])
    #expect(values("minutes_per_session", "Phonics catch-up", "2026-04", map) == ["15"])
    #expect(values("sessions_planned", "Phonics catch-up", "2026-04", map) == ["30"])
    let groups = values("group", "Reading comprehension group", "2026-01", map).count
    let smaller = values("group", "Reading comprehension group", "2026-04", map).count
    #expect(smaller > groups)
    #expect(values("sessions_per_week", "Number catch-up (1:1)", "2026-04", map) == ["3"])
    // What is decided of one group is not done, and what the file does not say is not decided.
    #expect(values("sessions_per_week", "Maths fluency group", "2026-04", map) == ["2"])
    // The catalogue stops it a term before.
    #expect(values("ta", "Inference training", "2026-04", map).isEmpty)
    #expect(!values("ta", "Colourful semantics", "2026-04", map).isEmpty)
  }

  @Test("the file holds its decisions of the terms that it covers and the catalogue's of others")
  func theFileHoldsTheDecisionsOfItsTermsAndTheCataloguesOfOthers() throws {
    var stop = try decided("Paired reading", .stop, "No time, \"this term\"")
    stop.decidedBy = "Mrs Okafor"
    stop.day = Day(iso: "2026-03-30")
    let rows = try table(
      files(following: [stop, decided("Lego club", .start, "From May")])[.decisions])
    let spring = rows.filter { $0["term"] == "2025-26-spring" }
    #expect(spring.map { $0["intervention"] } == ["Paired reading", "Lego club"])
    #expect(spring[0]["change"] == "No time, \"this term\"")
    #expect(spring[0]["decided_by"] == "Mrs Okafor" && spring[0]["date"] == "2026-03-30")
    #expect(spring[1]["decision"] == "start" && spring[1]["date"] == "")
    let autumn = rows.filter { $0["term"] == "2025-26-autumn" }
    #expect(autumn.first { $0["intervention"] == "Inference training" }?["decision"] == "stop")
    #expect(!rows.contains { $0["term"] == "2025-26-summer" })
  }

  @Test("the first terms are those of the school about which the decisions were made")
  func theFirstTermsAreThoseOfTheSchoolAboutWhichItWasDecided() throws {
    let short = try SimulationTests.files(of: plan(terms: 3, lastTerm: "2025-26-spring"))
    let long = try files(following: [decided("Paired reading", .stop)])
    let before = try table(short[.decisions])
    let after = try table(long[.decisions]).filter { $0["term"] != "2025-26-spring" }
    #expect(before == after)
    let roll = try (table(short[.pupils]), table(long[.pupils]))
    #expect(roll.0.map { $0["name"] } == roll.1.map { $0["name"] })
    // Only the groups that go on in the last term end otherwise.
    let map = try (table(short[.provisionMap]), table(long[.provisionMap]))
    let earlier = map.1.filter { ($0["start_date"] ?? "") < "2026-04-01" }
    #expect(map.0.count == earlier.count)
    let others = zip(map.0, earlier).filter { $0 != $1 }
    #expect(Set(others.map { $0.0["intervention"] }) == ["Emotional literacy support (1:1)"])
    let scores = try (table(short[.tracking]), table(long[.tracking]))
    let known = scores.1.filter { ($0["date"] ?? "") < "2026-04-10" }
    #expect(scores.0.count { ($0["date"] ?? "") < "2026-04-10" } == known.count)
    let changed = Set(scores.0).subtracting(known)
    #expect(changed.count < 12 && changed.allSatisfy { $0["measure"] == "SDQ total difficulties" })
  }

  /// Two terms later the file may hold the new decisions of both terms, or those of all terms.
  @Test("the story stays the same term after term", arguments: [false, true])
  func theStoryStaysWhereItWasTermAfterTerm(hasAllTerms: Bool) throws {
    let first = try SimulationTests.files(of: plan(terms: 2, lastTerm: "2025-26-autumn"))
    let old = try table(first[.decisions]).map { row in
      try decided(
        row["intervention"] ?? "",
        InterventionPlan.Decision(rawValue: row["decision"] ?? "") ?? .vary,
        row["change"] ?? "", term: row["term"] ?? "")
    }
    let new = try [
      decided("Paired reading", .stop, "No time", term: "2025-26-autumn"),
      decided("Social skills group", .vary, "Twice a week", sessions: 2),
    ]
    let third = try files(following: (hasAllTerms ? old : []) + new)
    let map = try (table(first[.provisionMap]), table(third[.provisionMap]))
    let summer = "2025-0"
    #expect(
      map.0.filter { ($0["start_date"] ?? "").hasPrefix(summer) }.count
        == map.1.filter { ($0["start_date"] ?? "").hasPrefix(summer) }.count)
    #expect(try table(first[.pupils]) == table(third[.pupils]))
    #expect(values("ta", "Paired reading", "2026-01", map.1).isEmpty)
    #expect(values("sessions_per_week", "Social skills group", "2026-04", map.1) == ["2"])
    #expect(values("minutes_per_session", "Phonics catch-up", "2025-09", map.1) == ["20"])
    #expect(values("ta", "Inference training", "2025-09", map.1).isEmpty)
  }

  @Test("groups of two terms end where something else is decided in between")
  func groupsOfTwoTermsEndWhereSomethingElseIsDecidedInBetween() throws {
    let files = try files(
      following: [decided("Speech and language group", .stop, term: "2025-26-autumn")],
      lastTerm: "2025-26-spring"
    )
    let map = try table(files[.provisionMap])
    let ends = values("end_date", "Speech and language group", "2025-09", map)
    #expect(!ends.isEmpty && ends.allSatisfy { $0.hasPrefix("2025-1") })
    #expect(values("ta", "Speech and language group", "2026-01", map).isEmpty)
  }

  @Test("a school follows what it decided itself")
  func aSchoolFollowsWhatItDecidedItself() throws {
    let files = try files(
      following: [decided("Paired reading", .stop, school: "Beckside Primary")], schools: 2)
    let map = try table(files[.provisionMap]).filter {
      $0["intervention"] == "Paired reading" && ($0["start_date"] ?? "").hasPrefix("2026-04")
    }
    #expect(Set(map.map { $0["school"] }) == ["Ashbrook Primary"])
    let rows = try table(files[.decisions]).filter { $0["term"] == "2025-26-spring" }
    #expect(rows.map { $0["school"] } == ["Beckside Primary"])
  }
}
