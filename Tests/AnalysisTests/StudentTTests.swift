import Analysis
import Testing

@Suite struct StudentTTests {
  /// METHOD §11, then scipy 1.17.1: `scipy.stats.t.ppf(.975, f)`.
  @Test(
    "the quantile at 0.975 is the published one",
    arguments: [
      (4, 2.776445, 1e-6), (29, 2.045230, 1e-6),
      (1, 12.706204736174694, 1e-9), (2, 4.302652729749462, 1e-9), (10, 2.228138851986274, 1e-9),
      (100, 1.9839715185235518, 1e-9), (1000, 1.9623390808264083, 1e-9),
    ])
  func quantileAt975IsThePublishedOne(degreesOfFreedom: Int, quantile: Double, within: Double) {
    let found = StudentT.quantile975(degreesOfFreedom: degreesOfFreedom)
    #expect(abs(found - quantile) < within)
  }
}
