import Ingestion
import ProvisionModel
import Testing

@Suite("Texts that name a term")
struct TermTextTests {
  private let standard = TermCalendar.standard
  private let six = TermCalendar(
    recurring: [
      .init(name: "aut1", month: 9, day: 1), .init(name: "aut2", month: 11, day: 1),
      .init(name: "spr1", month: 1, day: 1), .init(name: "spr2", month: 2, day: 21),
      .init(name: "sum1", month: 4, day: 16), .init(name: "sum2", month: 6, day: 1),
    ],
    starts: [:]
  )

  private func days(_ text: String, _ calendar: TermCalendar) -> [String] {
    [TermText.Edge.first, .last].compactMap {
      TermText.day(text, in: calendar, as: $0)?.description
    }
  }

  @Test(
    "are read with one year, in which the term lies, and with the two of the academic year",
    arguments: [
      "2025-26-autumn", "Autumn 2025", "Autumn Term 2025", "Aut 2025", "Aut 25", "AUTUMN 2025",
      "  autumn   2025 ", "Autumn-2025", "Autumn, 2025", "Autumn '25", "2025 Autumn",
      "Autumn 2025/26", "Autumn 25/26", "Autumn 2025-2026", "2025/6 Autumn", "Aut_2025_26",
      "Autumn 2025–26", "The Autumn Term of 2025-26",
    ]
  )
  func autumn(text: String) {
    #expect(days(text, standard) == ["2025-09-01", "2025-12-31"])
    #expect(TermText.term(text, in: standard)?.id == "2025-26-autumn")
  }

  @Test(
    "of spring and summer lie in the second year",
    arguments: [
      ("Spring 2026", "2025-26-spring"), ("2025-2026 Spring", "2025-26-spring"),
      ("Spr 26", "2025-26-spring"), ("spring 25-26", "2025-26-spring"),
      ("Summer 2026", "2025-26-summer"), ("Sum 2025/26", "2025-26-summer"),
      ("Summer 1999", "1998-99-summer"), ("Summer 99/00", "1999-00-summer"),
    ]
  )
  func otherTerms(text: String, id: String) {
    #expect(TermText.term(text, in: standard)?.id == id)
  }

  @Test(
    "may name the first half of it, up to the half-term break",
    arguments: [
      ("Aut1 25-26", ["2025-09-01", "2025-10-31"]),
      ("Autumn 1 2025", ["2025-09-01", "2025-10-31"]),
      ("Autumn Half Term 2025", ["2025-09-01", "2025-10-31"]),
      ("Autumn Half Term 1 2025", ["2025-09-01", "2025-10-31"]),
      ("Spr 1 2026", ["2026-01-01", "2026-02-20"]), ("AUT1_2025-26", ["2025-09-01", "2025-10-31"]),
      ("Summer Term 1 2025-26", ["2026-04-16", "2026-05-31"]),
      ("2025-26-summer-1", ["2026-04-16", "2026-05-31"]),
    ]
  )
  func firstHalves(text: String, expected: [String]) {
    #expect(days(text, standard) == expected)
  }

  @Test(
    "may name the second half of it, from the day after the break",
    arguments: [
      ("2025/26 Autumn 2", ["2025-11-01", "2025-12-31"]),
      ("Autumn 2 2025/26", ["2025-11-01", "2025-12-31"]),
      ("AUT2-2025", ["2025-11-01", "2025-12-31"]),
      ("Spr2 2026", ["2026-02-21", "2026-04-15"]), ("Sum 2 25/26", ["2026-06-01", "2026-08-31"]),
      ("Summer Term 2 2025-26", ["2026-06-01", "2026-08-31"]),
      ("Summer HT2 2026", ["2026-06-01", "2026-08-31"]),
    ]
  )
  func secondHalves(text: String, expected: [String]) {
    #expect(days(text, standard) == expected)
    #expect(TermText.term("Spr2 2026", in: standard)?.id == "2025-26-spring")
  }

  @Test("may say which end of it they mean")
  func ends() {
    #expect(days("End of Autumn 2025", standard) == ["2025-12-31", "2025-12-31"])
    #expect(days("Spring End of Term 2025/26", standard) == ["2026-04-15", "2026-04-15"])
    #expect(days("Summer EOT 2026", standard) == ["2026-08-31", "2026-08-31"])
    #expect(days("Start of Spring 2026", standard) == ["2026-01-01", "2026-01-01"])
    #expect(days("End of Autumn 1 2025", standard) == ["2025-10-31", "2025-10-31"])
  }

  @Test(
    "are not guessed at",
    arguments: [
      "", "2025", "Autumn", "Autumn 1", "Autumn 2025-27", "Autumn 2026-25", "Autumn 2025 2026",
      "Autumn 2021/2", "Autumn 3 2025", "Autumn 12/09/2025", "Autumn 09/10/2025", "Aut 2-2526",
      "Year 4 Autumn 2025", "Autumn 2025 week 1", "Autumn 2025 or Spring 2026",
      "Autumn Spring 2025-26", "Mid Autumn 2025", "Autumnal 2025", "Michaelmas 2025",
      "Term 1 2025-26", "HT1 2025-26", "Autumn 1 2 2025", "Autumn ½ 2025", "Autumn 0202",
      "Autumn 01", "2025-09-10", "2025-26", "Autumn 20255",
    ]
  )
  func refused(text: String) {
    #expect(days(text, standard).isEmpty)
    #expect(TermText.term(text, in: standard) == nil)
  }

  @Test("use the calendar's own names before any other")
  func ownNames() {
    #expect(days("Aut2 2025", six) == ["2025-11-01", "2025-12-31"])
    #expect(days("Autumn 2 2025/26", six) == ["2025-11-01", "2025-12-31"])
    #expect(days("Spring Half Term 1 25-26", six) == ["2026-01-01", "2026-02-20"])
    #expect(days("Autumn 2025", six).isEmpty)
    #expect(days("Aut1 2 2025", six).isEmpty)
    let other = TermCalendar(
      recurring: [
        .init(name: "michaelmas", month: 9, day: 1), .init(name: "Term 2", month: 1, day: 10),
        .init(name: "trinity", month: 4, day: 20),
      ],
      starts: [:]
    )
    #expect(days("Michaelmas 2025", other) == ["2025-09-01", "2026-01-09"])
    #expect(days("Michaelmas 2 2025-26", other) == ["2025-11-01", "2026-01-09"])
    #expect(days("End of Term 2 2025-26", other) == ["2026-04-19", "2026-04-19"])
    #expect(TermText.term("2025-26-Term 2", in: other)?.id == "2025-26-Term 2")
    #expect(days("Autumn 2025", other).isEmpty)
  }

  @Test("halve a term in the middle where no half-term break lies in it")
  func middle() {
    let late = TermCalendar(
      recurring: [
        .init(name: "summer", month: 9, day: 1), .init(name: "autumn", month: 11, day: 1),
        .init(name: "spring", month: 1, day: 1),
      ],
      starts: [:]
    )
    // 1 November to 31 December: 60 days apart.
    #expect(days("Autumn 1 2025", late) == ["2025-11-01", "2025-12-01"])
    #expect(days("Autumn 2 2025", late) == ["2025-12-02", "2025-12-31"])
  }

  @Test("lie in the year of most of their days, and in none where that is in doubt")
  func overNewYear() throws {
    let start = try #require(Day(iso: "2026-01-05"))
    let calendar = TermCalendar(recurring: standard.recurring, starts: ["2025-26-spring": start])
    #expect(days("Autumn 2025", calendar) == ["2025-09-01", "2026-01-04"])
    #expect(days("Autumn 2026", calendar) == ["2026-09-01", "2026-12-31"])
    let winter = TermCalendar(
      recurring: [
        .init(name: "first", month: 9, day: 1), .init(name: "winter", month: 11, day: 1),
        .init(name: "last", month: 3, day: 1),
      ],
      starts: [:]
    )
    #expect(days("Winter 2025", winter).isEmpty)
    #expect(days("Winter 2025-26", winter) == ["2025-11-01", "2026-02-28"])
  }

  @Test("may be without a year where the year is known")
  func withoutYear() {
    func day(_ text: String, _ edge: TermText.Edge) -> String? {
      TermText.edgeDay(withoutYear: text, academicYear: 2025, in: standard, as: edge)?.description
    }
    #expect(day("Spring End of Term", .last) == "2026-04-15")
    #expect(day("autumn", .first) == "2025-09-01")
    #expect(day("Summer 2", .first) == "2026-06-01")
    #expect(day("Aut1", .last) == "2025-10-31")
    #expect(day("Autumn 2025", .last) == nil)
    #expect(day("Summer 25", .last) == nil)
    #expect(day("Progress", .last) == nil)
    #expect(day("Mathematics Spring", .last) == nil)
    #expect(day("", .last) == nil)
  }
}
