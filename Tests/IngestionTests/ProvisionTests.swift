import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("The provision map and its neighbours")
struct ProvisionTests {
  @Test("An end before its start sets the row aside; one day is an episode")
  func endBeforeStart() async throws {
    let result = try await Fixture.read("end-before-start")
    #expect(
      result.summaries == [
        "provision-map.csv:2:4: error: [end-before-start] column \"end_date\": the end, "
          + "2025-09-15, lies before the start, 2025-12-05"
      ]
    )
    #expect(result.data.provision.map(\.line) == [3])
  }

  @Test("A pupil is once in an intervention at a time; a row may begin when another ends")
  func overlaps() async throws {
    let result = try await Fixture.read("overlapping-dates")
    #expect(result.findings.map(\.code) == [.overlappingEpisodes, .overlappingEpisodes])
    #expect(result.findings.map(\.line) == [3, 7])
    #expect(result.findings.first?.message.contains("line 2") == true)
    #expect(result.data.provision.map(\.line) == [2, 4, 5, 6])
  }

  @Test("A measure that is named by two of its names counts once")
  func measureUnderTwoNames() async throws {
    let result = try await Fixture.read("measure-under-two-names")
    #expect(result.data.measures.map(\.name) == ["Reading"])
    #expect(result.data.provision.map(\.measures) == [[0], []])
    #expect(result.data.interventions.map(\.measures) == [[], [0]])
    #expect(try result.values(of: "P1", on: "Reading") == [90, 95])
    #expect(result.findings.isEmpty)
  }

  @Test("A row that says the same twice counts once, in every file")
  func duplicates() async throws {
    let result = try await Fixture.read("duplicate-rows")
    #expect(Set(result.findings.map(\.code)) == [.duplicateRow])
    #expect(
      Set(result.findings.map(\.place)) == [
        "pupils.csv:3:1", "provision-map.csv:3:3", "staff.csv:3:1",
      ]
    )
    #expect(result.data.provision.map(\.line) == [2])
    #expect(result.data.pupils.first?.name == "Ann Hill")
    #expect(result.data.teachingAssistants.map(\.hourlyRate) == [12])
  }

  @Test("A number that is none, or is negative, is told, and the row is used without it")
  func numbers() async throws {
    let result = try await Fixture.read("wrong-numbers")
    #expect(
      result.findings.map(\.place) == [
        "provision-map.csv:2:4", "provision-map.csv:3:4",
      ]
    )
    #expect(result.findings.allSatisfy { $0.code == .number })
    #expect(result.data.provision.map(\.sessionsPerWeek) == [nil, nil, 3, 2.5])
    #expect(result.data.provision.map(\.cost) == [5, 5, 5, 7.25])
  }

  @Test("Several TAs, measures and scores may stand in a cell")
  func lists() async throws {
    let result = try await Fixture.read("several-in-a-cell")
    let rows = result.data.provision
    #expect(result.data.teachingAssistants.map(\.key) == ["Mrs Khan", "Mr Hill"])
    #expect(rows.map(\.teachingAssistants) == [[0, 1], [1]])
    let names = rows.map { $0.measures.map { result.data.measures[$0].name } }
    #expect(names == [["Reading", "Spelling"], ["Reading"]])
    #expect(
      rows.map(\.entryScores) == [.read([Score(value: 10), nil]), .read([Score(value: 10)])])
    // "A" stands for absent.
    #expect(
      rows.map(\.exitScores) == [.read([Score(value: 14, censoring: .below), nil]), .none])
    #expect(rows.map(\.targetScores) == [.read([nil, nil]), .none])
  }

  @Test("Where only some files name the school, the others are of the only one")
  func oneSchool() async throws {
    let result = try await Fixture.read("school-in-some-files")
    #expect(result.data.schools == ["Oak"])
    #expect(result.data.pupils.map(\.id) == ["P1"])
    #expect(result.findings.isEmpty)
  }

  @Test("The same id in two schools is two pupils; a row without a school is a finding")
  func severalSchools() async throws {
    let result = try await Fixture.read("several-schools")
    #expect(result.data.schools == ["Elm", "Oak"])
    let pupils = result.data.provision.map { result.data.pupils[$0.pupil] }
    #expect(pupils.map { result.data.schools[$0.school] } == ["Elm", "Oak"])
    #expect(pupils.map(\.id) == ["P1", "P1"])
    #expect(result.findings.map(\.code) == [.school])
    #expect(result.findings.map(\.place) == ["tracking.csv:4"])
  }

  @Test("A file that names no school is unusable where others name several")
  func unknownSchool() async throws {
    let refusal = try await Fixture.refusal(of: "several-schools-in-one-file-only")
    #expect(refusal.reason == .data)
    #expect(refusal.findings.map(\.code) == [.school])
    #expect(refusal.findings.map(\.file) == ["provision-map.csv"])
  }

  @Test("TAs and pupils whom the staff and pupils files do not list are told once each")
  func unlisted() async throws {
    let result = try await Fixture.read("staff-who-are-not-listed")
    #expect(result.findings.map(\.severity) == [.warning, .warning])
    let staff = try #require(result.findings.first { $0.code == .unknownTeachingAssistant })
    #expect(staff.place == "provision-map.csv:2:5")
    #expect(staff.hint.contains("\"Mrs Khan\""))
    let pupil = try #require(result.findings.first { $0.code == .pupilNotListed })
    #expect(pupil.place == "provision-map.csv:2:1")
    let khan = try #require(result.data.teachingAssistants.first { $0.key == "Mrs Khan" })
    #expect(khan.roleLevel == "TA3" && khan.hourlyRate == 13.5)
    #expect(khan.trainedIn == ["Catch-up", "Number"])
  }

  @Test("Decisions are about interventions of the provision map, terms and four words")
  func decisions() async throws {
    let result = try await Fixture.read("decisions")
    let decision = try #require(result.data.decisions.first)
    #expect(decision.kind == .vary && decision.intervention == 0)
    #expect(decision.term.id == "2025-26-autumn")
    #expect(decision.group == "A" && decision.change == "fewer sessions")
    let places = result.findings.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)" }
    #expect(
      Set(places) == ["3:2 unknown-intervention", "4:1 term", "5:3 word", "6:1 empty-cell"]
    )
  }
}
