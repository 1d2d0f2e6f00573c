import Analysis
import ProvisionModel

/// The parts about the row: its contrasts, their sums, and what is said of them.
extension Explanation {
  /// Every episode of the row with both its contrasts: what is added up.
  var contrastTable: [String] {
    var lines = ["contrasts of the row's \(Wording.count(ended.count, "ended episode"))"]
    for (number, position) in ended.enumerated() {
      let contrast = evaluation.figures.comparison.contrasts[position]
      let gain = evaluation.figures.links[position].gain
      func cell(_ value: Double?) -> String { value.map(signed) ?? "-" }
      lines.append(
        "  \(number + 1) \(pupil(evaluation.figures.episodes[position].pupil)): gain \(cell(gain)), "
          + "matched \(cell(contrast.matched)), growth \(cell(contrast.growth))")
    }
    return lines + [""]
  }

  /// The sums, the standard errors and the verdict.
  var sums: [String] {
    let evidence = row.evidence
    var lines = ["basis: \(evidence.basis.rawValue)"]
    if let gain = row.progress.meanGain {
      lines.append(
        "mean gain of \(Wording.count(row.progress.paired, "paired episode")) = \(exact(gain))")
    }
    lines += effectLines("matched", evidence.matched) + effectLines("growth", evidence.growth)
    lines += effectLines("expected-progress", evidence.expected)
    if let rise = evidence.chanceRise {
      lines.append(
        "rise that chance alone predicts for pupils picked for a low score: \(signed(rise)), an "
          + "upper guide that is not subtracted")
    }
    if let difference = evidence.baselineDifference {
      lines.append("baseline difference = \(signed(difference)) SD")
    }
    if let range = evidence.range, let outer = evidence.outerInterval {
      lines.append(
        "range = \(exact(range.lowerBound)) to \(exact(range.upperBound)) SD, outer interval "
          + "\(exact(outer.lowerBound)) to \(exact(outer.upperBound))")
    }
    if let months = evidence.months {
      lines.append("months of progress: \(Wording.months(months))")
    }
    if let p = evidence.pValue, let q = evidence.qValue {
      lines.append("p = \(exact(p)), q = \(exact(q))")
    }
    return lines + statementLines(evidence)
  }

  private func effectLines(_ name: String, _ effect: Effect?) -> [String] {
    guard let effect else { return [] }
    let t = StudentT.quantile975(degreesOfFreedom: effect.pupils - 1)
    var lines = [
      "\(name) effect = mean of \(Wording.count(effect.episodes, "episode")) of "
        + "\(Wording.count(effect.pupils, "pupil")) = \(exact(effect.value))"
    ]
    if let parts = effect.variance {
      let sharing = parts.sharing.map {
        " + \(exact($0.variance)) x \(exact($0.excess, decimals: 6))"
      }.joined()
      lines.append(
        "  V = [ \(effect.pupils)/\(effect.pupils - 1) x \(exact(parts.pupils))\(sharing) ] / "
          + "\(effect.episodes)^2 = \(exact(effect.standardError * effect.standardError, decimals: 6))"
      )
    }
    lines.append(
      "  standard error = \(exact(effect.standardError)), t(\(effect.pupils - 1), .975) = "
        + "\(exact(t)), 95% interval \(exact(effect.interval.lowerBound)) to "
        + exact(effect.interval.upperBound))
    lines.append(
      "  in SD: g = J x effect / s = \(exact(effect.size.value)), 95% interval "
        + "\(exact(effect.size.interval.lowerBound)) to \(exact(effect.size.interval.upperBound))")
    return lines
  }

  private func statementLines(_ evidence: Evidence) -> [String] {
    var lines: [String] = []
    if let probabilities = evidence.probabilities {
      lines.append(
        "probability at least: better \(exact(probabilities.better)), same "
          + "\(exact(probabilities.same)), worse \(exact(probabilities.worse))")
    }
    lines.append(
      "verdict: \(evidence.verdict.rawValue), evidence strength \(evidence.strength) of 4")
    lines.append(
      VerdictSentence(
        row, measure: measure, minimumPupils: data.settings.thresholds.minimumPupils
      ).text.plain)
    if !evidence.warnings.isEmpty {
      lines.append("beware: " + evidence.warnings.map(\.title).joined(separator: "; "))
    }
    return lines
  }
}
