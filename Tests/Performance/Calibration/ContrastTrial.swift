import Analysis
package import ProvisionModel
package import Simulation

/// How often the method is right about support whose true effect is known (METHOD §11): many schools
/// of one plan, evaluated as `impact run` does.
package struct ContrastTrial: Sendable {
  /// How the pupils are chosen.
  package let selection: Selection
  /// The true effect [SD].
  package let effect: Double
  /// The most scores that a level rests on.
  package let priors: Int

  /// A trial of one kind of school.
  package init(selection: Selection, effect: Double, priors: Int) {
    self.selection = selection
    self.effect = effect
    self.priors = priors
  }

  /// What came of some schools, as counts of them.
  package struct Outcome: Sendable, Equatable {
    /// Schools.
    package var schools = 0
    /// Schools with both effects.
    package var answered = 0
    /// Whose matched interval covers the truth.
    package var matchedCovers = 0
    /// Whose growth interval does.
    package var growthCovers = 0
    /// Whose outer range does.
    package var outerCovers = 0
    /// By verdict.
    package var verdicts: [Verdict: Int] = [:]
    /// Σ of the matched effect sizes.
    package var matchedSizes = 0.0
    /// Σ of the growth effect sizes.
    package var growthSizes = 0.0

    /// No school.
    package init() {}

    /// The counts of two lots together.
    package static func + (left: Outcome, right: Outcome) -> Outcome {
      var sum = left
      sum.schools += right.schools
      sum.answered += right.answered
      sum.matchedCovers += right.matchedCovers
      sum.growthCovers += right.growthCovers
      sum.outerCovers += right.outerCovers
      sum.verdicts.merge(right.verdicts, uniquingKeysWith: +)
      sum.matchedSizes += right.matchedSizes
      sum.growthSizes += right.growthSizes
      return sum
    }

    /// A share of the schools.
    package func share(_ count: Int) -> Double {
      schools > 0 ? Double(count) / Double(schools) : 0
    }

    /// The share of schools with a verdict.
    package func share(_ verdict: Verdict) -> Double {
      share(verdicts[verdict] ?? 0)
    }
  }

  /// What comes of the schools of some seeds.
  package func outcome(seeds: Range<UInt64>) -> Outcome {
    seeds.reduce(Outcome()) { $0 + outcome(seed: $1) }
  }

  private func outcome(seed: UInt64) -> Outcome {
    var plan = CalibrationSchool.Plan()
    plan.selection = selection
    plan.effect = effect
    let data = CalibrationSchool(plan: plan, seed: seed).data(priors: priors)
    let rows = Evaluation(data: data).interventions.filter { $0.period == .term }
    var outcome = Outcome()
    outcome.schools = 1
    guard let evidence = rows.first?.evidence else { return outcome }
    outcome.verdicts[evidence.verdict] = 1
    guard let matched = evidence.matched, let growth = evidence.growth,
      let outer = evidence.outerInterval
    else { return outcome }
    let truth = effect * CalibrationSchool.sd
    outcome.answered = 1
    outcome.matchedCovers = matched.interval.contains(truth) ? 1 : 0
    outcome.growthCovers = growth.interval.contains(truth) ? 1 : 0
    outcome.outerCovers = outer.contains(effect) ? 1 : 0
    outcome.matchedSizes = matched.size.value
    outcome.growthSizes = growth.size.value
    return outcome
  }
}
