import Analysis
import Ingestion
package import ProvisionModel
import Simulation
import TestSupport

/// What is recommended of interventions whose true effect is known: whole schools of `impact simulate`,
/// twelve interventions over four terms, chosen and given as each of them is, read from their files and
/// evaluated as `impact run` does.
package struct RecommendationTrial: Sendable {
  /// The true effect of every intervention [SD].
  package let effect: Double

  /// A trial of one true effect.
  package init(effect: Double) {
    self.effect = effect
  }

  /// What came of some schools.
  package struct Outcome: Sendable, Equatable {
    /// Interventions by what is recommended of them.
    package var recommended: [Recommendation: Int] = [:]

    /// No school.
    package init() {}

    /// The counts of two lots together.
    package static func + (left: Outcome, right: Outcome) -> Outcome {
      var sum = left
      sum.recommended.merge(right.recommended, uniquingKeysWith: +)
      return sum
    }

    /// All interventions.
    package var interventions: Int { recommended.values.reduce(0, +) }

    /// The share of interventions of which one of some things is recommended.
    package func share(_ kinds: [Recommendation]) -> Double {
      let count = kinds.reduce(0) { $0 + (recommended[$1] ?? 0) }
      return interventions > 0 ? Double(count) / Double(interventions) : 0
    }
  }

  /// What comes of the schools of some seeds.
  package func outcome(seeds: Range<UInt64>) async -> Outcome {
    var outcome = Outcome()
    for seed in seeds {
      guard let data = await data(seed: seed) else { continue }
      for recommendation in Evaluation(data: data).recommendations {
        outcome.recommended[recommendation.recommend, default: 0] += 1
      }
    }
    return outcome
  }

  /// The most that may be told to stop of what helps: none, but for the rarest chance.
  package static let mostUsefulStopped = 0.01

  private func data(seed: UInt64) async -> SchoolData? {
    guard let last = TermCalendar.standard.term(id: "2025-26-summer") else { return nil }
    guard let scratch = try? TemporaryFolder() else { return nil }
    let folder = scratch.path(of: "School")
    let plan = SimulationPlan(lastTerm: last, effect: effect, seed: seed)
    guard (try? SchoolFolder(path: folder).write(plan)) != nil else { return nil }
    return try? await SchoolReader(folder: folder, settings: nil, jobs: 1).read().data
  }
}
