import ProvisionModel
import Testing

@Suite("The terms of a year")
struct TermCalendarTests {
  private let standard = TermCalendar.standard

  @Test("are those of METHOD section 1 where school.yml says nothing")
  func standardTerms() {
    let terms = standard.terms(startYear: 2025)
    #expect(terms.map(\.id) == ["2025-26-autumn", "2025-26-spring", "2025-26-summer"])
    #expect(terms.map(\.first.description) == ["2025-09-01", "2026-01-01", "2026-04-16"])
    #expect(terms.map(\.last.description) == ["2025-12-31", "2026-04-15", "2026-08-31"])
  }

  @Test(
    "hold each day in one term, on both sides of every border",
    arguments: [
      ("2025-08-31", "2024-25-summer"), ("2025-09-01", "2025-26-autumn"),
      ("2025-12-31", "2025-26-autumn"), ("2026-01-01", "2025-26-spring"),
      ("2026-04-15", "2025-26-spring"), ("2026-04-16", "2025-26-summer"),
      ("2026-08-31", "2025-26-summer"), ("2026-09-01", "2026-27-autumn"),
      ("2000-02-29", "1999-00-spring"),
    ]
  )
  func containing(day: String, id: String) throws {
    #expect(standard.term(containing: try #require(Day(iso: day))).id == id)
  }

  @Test("leave no day between two terms and put none into two")
  func noGaps() throws {
    let six = TermCalendar(
      recurring: [
        .init(name: "summer 2", month: 6, day: 1), .init(name: "autumn 1", month: 9, day: 3),
        .init(name: "spring 1", month: 1, day: 5), .init(name: "autumn 2", month: 11, day: 2),
        .init(name: "summer 1", month: 4, day: 13), .init(name: "spring 2", month: 2, day: 23),
      ],
      starts: [:]
    )
    #expect(
      six.terms(startYear: 2025).map(\.name)
        == ["autumn 1", "autumn 2", "spring 1", "spring 2", "summer 1", "summer 2"]
    )
    let terms = (2020...2030).flatMap { six.terms(startYear: $0) }
    for (term, next) in zip(terms, terms.dropFirst()) {
      #expect(term.last.advanced(by: 1) == next.first)
      #expect(six.term(containing: term.first) == term)
      #expect(six.term(containing: term.last) == term)
    }
  }

  @Test("begin on a day of their own where one is given, and the term before gives way")
  func ownStart() throws {
    let start = try #require(Day(iso: "2026-04-13"))
    let calendar = TermCalendar(recurring: standard.recurring, starts: ["2025-26-summer": start])
    let terms = calendar.terms(startYear: 2025)
    #expect(terms[1].last.description == "2026-04-12")
    #expect(terms[2].first == start)
    #expect(calendar.term(containing: start).id == "2025-26-summer")
    #expect(calendar.terms(startYear: 2024)[2].first.description == "2025-04-16")
  }

  @Test("may begin in the last days of August where a start of their own says so")
  func augustStart() throws {
    let start = try #require(Day(iso: "2025-08-28"))
    let calendar = TermCalendar(recurring: standard.recurring, starts: ["2025-26-autumn": start])
    #expect(calendar.term(containing: start).id == "2025-26-autumn")
    #expect(calendar.term(containing: start.advanced(by: -1)).id == "2024-25-summer")
    #expect(calendar.term(id: "2024-25-summer")?.last == start.advanced(by: -1))
  }

  @Test("are found by their ids")
  func byID() {
    #expect(standard.term(id: "2025-26-spring")?.first.description == "2026-01-01")
    #expect(standard.term(id: "1999-00-spring")?.academicYear == "1999-00")
    #expect(standard.term(id: "2025-26-spring")?.title == "Spring term 2025–26")
  }

  @Test(
    "are not found by anything else",
    arguments: [
      "", "spring", "2025-26", "2025-26-winter", "2025-27-spring", "25-26-spring",
      "2025-2026-spring", "2025-26-Spring", "0025-26-spring", "2025-26-spring ",
    ]
  )
  func wrongID(id: String) {
    #expect(standard.term(id: id) == nil)
  }

  @Test("follow one another across years")
  func previous() throws {
    let autumn = try #require(standard.term(id: "2025-26-autumn"))
    let summer = standard.term(before: autumn)
    #expect(summer.id == "2024-25-summer")
    #expect(standard.term(before: summer).id == "2024-25-spring")
    #expect(summer < autumn)
  }

  @Test("belong to a year that begins with the first of them")
  func firstDayOfYear() throws {
    let summer = try #require(standard.term(id: "2025-26-summer"))
    #expect(standard.firstDayOfYear(of: summer).description == "2025-09-01")
  }
}
