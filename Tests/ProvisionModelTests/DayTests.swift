import ProvisionModel
import Testing

@Suite("A day")
struct DayTests {
  /// Days since 1 January 1970, from GNU date (`date -u -d 1900-02-28 +%s`, ÷ 86,400).
  @Test(
    "has the number that other calendars give it",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25_567), ("1900-02-28", -25_509),
      ("1900-03-01", -25_508), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2024-02-29", 19_782), ("2025-09-01", 20_332), ("2026-04-16", 20_559),
      ("2100-02-28", 47_540), ("2100-03-01", 47_541), ("2199-12-31", 84_005),
    ]
  )
  func number(text: String, number: Int) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == Int32(number))
    #expect(day.description == text)
  }

  @Test("is found again from its number, for every day from 1900 to 2199")
  func roundTrip() throws {
    var number = try #require(Day(year: 1900, month: 1, day: 1)).number
    for year in 1900...2199 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1...12, lengths) {
        for day in 1...length {
          let made = Day(year: year, month: month, day: day)
          guard Day(number: number).civil == (year, month, day), made?.number == number
          else {
            Issue.record("\(year)-\(month)-\(day) is not day \(number)")
            return
          }
          number += 1
        }
      }
    }
  }

  @Test(
    "does not exist for what no calendar has",
    arguments: [
      "2026-02-29", "1900-02-29", "2100-02-29", "2026-02-31", "2026-04-31", "2026-13-01",
      "2026-00-10", "2026-01-00", "2026-01-32",
    ]
  )
  func impossible(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    "is read from yyyy-mm-dd and nothing else",
    arguments: [
      "", "2026", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "01-01-2026", "2026-01-01 ",
      "2026-01-01-", "-026-01-01", "+026-01-01", "２０２６-01-01",
    ]
  )
  func otherForms(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("is as many days from another as the calendar says")
  func distance() throws {
    let start = try #require(Day(iso: "2023-09-01"))
    let end = try #require(Day(iso: "2024-09-01"))
    #expect(start.days(to: end) == 366)
    #expect(end.days(to: start) == -366)
    #expect(start.advanced(by: 366) == end)
    #expect(start < end)
  }
}
