import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Dates and scores")
struct ValuesTests {
  @Test("Dates exist, and have the day before the month")
  func dates() async throws {
    let result = try await Fixture.read("dates")
    let read = try (1...5).map { try result.days(of: "P\($0)", on: "Reading").first }
    #expect(read == ["2025-09-10", "2025-09-10", "2025-09-01", "2024-02-29", "2024-02-29"])
    #expect(result.data.assessments.count == 8)
    #expect(
      result.findings.map(\.value) == [
        "31/02/2026", "29/02/2026", "2026-02-29", "0202-09-10", "10/09/0202", "2025-13-01",
        "01/13/2025", "45900", "",
      ]
    )
    #expect(result.findings.dropLast().allSatisfy { $0.code == .date && $0.column == 2 })
    #expect(result.findings.last?.code == .emptyCell)
    #expect(result.findings.map(\.line) == [7, 8, 9, 11, 12, 13, 14, 15, 18])
  }

  @Test("A term may stand for a date: its last day")
  func terms() async throws {
    let result = try await Fixture.read("terms-instead-of-dates")
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-08-31", "2025-12-31"])
    #expect(result.findings.map(\.code) == [.term])
  }

  @Test("Ages are read in every form of METHOD section 2")
  func ages() async throws {
    let result = try await Fixture.read("ages")
    #expect(try result.measure("Test").kind == .age)
    #expect(
      try result.scoreOfEach(12, on: "Test")
        == [90, 90, 90, 90, 72, 84, 90, 155, 90, nil, 90, 204]
    )
    // 12 months are a year: 7:12 is a slip.
    #expect(result.findings.map(\.value) == ["7:12"])
  }

  @Test("Ages with a full stop are findings until school.yml says what they are")
  func ambiguousAges() async throws {
    let result = try await Fixture.read("ages-with-a-full-stop")
    #expect(try result.measure("Test").kind == .age)
    #expect(try result.scoreOfEach(5, on: "Test") == [90, 89, 96, 109, 72])
    #expect(result.findings.map(\.code) == Array(repeating: .score, count: 7))
    #expect(result.findings.map(\.line) == Array(7...13))
    #expect(
      result.findings.first?.message
        == "\"7.06\" may be years and months or decimal years; say which in age_format: of "
        + "\"Test\" in school.yml"
    )
  }

  @Test("Ages with a full stop are years and months where school.yml says so")
  func yearsAndMonths() async throws {
    let result = try await Fixture.read("ages-with-a-full-stop-as-years-and-months")
    // 7.06, 7.1 (1 or 10 months: a spreadsheet drops the 0), 7.5, 7, 7.12, 7.10, 7.11
    #expect(
      try result.scoreOfEach(12, on: "Test").dropFirst(5) == [90, nil, 89, 84, nil, 94, 95]
    )
    #expect(result.findings.map(\.line) == [8, 11])
    #expect(result.findings.map(\.value) == ["7.1", "7.12"])
  }

  @Test("Ages with a full stop are decimal years where school.yml says so")
  func decimalYears() async throws {
    let result = try await Fixture.read("ages-with-a-full-stop-as-decimal-years")
    let ages = try result.scoreOfEach(12, on: "Test").dropFirst(5).compactMap { $0 }
    let expected = [84.72, 85.2, 90, 84, 85.44, 85.2, 85.32]
    #expect(ages.count == expected.count)
    for (age, wanted) in zip(ages, expected) { #expect(abs(age - wanted) < 1e-9) }
    #expect(result.findings.isEmpty)
  }

  @Test("Censored scores are kept, with the side on which the true one lies")
  func censored() async throws {
    let result = try await Fixture.read("censored-scores")
    let ages = try (1...6).map { try result.scores(of: "P\($0)", on: "Test").first }
    #expect(
      ages == [
        Score(value: 90), Score(value: 72, censoring: .below), Score(value: 204, censoring: .above),
        Score(value: 72, censoring: .below), Score(value: 204, censoring: .above),
        Score(value: 72, censoring: .below),
      ]
    )
    #expect(
      try result.scores(of: "P1", on: "NGRT SAS") == [Score(value: 70, censoring: .below)]
    )
    #expect(
      try result.scores(of: "P2", on: "NGRT SAS") == [Score(value: 130, censoring: .above)]
    )
    #expect(result.findings.isEmpty)
  }

  @Test("Codes for not assessed are counted, and neither scores nor findings")
  func notAssessed() async throws {
    let result = try await Fixture.read("codes-for-not-assessed")
    #expect(result.findings.isEmpty)
    #expect(result.data.notAssessedRows == 8)
    #expect(result.data.assessments.count == 2)
    #expect(try result.measure("Test").kind == .points)
  }

  @Test("Teacher assessments are codes in their national order; another code is a finding")
  func ordinals() async throws {
    let result = try await Fixture.read("ordinal-codes")
    #expect(try result.measure("Writing").kind == .ordinal)
    #expect(try result.measure("Writing").codes == ["PK6", "WTS", "EXS", "GDS"])
    #expect(try result.scoreOfEach(6, on: "Writing") == [1, 2, 3, 0, nil, nil])
    #expect(result.data.notAssessedRows == 1)
    #expect(
      result.summaries == [
        "tracking.csv:7:4: error: [score] column \"score\": \"BLW\" is not a code of \"Writing\" "
          + "(PK6 < WTS < EXS < GDS)"
      ]
    )
  }

  @Test("School.yml may give a measure codes of its own, signs and numbers among them")
  func ownCodes() async throws {
    let result = try await Fixture.read("ordinal-codes-of-its-own")
    #expect(try result.measure("Effort").kind == .ordinal)
    #expect(try result.scoreOfEach(6, on: "Effort") == [0, 1, 2, 3, 4, nil])
    #expect(try result.scoreOfEach(4, on: "Science") == [1, 0, 3, 2])
    #expect(result.findings.map(\.value) == ["?"])
  }

  @Test("Measures are recognised: ages and codes by form, well-known tests by name, else points")
  func recognition() async throws {
    let result = try await Fixture.read("measures-of-all-kinds")
    #expect(result.findings.isEmpty)
    let kinds = result.data.measures.map(\.kind)
    #expect(
      kinds == [.standardised, .standardised, .age, .ordinal, .points, .points, .points, .points]
    )
    #expect(result.data.measures.map(\.lowerIsBetter).filter { $0 }.count == 1)
    #expect(try result.measure("SDQ total difficulties").lowerIsBetter)
    #expect(try !result.measure("SDQ prosocial").attainment)
    #expect(try result.measure("Phonics check").attainment)
    #expect(try result.measure("NGRT SAS").sd == 15)
  }

  @Test("A number that the scale cannot give is a finding")
  func outOfRange() async throws {
    let result = try await Fixture.read("score-out-of-range")
    #expect(
      result.summaries == [
        "tracking.csv:2:4: error: [score-range] column \"score\": 722025 is above what "
          + "\"NGRT SAS\" can give"
      ]
    )
    #expect(result.findings.first?.value == "722025")
    #expect(try result.values(of: "P1", on: "NGRT SAS") == [104])
  }

  @Test("A cell that is no score of its measure is a finding")
  func unknownScore() async throws {
    let result = try await Fixture.read("unknown-score")
    #expect(result.findings.map(\.code) == [.score, .score, .score])
    #expect(result.findings.map(\.value) == ["see book", "7:06", "95,5"])
    #expect(try result.values(of: "P1", on: "NGRT SAS") == [104])
  }

  @Test("Of different scores on a day the later line is used; equal ones count once")
  func conflicts() async throws {
    let result = try await Fixture.read("conflicting-scores")
    #expect(try result.values(of: "P1", on: "Reading") == [12, 14])
    #expect(try result.scores(of: "P2", on: "Reading") == [Score(value: 5)])
    #expect(
      result.summaries.first
        == "tracking.csv:2:4: error: [conflicting-scores] column \"score\": the pupil has another "
        + "score on \"Reading\" for 2025-09-10 on line 3, which is used"
    )
    #expect(result.findings.map(\.line) == [2, 7])
  }
}
