package import Analysis
package import ProvisionModel

/// What is said of support whose true effect is known (METHOD §11): many schools of one world, evaluated
/// as `impact run` does.
package struct ContrastTrial: Sendable {
  /// The kind of school.
  package let world: World
  /// The true effect [SD].
  package let effect: Double
  /// In how many terms, one after the other, pupils are supported; of several all courses together
  /// are judged.
  package let terms: Int
  /// What the school's files hold.
  package let files: MadeUpSchool.Files

  /// A trial of one world and effect.
  package init(
    _ world: World, effect: Double, terms: Int = 1,
    files: MadeUpSchool.Files = MadeUpSchool.Files()
  ) {
    self.world = world
    self.effect = effect
    self.terms = terms
    self.files = files
  }

  /// What came of some schools, as counts of them.
  package struct Outcome: Sendable, Equatable {
    /// Schools.
    package var schools = 0
    /// Schools with both effects.
    package var answered = 0
    /// Whose outer range covers the truth.
    package var covers = 0
    /// By verdict.
    package var verdicts: [Verdict: Int] = [:]
    /// By basis.
    package var bases: [Basis: Int] = [:]
    /// Σ of the effect sizes at each end, less what support did.
    package var errors = Ends(score: 0.0, need: 0.0)
    /// Σ of courses with a contrast.
    package var courses = 0

    /// No school.
    package init() {}

    /// The counts of two lots together.
    package static func + (left: Outcome, right: Outcome) -> Outcome {
      var sum = left
      sum.schools += right.schools
      sum.answered += right.answered
      sum.covers += right.covers
      sum.verdicts.merge(right.verdicts, uniquingKeysWith: +)
      sum.bases.merge(right.bases, uniquingKeysWith: +)
      sum.errors.score += right.errors.score
      sum.errors.need += right.errors.need
      sum.courses += right.courses
      return sum
    }

    /// The share of schools with one of some verdicts.
    package func share(_ wanted: Verdict...) -> Double {
      let count = wanted.reduce(0) { $0 + (verdicts[$1] ?? 0) }
      return schools > 0 ? Double(count) / Double(schools) : 0
    }

    /// The share of the answers whose outer range covers the truth.
    package var coverage: Double { answered > 0 ? Double(covers) / Double(answered) : 0 }

    /// By how much the effect size is too large at an end, on average [SD].
    package func bias(_ end: End) -> Double {
      answered > 0 ? errors[end] / Double(answered) : 0
    }
  }

  /// What comes of the schools of some seeds.
  package func outcome(seeds: Range<UInt64>) -> Outcome {
    seeds.reduce(Outcome()) { $0 + outcome(seed: $1) }
  }

  private func outcome(seed: UInt64) -> Outcome {
    let school = MadeUpSchool(world, effect: effect, terms: terms, seed: seed)
    var outcome = Outcome()
    outcome.schools = 1
    guard let evidence = evidence(of: school) else { return outcome }
    outcome.verdicts[evidence.verdict] = 1
    outcome.bases[evidence.basis] = 1
    guard let ends = evidence.ends, let outer = evidence.outerInterval else { return outcome }
    let truth = school.trueEffect
    outcome.answered = 1
    outcome.courses = evidence.contrasts
    outcome.covers = outer.contains(truth) ? 1 : 0
    outcome.errors = Ends { ends[$0].size.value - truth }
    return outcome
  }

  /// What the program finds out about the judged support of a school on the test.
  package func evidence(of school: MadeUpSchool) -> Evidence? {
    let period = terms > 1 ? Period.all : .term
    return Evaluation(data: school.data(files)).interventions.first {
      $0.period == period && $0.intervention == MadeUpSchool.judged && $0.measure == 0
    }?.evidence
  }
}
