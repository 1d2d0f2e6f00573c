import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §1: the stretches of time that episodes are pooled over.
@Suite struct PeriodTests {
  private let calendar = TermCalendar.standard

  private func contains(_ period: Period, _ iso: String, term id: String) throws -> Bool {
    let term = try #require(calendar.term(id: id))
    return period.days(term: term, calendar: calendar).contains(day(iso))
  }

  // Spring is from 1 January to 15 April.
  @Test(
    "a term runs from its first to its last day",
    arguments: [
      ("2025-12-31", false), ("2026-01-01", true), ("2026-04-15", true), ("2026-04-16", false),
      ("2025-03-01", false),
    ])
  func termIsFromItsFirstToItsLastDay(iso: String, isInside: Bool) throws {
    #expect(try contains(.term, iso, term: "2025-26-spring") == isInside)
  }

  @Test(
    "the year runs from September to the term's last day",
    arguments: [
      ("2025-08-31", false), ("2025-09-01", true), ("2025-12-31", true), ("2026-04-15", true),
      ("2026-04-16", false),
    ])
  func yearIsFromSeptemberToTheTermsLastDay(iso: String, isInside: Bool) throws {
    #expect(try contains(.year, iso, term: "2025-26-spring") == isInside)
  }

  @Test(
    "all time runs up to the term's last day",
    arguments: [
      ("2019-01-01", true), ("2026-04-15", true), ("2026-04-16", false),
    ])
  func allIsEverythingUpToTheTermsLastDay(iso: String, isInside: Bool) throws {
    #expect(try contains(.all, iso, term: "2025-26-spring") == isInside)
  }

  @Test("the summer term ends its year")
  func theSummerTermEndsItsYear() throws {
    #expect(try contains(.year, "2026-08-31", term: "2025-26-summer"))
    #expect(try !contains(.year, "2026-09-01", term: "2025-26-summer"))
    #expect(try contains(.term, "2026-04-16", term: "2025-26-summer"))
  }

  @Test("periods come in the order of the contract")
  func periodsComeInTheOrderOfTheContract() {
    #expect(Period.allCases.map(\.rawValue) == ["term", "year", "all"])
  }
}
