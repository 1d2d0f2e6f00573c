import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Interventions that TAs are trained in")
struct TrainingNamesTests {
  private func read(_ trainedIn: String, _ settings: String = "") async throws -> ReadingResult {
    let folder = try TemporaryFolder()
    try folder.write("tracking.csv", "pupil_id,date,measure,score\nP1,2025-09-10,Reading,90\n")
    try folder.write(
      "provision-map.csv",
      "pupil_id,intervention,start_date,ta\nP1,Phonics catch-up,2025-09-15,Mrs Khan\n"
        + "P1,Old number,2025-09-15,Mrs Khan\nP1,Paired reading,2025-09-15,Mr Day\n")
    try folder.write("staff.csv", "ta,trained_in\nMrs Khan,\(trainedIn)\nMr Day,\n")
    if !settings.isEmpty { try folder.write("school.yml", settings) }
    return try await SchoolReader(folder: folder.path).read()
  }

  private func trained(_ result: ReadingResult) throws -> [String] {
    let khan = try #require(result.data.teachingAssistants.first { $0.key == "Mrs Khan" })
    return khan.trainedInterventions.map { result.data.interventions[$0].name }
  }

  @Test("are known without regard to case, spaces and punctuation, each once")
  func spelling() async throws {
    let result = try await read("PHONICS  Catch Up; phonics catch-up; Paired-Reading")
    #expect(try trained(result) == ["Phonics catch-up", "Paired reading"])
    #expect(result.findings.isEmpty)
  }

  @Test("may be others than those of the map, which is nothing to tell")
  func others() async throws {
    let result = try await read("First aid; Paired reading")
    #expect(try trained(result) == ["Paired reading"])
    #expect(result.findings.isEmpty)
    let day = try #require(result.data.teachingAssistants.first { $0.key == "Mr Day" })
    #expect(day.trainedIn.isEmpty && day.trainedInterventions.isEmpty)
  }

  @Test("are known by the name that school.yml calls the same")
  func sameAs() async throws {
    let settings = "interventions:\n  \"Old number\": {same_as: \"Number catch-up\"}\n"
    for name in ["old-number", "Number Catchup"] {
      #expect(try trained(try await read(name, settings)) == ["Number catch-up"])
    }
  }
}
