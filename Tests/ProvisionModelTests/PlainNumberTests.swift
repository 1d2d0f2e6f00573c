import ProvisionModel
import Testing

@Suite("A number as text")
struct PlainNumberTests {
  @Test(
    "is rounded half away from zero",
    arguments: [
      (1.005, 2, "1.01"), (-1.005, 2, "-1.01"), (0.5, 0, "1"), (-0.5, 0, "-1"), (1.5, 0, "2"),
      (2.5, 0, "3"), (-2.5, 0, "-3"), (0.125, 2, "0.13"), (2.675, 2, "2.68"), (0.45, 1, "0.5"),
      (0.4499, 1, "0.4"), (99.95, 1, "100.0"),
    ]
  )
  func rounding(value: Double, decimals: Int, text: String) {
    #expect(PlainNumber.text(value, decimals: decimals) == text)
  }

  @Test(
    "has no sign when nothing is left of it",
    arguments: [(-0.04, 1, "0.0"), (-0.4, 0, "0"), (-0.0, 2, "0.00"), (0.0, 0, "0")]
  )
  func noNegativeZero(value: Double, decimals: Int, text: String) {
    #expect(PlainNumber.text(value, decimals: decimals) == text)
  }

  @Test(
    "has all the decimals asked for and no thousands separators",
    arguments: [
      (7.0, 2, "7.00"), (0.05, 2, "0.05"), (-0.05, 2, "-0.05"), (1_234_567.891, 2, "1234567.89"),
      (123_456_789.0, 6, "123456789.000000"), (12.0, 0, "12"),
    ]
  )
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(PlainNumber.text(value, decimals: decimals) == text)
  }

  @Test(
    "is years and months for an age",
    arguments: [
      (90.0, "7:06"), (84.0, "7:00"), (95.0, "7:11"), (72.5, "6:01"), (71.5, "6:00"), (0, "0:00"),
      (144.0, "12:00"), (-3.0, "-0:03"), (-14.0, "-1:02"),
    ]
  )
  func age(months: Double, text: String) {
    #expect(PlainNumber.age(months: months) == text)
  }
}
