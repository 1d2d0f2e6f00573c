import Foundation
import Simulation
import Testing

@Suite struct NormalQuantileTests {
  /// Published quantiles of the normal distribution, one for each of the three pieces and sides.
  @Test(
    "the normal quantile agrees with tables",
    arguments: [
      (0.5, 0), (0.75, 0.674_489_750_196_081_7), (0.975, 1.959_963_984_540_054),
      (0.025, -1.959_963_984_540_054), (0.001, -3.090_232_306_167_813),
      (0.99, 2.326_347_874_040_841), (1e-10, -6.361_340_902_404_056),
      (1e-20, -9.262_340_089_798_408),
    ])
  func agreesWithTables(probability: Double, quantile: Double) {
    #expect(abs(normalQuantile(probability) - quantile) < 2e-14 * max(1, abs(quantile)) * 10)
  }

  @Test(
    "the logarithm agrees with the C library",
    arguments: [1e-300, 1e-20, 0.1, 0.5, 0.707, 1, 1.5, 2, 10, 12345.678])
  func logarithmAgreesWithTheCLibrary(value: Double) {
    #expect(abs(naturalLogarithm(value) - log(value)) <= 4e-16 * max(1, abs(log(value))) * 2)
  }
}
