import Analysis
import TestSupport
import Testing

/// METHOD §8: pooled units against an analysis of variance worked out by hand.
@Suite struct TAsAndTAGroupsTests {
  /// Units (0, 2), (4, 6), (8, 10, 12): N = 7, means 1, 5, 10, ȳ = 42 ÷ 7 = 6.
  /// MSW = (2 + 2 + 8) ÷ 4 = 3; MSB = (2·25 + 2·1 + 3·16) ÷ 2 = 50;
  /// n₀ = (7 − 17 ÷ 7) ÷ 2 = 16 ÷ 7; τ² = 47 · 7 ÷ 16 = 20.5625.
  @Test("three units give what hand computation gives")
  func threeUnitsByHand() throws {
    let pooled = PooledUnits([[0, 2], [4, 6], [8, 10, 12]])
    #expect(pooled.mean == 6)
    #expect(pooled.withinVariance == 3)
    #expect(abs(pooled.betweenVariance - 20.5625) < 1e-12)
    let units = try pooled.units.map { try #require($0) }
    #expect(units.map(\.mean) == [1, 5, 10])
    // B₁ = 20.5625 ÷ (20.5625 + 1.5) = 0.932011; 6 − 5 B₁ = 1.339943; ± 1.96 √(1.5 B₁) = 2.317461.
    #expect(abs(units[0].shrunkMean - 1.339943) < 1e-6)
    #expect(abs(units[0].interval.upperBound - (1.339943 + 2.317461)) < 1e-5)
    // B₃ = 20.5625 ÷ (20.5625 + 1) = 0.953623; 6 + 4 B₃ = 9.814493; ± 1.96 √B₃ = 1.914012.
    #expect(abs(units[2].shrunkMean - 9.814493) < 1e-6)
    #expect(abs(units[2].interval.lowerBound - (9.814493 - 1.914012)) < 1e-5)
    #expect(units.map(\.finding) == [.below, .notDistinguishable, .above])
  }

  @Test("units no further apart than their pupils show no difference")
  func unitsNoFurtherApartThanTheirPupilsShowNoDifference() throws {
    // MSB = 0 under MSW.
    let pooled = PooledUnits([[1, 3], [0, 4], [2]])
    for unit in pooled.units {
      let unit = try #require(unit)
      #expect(unit.finding == .noDifferenceShown)
      #expect(unit.shrunkMean == 2)
      #expect(unit.interval == 2...2)
    }
    #expect(pooled.units.map { $0?.mean } == [2, 2, 2])
  }

  @Test(
    "one unit or single episodes show no difference",
    arguments: [[[1.0, 2, 3]], [[1], [5], [9]], [[7]]])
  func oneUnitOrSingleEpisodesShowNoDifference(progress: [[Double]]) throws {
    let pooled = PooledUnits(progress)
    #expect(pooled.units.allSatisfy { $0?.finding == .noDifferenceShown })
    #expect(pooled.units.allSatisfy { $0?.shrunkMean == pooled.mean })
  }

  @Test("equal progress shows no difference")
  func equalProgressShowsNoDifference() {
    let pooled = PooledUnits([[0.1, 0.1], [0.1, 0.1, 0.1], [0.1]])
    #expect(pooled.units.allSatisfy { $0?.finding == .noDifferenceShown })
  }

  @Test("a unit without progress has none and changes nothing")
  func aUnitWithoutProgressHasNoneAndChangesNothing() {
    let with = PooledUnits([[0, 2], [], [4, 6]])
    let without = PooledUnits([[0, 2], [4, 6]])
    #expect(with.units == [without.units[0], nil, without.units[1]])
    #expect(PooledUnits([[], []]).units == [nil, nil])
    #expect(PooledUnits([]).units == [])
  }
}
