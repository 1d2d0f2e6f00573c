import TestSupport
import Testing

@Suite("A made-up school that follows decisions")
struct FollowedDecisionsTests {
  private static let header =
    "term,school,intervention,group,decision,change,decided_by,date,recommendation,reason\n"

  @Test("goes on for a term as it was decided, and is evaluated without any error")
  func roundTrip() throws {
    let scratch = try TemporaryFolder()
    let school = scratch.path(of: "School")
    let first = try ImpactProgram.run(
      ["simulate", school, "--terms", "3", "--last-term", "2025-26-spring"])
    #expect(first.exit == 0)
    let before = CSVTable(FolderContents(of: school)["decisions.csv"])
    try scratch.write(
      "edited.csv",
      Self.header
        + """
        2025-26-spring,,Paired reading,,stop-or-replace,No time,SENCo,2026-04-01,assess,Too few
        2025-26-spring,,Social skills group,,vary,From 1 to 2 sessions a week,SENCo,2026-04-01,,
        2025-26-spring,,Phonics catch-up,,,,,,assess,Too few
        2025-26-spring,,Number catch-up (1:1),,keep,,SENCo,2026-04-01,continue,

        """)
    let second = try ImpactProgram.run(
      [
        "simulate", school, "--terms", "4", "--last-term", "2025-26-summer", "--decisions",
        scratch.path(of: "edited.csv"), "--force",
      ])
    #expect(second.exit == 0)
    #expect(second.errors.contains("edited.csv:4:5: warning: [empty-cell]"))
    let contents = FolderContents(of: school)
    let rows = CSVTable(contents["decisions.csv"]).rows
    #expect(rows.filter { $0["term"] != "2025-26-spring" } == before.rows)
    #expect(
      rows.filter { $0["term"] == "2025-26-spring" }.map { $0["decision"] }
        == ["stop", "vary", "continue"])
    let summer = CSVTable(contents["provision-map.csv"]).rows.filter {
      ($0["start_date"] ?? "") >= "2026-04-16"
    }
    #expect(!summer.contains { $0["intervention"] == "Paired reading" })
    let social = summer.filter { $0["intervention"] == "Social skills group" }
    #expect(Set(social.map { $0["sessions_per_week"] }) == ["2"])
    // The filled-in template may lie in the folder too: it says the same.
    try scratch.copy(scratch.path(of: "edited.csv"), as: "School/next-decisions.csv")
    let reports = try ReportsFolder(of: school, term: "2025-26-summer")
    #expect(reports.outcome.exit == 0)
  }

  @Test("is not written where the decisions are missing or of no use")
  func unusable() throws {
    let scratch = try TemporaryFolder()
    func simulate(_ decisions: String) throws -> ImpactProgram.Outcome {
      try ImpactProgram.run(
        ["simulate", scratch.path(of: "School"), "--decisions", scratch.path(of: decisions)])
    }
    let missing = try simulate("none.csv")
    #expect(missing.exit == 66)
    #expect(missing.errors.contains("[unreadable] there is no such file"))
    try scratch.write("other.csv", "pupil_id,score\nP1,3\n")
    #expect(try simulate("other.csv").exit == 65)
    #expect(FolderContents(of: scratch.path(of: "School")).files.isEmpty)
  }

  @Test("tells what is set aside of the decisions, and follows the rest")
  func setAside() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "decisions.csv",
      """
      term,school,intervention,decision,change
      2025-26-summer,,Paired reading,stop,
      2025-26-spring,Elm,Paired reading,stop,
      2025-26-spring,,Phonics catch-up,stop,
      2025-26-spring,,Phonics catch-up,vary,Other pupils
      2025-26-spring,,Lego club,start,
      2025-26-spring,,Inference training,pause,

      """)
    let outcome = try ImpactProgram.run(
      [
        "simulate", scratch.path(of: "School"), "--decisions", scratch.path(of: "decisions.csv"),
      ])
    #expect(outcome.exit == 1)
    for told in [
      ":2: error: [early-decision]", ":3:2: error: [school]",
      ":4:4: error: [conflicting-decisions]", ":5:4: error: [conflicting-decisions]",
      ":6:3: warning: [unknown-intervention]", ":7:4: error: [word]",
    ] {
      #expect(outcome.errors.contains("decisions.csv" + told))
    }
    let rows = CSVTable(FolderContents(of: scratch.path(of: "School"))["decisions.csv"]).rows
    #expect(
      rows.filter { $0["term"] == "2025-26-spring" }.map { $0["intervention"] } == ["Lego club"])
  }
}
