import Analysis
import ProvisionModel
package import Simulation

/// How well TAs are told apart (METHOD §8): schools with TAs whose true effects are known.
package struct AssistantTrial: Sendable {
  /// How far the TAs' true effects lie apart, as their standard deviation [SD of scores].
  package let spread: Double
  /// How the supported pupils are chosen.
  package let selection: Selection
  /// How many pupils each TA has.
  package let sizes: [Int]
  /// Whether a TA's pupils are all of neighbouring year groups, as in most schools, or of any.
  package let byYearGroup: Bool

  /// Twelve TAs with 2 to 6 pupils, as schools have them.
  package static let usualSizes = [2, 6, 3, 4, 2, 6, 3, 4, 2, 6, 3, 4]

  /// A trial of one kind of school.
  package init(
    spread: Double, selection: Selection, sizes: [Int] = usualSizes, byYearGroup: Bool = true
  ) {
    self.spread = spread
    self.selection = selection
    self.sizes = sizes
    self.byYearGroup = byYearGroup
  }

  /// What came of some schools.
  package struct Outcome: Sendable, Equatable {
    /// Schools.
    package var schools = 0
    /// TAs in all of them.
    package var assistants = 0
    /// Schools in which a TA is said to be above or below the others.
    package var schoolsWithFinding = 0
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
      sum.schoolsWithFinding += right.schoolsWithFinding
      sum.rawSquares += right.rawSquares
      sum.shrunkSquares += right.shrunkSquares
      return sum
    }

    /// The share of schools with a finding.
    package var findingShare: Double {
      schools > 0 ? Double(schoolsWithFinding) / Double(schools) : 0
    }

    /// By how much shrinking lowers the mean squared error, as a share of it.
    package var improvement: Double { 1 - shrunkSquares / rawSquares }
  }

  /// What comes of the schools of some seeds.
  package func outcome(seeds: Range<UInt64>) -> Outcome {
    seeds.reduce(Outcome()) { $0 + outcome(seed: $1) }
  }

  private func outcome(seed: UInt64) -> Outcome {
    var plan = CalibrationSchool.Plan()
    plan.selection = selection
    plan.supported = sizes.reduce(0, +)
    var chance = SeededGenerator(seed: seed, stream: 1)
    let truths = sizes.map { _ in spread * chance.normal() }
    let assistants = sizes.indices.flatMap { Array(repeating: $0, count: sizes[$0]) }
    var school = CalibrationSchool(plan: plan, seed: seed)
    // Pupils are numbered by year group.
    var supported = school.supported.indices.filter { school.supported[$0] }
    if !byYearGroup { chance.shuffle(&supported) }
    var assistantOf = Array(repeating: 0, count: school.supported.count)
    for (pupil, assistant) in zip(supported, assistants) {
      assistantOf[pupil] = assistant
      school.raise(pupil, by: truths[assistant])
    }
    let units = Evaluation(data: school.data(assistants: assistantOf)).units.filter {
      $0.period == .term && $0.kind == .teachingAssistant
    }
    var outcome = Outcome()
    outcome.schools = 1
    outcome.assistants = units.count
    for unit in units {
      guard let pooled = unit.pooled, let number = Int(unit.unit.dropFirst(3)) else { continue }
      if pooled.finding == .above || pooled.finding == .below { outcome.schoolsWithFinding = 1 }
      let (raw, shrunk) = (pooled.mean - truths[number], pooled.shrunkMean - truths[number])
      outcome.rawSquares += raw * raw
      outcome.shrunkSquares += shrunk * shrunk
    }
    return outcome
  }
}
