import Analysis
import ProvisionModel
import Simulation

extension ContrastTrial {
  /// The bands of METHOD §11 that an outcome misses, in words.
  ///
  /// - Parameter slack: How far a share may lie outside, for the chance of fewer schools than 1,000.
  package func failures(_ outcome: Outcome, slack: Double = 0) -> [String] {
    let kind = "chosen by \(selection.rawValue), effect \(effect), priors \(priors)"
    let fair = outcome.share(
      selection == .score ? outcome.matchedCovers : outcome.growthCovers)
    var failures: [String] = []
    if fair < 0.93 - slack || fair > 0.97 + slack {
      failures.append("\(kind): the fair interval covers \(fair), not 0.93 to 0.97")
    }
    let outer = outcome.share(outcome.outerCovers)
    if outer < 0.95 - slack { failures.append("\(kind): the outer range covers \(outer)") }
    if effect == 0 {
      for claim in [outcome.share(.better), outcome.share(.worse)] where claim > 0.08 + slack {
        failures.append("\(kind): a false claim in \(claim)")
      }
    } else if priors > 1, outcome.share(.better) < 0.5 - slack {
      failures.append("\(kind): better is said in \(outcome.share(.better)) only")
    }
    return failures
  }
}

extension AssistantTrial {
  /// What has to hold of TAs and does not, in words.
  ///
  /// - Parameter slack: As for contrasts.
  package func failures(_ outcome: Outcome, slack: Double = 0) -> [String] {
    let kind =
      "TAs differ by \(spread), chosen by \(selection.rawValue), by year group \(byYearGroup)"
    if spread == 0 {
      return outcome.findingShare > 0.1 + slack
        ? ["\(kind): a TA is told apart in \(outcome.findingShare)"] : []
    }
    return outcome.improvement < 0.2 - slack
      ? ["\(kind): shrinking helps by \(outcome.improvement) only"] : []
  }
}
