import Analysis
import Calibration
import Foundation
import ProvisionModel
import Simulation

/// `make calibrate`: how often the method is right about schools with a known answer (METHOD §11),
/// beside the bands that have to hold. Exit code 1 where one does not.
@main
struct Calibrate {
  /// Prints the tables. The first argument is the number of schools of each kind, 4,000 without it:
  /// more than METHOD's 1,000, so that chance moves a share less. Half as many have their TAs told
  /// apart, and 300 are whole schools of which something is recommended.
  static func main() async {
    let schools = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 4000
    var failures: [String] = []
    await contrasts(schools, &failures)
    await assistants(schools / 2, &failures)
    await recommendations(max(1, schools * 3 / 40), &failures)
    print(failures.isEmpty ? "All bands hold." : "Bands that do not hold:")
    for failure in failures { print("  \(failure)") }
    exit(failures.isEmpty ? 0 : 1)
  }

  private static func contrasts(_ schools: Int, _ failures: inout [String]) async {
    print(
      """
      \(schools) schools of each kind, 420 pupils in 7 cohorts, 20 supported, reliability 0.8; per cent
      of schools. * the interval that has to cover the truth in 93-97%.

      priors chosen by   effect | matched  growth  outer | better  same worse unclear | mean g: matched growth
      """)
    var kind = 0
    for priors in [3, 1] {
      for selection in [Selection.score, .need, .otherTest] {
        for effect in [0, 0.4] {
          let trial = ContrastTrial(selection: selection, effect: effect, priors: priors)
          kind += 1
          let outcome = await inParallel(
            schools: schools, kind: kind, from: ContrastTrial.Outcome(), +
          ) { trial.outcome(seeds: $0) }
          print(line(trial, outcome))
          failures += trial.failures(outcome)
        }
      }
    }
    print()
  }

  private static func assistants(_ schools: Int, _ failures: inout [String]) async {
    print(
      """
      \(schools) schools of each kind. Twelve TAs with 2, 3, 4 and 6 pupils; below, for comparison, eight
      with 6 each, where there is less to be gained.

      chosen by   TAs' pupils     TAs differ by | any TA above or below | squared error: raw shrunk less by
      """)
    var kind = 100
    for sizes in [AssistantTrial.usualSizes, Array(repeating: 6, count: 8)] {
      for selection in [Selection.score, .need] {
        for byYearGroup in [true, false] {
          for spread in [0, 0.4] {
            let trial = AssistantTrial(
              spread: spread, selection: selection, sizes: sizes, byYearGroup: byYearGroup)
            kind += 1
            let outcome = await inParallel(
              schools: schools, kind: kind, from: AssistantTrial.Outcome(), +
            ) { trial.outcome(seeds: $0) }
            print(line(trial, outcome))
            if sizes == AssistantTrial.usualSizes { failures += trial.failures(outcome) }
          }
        }
      }
      print()
    }
  }

  private static func recommendations(_ schools: Int, _ failures: inout [String]) async {
    print(
      """
      \(schools) whole schools of each kind, 420 pupils, twelve interventions over four terms; per cent of
      the interventions that run in the last. Of those that help, under 3% may be told to stop.

      effect | interventions | continue  vary  check delivery  assess  stop or replace
      """)
    var kind = 200
    for effect in [0, 0.4] {
      let trial = RecommendationTrial(effect: effect)
      kind += 1
      let outcome = await inParallel(
        schools: schools, kind: kind, from: RecommendationTrial.Outcome(), +
      ) { await trial.outcome(seeds: $0) }
      print(
        padded(fixed(effect, 1), 6, right: true) + " | "
          + padded("\(outcome.interventions)", 13, right: true) + " | "
          + percent(outcome.share([.continue]), 8) + percent(outcome.variedShare, 6)
          + percent(outcome.share([.checkDelivery]), 16) + percent(outcome.share([.assess]), 8)
          + percent(outcome.share([.stopOrReplace]), 17))
      failures += trial.failures(outcome)
    }
    print()
  }

  private static func line(_ trial: ContrastTrial, _ outcome: ContrastTrial.Outcome) -> String {
    let byScore = trial.selection == .score
    return padded("\(trial.priors)", 7) + padded(trial.selection.rawValue, 12)
      + padded(fixed(trial.effect, 1), 6, right: true) + " | "
      + percent(outcome.share(outcome.matchedCovers), 6) + (byScore ? "*" : " ")
      + percent(outcome.share(outcome.growthCovers), 7) + (byScore ? " " : "*")
      + percent(outcome.share(outcome.outerCovers), 6) + " | "
      + [Verdict.better, .same, .worse, .unclear].map { percent(outcome.share($0), 6) }.joined()
      + "  | " + padded(fixed(outcome.matchedSizes / Double(outcome.answered), 3), 15, right: true)
      + padded(fixed(outcome.growthSizes / Double(outcome.answered), 3), 7, right: true)
  }

  private static func line(_ trial: AssistantTrial, _ outcome: AssistantTrial.Outcome) -> String {
    let units = Double(outcome.assistants)
    return padded(trial.selection.rawValue, 12)
      + padded(trial.byYearGroup ? "near in age" : "of any age", 16)
      + padded(fixed(trial.spread, 1) + " SD", 13, right: true) + " | "
      + percent(outcome.findingShare, 21) + " | "
      + padded(fixed(outcome.rawSquares / units, 4), 18, right: true)
      + padded(fixed(outcome.shrunkSquares / units, 4), 7, right: true)
      + percent(outcome.improvement, 8)
  }

  private static func percent(_ share: Double, _ width: Int) -> String {
    padded(fixed(100 * share, 1), width, right: true)
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }
}
