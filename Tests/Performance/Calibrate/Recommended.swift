import Calibration
import ProvisionModel

/// What is recommended of whole schools' interventions.
enum Recommended {
  /// Prints their table.
  static func bands(_ schools: Int) async -> [Band] {
    print(
      """
      ## Recommendations

      \(schools) whole schools of each kind, twelve interventions over four terms, read from their files; per
      cent of the interventions that run in the last term.

      """)
    var table = MarkdownTable(
      ["effect", "interventions"] + Recommendation.allCases.map(\.rawValue))
    var stopped: [(name: String, value: Double, cases: Int)] = []
    for (number, effect) in [0, 0.4].enumerated() {
      let trial = RecommendationTrial(effect: effect)
      let outcome = await inParallel(
        schools: schools, kind: 5000 + number, from: RecommendationTrial.Outcome(), +
      ) { await trial.outcome(seeds: $0) }
      table.add(
        [fixed(effect, 1), "\(outcome.interventions)"]
          + Recommendation.allCases.map { percent(outcome.share([$0])) })
      if effect > 0 {
        stopped.append(
          ("effect \(fixed(effect, 1))", outcome.share([.stopOrReplace]), outcome.interventions))
      }
    }
    print(table.text)
    return [
      Band(
        "effect 0.4: told to stop", atMost: RecommendationTrial.mostUsefulStopped, stopped)
    ]
  }
}
