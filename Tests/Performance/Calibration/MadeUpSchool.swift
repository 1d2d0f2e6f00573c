import Simulation

/// One made-up school with a known answer (METHOD §11): its scores and who was supported.
package struct MadeUpSchool: Sendable {
  /// One pupil's support between two tests.
  package struct Course: Sendable, Hashable {
    /// The pupil.
    package var pupil: Int
    /// The number of the test at the start; the next one is at the end.
    package var start: Int
    /// The group, counted within the term; nil: other support at the same time.
    package var group: Int?

    /// Whether it is the support that is to be judged.
    package var isJudged: Bool { group != nil }
  }

  /// The kind of school.
  package let world: World
  /// The number of the first test at which support starts.
  package var firstStart: Int { world.earlierTests }
  /// The cohort of each pupil, from 0.
  package var cohort: [Int] { levels.cohort }
  /// The scores of each test in order of time [SD], not rounded.
  package var scores: [[Double]] { levels.scores }
  /// The same in the other subject.
  package var otherScores: [[Double]] { levels.otherScores }
  /// The true levels at each test [SD].
  package var trueLevels: [[Double]] { levels.levels }
  /// Who was supported when, in order of term; within a term the judged first, by pupil.
  package private(set) var courses: [Course] = []
  /// The pupils of the judged courses.
  package var supported: [Int] { courses.filter(\.isJudged).map(\.pupil) }

  private var levels: Levels
  /// Σ over judged courses of what support did to the outcome, and their number.
  private var effects = (sum: 0.0, count: 0)

  /// The school of a world, a true effect [SD] and a seed, with support in so many terms one after the
  /// other.
  ///
  /// What support gives lasts. The same seed gives the same pupils, whatever the effect.
  package init(_ world: World, effect: Double = 0, terms: Int = 1, seed: UInt64) {
    self.world = world
    var chance = SeededGenerator(seed: seed)
    levels = Levels(
      world, tests: world.earlierTests + 1 + terms, start: world.earlierTests, &chance)
    for term in 0..<terms {
      choose(start: world.earlierTests + term, effect: effect, &chance)
    }
  }

  /// The mean of what support did to the judged courses' outcomes [SD].
  package var trueEffect: Double {
    effects.count > 0 ? effects.sum / Double(effects.count) : 0
  }

  /// Raises a pupil's scores and true level from one test on, and the scores in the other subject [SD].
  package mutating func raise(
    _ pupil: Int, by effect: Double, inOther other: Double = 0, fromTest first: Int
  ) {
    for test in first..<scores.count {
      levels.raise(pupil, by: effect, inOther: other, test: test)
    }
  }

  /// A score as the test gives it: in whole marks of mean 100 and SD 15, not under the floor.
  package func mark(_ score: Double) -> Double {
    let mark = 100 + (15 * score).rounded()
    return world.floor.map { max(mark, 100 + 15 * $0) } ?? mark
  }

  /// Chooses the pupils of one term, and lets them gain by it.
  private mutating func choose(start: Int, effect: Double, _ chance: inout SeededGenerator) {
    let criterion = levels.criterion(world.way, world, start: start, &chance)
    let mean = criterion.reduce(0, +) / Double(criterion.count)
    let squares = criterion.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let limit = world.cut * (squares / Double(criterion.count)).squareRoot()
    let low = criterion.indices.filter { criterion[$0] < limit }
    var eligible = low.filter { cohort[$0] < world.supportedCohorts }
    chance.shuffle(&eligible)
    let chosen = eligible.prefix(world.supported).sorted()
    var rest = low.filter { !chosen.contains($0) }
    chance.shuffle(&rest)
    let others = rest.prefix(min(world.others, rest.count / 2)).sorted()
    var shock = 0.0
    for (place, pupil) in chosen.enumerated() {
      let own = effect + (world.effectSpread > 0 ? world.effectSpread * chance.normal() : 0)
      let before = scores[start + 1][pupil]
      raise(pupil, by: own, fromTest: start + 1)
      // A floor takes a part of it.
      let raised = scores[start + 1][pupil]
      effects.sum += world.floor == nil ? own : (mark(raised) - mark(before)) / 15
      effects.count += 1
      if world.groupShock > 0 {
        if place % world.groupSize == 0 { shock = world.groupShock * chance.normal() }
        levels.raise(pupil, by: shock, test: start + 1)
      }
      courses.append(Course(pupil: pupil, start: start, group: place / world.groupSize))
    }
    courses += others.map { Course(pupil: $0, start: start, group: nil) }
  }
}
