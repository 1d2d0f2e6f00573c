import Analysis
import ProvisionModel
import Testing

/// METHOD §2: what each kind of measure lets one expect.
@Suite struct ScoresTests {
  private func expected(
    _ kind: MeasureKind,
    days: Int,
    perYear: Double? = nil
  ) -> Double? {
    var measure = Measure(name: "M", kind: kind)
    measure.expectedPerYear = perYear
    return Scores.expectedGain(measure, days: days)
  }

  @Test("a month is a twelfth of a year")
  func aMonthIsATwelfthOfAYear() {
    #expect(Scores.daysPerMonth == 30.4375)
    #expect(Scores.daysPerYear == 365.25)
    #expect(Scores.daysPerMonth * 12 == Scores.daysPerYear)
  }

  @Test("ages grow by the months between the tests")
  func agesGrowByTheMonthsBetweenTheTests() throws {
    #expect(expected(.age, days: 487) == 16)
    #expect(expected(.age, days: 487, perYear: 99) == 16)
    // 100 ÷ 30.4375 = 3.285420944558522
    #expect(abs(try #require(expected(.age, days: 100)) - 3.285420944558522) < 1e-12)
  }

  @Test("standardised scores stay the same over time")
  func standardisedScoresStay() {
    #expect(expected(.standardised, days: 100) == 0)
    #expect(expected(.standardised, days: 100, perYear: 6) == 0)
  }

  @Test("points and codes grow by the year", arguments: [MeasureKind.points, .ordinal])
  func pointsAndCodesGrowByTheYear(kind: MeasureKind) throws {
    #expect(expected(kind, days: 100) == nil)
    #expect(expected(kind, days: 1461, perYear: 2.5) == 10)
    // 6 · 100 ÷ 365.25 = 1.642710472279261
    #expect(abs(try #require(expected(kind, days: 100, perYear: 6)) - 1.642710472279261) < 1e-12)
  }
}
