import Ingestion
import ProvisionModel
import Testing

@Suite("Dates")
struct DateTextTests {
  @Test(
    "are certain with the year first, in eight digits or with the month in letters",
    arguments: [
      "2025-09-12", "2025/09/12", "2025.09.12", "2025-9-12", "2025 09 12", "2025-Sep-12",
      "20250912", "12 Sep 2025", "12-Sep-25", "12-Sep-2025", "12/Sep/2025", "12.Sep.2025",
      "12 Sep 25", "12Sep2025", "12th September 2025", "12th of September 2025", "12 Sept 2025",
      "12 SEPTEMBER 2025", "Sep 12, 2025", "September 12 2025", "September 12th, 2025",
      "Sep. 12, 2025", "Mon 12 Sep 2025", "Monday, 12 September 2025", "Fri 2025-09-12",
      "Friday, September 12, 2025", "  2025-09-12 ",
    ]
  )
  func certain(text: String) throws {
    #expect(DateText.reading(text) == .day(try #require(Day(iso: "2025-09-12"))))
  }

  @Test(
    "know every month's name and the ordinals of days",
    arguments: [
      ("1st January 2024", "2024-01-01"), ("2nd Feb 2024", "2024-02-02"),
      ("3rd March 2024", "2024-03-03"), ("4 Apr 2024", "2024-04-04"), ("5 May 2024", "2024-05-05"),
      ("6 June 2024", "2024-06-06"), ("7 jul 2024", "2024-07-07"), ("8 AUG 2024", "2024-08-08"),
      ("9 Sep 2024", "2024-09-09"), ("10 Oct 2024", "2024-10-10"), ("11 Nov 2024", "2024-11-11"),
      ("12 December 2024", "2024-12-12"), ("29 Feb 2024", "2024-02-29"),
    ]
  )
  func months(text: String, iso: String) throws {
    #expect(DateText.reading(text) == .day(try #require(Day(iso: iso))))
  }

  @Test(
    "leave the order of day and month to the column",
    arguments: [
      "12/09/2025", "12-09-2025", "12.09.2025", "12 09 2025", "12/9/2025", "12/09/25", "12-9-25",
      "12 / 09 / 2025", "Fri 12/09/2025",
    ]
  )
  func ordered(text: String) {
    let reading = DateText.reading(text)
    #expect(reading == .ordered(first: 12, second: 9, year: 2025))
    #expect(reading.day(monthFirst: false)?.description == "2025-09-12")
    #expect(reading.day(monthFirst: true)?.description == "2025-12-09")
  }

  @Test("have no day in an order in which there is none")
  func oneOrder() {
    let dayFirst = DateText.reading("25/12/2025")
    #expect(dayFirst == .ordered(first: 25, second: 12, year: 2025))
    #expect(dayFirst.day(monthFirst: false)?.description == "2025-12-25")
    #expect(dayFirst.day(monthFirst: true) == nil)
    let monthFirst = DateText.reading("2/29/2024")
    #expect(monthFirst.day(monthFirst: false) == nil)
    #expect(monthFirst.day(monthFirst: true)?.description == "2024-02-29")
  }

  @Test(
    "may have a time of day behind them",
    arguments: [
      " 00:00:00", " 00:00", "T09:30:00", "T09:30:00Z", "T09:30", " 12:00:00 AM", " 9:30 pm",
      " 09:30:00.000", "T09:30:00.123Z", "T09:30:00+01:00", "T09:30:00+0100", "  23:59:59",
    ]
  )
  func timeOfDay(time: String) throws {
    let day = DateReading.day(try #require(Day(iso: "2025-09-12")))
    #expect(DateText.reading("2025-09-12" + time) == day)
    #expect(DateText.reading("12 Sep 2025" + time) == day)
    #expect(DateText.reading("20250912" + time) == day)
    #expect(
      DateText.reading("12/09/2025" + time) == .ordered(first: 12, second: 9, year: 2025)
    )
  }

  @Test("are read back in the plain forms, whichever day it is")
  func everyDay() throws {
    let first = try #require(Day(iso: "1999-12-25"))
    for offset in 0..<900 {
      let day = first.advanced(by: offset)
      let iso = day.description
      let (year, month, date) = (iso.prefix(4), iso.dropFirst(5).prefix(2), iso.suffix(2))
      #expect(DateText.reading(iso) == .day(day))
      #expect(DateText.reading("\(year)\(month)\(date)") == .day(day))
      #expect(DateText.reading("\(date)/\(month)/\(year)").day(monthFirst: false) == day)
      #expect(DateText.reading("\(month)-\(date)-\(year)").day(monthFirst: true) == day)
    }
  }

  @Test("have two-digit years from 1980 to 2079")
  func twoDigitYears() {
    #expect(DateText.reading("1/2/00") == .ordered(first: 1, second: 2, year: 2000))
    #expect(DateText.reading("1/2/79") == .ordered(first: 1, second: 2, year: 2079))
    #expect(DateText.reading("1/2/80") == .ordered(first: 1, second: 2, year: 1980))
    #expect(DateText.reading("1-Feb-99").day(monthFirst: false)?.description == "1999-02-01")
  }

  @Test(
    "may be a spreadsheet's day number",
    arguments: [
      ("45678", 45678), ("45678.0", 45678), ("45678.5", 45678), ("45678.999", 45678),
      ("20000", 20000), ("80000", 80000),
    ]
  )
  func serials(text: String, number: Int) {
    #expect(DateText.reading(text) == .serial(number))
    #expect(DateText.reading(text).day(monthFirst: false) == nil)
  }

  // Microsoft's documentation of DATEVALUE: 40777 is 2011-08-22, 40685 is 2011-05-22; of DATE: 39448
  // is 2008-01-01.
  @Test(
    "count a spreadsheet's days from 1900-01-01",
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-28"), (61, "1900-03-01"),
      (25569, "1970-01-01"), (39448, "2008-01-01"), (40685, "2011-05-22"), (40777, "2011-08-22"),
    ]
  )
  func serialDays(number: Int, iso: String) {
    #expect(DateReading.day(ofSerial: number).description == iso)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "31/02/2025", "13/25/2025", "31/02/2026", "29/02/2026", "2026-02-29", "2025-13-01",
      "2025-00-10", "0202-09-10", "10/09/0202", "10/09/2200", "1899-12-31", "20251301", "12092025",
      "722025", "19999", "80001", "80000.5", "45678.", "45678,5", "-45678", "1.045678", "12.5",
      "104", "7:06", "12/09", "12/09/025", "12/09-2025", "12//09/2025", "12/09/2025/1", "Sep 2025",
      "Sep-25", "12 Foo 2025", "12 Se 2025", "12th 09 2025", "32 Sep 2025", "31 Sep 2025",
      "Autumn 2025", "Monday", "Monday 2025", "2025-09-12T", "2025-09-12 x", "2025-09-12 25:00",
      "2025-09-12 09:60", "2025-09-12 9", "2025-09-12 13:00 AM", "2025-09-12Z", "2025-09-1209:30",
      "EXS", "n/a", "----------", "ab/cd/efgh", "2025-W37-5", "123/1/2025",
    ]
  )
  func others(text: String) {
    #expect(DateText.reading(text) == .none)
    #expect(DateText.reading(text).day(monthFirst: false) == nil)
  }
}
