import Diagnostics
import ProvisionModel
import TestSupport
import Testing

@testable import Ingestion

/// METHOD §3: the provision map's own scores are read where the row's measures are known.
@Suite("The provision map's own scores")
struct OwnScoresTests {
  /// Reads a map of one row, of a pupil with tests in reading and spelling.
  private func read(
    _ columns: String, _ cells: String, settings: String = ""
  ) async throws -> ReadingResult {
    let folder = try TemporaryFolder()
    if !settings.isEmpty { try folder.write("school.yml", settings) }
    try folder.write(
      "tracking.csv",
      """
      pupil_id,date,measure,subject,score
      P1,2025-09-10,Reading,English,10
      P1,2025-09-10,Spelling,English,12
      P1,2025-09-10,Number,Maths,14

      """)
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,\(columns)\nP1,Catch-up,2025-09-15,\(cells)\n")
    return try await SchoolReader(folder: folder.path).read()
  }

  @Test("are read by the measures that the row names, each at its place")
  func namedMeasures() async throws {
    let result = try await read("measure,entry_score,exit_score", "Spelling;Reading,3;4,<5;A")
    let row = try #require(result.data.provision.first)
    #expect(row.entryScores == .read([Score(value: 3), Score(value: 4)]))
    #expect(row.exitScores == .read([Score(value: 5, censoring: .below), nil]))
    #expect(row.targetScores == .none)
    #expect(result.findings.isEmpty)
  }

  @Test("are read by the intervention's measures where the row names none")
  func measuresOfTheIntervention() async throws {
    let result = try await read(
      "entry_score", "8", settings: "interventions: { Catch-up: { measures: [Number] } }\n")
    let row = try #require(result.data.provision.first)
    #expect(row.entryScores == .read([Score(value: 8)]))
    #expect(result.data.namedMeasures(of: row)?.map { result.data.measures[$0].name } == ["Number"])
  }

  @Test("are read by the subject's measures where nobody names any")
  func measuresOfTheSubject() async throws {
    let result = try await read("subject,target_score", "english,6;7")
    #expect(
      result.data.provision.map(\.targetScores) == [
        .read([Score(value: 6), Score(value: 7)])
      ])
  }

  @Test("stay as written where the measures depend on the as-of date")
  func unknownMeasures() async throws {
    let result = try await read("entry_score", "lots;9")
    #expect(
      result.data.provision.map { $0.entryScores.unreadCells.map(\.text) } == [["lots", "9"]])
    #expect(result.findings.isEmpty)
  }

  @Test("that cannot be read are findings of the cell, and of no other score")
  func unreadable() async throws {
    let result = try await read("measure,entry_score,target_score,exit_score", "Reading,lots,9,10")
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1 && finding.code == .score)
    #expect(finding.place == "provision-map.csv:2:5" && finding.heading == "entry_score")
    #expect(finding.value == "lots")
    let row = try #require(result.data.provision.first)
    #expect(row.entryScores == .read([nil]) && row.exitScores == .read([Score(value: 10)]))
  }

  @Test("that are more or fewer than the measures are not used, and it is said once")
  func mismatch() async throws {
    let result = try await read("measure,exit_score", "Reading;Spelling,9")
    #expect(result.data.provision.map(\.exitScores) == [.read([nil, nil])])
    #expect(result.findings.map(\.place) == ["provision-map.csv:2:5"])
    #expect(
      result.findings.first?.message.hasPrefix("one score for a row about 2 measures") == true)
  }

  @Test("of universal provision are not looked at")
  func universalProvision() async throws {
    let result = try await read("wave,measure,entry_score", "1,Reading,lots")
    #expect(result.findings.isEmpty)
  }

  @Test("point at columns that the provision map has")
  func columns() {
    for column in EpisodeColumn.allCases {
      #expect(ProvisionColumn(rawValue: column.rawValue) != nil)
    }
  }
}
