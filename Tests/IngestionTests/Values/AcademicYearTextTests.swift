import Ingestion
import Testing

@Suite("Texts that name an academic year")
struct AcademicYearTextTests {
  @Test(
    "are pairs of years that follow each other",
    arguments: [
      ("2025-26", 2025), ("2025/26", 2025), ("25-26", 2025), ("25/26", 2025), ("2025-2026", 2025),
      ("2025/2026", 2025), ("2025–26", 2025), (" 2025 - 26 ", 2025), ("2025_26", 2025),
      ("1999-00", 1999), ("99/00", 1999), ("09/10", 2009), ("1999/2000", 1999),
    ]
  )
  func pairs(text: String, year: Int) {
    #expect(AcademicYearText.startYear(text) == year)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "2025", "2025-27", "2026-25", "2025-2025", "2025 26", "202526", "2025.26", "2025/6",
      "25-2026", "2025-26-autumn", "Autumn 2025-26", "(2025-26)", "2025-26-27", "2025-12-19",
      "0202-03", "2025--26", "2025-26?", "5-6",
    ]
  )
  func others(text: String) {
    #expect(AcademicYearText.startYear(text) == nil)
  }

  @Test(
    "are found within a file's name",
    arguments: [
      ("tracking 2025-26.csv", 2025), ("2025-2026.csv", 2025), ("Y4_2025-26_reading.csv", 2025),
      ("Y4-2025-26.csv", 2025), ("tracking2025_26.csv", 2025), ("KS2 2025–26 (1).csv", 2025),
      ("2025-26 tracking 2025-2026.csv", 2025), ("2025-26_20260714.csv", 2025),
    ]
  )
  func within(text: String, year: Int) {
    #expect(AcademicYearText.startYear(within: text) == year)
  }

  @Test(
    "are found within no date, no longer row of years, and not where there are two",
    arguments: [
      "tracking.csv", "tracking 2025.csv", "tracking 25-26.csv", "tracking 2025-12-19.csv",
      "tracking 2011-12-19.csv", "19-12-2011-12.csv", "2024-2025-2026.csv", "12025-26.csv",
      "2025-260.csv", "2024-25 and 2025-26.csv", "2025-27.csv", "2025 26.csv", "",
    ]
  )
  func notWithin(text: String) {
    #expect(AcademicYearText.startYear(within: text) == nil)
  }
}
