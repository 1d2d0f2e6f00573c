import Testing

@testable import Reporting

/// What is left out beside small counts.
@Suite struct ComplementarySuppressionTests {
  /// A ledger of a total and its parts, each printed as far as it may be; the ranks rise.
  private func ledger(_ parts: [Int]) -> (ledger: CountLedger, total: Int?, parts: [Int?]) {
    var ledger = CountLedger(minimum: 5)
    let counts = parts.map { ledger.count($0) }
    let sum = ledger.count(parts.reduce(0, +))
    ledger.add(sum, is: counts)
    let figures = counts.enumerated().map { ledger.figure([$1], rank: $0) }
    let total = ledger.figure([sum], rank: 100)
    return (ledger, total, figures)
  }

  private func shown(_ parts: [Int]) -> (total: Bool?, parts: [Bool?]) {
    let (ledger, total, figures) = ledger(parts)
    let isShown = ComplementarySuppression(ledger).isShown
    return (total.map { isShown[$0] }, figures.map { $0.map { isShown[$0] } })
  }

  @Test("one small part takes another with it")
  func oneSmallPartTakesAnotherWithIt() {
    // 20 − 9 − 8 = 3: the one of the lowest rank goes, and 12 are left to the two of them.
    #expect(shown([3, 9, 8]).parts == [nil, false, true])
    #expect(shown([3, 9, 8]).total == true)
  }

  @Test("two small parts hide each other where they are enough")
  func twoSmallPartsHideEachOtherWhereTheyAreEnough() {
    #expect(shown([3, 4, 9]).parts == [nil, nil, true])
    // 1 + 3 = 4 are few themselves.
    #expect(shown([1, 3, 9, 8]).parts == [nil, nil, false, true])
  }

  @Test("nobody is no secret and hides nobody")
  func nobodyIsNoSecretAndHidesNobody() {
    #expect(shown([0, 9, 8]).parts == [true, true, true])
    #expect(shown([0, 3, 9, 8]).parts == [true, nil, false, true])
  }

  @Test("a total goes where it has no other part")
  func aTotalGoesWhereItHasNoOtherPart() {
    var ledger = CountLedger(minimum: 5)
    let (all, some) = (ledger.count(12), ledger.count(9))
    ledger.rest(of: all, without: some)
    _ = ledger.figure([all], rank: 2)
    _ = ledger.figure([some], rank: 1)
    #expect(ComplementarySuppression(ledger).isShown == [true, false])
  }

  @Test("a row goes with what it is about")
  func aRowGoesWithWhatItIsAbout() {
    var ledger = CountLedger(minimum: 5)
    let (all, some, other) = (ledger.count(12), ledger.count(9), ledger.count(30))
    ledger.rest(of: all, without: some)
    let row = ledger.row()
    _ = ledger.figure([all], rank: 1, row: row, carriesRow: true)
    _ = ledger.figure([other], rank: 50, row: row)
    _ = ledger.figure([some], rank: 2)
    #expect(ComplementarySuppression(ledger).isShown == [false, false, true])
  }

  /// a + b = 20, c + d = 21, a + c = 19, so b + d = 22; and b + d + e = 24 leaves 2. No single sum says
  /// so, nor do bounds.
  @Test("sums that tell only together are seen")
  func sumsThatTellOnlyTogetherAreSeen() {
    var ledger = CountLedger(minimum: 5)
    let (a, b, c, d) = (ledger.count(9), ledger.count(11), ledger.count(10), ledger.count(11))
    let e = ledger.count(2)
    for (rank, parts) in [[a, b], [c, d], [a, c], [b, d, e]].enumerated() {
      let sum = ledger.count(parts.reduce(0) { $0 + ledger.counts[$1].value })
      ledger.add(sum, is: parts)
      _ = ledger.figure([sum], rank: 10 - rank)
    }
    let exposures = Exposures(ledger)
    #expect(ledger.counts.indices.compactMap { exposures.exposure(ofCount: $0) }.isEmpty)
    let found = exposures.determinedTogether()
    #expect(found.map(\.counts) == [[e]])
    #expect(found.first?.figures == [0, 1, 2, 3])
    #expect(ComplementarySuppression(ledger).isShown == [true, true, true, false])
  }

  /// 12 are at least 9 of one and the rest of the other: 0 to 3.
  @Test("bounds that leave few numbers are seen")
  func boundsThatLeaveFewNumbersAreSeen() {
    var ledger = CountLedger(minimum: 5)
    let (all, one, other) = (ledger.count(12), ledger.count(10), ledger.count(2))
    ledger.add(all, is: [one, other])
    let some = ledger.count(9)
    ledger.rest(of: one, without: some)
    _ = ledger.figure([all], rank: 2)
    _ = ledger.figure([some], rank: 1)
    #expect(ComplementarySuppression(ledger).isShown == [true, false])
  }
}
