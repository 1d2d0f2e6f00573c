import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Names of measures, interventions and staff")
struct NamesTests {
  @Test("Measures that differ by case, spaces, brackets and leading signs are one, and noted")
  func measures() async throws {
    let result = try await Fixture.read("measure-names-that-differ-a-little")
    #expect(result.data.measures.map(\.name) == ["Standardised Age Score (SAS)"])
    #expect(
      try result.values(of: "P1", on: "Standardised Age Score (SAS)") == [92, 95, 96, 97, 98])
    #expect(result.marks == Array(repeating: "tracking.csv note merged-names", count: 4))
  }

  @Test("Measures that another sign or number tells apart stay apart")
  func otherMeasures() async throws {
    let result = try await Fixture.read("measure-names-with-another-sign")
    #expect(result.findings.isEmpty)
    #expect(result.data.measures.map(\.name) == ["Maths", "Maths %", "Maths+", "Maths 2"])
  }

  @Test("Interventions that differ by case, spaces, brackets and leading signs are one, and noted")
  func interventions() async throws {
    let result = try await Fixture.read("intervention-names-that-differ-a-little")
    #expect(
      result.data.interventions.map(\.name) == ["Read Write Inc. (RWI)", "Nurture", "Nurture+"])
    #expect(result.data.provision.map(\.intervention) == [0, 0, 0, 0, 1, 2])
    #expect(result.marks == Array(repeating: "provision-map.csv note merged-names", count: 3))
  }

  @Test("A measure that the provision map writes otherwise is that of tracking, and noted there")
  func measureOfProvisionMap() async throws {
    let result = try await Fixture.read("measure-named-otherwise-in-the-provision-map")
    #expect(result.data.measures.map(\.name) == ["Reading (SAS)"])
    #expect(result.data.provision.map(\.measures) == [[0]])
    #expect(result.findings.map(\.value) == ["reading SAS"])
    #expect(result.marks == ["provision-map.csv note merged-names"])
  }

  @Test("Measures in a cell are parted by semicolons only; others are told as unknown")
  func severalMeasures() async throws {
    let result = try await Fixture.read("several-measures-in-a-cell-by-commas")
    #expect(result.marks == ["provision-map.csv:2:4 warning measure-without-scores"])
    #expect(result.findings.first?.hint.contains(";") == true)
  }

  @Test("Staff in a cell are parted by semicolons, commas, \"&\", \"and\" and line breaks")
  func staff() async throws {
    let result = try await Fixture.read("staff-lists")
    let both = ["JH", "RP"]
    #expect(result.staffOfRows.prefix(5) == [both, both, both, both, both])
    #expect(result.data.teachingAssistants.prefix(2).map(\.name) == ["Jo Hughes", "Ravi Patel"])
    #expect(result.staffOfRows[5] == ["JH"])
    #expect(result.staffOfRows[6...] == [both, both])
  }

  @Test("TAs whose names differ by case and apostrophes are one, and noted")
  func assistants() async throws {
    let result = try await Fixture.read("ta-names-that-differ-a-little")
    #expect(result.data.teachingAssistants.map(\.key) == ["Jo O'Hughes"])
    #expect(result.marks == Array(repeating: "provision-map.csv note merged-names", count: 2))
  }
}
