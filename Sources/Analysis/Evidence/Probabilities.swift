package import ProvisionModel

/// How sure one may be of an effect, from both ends of its range (METHOD §7): of each statement the
/// smaller and the larger of its two probabilities.
package struct Probabilities: Sendable, Equatable {
  /// P(better): that it is over the smallest effect that matters.
  package var better: ClosedRange<Double>
  /// P(same): that it is nearer to none than that.
  package var same: ClosedRange<Double>
  /// P(worse): that it is under minus that.
  package var worse: ClosedRange<Double>

  /// What the posteriors of both ends give: prior Normal(0, prior SD²), likelihood Normal(g, se_g²).
  package init(_ sizes: Ends<EffectSize>, _ settings: EvidenceSettings) {
    let ends = [End.score, .need].map { end in
      Self.at(
        Self.posterior(
          sizes[end].value, standardError: sizes[end].standardError, priorSD: settings.priorSd),
        settings.smallestEffect)
    }
    func range(_ value: ((better: Double, same: Double, worse: Double)) -> Double)
      -> ClosedRange<Double>
    {
      let values = ends.map(value)
      return min(values[0], values[1])...max(values[0], values[1])
    }
    better = range(\.better)
    same = range(\.same)
    worse = range(\.worse)
  }

  private static func at(
    _ posterior: NormalDistribution, _ smallest: Double
  ) -> (better: Double, same: Double, worse: Double) {
    let better = posterior.above(smallest)
    let worse = posterior.below(-smallest)
    return (better, max(0, 1 - better - worse), worse)
  }

  /// The posterior of an effect size; the effect itself where it has no error.
  package static func posterior(
    _ size: Double, standardError: Double, priorSD: Double
  ) -> NormalDistribution {
    let prior = priorSD * priorSD
    let error = standardError * standardError
    let weight = prior / (prior + error)
    return NormalDistribution(
      mean: weight * size, standardDeviation: (weight * error).squareRoot())
  }
}
