import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Areas of need, waves and role levels")
struct WordsTests {
  @Test("Areas that differ by case, spaces, punctuation and \"&\" are one in all files")
  func areas() async throws {
    let result = try await Fixture.read("words-in-several-spellings")
    let learning = "Cognition & Learning"
    #expect(
      result.data.provision.map(\.areaOfNeed) == [
        learning, learning, learning, "Cognition", "", "Sensory and/or physical", learning,
        learning, "Sensory and/or physical",
      ])
  }

  @Test("Waves are one by their number, whatever they are called; parts of a wave stay apart")
  func waves() async throws {
    let result = try await Fixture.read("words-in-several-spellings")
    #expect(
      result.data.provision.map(\.wave) == [
        "2", "2", "2", "2", "", "Wave 1 (Universal)", "2a", "2a", "1 and 2",
      ])
    #expect(result.data.provision.map(\.isUniversalWave).firstIndex(of: true) == 5)
    #expect(result.data.provision.count(where: \.isUniversalWave) == 1)
  }

  @Test("Role levels of staff are one, and words that are not known stay")
  func roleLevels() async throws {
    let result = try await Fixture.read("words-in-several-spellings")
    #expect(
      result.data.teachingAssistants.map(\.roleLevel) == [
        "TA3", "TA3", "TA3", "TA3+", "Mentor", "",
      ])
  }

  @Test("Each spelling that is reported under another is noted once, where it first stands")
  func notes() async throws {
    let result = try await Fixture.read("words-in-several-spellings")
    let notes = result.findings.filter { $0.code == .mergedNames }
    #expect(
      notes.map { "\($0.place) \($0.value)" } == [
        "provision-map 1 autumn.csv:3:4 Cognition and learning",
        "provision-map 1 autumn.csv:4:4 COGNITION AND LEARNING",
        "provision-map 2 spring.csv:2:5 Cognition and Learning",
        "provision-map 2 spring.csv:4:5 Sensory and / or physical",
        "provision-map 1 autumn.csv:2:5 Wave 2",
        "provision-map 1 autumn.csv:3:5 wave 2 - targeted",
        "provision-map 1 autumn.csv:5:5 Tier 2",
        "provision-map 2 spring.csv:3:3 2 A",
        "staff.csv:3:2 ta 3",
        "staff.csv:4:2 TA-3",
      ])
    #expect(
      notes.first?.message
        == "the area of need \"Cognition and learning\" is taken to be \"Cognition & Learning\"")
    #expect(notes.allSatisfy { $0.severity == .note && $0.heading != nil })
  }

  @Test("A word that is always written alike stays as it is, without a note")
  func oneSpelling() async throws {
    let result = try await Fixture.read("words-in-one-spelling")
    #expect(!result.findings.contains { $0.code == .mergedNames })
    #expect(
      result.data.provision.map(\.areaOfNeed) == [
        "cognition & learning", "cognition & learning", "Cognition",
      ])
    #expect(result.data.provision.map(\.wave) == ["Wave 2", "Wave 2", "Wave 12"])
    #expect(result.data.teachingAssistants.map(\.roleLevel) == ["ta 3", "ta 3"])
  }

  @Test(
    "Wave 1 is universal provision in every spelling",
    arguments: [
      ("1", true), ("Wave 1", true), ("wave1", true), ("WAVE  1", true),
      ("Wave 1 - Universal", true),
      ("W1", true), ("Tier 1", true), ("(1)", true), ("Universal", true), ("Wave: universal", true),
      ("2", false), ("Wave 11", false), ("1a", false), ("Wave 1 & 2", false), ("1-2", false),
      ("1+", false), ("targeted", false), ("", false),
    ])
  func universal(wave: String, isUniversal: Bool) async throws {
    #expect(try await read(waves: wave).map(\.isUniversalWave) == [isUniversal])
  }

  @Test("school.yml names other universal waves, in any spelling")
  func otherUniversalWaves() async throws {
    let rows = try await read(
      waves: "1", "Tier 2", "whole class",
      settings: "thresholds: { universal_waves: [Wave 2, Whole Class] }\n")
    #expect(rows.map(\.isUniversalWave) == [false, true, true])
  }

  @Test(
    "Different words are never taken to be one",
    arguments: [
      ["TA1-3", "TA13", "TA1.3"], ["TA2", "TA2+"], ["Maths", "Maths %"], ["-", "?"],
      ["Hearing", "Hearing and vision"], ["Level 1 2", "Level 12"],
    ])
  func different(areas: [String]) async throws {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", "pupil_id,date,measure,score\nP0,2025-09-10,Reading,10\n")
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,area_of_need\n"
        + areas.enumerated().map { "P\($0),Catch-up,2025-09-15,\($1)\n" }.joined())
    let result = try await SchoolReader(folder: folder.path).read()
    #expect(result.data.provision.map(\.areaOfNeed) == areas)
    #expect(!result.findings.contains { $0.code == .mergedNames })
  }

  private func read(waves: String..., settings: String = "") async throws -> [ProvisionRow] {
    let folder = try TemporaryFolder()
    if !settings.isEmpty { try folder.write("school.yml", settings) }
    try folder.write("tracking.csv", "pupil_id,date,measure,score\nP0,2025-09-10,Reading,10\n")
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,wave\n"
        + waves.enumerated().map { "P\($0),Catch-up,2025-09-15,\($1)\n" }.joined())
    return try await SchoolReader(folder: folder.path).read().data.provision
  }
}
