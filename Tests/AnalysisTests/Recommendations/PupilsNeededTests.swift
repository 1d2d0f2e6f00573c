import Testing

@testable import Analysis

/// How many pupils a clear answer takes.
@Suite struct PupilsNeededTests {
  /// t(n − 1, .975) √(v ÷ n) < 0.25 with v = 0.25, so √v = 0.5: the smallest n with t ÷ √n < 0.5 is
  /// 18 (t(17) = 2.109816, ÷ √18 = 0.497288; t(16) = 2.119905, ÷ √17 = 0.514153).
  @Test("the number needed is the smallest that excludes no effect")
  func itIsTheSmallestNumberThatExcludesNoEffect() throws {
    let needed = try #require(
      PupilsNeeded(variance: 0.25, effect: 0.25, minimum: 5, known: 12))
    #expect(needed.inAll == 18)
    #expect(needed.missing == 6)
  }

  @Test("no pupils are missing where there are enough")
  func thereIsNothingMissingWhereThereAreEnough() throws {
    let needed = try #require(
      PupilsNeeded(variance: 0.25, effect: 0.25, minimum: 5, known: 18))
    #expect(needed.missing == 0)
  }

  @Test("the number needed is never below the minimum for a statement")
  func itIsNeverLessThanTheFewestOfWhomAnythingIsSaid() throws {
    let needed = try #require(
      PupilsNeeded(variance: 1e-9, effect: 0.25, minimum: 5, known: 0))
    #expect(needed.inAll == 5)
  }

  @Test("without a variance the number needed cannot be determined")
  func withoutAVarianceNobodyCanTell() {
    #expect(PupilsNeeded(variance: nil, effect: 0.25, minimum: 5, known: 0) == nil)
    #expect(PupilsNeeded(variance: 0, effect: 0.25, minimum: 5, known: 0) == nil)
  }

  @Test("a number larger than any school gives no answer")
  func moreThanAnySchoolHasIsNoAnswer() {
    #expect(PupilsNeeded(variance: 1000, effect: 0.25, minimum: 5, known: 0) == nil)
  }
}
