import Analysis
import Testing

/// METHOD §4: mean, SD and interval.
@Suite struct SampleSummaryTests {
  @Test("no values have no summary")
  func ofNothingThereIsNothing() {
    let summary = SampleSummary([])
    #expect(summary.count == 0)
    #expect(summary.mean == nil)
    #expect(summary.standardDeviation == nil)
    #expect(summary.interval95 == nil)
  }

  @Test("one value has a mean only")
  func ofOneThereIsAMeanOnly() {
    let summary = SampleSummary([-3.5])
    #expect(summary.count == 1)
    #expect(summary.mean == -3.5)
    #expect(summary.standardDeviation == nil)
    #expect(summary.interval95 == nil)
  }

  @Test("two values have an interval")
  func ofTwoThereIsAnInterval() throws {
    // Mean 0.75, deviations ±2.25, SD √(2 · 5.0625 ÷ 1) = 3.181980515339464.
    // 12.706204736174694 · SD ÷ √2 = 12.706204736174694 · 2.25 = 28.588960656393063.
    let summary = SampleSummary([3, -1.5])
    #expect(summary.mean == 0.75)
    #expect(abs(try #require(summary.standardDeviation) - 3.181980515339464) < 1e-12)
    let interval = try #require(summary.interval95)
    #expect(abs(interval.lowerBound - (0.75 - 28.588960656393063)) < 1e-9)
    #expect(abs(interval.upperBound - (0.75 + 28.588960656393063)) < 1e-9)
  }

  @Test("the interval of eight values is that of SciPy")
  func ofEightItIsThatOfSciPy() throws {
    // Mean 40 ÷ 8 = 5; squares 9+1+1+1+0+0+4+16 = 32, SD √(32 ÷ 7).
    // scipy.stats.t.interval(.95, 7, 5, SD ÷ √8) = (3.21251208176379, 6.787487918236209).
    let summary = SampleSummary([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(summary.count == 8)
    #expect(summary.mean == 5)
    #expect(abs(try #require(summary.standardDeviation) - 2.138089935299395) < 1e-12)
    let interval = try #require(summary.interval95)
    #expect(abs(interval.lowerBound - 3.21251208176379) < 1e-9)
    #expect(abs(interval.upperBound - 6.787487918236209) < 1e-9)
  }

  @Test("the interval of equal values is a point")
  func equalValuesHaveAPointForAnInterval() {
    #expect(SampleSummary([4, 4, 4]).interval95 == 4...4)
  }
}
