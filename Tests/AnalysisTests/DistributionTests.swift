import Analysis
import Testing

/// The distribution functions against printed tables.
@Suite struct DistributionTests {
  /// Two-sided 5% and 1% points of Student's t, as any table has them.
  @Test(
    "the two-sided p value is that of printed tables",
    arguments: [(1, 12.706205, 0.05), (4, 2.776445, 0.05), (29, 2.756386, 0.01)])
  func twoSidedP(degreesOfFreedom: Int, t: Double, p: Double) {
    #expect(abs(StudentT.twoSidedP(t, degreesOfFreedom: degreesOfFreedom) - p) < 1e-7)
    #expect(abs(StudentT.twoSidedP(-t, degreesOfFreedom: degreesOfFreedom) - p) < 1e-7)
  }

  @Test("an effect of 0 has a p value of 1")
  func noEffectHasAPOfOne() {
    #expect(StudentT.twoSidedP(0, degreesOfFreedom: 7) == 1)
  }

  @Test(
    "the tails of the normal distribution are those of printed tables",
    arguments: [(1.959964, 0.025), (1.0, 0.158655254), (-1.0, 0.841344746), (0, 0.5)])
  func normalTails(z: Double, tail: Double) {
    let normal = NormalDistribution(mean: 2, standardDeviation: 3)
    #expect(abs(normal.above(2 + 3 * z) - tail) < 1e-8)
    #expect(abs(normal.below(2 - 3 * z) - tail) < 1e-8)
  }

  @Test("without spread the distribution is its mean")
  func withoutSpreadThereIsOnlyTheMean() {
    let point = NormalDistribution(mean: 0.2, standardDeviation: 0)
    #expect(point.above(0.1) == 1)
    #expect(point.above(0.2) == 0)
    #expect(point.below(0.1) == 0)
    #expect(point.below(0.3) == 1)
  }

  /// METHOD §11 for f = 8; 2 ÷ √(π) · … by hand for f = 2: Γ(1) ÷ Γ(½) = 1 ÷ √π.
  @Test(
    "the correction for small samples is that of METHOD and of hand computation",
    arguments: [(8, 0.902703), (2, 0.564190)])
  func correctionOfSmallSamples(freedom: Int, wanted: Double) {
    #expect(abs(ReferenceSD.correction(degreesOfFreedom: freedom) - wanted) < 5e-7)
  }

  /// With many scores J is 1 − 3 ÷ (4 f − 1) to a millionth (Hedges' approximation).
  @Test("the correction for large samples is close to Hedges' approximation")
  func correctionOfLargeSamples() {
    let exact = ReferenceSD.correction(degreesOfFreedom: 24_309)
    #expect(abs(exact - (1 - 3.0 / (4 * 24_309 - 1))) < 1e-8)
  }

  /// Worked out by hand: sorted 0.005, 0.01, 0.03, 0.04 times 4/1, 4/2, 4/3, 4/4, each no more than
  /// the next.
  @Test("false discovery rates are those of hand computation")
  func falseDiscoveryRates() {
    let q = FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.005])
    for (found, wanted) in zip(q, [0.02, 0.04, 0.04, 0.02]) {
      #expect(abs(found - wanted) < 1e-12)
    }
    #expect(FalseDiscovery.adjusted([]) == [])
    #expect(FalseDiscovery.adjusted([0.2, 1, 0.9]) == [0.6000000000000001, 1, 1])
  }
}
