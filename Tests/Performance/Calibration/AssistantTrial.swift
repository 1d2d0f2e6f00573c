import Analysis
import ProvisionModel
import Simulation

/// How well TAs are told apart (METHOD §8): schools with TAs whose true effects are known, each with a
/// group of neighbouring year groups.
package struct AssistantTrial: Sendable {
  /// How far the TAs' true effects lie apart, as their standard deviation [SD of scores].
  package let spread: Double
  /// The standard deviation of what a group shares [SD of scores].
  package let groupShock: Double
  /// Whether that is the same on both measures, as a TA's own effect is; else each test has its own.
  package let sharesAcrossMeasures: Bool
  /// How the supported pupils are chosen.
  package let way: Way
  /// What the files hold: one measure or two, one row a course or two.
  package let files: MadeUpSchool.Files

  /// Twelve TAs with 2 to 6 pupils, as schools have them.
  package static let sizes = [2, 6, 3, 4, 2, 6, 3, 4, 2, 6, 3, 4]

  /// A trial of one kind of school.
  package init(
    spread: Double, groupShock: Double = 0, sharesAcrossMeasures: Bool = false, way: Way,
    files: MadeUpSchool.Files = MadeUpSchool.Files()
  ) {
    self.spread = spread
    self.groupShock = groupShock
    self.sharesAcrossMeasures = sharesAcrossMeasures
    self.way = way
    self.files = files
  }

  /// What came of some schools.
  package struct Outcome: Sendable, Equatable {
    /// Schools.
    package var schools = 0
    /// TAs in all of them.
    package var assistants = 0
    /// TAs who are said to be above or below the others.
    package var findings = 0
    /// Σ over schools of the squares of that number.
    package var squaredFindings = 0
    /// Σ over TAs of (own mean − truth)² [SD, squared].
    package var rawSquares = 0.0
    /// Σ over TAs of (shrunk mean − truth)² [SD, squared].
    package var shrunkSquares = 0.0

    /// No school.
    package init() {}

    /// The sums of two lots together.
    package static func + (left: Outcome, right: Outcome) -> Outcome {
      var sum = left
      sum.schools += right.schools
      sum.assistants += right.assistants
      sum.findings += right.findings
      sum.squaredFindings += right.squaredFindings
      sum.rawSquares += right.rawSquares
      sum.shrunkSquares += right.shrunkSquares
      return sum
    }

    /// The share of TAs with a finding.
    package var findingShare: Double {
      assistants > 0 ? Double(findings) / Double(assistants) : 0
    }

    /// The standard error of that share; TAs of one school come together.
    package var standardError: Double {
      guard schools > 1, assistants > 0 else { return 0 }
      let (count, sum) = (Double(schools), Double(findings))
      let variance = (Double(squaredFindings) - sum * sum / count) / (count - 1)
      return (variance / count).squareRoot() * count / Double(assistants)
    }

    /// By how much shrinking lowers the mean squared error, as a share of it.
    package var improvement: Double { rawSquares > 0 ? 1 - shrunkSquares / rawSquares : 0 }
  }

  /// What comes of the schools of some seeds.
  package func outcome(seeds: Range<UInt64>) -> Outcome {
    seeds.reduce(Outcome()) { $0 + outcome(seed: $1) }
  }

  private func outcome(seed: UInt64) -> Outcome {
    let world = World {
      $0.way = way
      $0.supported = Self.sizes.reduce(0, +)
    }
    var school = MadeUpSchool(world, seed: seed)
    var chance = SeededGenerator(seed: seed, stream: 1)
    let truths = Self.sizes.map { _ in spread * chance.normal() }
    var files = files
    // Pupils are numbered by year group.
    files.assistants = Self.sizes.indices.flatMap {
      Array(repeating: $0, count: Self.sizes[$0])
    }
    let shocks = Self.sizes.map { _ in
      let first = groupShock * chance.normal()
      let second = groupShock * chance.normal()
      return (test: first, other: sharesAcrossMeasures ? first : second)
    }
    for (pupil, assistant) in zip(school.supported, files.assistants) {
      school.raise(
        pupil, by: truths[assistant] + shocks[assistant].test,
        inOther: truths[assistant] + shocks[assistant].other, fromTest: school.firstStart + 1)
    }
    let units = Evaluation(data: school.data(files)).units.filter {
      $0.period == .term && $0.kind == .teachingAssistant
    }
    var outcome = Outcome()
    outcome.schools = 1
    outcome.assistants = units.count
    for unit in units {
      guard let pooled = unit.pooled, let number = Int(unit.unit.dropFirst(3)) else { continue }
      if pooled.finding == .above || pooled.finding == .below { outcome.findings += 1 }
      let (raw, shrunk) = (pooled.mean - truths[number], pooled.shrunkMean - truths[number])
      outcome.rawSquares += raw * raw
      outcome.shrunkSquares += shrunk * shrunk
    }
    outcome.squaredFindings = outcome.findings * outcome.findings
    return outcome
  }
}
