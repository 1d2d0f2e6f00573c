import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("How pupils were chosen")
struct ChosenByTests {
  private func read(
    _ words: [String], heading: String = "chosen_by", settings: String = ""
  ) async throws -> ReadingResult {
    let folder = try TemporaryFolder()
    if !settings.isEmpty { try folder.write("school.yml", settings) }
    let pupils = words.indices.map { "P\($0)" }
    try folder.write(
      "tracking.csv",
      "pupil_id,date,measure,score\n" + pupils.map { "\($0),2025-09-10,Reading,10\n" }.joined())
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,\(heading)\n"
        + zip(pupils, words).map { "\($0),Catch-up,2025-09-15,\"\($1)\"\n" }.joined())
    return try await SchoolReader(folder: folder.path).read()
  }

  @Test("is read from the provision map, in any case and in the words of schools")
  func words() async throws {
    let words: [(String, ChosenBy?)] = [
      ("scores", .scores), ("Score", .scores), ("TESTS", .scores), ("Assessment data", .scores),
      ("test results", .scores), ("need", .need), ("Needs", .need),
      ("Teacher's judgement", .need), ("staff", .need), ("Both", .both),
      ("scores and need", .both), ("Need / Test", .both), ("test; teacher judgement", .both),
      ("tests, scores", .scores), ("unknown", .unknown), ("Not known", .unknown), ("?", .unknown),
      ("", nil), ("  ", nil),
    ]
    let result = try await read(words.map(\.0))
    #expect(result.data.provision.map(\.chosenBy) == words.map(\.1))
    #expect(result.findings.isEmpty)
  }

  @Test(
    "stands below many headings",
    arguments: [
      "chosen_by", "Chosen by", "CHOSEN BY", "Selected by", "Selection", "How chosen",
      "How selected", "Basis for selection", "Pupils chosen by",
    ])
  func headings(heading: String) async throws {
    let result = try await read(["need"], heading: heading)
    #expect(result.data.provision.map(\.chosenBy) == [.need])
    #expect(result.findings.isEmpty)
    #expect(result.data.inputs.last?.columns["chosen_by"]?.heading == heading)
  }

  @Test("may be any column where school.yml names it")
  func namedInSettings() async throws {
    let result = try await read(
      ["need"], heading: "Why", settings: "columns: {provision-map: {chosen_by: Why}}\n")
    #expect(result.data.provision.map(\.chosenBy) == [.need])
  }

  @Test("is not taken from a vague heading beside a plainer one, nor from another column")
  func otherColumns() async throws {
    let vague = try await read(["\",\"need"], heading: "Selection,Selected by")
    #expect(vague.data.provision.map(\.chosenBy) == [.need])
    #expect(vague.data.inputs.last?.columns["chosen_by"]?.heading == "Selected by")
    let others = try await read(["need"], heading: "Need")
    #expect(others.data.provision.map(\.chosenBy) == [nil])
    #expect(others.data.provision.map(\.areaOfNeed) == ["need"])
  }

  @Test("is told of where the word is another, with its place, and the row is used without it")
  func otherWords() async throws {
    let result = try await read(["need", "Mrs Khan", "scores and Mrs Khan", "assessment"])
    #expect(result.data.provision.map(\.chosenBy) == [.need, nil, nil, nil])
    #expect(result.findings.map(\.code) == [.word, .word, .word])
    #expect(result.findings.map(\.severity) == [.warning, .warning, .warning])
    let finding = try #require(result.findings.first)
    #expect(finding.place == "provision-map.csv:3:4" && finding.heading == "chosen_by")
    #expect(finding.value == "Mrs Khan")
    #expect(
      finding.message
        == "\"Mrs Khan\" is none of scores, need, both, unknown: the row is used without it")
    #expect(finding.hint.hasPrefix("write scores where scores of the tracking file decided"))
  }

  @Test("is told of twenty times at most where rows on end have the same other word")
  func manyOtherWords() async throws {
    let result = try await read([String](repeating: "Mrs Khan", count: 100))
    #expect(result.data.provision.count == 100)
    #expect(result.findings.map(\.rows).reduce(0, +) == 100)
    #expect(result.findings.count == 20)
  }

  @Test("holds for every pupil whom a row names")
  func severalPupils() async throws {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", "pupil_id,date,measure,score\nP0,2025-09-10,Reading,10\n")
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,chosen_by\nP0;P1,Catch-up,2025-09-15,Need\n")
    let result = try await SchoolReader(folder: folder.path).read()
    #expect(result.data.provision.map(\.chosenBy) == [.need, .need])
  }

  @Test("may be said of an intervention in school.yml, also of one that goes by an older name")
  func settings() async throws {
    let result = try await read(
      ["scores"],
      settings: """
        interventions:
          catch-up: {same_as: Catch-up numeracy}
          Catch-up numeracy: {chosen_by: need}
        """)
    #expect(result.data.interventions.map(\.name) == ["Catch-up numeracy"])
    #expect(result.data.interventions.map(\.chosenBy) == [.need])
    #expect(result.data.provision.map(\.chosenBy) == [.scores])
    #expect(try await read(["need"]).data.interventions.map(\.chosenBy) == [nil])
  }
}
