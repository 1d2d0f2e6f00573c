import ProvisionModel

extension Verdict {
  /// The verdict on a basis.
  ///
  /// - Parameters:
  ///   - probabilities: Those that hold at both ends; nil where there is no effect.
  ///   - needed: The probability that a claim needs.
  init(_ probabilities: Probabilities?, basis: Basis, needed: Double) {
    guard let probabilities, basis != .none else {
      self = .tooFew
      return
    }
    // Growth alone flatters where pupils were picked by score: only the bad news holds.
    let flatters = basis == .classmates
    if probabilities.better >= needed, !flatters {
      self = .better
    } else if probabilities.worse >= needed {
      self = .worse
    } else if probabilities.same >= needed, !flatters {
      self = .same
    } else {
      self = .unclear
    }
  }
}

/// How sure one may be of an effect: what each of three statements has at least, at both ends of the
/// range. The three need not add up to 1.
package struct Probabilities: Sendable, Equatable {
  /// That it is over the smallest effect that matters.
  package var better: Double
  /// That it is nearer to none than that.
  package var same: Double
  /// That it is under minus that.
  package var worse: Double

  /// What the posterior of one effect gives: prior Normal(0, `priorSD`²), likelihood
  /// Normal(g, se²).
  package init(_ size: EffectSize, priorSD: Double, smallestEffect: Double) {
    self.init(
      Self.posterior(size.value, standardError: size.standardError, priorSD: priorSD),
      smallestEffect: smallestEffect)
  }

  private init(_ posterior: NormalDistribution, smallestEffect: Double) {
    better = posterior.above(smallestEffect)
    worse = posterior.below(-smallestEffect)
    same = max(0, 1 - better - worse)
  }

  /// What holds at both ends: of each the smaller.
  package init(_ one: Probabilities, _ other: Probabilities) {
    better = min(one.better, other.better)
    same = min(one.same, other.same)
    worse = min(one.worse, other.worse)
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
