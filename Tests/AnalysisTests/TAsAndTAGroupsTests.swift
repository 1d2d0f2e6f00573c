import TestSupport
import Testing

@testable import Analysis

/// METHOD §8: pooled units against an analysis of variance worked out by hand.
@Suite struct TAsAndTAGroupsTests {
  /// Values whose pupils share nothing but where groups are given.
  private func pooled(_ values: [[Double]], groupSD: Double = 0) -> PooledUnits {
    var group = 0
    return PooledUnits(
      values.map { unit in
        unit.map { progress in
          group += 1
          return PooledUnits.Value(progress: progress, group: group)
        }
      }, groupSD: groupSD)
  }

  /// Units (0, 2), (4, 6), (8, 10, 12): N = 7, means 1, 5, 10, ȳ = 42 ÷ 7 = 6.
  /// MSW = (2 + 2 + 8) ÷ 4 = 3; MSB = (2·25 + 2·1 + 3·16) ÷ 2 = 50; F = 16.667, p = 0.011480;
  /// n₀ = (7 − 17 ÷ 7) ÷ 2 = 16 ÷ 7; τ² = 47 · 7 ÷ 16 = 20.5625.
  @Test("three units give what hand computation gives")
  func threeUnitsByHand() throws {
    let pooled = pooled([[0, 2], [4, 6], [8, 10, 12]])
    #expect(pooled.mean == 6)
    let variances = try #require(pooled.variances)
    #expect(variances.within == 3 && variances.units == 3)
    #expect(abs(variances.between - 20.5625) < 1e-12)
    #expect(abs(variances.p - 0.011480) < 1e-6)
    let units = try pooled.units.map { try #require($0) }
    #expect(units.map(\.mean) == [1, 5, 10])
    // B₁ = 20.5625 ÷ (20.5625 + 1.5) = 0.932011; 6 − 5 B₁ = 1.339943; half the interval is
    // 1.96 √(B₁ · 1.5 + (1 − B₁)² · 22.0625 ÷ 3) = 1.96 √(1.398017 + 0.033994) = 2.345468.
    #expect(abs(units[0].shrunkMean - 1.339943) < 1e-6)
    #expect(abs(units[0].interval.upperBound - (1.339943 + 2.345468)) < 1e-5)
    // B₃ = 20.5625 ÷ 21.5625 = 0.953623; 6 + 4 B₃ = 9.814493; half 1.96 √(0.953623
    // + 0.046377² · 21.5625 ÷ 3) = 1.96 √0.969082 = 1.929463.
    #expect(abs(units[2].shrunkMean - 9.814493) < 1e-6)
    #expect(abs(units[2].interval.lowerBound - (9.814493 - 1.929463)) < 1e-5)
    #expect(units.map(\.finding) == [.below, .notDistinguishable, .above])
  }

  /// The same with groups of a unit's own, which share 1: w_1 = w_2 = 4 ÷ 4 = 1, w_3 = (4 + 1) ÷ 9;
  /// w̄ = (2 · 5/7 + 2 · 5/7 + 3 · 4/7 · 5/9) ÷ 2 = 1.904762; F = 50 ÷ 4.904762 = 10.194175,
  /// p = 0.026900; τ² = (50 − 4.904762) · 7 ÷ 16 = 19.729167.
  @Test("what groups share makes the units less different")
  func groupsShare() throws {
    func value(_ progress: Double, _ group: Int) -> PooledUnits.Value {
      PooledUnits.Value(progress: progress, group: group)
    }
    let pooled = PooledUnits(
      [
        [value(0, 1), value(2, 1)], [value(4, 2), value(6, 2)],
        [value(8, 3), value(10, 4), value(12, 3)],
      ], groupSD: 1)
    let variances = try #require(pooled.variances)
    #expect(abs(variances.between - 19.729167) < 1e-6)
    #expect(abs(variances.p - 0.026900) < 1e-6)
    // e_3 = 1 + 5/9, B_3 = 19.729167 ÷ 21.284722 = 0.926917; 6 + 4 B_3 = 9.707668.
    #expect(abs(try #require(pooled.units[2]).shrunkMean - 9.707668) < 1e-5)
  }

  @Test("means that luck may set as far apart show no difference")
  func meansThatLuckMaySetAsFarApart() throws {
    // Means 1 and 3; MSW = 2, MSB = 4, F(1, 2) = 2, p = 0.293.
    let found = pooled([[0, 2], [2, 4]])
    #expect(try #require(found.variances).between == 1)
    #expect(found.units.allSatisfy { $0?.finding == .noDifferenceShown })
    #expect(found.units.allSatisfy { ($0?.interval.lowerBound ?? 9) < $0?.shrunkMean ?? 0 })
  }

  @Test("units no further apart than their pupils show no difference")
  func unitsNoFurtherApartThanTheirPupilsShowNoDifference() throws {
    // MSB = 0 under MSW.
    let pooled = pooled([[1, 3], [0, 4], [2]])
    for unit in pooled.units {
      let unit = try #require(unit)
      #expect(unit.finding == .noDifferenceShown)
      #expect(unit.shrunkMean == 2)
      #expect(unit.interval == 2...2)
    }
    #expect(pooled.units.map { $0?.mean } == [2, 2, 2])
  }

  @Test(
    "one unit or single pupils show no difference",
    arguments: [[[1.0, 2, 3]], [[1], [5], [9]], [[7]]])
  func oneUnitOrSinglePupilsShowNoDifference(progress: [[Double]]) throws {
    let pooled = pooled(progress, groupSD: 0.1)
    #expect(pooled.units.allSatisfy { $0?.finding == .noDifferenceShown })
    #expect(pooled.units.allSatisfy { $0?.shrunkMean == pooled.mean })
  }

  @Test("equal progress shows no difference", arguments: [0, 0.1])
  func equalProgressShowsNoDifference(groupSD: Double) {
    let pooled = pooled([[0.1, 0.1], [0.1, 0.1, 0.1], [0.1]], groupSD: groupSD)
    #expect(pooled.units.allSatisfy { $0?.finding == .noDifferenceShown })
  }

  @Test("a unit without progress has none and changes nothing")
  func aUnitWithoutProgressHasNoneAndChangesNothing() {
    let with = pooled([[0, 2], [], [4, 6]])
    let without = pooled([[0, 2], [4, 6]])
    #expect(with.units == [without.units[0], nil, without.units[1]])
    #expect(pooled([[], []]).units == [nil, nil])
    #expect(pooled([]).units == [])
  }
}
