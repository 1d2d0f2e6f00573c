import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Rows of the provision map with several pupils, or with dates of their own")
struct PupilListTests {
  @Test("Ids in a cell are parted by semicolons, line breaks, commas and bars; each counts once")
  func ids() async throws {
    let result = try await Fixture.read("pupils-in-a-cell")
    #expect(result.findings.isEmpty)
    #expect(
      result.spells == [
        "P1 Semicolons 2025-09-15", "P2 Semicolons 2025-09-15", "P3 Semicolons 2025-09-15",
        "P1 Line breaks 2025-09-15", "P2 Line breaks 2025-09-15", "P3 Line breaks 2025-09-15",
        "P1 Commas 2025-09-15", "P2 Commas 2025-09-15", "P3 Commas 2025-09-15",
        "P1 Bars 2025-09-15", "P2 Bars 2025-09-15", "P1 One 2025-09-15",
      ]
    )
    #expect(result.data.provision.map(\.line) == [2, 2, 2, 3, 3, 3, 6, 6, 6, 7, 7, 8])
    #expect(result.data.inputs.first { $0.kind == .provisionMap }?.rows == 5)
  }

  @Test("Names in a cell are parted alike; a surname before a comma stays with its forename")
  func names() async throws {
    let result = try await Fixture.read("names-of-pupils-in-a-cell")
    #expect(
      result.spells == [
        "P1 Semicolons 2025-09-15", "P2 Semicolons 2025-09-15",
        "P1 Line breaks 2025-09-15", "P2 Line breaks 2025-09-15",
        "P1 Commas 2025-09-15", "P2 Commas 2025-09-15", "P3 Commas 2025-09-15",
        "P1 One 2025-09-15", "P1 Both 2025-09-15", "P3 Both 2025-09-15",
      ]
    )
    #expect(result.marks == ["provision-map.csv warning joined-pupils"])
    #expect(result.findings.first?.message.hasPrefix("3 pupils are found") == true)
  }

  @Test("The cost of a row with several pupils is shared among them, which is noted once")
  func sharedCost() async throws {
    let result = try await Fixture.read("cost-of-a-row-with-several-pupils")
    #expect(result.data.provision.map(\.cost) == [30, 30, 30, 50, 50, 40])
    #expect(result.marks == ["provision-map.csv:2:4 note shared-cost"])
    #expect(result.findings.first?.value == "90.00")
  }

  @Test("A cost per pupil is each pupil's")
  func costPerPupil() async throws {
    let result = try await Fixture.read("cost-per-pupil-of-a-row-with-several-pupils")
    #expect(result.data.provision.map(\.cost) == [90, 90, 90])
    #expect(result.findings.isEmpty)
  }

  @Test("What is wrong with a row of several pupils is told once, and sets all of them aside")
  func badDate() async throws {
    let result = try await Fixture.read("bad-date-of-a-row-with-several-pupils")
    #expect(result.marks == ["provision-map.csv:2:3 error date"])
    #expect(result.spells == ["P1 Catch-up 2025-09-15"])
  }

  @Test("A pupil's own dates come before those of the provision")
  func pupilDates() async throws {
    let result = try await Fixture.read("dates-of-the-pupil-beside-the-provision")
    #expect(
      result.spells == [
        "P1 Catch-up 2025-09-15 2025-12-12", "P2 Catch-up 2025-09-01 2025-11-28",
        "P3 Catch-up 2025-09-01 2025-12-19",
      ]
    )
    #expect(
      result.marks
        == ["provision-map.csv:5:6 error end-before-start", "provision-map.csv:6:5 error date"]
    )
    #expect(result.findings.map(\.heading) == ["Pupil End", "Pupil Start"])
  }

  @Test("Notes with line breaks, commas and quotes are passed over, and lines still count")
  func notes() async throws {
    let result = try await Fixture.read("notes-with-line-breaks-and-commas")
    #expect(result.marks == ["provision-map.csv:4:3 error date"])
    #expect(result.spells == ["P1 Catch-up 2025-09-15"])
    #expect(result.data.provision.map(\.group) == ["Owls"])
  }
}
