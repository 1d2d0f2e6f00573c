import Testing

import func TestSupport.mean

@testable import Simulation

@Suite struct SeededGeneratorTests {
  @Test("the generator gives the published sequence of xoshiro256**")
  func givesThePublishedSequenceOfXoshiro256StarStar() {
    // From the tests of the rand_xoshiro crate, made with the authors' C code.
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("SplitMix64 gives its published sequence")
  func givesThePublishedSequenceOfSplitMix64() {
    var mixer = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in mixer.next() } == expected)
  }

  @Test("streams of one seed differ")
  func streamsOfOneSeedDiffer() {
    var first = SeededGenerator(seed: 1)
    var second = SeededGenerator(seed: 1, stream: 1)
    #expect(first.next() != second.next())
  }

  @Test("normal deviates have mean zero and variance one")
  func normalDeviatesHaveMeanZeroAndVarianceOne() {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<20_000).map { _ in generator.normal() }
    // Four standard errors: 4/√n, and 4·√(2/n).
    #expect(abs(mean(values)) < 0.029)
    #expect(abs(mean(values.map { $0 * $0 }) - 1) < 0.04)
    let tail = values.count { abs($0) > 1.959964 }
    #expect((870...1130).contains(tail))
  }

  @Test("whole numbers stay in range and all occur")
  func wholeNumbersStayInRangeAndAllOccur() {
    var generator = SeededGenerator(seed: 4)
    var seen = [0, 0, 0, 0, 0]
    for _ in 0..<5000 { seen[generator.below(5)] += 1 }
    #expect(seen.allSatisfy { (850...1150).contains($0) })
  }

  @Test("shuffling keeps the values")
  func shufflingKeepsTheValues() {
    var generator = SeededGenerator(seed: 5)
    var values = Array(0..<100)
    generator.shuffle(&values)
    #expect(values != Array(0..<100))
    #expect(values.sorted() == Array(0..<100))
  }

  @Test("indices come in proportion to their weights")
  func weightsAreObeyed() {
    var generator = SeededGenerator(seed: 6)
    var seen = [0, 0, 0]
    for _ in 0..<8000 { seen[generator.index(weights: [1, 0, 3])] += 1 }
    #expect(seen[1] == 0)
    #expect((1845...2155).contains(seen[0]))
  }
}
