import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Words, amounts and scores as people and systems write them")
struct WordsTests {
  @Test("Year groups become their usual codes; others stay as they are")
  func yearGroups() async throws {
    let result = try await Fixture.read("year-groups-written-in-many-ways")
    #expect(
      result.data.pupils.map(\.yearGroup) == [
        "4", "4", "4", "4", "4", "4", "R", "R", "R", "N1", "N2", "13", "X", "Mixed", "R",
      ]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("SEN statuses become their letters; others stay as they are")
  func senStatus() async throws {
    let result = try await Fixture.read("sen-status-with-text")
    #expect(
      result.data.pupils.map(\.senStatus) == [
        "K", "K", "K", "K", "E", "E", "E", "N", "N", "N", "K", "Monitoring", "",
      ]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("Needs that are written out become their codes; others stay as they are")
  func needs() async throws {
    let result = try await Fixture.read("needs-written-out")
    #expect(
      result.data.pupils.map(\.primaryNeed) == [
        "SPLD", "SPLD", "SEMH", "SLCN", "ASD", "ASD", "Speech & Language", "OTH", "MLD", "HI",
      ]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("Words for yes and no become Y and N; others stay as they are")
  func truths() async throws {
    let result = try await Fixture.read("yes-and-no-in-many-words")
    #expect(
      result.data.pupils.map(\.pupilPremium) == [
        "Y", "Y", "Y", "Y", "Y", "Y", "N", "N", "N", "N", "N", "", "Maybe",
      ]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("Ages are read in every form, those that a spreadsheet takes for times among them")
  func ages() async throws {
    let result = try await Fixture.read("ages-in-every-form-of-exports")
    let kind = try result.measure("Reading age").kind
    #expect(kind == .age)
    #expect(
      try result.scoreOfEach(10, on: "Reading age") == Array(repeating: 90, count: 10))
    let ends = try (11...14).flatMap { try result.scores(of: "P\($0)", on: "Reading age") }
    #expect(
      ends == [
        Score(value: 72, censoring: .below), Score(value: 204, censoring: .above),
        Score(value: 72, censoring: .below), Score(value: 204, censoring: .above),
      ]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("Scores at the floor and the ceiling are kept as such; forms that nobody prints are told")
  func floors() async throws {
    let result = try await Fixture.read("floor-and-ceiling-scores")
    #expect(try result.scoreOfEach(6, on: "NGRT SAS") == [70, 70, nil, nil, 130, 70])
    #expect(
      try result.scores(of: "P2", on: "NGRT SAS") == [Score(value: 70, censoring: .below)])
    #expect(
      try result.scores(of: "P5", on: "NGRT SAS") == [Score(value: 130, censoring: .above)])
    #expect(result.marks == ["tracking.csv:4:4 error score", "tracking.csv:5:4 error score"])
  }

  @Test("A per cent sign behind every score of a measure does not change the score")
  func perCent() async throws {
    let result = try await Fixture.read("scores-with-a-per-cent-sign")
    #expect(result.data.measures.map(\.name) == ["Maths"])
    #expect(result.findings.isEmpty)
    #expect(try result.scoreOfEach(2, on: "Maths") == [62, 70])
  }

  @Test("Amounts of money, time and sessions are read as people type them")
  func amounts() async throws {
    let result = try await Fixture.read("amounts-as-people-type-them")
    let rows = result.data.provision
    #expect(rows.count == 7)
    #expect(rows.map(\.cost) == [1040, 40, 1040, 12.5, nil, nil, nil])
    #expect(rows.map(\.minutesPerSession).filter { $0 != nil } == [30, 60, 45, 90, 75, 30])
    #expect(rows.map(\.sessionsPerWeek) == [3, 5, 1, 2, nil, 3, nil])
    #expect(rows.map(\.sessionsPlanned) == [36, 1000, 12, nil, nil, nil, nil])
    #expect(rows.map(\.hourlyRate) == [14.5, 14.5, 14.5, nil, nil, nil, nil])
    #expect(result.findings.allSatisfy { $0.code == .number })
    #expect(
      Set(result.findings.map(\.value)) == [
        "when needed", "-3", "about £40", "free", "2-3 times a week", "20-30 mins",
      ]
    )
    #expect(rows[4].minutesPerSession == 75)
    #expect(
      result.findings.prefix(4).map(\.column)
        == result.findings.prefix(4).map(\.column).sorted {
          ($0 ?? 0) < ($1 ?? 0)
        })
  }
}
