import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Tracking files with several scores in a row")
struct WideTests {
  private let upn = "G823432106001"

  @Test("name measure and term in their headings; a term's last day is the date")
  func measureAndTerm() async throws {
    let result = try await Fixture.read("wide-by-measure-and-term")
    #expect(result.findings.isEmpty)
    #expect(
      try result.scores(of: upn, on: "NGRT SAS")
        == [Score(value: 92), Score(value: 70, censoring: .below)]
    )
    #expect(try result.days(of: upn, on: "NGRT SAS") == ["2025-12-31", "2026-04-15"])
    #expect(try result.days(of: upn, on: "Spelling") == ["2025-10-31"])
    // An empty cell is no score and no "not assessed"; an A is one.
    #expect(try result.values(of: "W823432106002", on: "NGRT SAS") == [88])
    #expect(result.data.notAssessedRows == 1)
  }

  @Test("name measure and date in their headings, in brackets or not")
  func measureAndDate() async throws {
    let result = try await Fixture.read("wide-by-measure-and-date")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "NGRT SAS") == [92, 95])
    #expect(try result.days(of: "P1", on: "NGRT SAS") == ["2025-09-12", "2026-01-09"])
    #expect(try result.values(of: "P1", on: "Reading age") == [90])
    #expect(try result.measure("Reading age").kind == .age)
  }

  @Test("may put the term before the measure, and brackets into its name")
  func termFirst() async throws {
    let result = try await Fixture.read("wide-with-the-term-first")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Maths") == [31])
    #expect(try result.values(of: "P1", on: "Reading (KS2)") == [104])
    #expect(try result.days(of: "P1", on: "Reading (KS2)") == ["2025-12-31"])
  }

  @Test("with the month first in their headings are found out")
  func monthFirst() async throws {
    let result = try await Fixture.read("wide-with-month-first-dates")
    #expect(result.marks == ["tracking.csv:1 warning month-first"])
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-12", "2026-01-30"])
  }

  @Test("have targets, comments and attendance beside the scores, which are no scores")
  func targets() async throws {
    let result = try await Fixture.read("wide-with-targets-and-comments")
    #expect(result.data.measures.map(\.name) == ["Reading"])
    #expect(try result.values(of: "P1", on: "Reading") == [31])
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
  }

  @Test("have findings at the column of the score")
  func unreadable() async throws {
    let result = try await Fixture.read("wide-with-an-unreadable-score")
    #expect(result.marks == ["tracking.csv:2:3 error score", "tracking.csv:3:2 error score-range"])
    #expect(result.findings.map(\.value) == ["see book", "722025"])
    #expect(try result.scoreOfEach(2, on: "NGRT SAS") == [92, 88])
    #expect(
      result.findings.map(\.heading) == ["NGRT SAS Spring 2026", "NGRT SAS Autumn 2025"])
  }

  @Test("may have a row a subject: the subject is the measure where headings name none")
  func subjects() async throws {
    let result = try await Fixture.read("wide-with-a-subject-apart")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Maths") == [31, 35])
    #expect(try result.values(of: "P1", on: "Reading") == [41, 45])
  }

  @Test(
    "packed as Bromcom does, date a year group's term by the year in file name or school.yml",
    arguments: [
      "packed-headings-with-the-year-in-the-file-name", "packed-headings-with-the-year-in-settings",
    ]
  )
  func packed(name: String) async throws {
    let result = try await Fixture.read(name)
    let measure = "Summative Assessment Mathematics"
    #expect(result.findings.isEmpty)
    // Year 4 in 2025-26: the spring of Year 3 was that of 2025.
    #expect(try result.values(of: "1001", on: measure) == [31, 35])
    #expect(try result.days(of: "1001", on: measure) == ["2025-04-15", "2025-12-31"])
  }

  @Test("packed and without an academic year cannot be dated, and the hint says how")
  func packedWithoutYear() async throws {
    let refusal = try await Fixture.refusal(of: "packed-headings-without-an-academic-year")
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv:1 error academic-year"])
    #expect(
      refusal.findings.first?.hint.contains("layout: {tracking: {academic_year: 2025-26}}") == true)
  }

  @Test("packed take the year groups of the pupils file; who is in none is told")
  func packedYearGroups() async throws {
    let result = try await Fixture.read("packed-headings-and-year-groups-of-the-pupils-file")
    let measure = "Summative Assessment Mathematics"
    #expect(try result.days(of: "1001", on: measure) == ["2025-04-15", "2025-12-31"])
    #expect(result.data.assessments.count == 2)
    let errors = result.findings.filter { $0.severity != .note }
    #expect(errors.map(\.code) == [.yearGroup])
    #expect(errors.map(\.line) == [3])
  }

  @Test("packed with academic years need no year groups")
  func packedAcademicYears() async throws {
    let result = try await Fixture.read("packed-headings-with-academic-years")
    #expect(result.findings.isEmpty)
    #expect(
      try result.days(of: "1001", on: "Summative Assessment Mathematics")
        == ["2025-04-15", "2025-12-31"]
    )
  }

  @Test("are read as school.yml lists their columns, {measure} being the row's own")
  func named() async throws {
    let result = try await Fixture.read("scores-named-in-settings")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: upn, on: "NGRT SAS") == [92])
    #expect(try result.values(of: upn, on: "NGRT reading age") == [90])
    #expect(try result.measure("NGRT reading age").kind == .age)
    #expect(try result.days(of: upn, on: "NGRT SAS") == ["2025-09-10"])
  }

  @Test("take terms and dates from school.yml where neither headings nor rows have any")
  func namedWithTerm() async throws {
    let result = try await Fixture.read("scores-of-one-column-named-with-a-term")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [31, 35])
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-12-31", "2026-03-20"])
  }

  @Test("may stand beside files of other layouts, delimiters and headings")
  func severalLayouts() async throws {
    let result = try await Fixture.read("several-layouts")
    #expect(result.findings.isEmpty)
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-10", "2026-04-15"])
    #expect(try result.values(of: "P1", on: "SAS") == [92])
  }

  @Test("put the month first in their headings where school.yml says so")
  func monthFirstBySettings() async throws {
    let result = try await Fixture.read("wide-with-the-order-of-dates-in-settings")
    #expect(result.findings.isEmpty)
    let days = try result.days(of: "P1", on: "Reading")
    #expect(days == ["2025-09-12", "2026-01-05"])
  }

  @Test("put the day first where school.yml says so, as the hint of the warning tells")
  func dayFirstBySettings() async throws {
    let result = try await Fixture.read("wide-with-the-day-first-by-settings")
    let days = try result.days(of: "P1", on: "Reading")
    #expect(days == ["2025-12-09"])
    #expect(!result.findings.contains { $0.code == .monthFirst })
  }

  @Test("name terms without a year where the file's name has the academic year")
  func termsWithoutYear() async throws {
    let result = try await Fixture.read("wide-headings-without-a-year-in-a-file-of-one-year")
    #expect(try result.values(of: "P1", on: "Reading") == [10, 14])
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-12-31", "2026-04-15"])
  }
}
