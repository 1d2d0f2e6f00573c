import TestSupport
import Testing

@testable import Reporting

/// What bounds tell of counts while one figure after another is left out.
@Suite struct CountRangesTests {
  /// A sum of many parts that leaves much open is not asked again. That must not lose a count that is
  /// confined, nor confine one to what it is not.
  @Test("as much is confined as by passing all bounds on anew", arguments: 0..<60)
  func asMuchIsConfinedAsByPassingAllBoundsOnAnew(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let ledger = trust(&generator)
    var ranges = CountRanges(ledger, fewParts: seed.isMultiple(of: 2) ? 0 : 20)
    var isKnown = ranges.isKnown
    for figure in ledger.figures.indices.shuffled(using: &generator) {
      ranges.forget(ledger.figures[figure].counts)
      for count in ledger.figures[figure].counts where !ledger.counts[count].isKnownNobody {
        isKnown[count] = false
      }
      #expect(ranges.isKnown == isKnown)
      let anew = rangesOfAllSums(ledger, isKnown)
      for count in ledger.counts.indices {
        let range = ranges.low[count]...ranges.high[count]
        #expect(range.contains(ledger.counts[count].value))
        if anew[count].count < ledger.minimum {
          #expect(anew[count].contains(range.lowerBound))
          #expect(anew[count].contains(range.upperBound))
        }
      }
    }
  }

  /// 3 in one school and 12 in the other; without the 12 the whole says nothing of the 3.
  @Test("what followed from a figure is forgotten with it")
  func whatFollowedFromAFigureIsForgottenWithIt() {
    var ledger = CountLedger(minimum: 5)
    let (few, many, all) = (ledger.count(3), ledger.count(12), ledger.count(15))
    ledger.add(all, is: [few, many])
    let (boys, girls) = (ledger.count(1), ledger.count(2))
    ledger.add(few, is: [boys, girls])
    let figure = ledger.figure([many], rank: 1)
    _ = ledger.figure([all], rank: 2)
    var ranges = CountRanges(ledger, fewParts: 0)
    #expect(ranges.isTold(few))
    #expect(ranges.isConfined(girls))
    #expect(ranges.grounds(of: [girls]) == [0, 1])
    ranges.forget(ledger.figures[figure ?? 0].counts)
    #expect(!ranges.isConfined(few))
    #expect(!ranges.isConfined(girls))
  }

  /// Schools with the same rows, and the rows of all of them: three parts that add up to a whole, two
  /// of which are also told together.
  private func trust(_ generator: inout SeededGenerator) -> CountLedger {
    var ledger = CountLedger(minimum: 5)
    let most = Int.random(in: 2...20, using: &generator)
    let parts = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
      (0..<3).map { _ in Int.random(in: 0...most, using: &generator) }
    }
    let rows = parts.map { enter($0, &ledger, &generator) }
    let all = enter(
      (0..<3).map { kind in parts.reduce(0) { $0 + $1[kind] } }, &ledger, &generator)
    for (kind, total) in all.enumerated() { ledger.add(total, is: rows.map { $0[kind] }) }
    return ledger
  }

  private func enter(
    _ parts: [Int], _ ledger: inout CountLedger, _ generator: inout SeededGenerator
  ) -> [Int] {
    let counts = parts.map { part in
      ledger.count(part, isKnownNobody: Bool.random(using: &generator))
    }
    let two = ledger.count(parts[0] + parts[1])
    let whole = ledger.count(parts.reduce(0, +))
    ledger.add(two, is: [counts[0], counts[1]])
    ledger.add(whole, is: counts)
    ledger.rest(of: whole, without: two)
    for count in counts + [two, whole] where Int.random(in: 0..<4, using: &generator) > 0 {
      _ = ledger.figure([count], rank: 0)
    }
    return counts + [two, whole]
  }

  /// The ranges by the definition: all sums are asked until none says more.
  private func rangesOfAllSums(_ ledger: CountLedger, _ isKnown: [Bool]) -> [ClosedRange<Int>] {
    var ranges = zip(ledger.counts, isKnown).map { count, isKnown in
      isKnown ? count.value...count.value : 0...CountRanges.unbounded
    }
    var isSettled = false
    while !isSettled {
      let before = ranges
      for sum in ledger.sums {
        let total = ranges[sum.total]
        let least = sum.parts.reduce(0) { $0 + ranges[$1].lowerBound }
        let most = sum.parts.reduce(0) { min(CountRanges.unbounded, $0 + ranges[$1].upperBound) }
        for part in sum.parts {
          let own = ranges[part]
          let others = sum.parts.filter { $0 != part }.reduce(0) {
            min(CountRanges.unbounded, $0 + before[$1].upperBound)
          }
          let left =
            total.upperBound == CountRanges.unbounded
            ? total.upperBound : total.upperBound - (least - own.lowerBound)
          ranges[part] =
            max(own.lowerBound, total.lowerBound - others)...min(own.upperBound, left)
        }
        ranges[sum.total] =
          max(total.lowerBound, least)...min(total.upperBound, most)
      }
      isSettled = ranges == before
    }
    return ranges
  }
}
