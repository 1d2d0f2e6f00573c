import Foundation
import Simulation

/// The true levels and scores of a made-up school's pupils in order of time, in SD of the test.
struct Levels {
  /// The cohort of each pupil, from 0.
  let cohort: [Int]
  /// True levels, test by test.
  private(set) var levels: [[Double]] = []
  /// Scores without support, test by test.
  private(set) var scores: [[Double]] = []
  /// The same in the other subject.
  private(set) var otherScores: [[Double]] = []

  /// The levels and scores at some tests.
  ///
  /// - Parameter start: The number of the test at which levels have the SD of the world.
  init(_ world: World, tests: Int, start: Int, _ chance: inout SeededGenerator) {
    cohort = (0..<world.pupils).map { $0 * world.cohorts / world.pupils }
    levels = Self.trueLevels(world, tests: tests, start: start, &chance)
    for test in 0..<tests {
      let factor = world.reliability.squareRoot() * (1 + world.fan * Double(test - start))
      let shocks = (0..<world.cohorts).map { _ in world.cohortShock * chance.normal() }
      for pupil in cohort.indices {
        levels[test][pupil] = factor * levels[test][pupil] + shocks[cohort[pupil]]
      }
    }
    let error = (1 - world.reliability).squareRoot()
    let own = world.reliability * (1 - world.otherSubject * world.otherSubject)
    let inOther = cohort.map { _ in own.squareRoot() * chance.normal() }
    for test in 0..<tests {
      var scores = levels[test]
      var others = levels[test]
      for pupil in cohort.indices {
        let level = levels[test][pupil]
        let spread = world.noiseSlope == 0 ? error : error * exp(-world.noiseSlope * level)
        scores[pupil] = level + spread * chance.normal()
        others[pupil] = world.otherSubject * level + inOther[pupil] + spread * chance.normal()
      }
      self.scores.append(scores)
      otherScores.append(others)
    }
  }

  private static func trueLevels(
    _ world: World, tests: Int, start: Int, _ chance: inout SeededGenerator
  ) -> [[Double]] {
    let first = (0..<world.pupils).map { _ in chance.normal() }
    if world.ownGrowth > 0 {
      let growth = first.map { _ in world.ownGrowth * chance.normal() }
      return (0..<tests).map { test in
        zip(first, growth).map { $0 + Double(test - start) * $1 }
      }
    }
    var levels = [first]
    let (kept, new) = ((1 - world.drift).squareRoot(), world.drift.squareRoot())
    for test in 1..<max(1, tests) {
      levels.append(
        world.drift == 0
          ? levels[test - 1] : levels[test - 1].map { kept * $0 + new * chance.normal() })
    }
    return levels
  }

  /// Raises a pupil's score and true level at one test, and the score in the other subject.
  mutating func raise(_ pupil: Int, by effect: Double, inOther other: Double = 0, test: Int) {
    levels[test][pupil] += effect
    scores[test][pupil] += effect
    otherScores[test][pupil] += other
  }

  /// Values less the means of the pupils' cohorts.
  func deviations(_ values: [Double]) -> [Double] {
    let cohorts = (cohort.last ?? 0) + 1
    var (sums, counts) = (
      [Double](repeating: 0, count: cohorts), [Int](repeating: 0, count: cohorts)
    )
    for (pupil, value) in values.enumerated() {
      sums[cohort[pupil]] += value
      counts[cohort[pupil]] += 1
    }
    return values.enumerated().map { pupil, value in
      value - sums[cohort[pupil]] / Double(counts[cohort[pupil]])
    }
  }

  /// On what pupils are low who are chosen before the support that starts after a test.
  func criterion(_ way: Way, _ world: World, start: Int, _ chance: inout SeededGenerator)
    -> [Double]
  {
    let before = max(0, start - 1)
    switch way {
    case .score: return deviations(scores[start])
    case .need: return deviations(levels[start])
    case .otherTest:
      let error = (1 - world.reliability).squareRoot()
      return deviations(levels[start]).map { $0 + error * chance.normal() }
    case .otherSubject: return deviations(otherScores[start])
    case .mix:
      let level = deviations(levels[start])
      return level.indices.map { level[$0] + 0.5 * (scores[start][$0] - levels[start][$0]) }
    case .last: return deviations(scores[before])
    case .mean: return deviations(mean(scores[...start]))
    case .lastNeed: return deviations(levels[before])
    case .meanNeed: return deviations(mean(levels[...start]))
    case .dip:
      return zip(deviations(scores[start]), deviations(scores[before])).map { $0 - 0.5 * $1 }
    case .all: return deviations(mean(scores[...start] + otherScores[...start]))
    }
  }

  private func mean(_ tests: some Collection<[Double]>) -> [Double] {
    cohort.indices.map { pupil in
      tests.reduce(0) { $0 + $1[pupil] } / Double(tests.count)
    }
  }
}
