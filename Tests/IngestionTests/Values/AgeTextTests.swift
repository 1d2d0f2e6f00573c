import Testing

@testable import Ingestion

@Suite("Ages")
struct AgeTextTests {
  @Test(
    "are years and months in every form",
    arguments: [
      ("7:06", 90), ("7:6", 90), ("07:06", 90), ("7-06", 90), ("7–06", 90), ("7 : 06", 90),
      ("7 - 06", 90), ("07:06:00", 90), ("7:06:00", 90), ("17:04:00", 208), ("06:00", 72),
      ("06:00:00", 72), ("7y6m", 90), ("7y 6m", 90), ("7 years 6 months", 90),
      ("7 Years, 6 Months", 90), ("7 yrs 6 mths", 90), ("7yrs6mths", 90), ("7 yr 6 mth", 90),
      ("7 years", 84), ("7y", 84), ("7 years 1 month", 85), ("1 year 11 months", 23),
      ("  7:06  ", 90), ("7Y6M", 90),
    ]
  )
  func read(text: String, months: Int) {
    #expect(AgeText.months(text) == months)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "7", "7.06", "7:12", "7:13:00", "7:06:30", "7:06:0", "7:06:00:00", "7-06-00", "7:",
      "7:06 AM", "107:06", "7:006", ":06", "6 months", "7 years 6", "7 years 12 months",
      "7 years months", "7m", "7y6y", "12/09/2025", "7—06", "years", "-7:06",
    ]
  )
  func others(text: String) {
    #expect(AgeText.months(text) == nil)
  }
}

extension AgeText {
  /// The months of an age in a text.
  fileprivate static func months(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return nil }
      let cell = Cell(trimming: start, count: bytes.count)
      return months(cell, 0..<cell.count)
    }
  }
}
