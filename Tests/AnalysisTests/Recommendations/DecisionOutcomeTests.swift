import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// What came of decisions of the autumn term, by the map of the spring term.
@Suite struct DecisionOutcomeTests {
  private struct Form {
    var sessions: Double? = 3
    var minutes: Double? = 20
    var group = ""
    var assistant: String?
    var planned: Double?
    var attended: Double?
  }

  /// A school whose catch-up had some pupils in autumn and some in spring.
  private func school(
    _ before: [String], _ after: [String], was old: Form = Form(), now new: Form = Form()
  ) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.intervention("Catch-up")
    func add(_ ids: [String], _ start: String, _ end: String, _ form: Form) {
      for id in ids {
        let assistant = form.assistant.map { school.assistant($0) }
        school.row(id, from: day(start), to: day(end)) { row in
          row.sessionsPerWeek = form.sessions
          row.minutesPerSession = form.minutes
          row.group = form.group
          row.teachingAssistants = assistant.map { [$0] } ?? []
          row.sessionsPlanned = form.planned
          row.sessionsAttended = form.attended
        }
      }
    }
    add(before, "2025-09-08", "2025-12-12", old)
    add(after, "2026-01-05", "2026-03-20", new)
    return school
  }

  private func outcome(
    _ kind: DecisionKind, _ targets: [ChangeTarget] = [], change: String = "", group: String = "",
    in school: SchoolBuilder, term: String = "2026-02-01", asOf: String = "2026-03-27"
  ) throws -> DecisionOutcome {
    var school = school
    let calendar = school.settings.terms
    var decision = Decision(
      file: 0, line: 2, school: "", term: calendar.term(containing: day("2025-10-01")),
      intervention: 0, kind: kind, group: group, change: change)
    decision.targets = targets
    school.decisions = [decision]
    return try #require(
      Evaluation(
        data: school.data, term: calendar.term(containing: day(term)), asOf: day(asOf)
      ).decisions.first)
  }

  @Test("continuing is seen from the sessions")
  func goingOnIsSeenFromTheSessions() throws {
    let same = school(["P1"], ["P2", "P3"])
    #expect(try outcome(.continue, in: same).followThrough == .yes)
    let more = school(["P1"], ["P1"], now: Form(sessions: 3.25))
    #expect(try outcome(.continue, in: more).followThrough == .partly)
    let nearlySame = school(["P1"], ["P1"], now: Form(sessions: 3.2))
    #expect(try outcome(.continue, in: nearlySame).followThrough == .yes)
    let shorter = school(["P1"], ["P1"], now: Form(minutes: 19))
    #expect(try outcome(.continue, in: shorter).followThrough == .partly)
    let gone = school(["P1"], [])
    #expect(try outcome(.continue, in: gone).followThrough == .no)
  }

  @Test("stopping is seen from no pupil beginning")
  func stoppingIsSeenFromNobodyBeginning() throws {
    #expect(try outcome(.stop, in: school(["P1"], [])).followThrough == .yes)
    #expect(try outcome(.stop, in: school(["P1"], ["P1"])).followThrough == .no)
    var runsOut = SchoolBuilder()
    runsOut.row("P1", from: day("2025-09-08"), to: day("2026-01-23"))
    #expect(try outcome(.stop, in: runsOut).followThrough == .partly)
  }

  @Test("starting is seen from the intervention running")
  func startingIsSeenFromItsRunning() throws {
    #expect(try outcome(.start, in: school([], ["P1"])).followThrough == .yes)
    #expect(try outcome(.start, in: school(["P1"], [])).followThrough == .no)
  }

  @Test("a change of sessions is compared with what was decided")
  func aChangeOfSessionsIsSetAgainstWhatWasMeant() throws {
    func followed(_ now: Double?, from old: Double? = 3) throws -> FollowThrough {
      let school = school(["P1"], ["P1"], was: Form(sessions: old), now: Form(sessions: now))
      return try outcome(.vary, [ChangeTarget(.sessionsPerWeek, to: 5)], in: school).followThrough
    }
    #expect(try followed(5) == .yes)
    #expect(try followed(4.8) == .yes)
    #expect(try followed(4) == .partly)
    #expect(try followed(3.2) == .no)
    #expect(try followed(2) == .no)
    #expect(try followed(nil) == .cannotTell)
    #expect(try followed(4, from: nil) == .no)
  }

  @Test("several changes count together")
  func severalChangesCountTogether() throws {
    let targets = [ChangeTarget(.sessionsPerWeek, to: 5), ChangeTarget(.minutesPerSession, to: 30)]
    func followed(_ sessions: Double, _ minutes: Double) throws -> FollowThrough {
      let school = school(["P1"], ["P1"], now: Form(sessions: sessions, minutes: minutes))
      return try outcome(.vary, targets, in: school).followThrough
    }
    #expect(try followed(5, 30) == .yes)
    #expect(try followed(5, 20) == .partly)
    #expect(try followed(3, 20) == .no)
  }

  @Test("attendance has to reach what was decided")
  func attendanceHasToReachWhatWasMeant() throws {
    func followed(_ attended: Double, _ planned: Double? = 100) throws -> FollowThrough {
      let school = school(
        ["P1"], ["P1"], was: Form(planned: 100, attended: 60),
        now: Form(planned: planned, attended: attended))
      return try outcome(.vary, [ChangeTarget(.attendance, to: 0.8)], in: school).followThrough
    }
    #expect(try followed(80) == .yes)
    #expect(try followed(79.5) == .yes)
    #expect(try followed(79) == .partly)
    #expect(try followed(60) == .no)
    #expect(try followed(60, nil) == .cannotTell)
  }

  @Test("changes of groups, pupils and TAs are compared with what was decided")
  func groupsPupilsAndTAs() throws {
    let trio = ["P1", "P2", "P3"]
    let smaller = school(
      trio, ["P1", "P2"], was: Form(group: "A"), now: Form(group: "B"))
    #expect(
      try outcome(.vary, [ChangeTarget(.groupSize, to: 2)], in: smaller).followThrough == .yes)
    let others = [ChangeTarget(.pupils)]
    #expect(
      try outcome(.vary, others, in: school(trio, ["P1", "P4"])).followThrough == .yes)
    #expect(
      try outcome(.vary, others, in: school(trio, trio + ["P4"])).followThrough == .partly)
    #expect(try outcome(.vary, others, in: school(trio, trio)).followThrough == .no)
    let assistants = [ChangeTarget(.teachingAssistants)]
    func taught(_ one: String, _ other: String) -> SchoolBuilder {
      school(trio, trio, was: Form(assistant: one), now: Form(assistant: other))
    }
    #expect(try outcome(.vary, assistants, in: taught("A", "B")).followThrough == .yes)
    #expect(try outcome(.vary, assistants, in: taught("A", "A")).followThrough == .no)
  }

  @Test("words that a provision map cannot show are not guessed at")
  func wordsThatAMapCannotShowAreNotGuessedAt() throws {
    let varied = school(["P1"], ["P1"], now: Form(sessions: 5))
    #expect(
      try outcome(.vary, change: "Use the new books", in: varied).followThrough == .cannotTell)
  }

  @Test("without words any change counts")
  func withoutWordsAnyChangeWillDo() throws {
    let varied = school(["P1"], ["P1"], now: Form(sessions: 5))
    #expect(try outcome(.vary, in: varied).followThrough == .yes)
    #expect(try outcome(.vary, in: school(["P1"], ["P2"])).followThrough == .no)
  }

  @Test("stopping instead of varying is not followed through")
  func whatStopsInsteadOfBeingVariedIsNotFollowedThrough() throws {
    let gone = school(["P1"], [])
    #expect(
      try outcome(.vary, [ChangeTarget(.sessionsPerWeek, to: 5)], in: gone).followThrough == .no)
  }

  @Test("a decision about a group is seen in that group")
  func aDecisionAboutAGroupIsSeenInThatGroup() throws {
    var both = school(["P1"], ["P1"], was: Form(group: "A"), now: Form(group: "A"))
    for (start, end) in [("2025-09-08", "2025-12-12")] {
      both.row("P2", from: day(start), to: day(end)) { $0.group = "B" }
    }
    #expect(try outcome(.stop, group: "B", in: both).followThrough == .yes)
    #expect(try outcome(.stop, group: "A", in: both).followThrough == .no)
  }

  @Test("nothing is known before the term after the decision")
  func theTermAfterHasToHaveCome() throws {
    let school = school(["P1"], ["P1"])
    let early = try outcome(.stop, in: school, term: "2025-10-01", asOf: "2025-12-19")
    #expect(early.followThrough == .notYet)
    // The map goes further than the term that is reported.
    let former = try outcome(.stop, in: school, term: "2025-10-01", asOf: "2026-03-27")
    #expect(former.followThrough == .notYet)
    #expect(try outcome(.stop, in: school).followThrough == .no)
  }

  @Test("no pupil beginning in the first weeks of a term means nothing")
  func inTheFirstWeeksOfATermNobodysBeginningMeansNothing() throws {
    for kind in [DecisionKind.continue, .stop, .start, .vary] {
      let gone = school(["P1"], [])
      #expect(try outcome(kind, in: gone, asOf: "2026-01-06").followThrough == .notYet)
      #expect(try outcome(kind, in: gone, asOf: "2026-01-29").followThrough != .notYet)
    }
    // Who was in it before is no sign either; who begins is.
    var goesOn = SchoolBuilder()
    goesOn.row("P1", from: day("2025-09-08"), to: day("2026-01-23"))
    let early = try outcome(.stop, in: goesOn, asOf: "2026-01-06")
    #expect(early.followThrough == .notYet)
    #expect(early.after == nil)
    let begun = school(["P1"], ["P2"])
    #expect(try outcome(.continue, in: begun, asOf: "2026-01-06").followThrough == .yes)
    #expect(try outcome(.stop, in: begun, asOf: "2026-01-06").followThrough == .no)
  }

  @Test("universal provision is not followed")
  func universalProvisionIsNotFollowed() throws {
    var lesson = SchoolBuilder()
    for (start, end) in [("2025-09-08", "2025-12-12"), ("2026-01-05", "2026-03-20")] {
      lesson.row("P1", "Lesson", from: day(start), to: day(end)) { $0.wave = "1" }
    }
    #expect(try outcome(.stop, in: lesson).followThrough == .cannotTell)
    #expect(try outcome(.continue, in: lesson).followThrough == .cannotTell)
  }

  @Test("a group that the map does not name cannot be followed")
  func aGroupThatTheMapDoesNotNameCannotBeFollowed() throws {
    let red = school(["P1"], ["P1"], was: Form(group: "Red"), now: Form(group: "Red"))
    for kind in [DecisionKind.continue, .stop, .vary] {
      #expect(try outcome(kind, group: "Rde", in: red).followThrough == .cannotTell)
    }
    #expect(try outcome(.start, group: "Blue", in: red).followThrough == .no)
  }

  @Test("the evidence of all groups is not that of one")
  func theEvidenceOfAllGroupsIsNotThatOfOne() throws {
    let red = school(["P1"], ["P1"], was: Form(group: "Red"), now: Form(group: "Red"))
    let outcome = try outcome(.continue, group: "Red", in: red)
    #expect(outcome.before?.progress.isEmpty == true)
    #expect(outcome.after?.progress.isEmpty == true)
    #expect(outcome.comparison.measure == nil)
  }

  @Test("a decision without a school concerns the schools that give the intervention")
  func aDecisionWithoutASchoolConcernsThoseThatGiveIt() {
    var school = SchoolBuilder()
    school.schools = ["North", "South", "West"]
    for place in 0...1 {
      school.row("P1", from: day("2025-09-08"), to: day("2025-12-12"), school: place)
    }
    school.row("P1", from: day("2026-01-05"), to: day("2026-03-20"), school: 1)
    school.row("P1", "Other", from: day("2026-01-05"), to: day("2026-03-20"), school: 2)
    let calendar = school.settings.terms
    school.decisions = [
      Decision(
        file: 0, line: 2, school: "", term: calendar.term(containing: day("2025-10-01")),
        intervention: 0, kind: .stop, group: "", change: "")
    ]
    let outcomes = Evaluation(data: school.data).decisions
    #expect(outcomes.map(\.school) == [0, 1])
    #expect(outcomes.map(\.followThrough) == [.yes, .no])
  }
}
