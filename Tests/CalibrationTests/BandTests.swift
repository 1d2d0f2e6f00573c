import Calibration
import Testing

@Suite struct BandTests {
  @Test("a share may lie 2.5 standard errors beyond its limit, and no further")
  func allowance() {
    // √(0.06 · 0.94 ÷ 1000) = 0.00751, so that 0.0788 is the most.
    #expect(Band("most", atMost: 0.06, [("a", 0.078, 1000)]).holds)
    #expect(!Band("most", atMost: 0.06, [("a", 0.01, 1000), ("b", 0.079, 1000)]).holds)
    // √(0.97 · 0.03 ÷ 1000) = 0.00539, so that 0.9565 is the least.
    #expect(Band("least", atLeast: 0.97, [("a", 0.957, 1000)]).holds)
    #expect(!Band("least", atLeast: 0.97, [("a", 0.956, 1000)]).holds)
    // None at all.
    #expect(Band("never", atMost: 0, [("a", 0, 10)]).holds)
    #expect(!Band("never", atMost: 0, [("a", 0.001, 1000)]).holds)
  }

  @Test("the share that is nearest to failing is the one to show")
  func worst() {
    let shares = [("a", 0.3, 10), ("b", 0.5, 10), ("c", 0.4, 10)]
    #expect(Band("most", atMost: 0.4, shares).worst?.name == "b")
    #expect(Band("least", atLeast: 0.4, shares).worst?.name == "a")
  }
}
