import Diagnostics
import Ingestion
import ProvisionModel
import Testing

@Suite("Decisions")
struct DecisionsTests {
  /// Where something was found and what, of one code or all: `3:2 word`.
  private func places(_ result: ReadingResult, _ code: FindingCode? = nil) -> [String] {
    result.findings.filter { $0.file.contains("decisions") && (code == nil || $0.code == code) }
      .map { "\($0.line ?? 0):\($0.column ?? 0) \($0.severity.rawValue) \($0.code.rawValue)" }
  }

  @Test("say what is to become what, who decided and when")
  func contents() async throws {
    let result = try await Fixture.read("decisions-with-targets-and-dates")
    let decisions = result.data.decisions
    try #require(decisions.count == 6)
    #expect(
      decisions[0].targets == [ChangeTarget(.sessionsPerWeek, to: 5), ChangeTarget(.pupils)])
    #expect(decisions[0].decidedBy == "Mrs Okafor" && decisions[1].decidedBy == "SENCo")
    #expect(
      decisions.map { $0.day?.description ?? "" }
        == ["2025-12-18", "2025-12-18", "", "2026-03-02", "2025-08-31", "2026-03-01"])
    #expect(decisions[1].targets.isEmpty && decisions[1].change == "fewer sessions")
    #expect(
      places(result) == ["4:7 warning date", "5:7 warning date", "6:7 warning date"])
    #expect(result.findings[0].message.hasSuffix("the row is used without it"))
    #expect(result.findings[1].message.contains("neither in the term 2025-26-autumn nor"))
  }

  @Test("name groups as the provision map does, however they write them")
  func groups() async throws {
    let result = try await Fixture.read("decisions-about-groups")
    #expect(result.data.decisions.map(\.group) == ["Red", "Red", "Blue 1", "Green"])
  }

  @Test("that contradict each other are all set aside, each with the line of the other")
  func conflicts() async throws {
    let result = try await Fixture.read("decisions-that-contradict-each-other")
    #expect(result.data.decisions.map(\.line) == [3, 5, 6, 7, 10])
    #expect(
      places(result, .conflictingDecisions) == [
        "2:3 error conflicting-decisions", "4:3 error conflicting-decisions",
        "8:5 error conflicting-decisions", "9:5 error conflicting-decisions",
        "11:3 error conflicting-decisions", "12:3 error conflicting-decisions",
      ])
    let messages = result.findings.filter { $0.code == .conflictingDecisions }.map(\.message)
    #expect(messages[0].hasPrefix("line 4 decides \"stop\""))
    #expect(!result.findings.contains { $0.code == .setting })
    #expect(messages[1].hasPrefix("line 2 decides \"continue\""))
    #expect(messages[2].hasPrefix("line 9 gives another value about"))
  }

  @Test("of two files contradict each other too, and what nobody decided contradicts nothing")
  func conflictsOfFiles() async throws {
    let result = try await Fixture.read("decisions-that-contradict-each-other-in-two-files")
    #expect(result.data.decisions.map(\.line) == [3])
    let conflicts = result.findings.filter { $0.code == .conflictingDecisions }
    #expect(conflicts.map(\.file) == ["decisions.csv", "next-decisions.csv"])
    #expect(conflicts[0].message.hasPrefix("line 2 of next-decisions.csv decides \"stop\""))
    #expect(!result.findings.contains { $0.code == .unknownColumn })
  }

  @Test("that say the same twice count once")
  func duplicates() async throws {
    let result = try await Fixture.read("decisions-taken-twice")
    #expect(result.data.decisions.map(\.line) == [2, 4])
    #expect(places(result) == ["3:3 note duplicate-row", "2:3 note duplicate-row"])
    #expect(result.findings[1].message.contains("what line 4 of decisions.csv says"))
  }

  @Test("for all schools contradict those of one")
  func conflictsOfSchools() async throws {
    let result = try await Fixture.read("decisions-of-schools-that-contradict-each-other")
    #expect(result.data.decisions.map(\.line) == [4, 5, 6])
    #expect(
      places(result) == [
        "2:4 error conflicting-decisions", "3:4 error conflicting-decisions",
      ])
  }

  @Test("are of a school that other files name, or of all; the schools may come by turns")
  func schools() async throws {
    let result = try await Fixture.read("decisions-of-schools-by-turns")
    #expect(result.data.decisions.map(\.school) == ["Ash", "Ash", "Beech", ""])
    #expect(
      places(result) == [
        "5:3 warning unknown-intervention", "6:1 error school", "7:1 error school",
      ])
    #expect(result.findings.last?.hint == "is \"Beech\" meant?")
  }

  @Test("of a term that had not begun are set aside")
  func early() async throws {
    let result = try await Fixture.read("decisions-of-a-term-to-come")
    #expect(result.data.decisions.map(\.line) == [2])
    #expect(places(result) == ["3:1 error early-decision"])
    #expect(result.findings[0].message.contains("begins on 2026-04-16"))
  }

  @Test("may stand in any order, which is noted once")
  func order() async throws {
    let result = try await Fixture.read("decisions-out-of-order")
    #expect(result.data.decisions.count == 4)
    #expect(places(result) == ["3:1 note decision-order"])
  }

  @Test("are read in other words too, those of recommendations among them")
  func words() async throws {
    let result = try await Fixture.read("decisions-in-other-words")
    let kinds = result.data.decisions.map(\.kind)
    #expect(
      kinds == [
        .continue, .continue, .continue, .vary, .vary, .vary, .stop, .stop, .stop, .stop, .start,
        .start, .start, .vary, .vary, .vary, .vary, .stop, .continue, .continue, .continue, .vary,
        .stop, .start,
      ])
    #expect(places(result) == ["26:3 error word"])
  }

  @Test("that nobody has taken yet are told, and are no errors")
  func undecided() async throws {
    let result = try await Fixture.read("decisions-not-taken-yet")
    #expect(result.data.decisions.map(\.line) == [3])
    #expect(
      places(result) == ["2:5 warning empty-cell", "4:3 error empty-cell", "4:5 error empty-cell"])
    #expect(result.findings[0].message.hasPrefix("no decision yet"))
  }

  @Test(
    "may be none",
    arguments: [
      ("empty-decisions", FindingCode.emptyFile),
      ("decisions-of-only-a-byte-order-mark", .emptyFile),
      ("decisions-of-blank-lines", .emptyFile), ("decisions-of-only-a-header", .noRows),
      ("decisions-of-a-header-and-blank-lines", .noRows),
    ]
  )
  func none(folder: String, code: FindingCode) async throws {
    let result = try await Fixture.read(folder)
    #expect(result.data.decisions.isEmpty)
    #expect(places(result) == ["0:0 warning \(code.rawValue)"])
    #expect(result.data.inputs.map(\.kind) == [.tracking, .provisionMap, .decisions])
    #expect(result.data.inputs.last?.rows == 0 && result.data.inputs.last?.sha256.count == 64)
  }
}
