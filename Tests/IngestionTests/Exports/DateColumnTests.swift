import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Columns of dates and terms")
struct DateColumnTests {
  @Test(
    "Dates are read with slashes, hyphens, full stops, weekdays and times of day",
    arguments: [
      ("dates-with-slashes-hyphens-and-full-stops", 9), ("dates-with-weekdays", 4),
      ("dates-with-times-of-day", 5),
    ]
  )
  func forms(name: String, count: Int) async throws {
    let result = try await Fixture.read(name)
    #expect(result.findings.isEmpty)
    #expect(
      try result.dayOfEach(count, on: "Reading") == Array(repeating: "2025-09-12", count: count)
    )
  }

  @Test("Years of two digits are those of living memory")
  func twoDigitYears() async throws {
    let result = try await Fixture.read("dates-with-two-digit-years")
    #expect(result.findings.isEmpty)
    #expect(
      try result.dayOfEach(4, on: "Reading")
        == ["2025-09-12", "2025-09-12", "2025-09-01", "1999-09-12"]
    )
  }

  @Test("A column of a spreadsheet's day numbers is read as days")
  func dayNumbers() async throws {
    let result = try await Fixture.read("day-numbers-of-a-spreadsheet")
    #expect(result.findings.isEmpty)
    // In a spreadsheet 45912 is 12 September 2025.
    #expect(
      try result.dayOfEach(3, on: "Reading") == ["2025-09-12", "2025-09-12", "2025-12-08"])
    #expect(result.spells == ["P1 Catch-up 2025-09-15 2025-12-12"])
  }

  @Test("One such number among dates is no date")
  func oneDayNumber() async throws {
    let result = try await Fixture.read("day-number-in-one-cell")
    #expect(result.marks == ["tracking.csv:3:2 error date"])
    #expect(try result.dayOfEach(3, on: "Reading") == ["2025-09-12", nil, "2025-09-13"])
  }

  @Test("Dates that put the month first are found out file by file, and told")
  func monthFirst() async throws {
    let result = try await Fixture.read("dates-with-the-month-first")
    #expect(
      result.marks
        == ["tracking.csv warning month-first", "provision-map.csv warning month-first"]
    )
    #expect(
      try result.dayOfEach(3, on: "Reading") == ["2025-09-12", "2025-09-30", "2026-01-05"])
    #expect(result.spells == ["P1 Catch-up 2025-09-01 2025-12-19"])
  }

  @Test("Dates that contradict each other are read with the day first, and the others told")
  func contradiction() async throws {
    let result = try await Fixture.read("dates-that-contradict-each-other")
    #expect(result.marks == ["tracking.csv:3:2 error date"])
    #expect(try result.dayOfEach(3, on: "Reading") == ["2025-12-09", nil, "2025-09-30"])
  }

  @Test("School.yml has the last word about the order of day and month")
  func orderInSettings() async throws {
    let month = try await Fixture.read("dates-with-the-month-first-by-settings")
    #expect(month.findings.isEmpty)
    #expect(
      try month.dayOfEach(3, on: "Reading") == ["2025-09-12", "2026-01-05", "2025-09-12"])
    let day = try await Fixture.read("dates-with-the-day-first-by-settings")
    #expect(day.marks == ["tracking.csv:3:2 error date"])
    #expect(try day.dayOfEach(2, on: "Reading") == ["2025-12-09", nil])
  }

  @Test("Terms stand for their last day in tracking, for first and last in the provision map")
  func terms() async throws {
    let result = try await Fixture.read("terms-instead-of-dates-everywhere")
    #expect(result.findings.isEmpty)
    #expect(
      try result.dayOfEach(4, on: "Reading")
        == ["2025-12-31", "2026-04-15", "2026-08-31", "2025-10-31"]
    )
    #expect(
      result.spells == ["P1 Catch-up 2025-09-01 2026-04-15", "P2 Catch-up 2025-09-01"])
  }

  @Test("A term may have its academic year in a column beside it; without one it is told")
  func academicYear() async throws {
    let result = try await Fixture.read("academic-year-beside-the-term")
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-12-31", "2026-04-15"])
    #expect(result.marks == ["tracking.csv:4:3 error term"])
    #expect(result.findings.first?.value == "Autumn")
  }

  @Test("An end \"Ongoing\", \"-\" or \"N/A\" is none: the intervention goes on")
  func openEnds() async throws {
    let result = try await Fixture.read("ends-that-are-words")
    #expect(
      result.spells
        == ["P1 Catch-up 2025-09-15", "P1 Lexia 2025-09-15", "P1 Nurture 2025-09-15"])
  }

  @Test("The error values of a spreadsheet are told where they stand")
  func errorValues() async throws {
    let result = try await Fixture.read("error-values-of-a-spreadsheet")
    #expect(
      result.marks == [
        "tracking.csv:3:2 error date", "provision-map.csv:2:4 warning number",
        "tracking.csv:2:4 error score",
      ]
    )
    #expect(result.findings.map(\.value) == ["#VALUE!", "#REF!", "#N/A"])
    #expect(result.spells == ["P3 Catch-up 2025-09-15"])
  }

  @Test(
    "Terms without a year are those of the file's name or of school.yml",
    arguments: [
      "terms-without-a-year-in-a-file-of-one-year", "terms-without-a-year-and-the-year-in-settings",
    ]
  )
  func academicYearOfFile(name: String) async throws {
    let result = try await Fixture.read(name)
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-12-31", "2026-04-15"])
  }

  @Test("An end in a year that nobody sees is none, and moves the last date no further")
  func farEnds() async throws {
    let result = try await Fixture.read("ends-far-away")
    #expect(result.data.provision.contains { $0.start.description == "2025-09-15" })
    #expect(result.data.provision.count == 2)
    #expect(result.data.lastDate.description == "2025-09-15")
  }
}
