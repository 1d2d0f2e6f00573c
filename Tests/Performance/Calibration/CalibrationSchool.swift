package import Simulation

/// One school of the simulation against which the contrasts are checked (METHOD §11): one
/// standardised test of mean 100 and SD 15, steady true levels, and a known true effect.
package struct CalibrationSchool: Sendable {
  /// The figures of the check.
  package struct Plan: Sendable {
    /// Pupils in all.
    package var pupils = 420
    /// Year groups of equal size.
    package var cohorts = 7
    /// Pupils supported.
    package var supported = 20
    /// The share of the variance of scores that is of true levels.
    package var reliability = 0.8
    /// Tests before the one at the start.
    package var earlierTests = 2
    /// The true effect of the support [SD of scores].
    package var effect = 0.0
    /// How they are chosen, at random among those under `threshold`.
    package var selection = Selection.score
    /// The score or true level under which pupils may be chosen.
    package var threshold = 90.0

    /// The plan of METHOD §11 with no effect and pupils chosen by score.
    package init() {}
  }

  /// The mean of the test.
  package static let mean = 100.0
  /// The standard deviation of the test.
  package static let sd = 15.0

  /// The cohort of each pupil, from 0.
  package private(set) var cohort: [Int] = []
  /// The true level of each pupil before any support.
  package private(set) var trueLevel: [Double] = []
  /// The scores of each test, in order of time: the earlier ones, at the start, at the end. Not
  /// rounded.
  package private(set) var scores: [[Double]] = []
  /// Whether each pupil is supported.
  package private(set) var supported: [Bool] = []

  /// The scores at the start.
  package var start: [Double] { scores[scores.count - 2] }
  /// The scores at the end.
  package var end: [Double] { scores[scores.count - 1] }

  /// The school of a plan and seed.
  ///
  /// Where fewer pupils are under the threshold than are to be supported, all of them are.
  package init(plan: Plan = Plan(), seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let spread = plan.reliability.squareRoot() * CalibrationSchool.sd
    let errorSpread = (1 - plan.reliability).squareRoot() * CalibrationSchool.sd
    cohort = (0..<plan.pupils).map { $0 * plan.cohorts / plan.pupils }
    trueLevel = (0..<plan.pupils).map { _ in
      CalibrationSchool.mean + spread * generator.normal()
    }
    func test() -> [Double] {
      trueLevel.map { $0 + errorSpread * generator.normal() }
    }
    for _ in 0...plan.earlierTests {
      scores.append(test())
    }
    let criterion =
      switch plan.selection {
      case .score: scores[plan.earlierTests]
      case .need: trueLevel
      case .otherTest: test()
      }
    var candidates = criterion.indices.filter { criterion[$0] < plan.threshold }
    generator.shuffle(&candidates)
    supported = Array(repeating: false, count: plan.pupils)
    for pupil in candidates.prefix(plan.supported) {
      supported[pupil] = true
    }
    scores.append(test())
    for pupil in supported.indices where supported[pupil] {
      raise(pupil, by: plan.effect)
    }
  }

  /// Raises a pupil's score at the end, as support of that effect does [SD of scores].
  package mutating func raise(_ pupil: Int, by effect: Double) {
    raise(pupil, by: effect, fromTest: scores.count - 1)
  }

  /// Raises a pupil's scores from one test on, from 0 [SD of scores].
  package mutating func raise(_ pupil: Int, by effect: Double, fromTest first: Int) {
    for test in first..<scores.count { scores[test][pupil] += effect * CalibrationSchool.sd }
  }
}
