import ProvisionModel
import Testing

@Suite("A packed score")
struct PackedScoreTests {
  @Test(
    "comes out with the bits with which it went in",
    arguments: [
      0, -0.0, 1, -1, 100, 87.5, -12.25, 0.1, 0.07, 7.125, 1e9, -1e300, 134_217_727, 134_217_728,
      -134_217_728, -134_217_729, 1_342_177.27, 1_342_177.28, .infinity,
    ])
  func values(score: Double) {
    for censoring in [Censoring.none, .below, .above] {
      var others: [Double] = [5]
      let packed = PackedScore(score, censoring: censoring, others: &others)
      let value = packed.isApart ? others[Int(packed.digits)] : packed.value
      #expect(value.bitPattern == score.bitPattern)
      #expect(packed.censoring == censoring)
      #expect(others.count == (packed.isApart ? 2 : 1))
    }
  }

  @Test("takes only digits that it has room for")
  func digits() {
    #expect(PackedScore.digits(134_217_727) == 134_217_727)
    #expect(PackedScore.digits(134_217_728) == nil)
    #expect(PackedScore.digits(-134_217_728) == -134_217_728)
    #expect(PackedScore.digits(-134_217_729) == nil)
    #expect(PackedScore.digits(.max) == nil)
  }

  @Test("moves with the others that are kept apart")
  func moved() {
    #expect(PackedScore(digits: 3, decimals: PackedScore.apart).movedApart(by: 4).digits == 7)
    #expect(PackedScore(digits: 3, decimals: 1).movedApart(by: 4).digits == 3)
  }
}
