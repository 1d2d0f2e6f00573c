import Analysis
import ProvisionModel

/// The parts about the row: its contrasts, their sums, and what is said of them.
extension Explanation {
  /// Every course of the row with both ends of its contrast: what is added up.
  var contrastTable: [String] {
    var lines = ["contrasts of the row's \(Wording.count(ended.count, "course"))"]
    for (number, position) in ended.enumerated() {
      let contrast = evaluation.figures.comparison.contrasts[position]
      let gain = evaluation.figures.links[position].gain.map(signed) ?? "-"
      var line = "  \(number + 1) \(pupil(episode(position).pupil)): gain \(gain), "
      if let own = contrast.compared {
        line +=
          "score end \(signed(own.contrast.score)), need end \(signed(own.contrast.need)), f "
          + "\(exact(own.distance)), outside \(exact(own.beyond)), variance "
          + "\(exact(own.variance.score)) and \(exact(own.variance.need)), "
          + "group \(name(ofGroup: evaluation.figures.comparison.groups[position])), "
          + "\(name(ofFit: own.fit)), \(name(ofSet: own.set))"
      } else {
        let reason = contrast.warning.map { " (\($0.rawValue))" } ?? ""
        line += "score end -, need end -\(reason)"
      }
      lines.append(line)
    }
    return lines + [""]
  }

  /// The sums, the standard errors and the verdict.
  var sums: [String] {
    let evidence = row.evidence
    var lines = ["basis: \(evidence.basis.rawValue)"]
    if let gain = row.progress.meanGain {
      lines.append(
        "mean gain of \(Wording.count(row.progress.paired, "paired course")) = \(exact(gain))")
    }
    lines += effectLines(evidence) + expectedLines(evidence)
    if let range = evidence.range, let outer = evidence.outerInterval {
      lines.append(
        "range = \(exact(range.lowerBound)) to \(exact(range.upperBound)) SD, outer interval "
          + "\(exact(outer.lowerBound)) to \(exact(outer.upperBound))")
    }
    if let months = evidence.months {
      lines.append("months of progress: \(Wording.months(months))")
    }
    if let p = evidence.pValue {
      let q = evidence.qValue.map { ", q = \(exact($0))" } ?? ""
      lines.append("p = the larger one, 1 where the ends differ in sign = \(exact(p))\(q)")
    }
    return lines + statementLines(evidence)
  }

  private func effectLines(_ evidence: Evidence) -> [String] {
    guard let ends = evidence.ends, let farOut = evidence.farOut else { return [] }
    let sums = FitSums.of(used, evaluation.figures.comparison)
    var lines: [String] = []
    if let distance = evidence.distance, let beyond = evidence.beyond {
      lines.append(
        "mean distance f = \(exact(distance)), mean distance outside the classmates' range = "
          + exact(beyond))
    }
    lines += sums.map(fitSumLine)
    lines.append(
      "N_D = mean over the courses of the pairs as far out = "
        + "(\(sums.map { "\($0.courses) x \($0.farOut)" }.joined(separator: " + "))) / "
        + "\(used.count) = \(exact(farOut))")
    for end in End.allCases { lines += endLines(ends[end], at: end, sums, farOut) }
    return lines
  }

  /// What the courses of one prediction sum to.
  private func fitSumLine(_ sums: FitSums) -> String {
    let key = evaluation.figures.comparison.fits[sums.fit].key
    return
      "\(name(ofFit: sums.fit)): \(Wording.count(sums.courses, "course")); sum of distances "
      + "\(predictors(key, sums.distances)); sum of q \(pair(sums.bends)); mean f "
      + "\(exact(sums.distance / Double(sums.courses))), \(Wording.count(sums.farOut, "pair")) as far "
      + "out; sum over \(Wording.count(sums.classmates, "classmate")) of (sum of 1/|K|)^2 = "
      + exact(sums.shared, decimals: 6)
  }

  private func endLines(
    _ effect: Effect, at end: End, _ sums: [FitSums], _ farOut: Double
  ) -> [String] {
    var lines = [
      "\(end.title): effect = mean of \(Wording.count(effect.courses, "contrast")) of "
        + "\(Wording.count(effect.pupils, "pupil")) = \(exact(effect.value))"
    ]
    if let parts = effect.variance {
      lines += varianceLines(effect, parts, at: end, sums, farOut).map { "  " + $0 }
    }
    let freedom = data.settings.evidence.spreadDf + effect.pupils - 1
    return lines + intervalLines(effect, degreesOfFreedom: freedom) + posteriorLines(effect)
  }

  private func intervalLines(_ effect: Effect, degreesOfFreedom freedom: Int) -> [String] {
    let t = StudentT.quantile975(degreesOfFreedom: freedom)
    let size = effect.size
    return [
      "  standard error = \(exact(effect.standardError)), t(\(freedom), .975) = \(exact(t)), "
        + "95% interval \(exact(effect.interval.lowerBound)) to "
        + exact(effect.interval.upperBound) + (effect.p.map { ", p = \(exact($0))" } ?? ""),
      "  in SD: g = J x effect / s = \(exact(size.value)), standard error "
        + "\(exact(size.standardError)), 95% interval \(exact(size.interval.lowerBound)) to "
        + exact(size.interval.upperBound),
    ]
  }

  /// How sure one may be (METHOD §7).
  private func posteriorLines(_ effect: Effect) -> [String] {
    let settings = data.settings.evidence
    let posterior = Probabilities.posterior(
      effect.size.value, standardError: effect.size.standardError, priorSD: settings.priorSd)
    let smallest = settings.smallestEffect
    let (better, worse) = (posterior.above(smallest), posterior.below(-smallest))
    let limit = PlainNumber.shortest(smallest)
    return [
      "  with the prior Normal(0, \(PlainNumber.shortest(settings.priorSd))^2): mean "
        + "\(exact(posterior.mean)), SD \(exact(posterior.standardDeviation)); P(better, over "
        + "\(limit)) = \(exact(better)), P(same) = \(exact(max(0, 1 - better - worse))), "
        + "P(worse, under -\(limit)) = \(exact(worse))"
    ]
  }

  private func expectedLines(_ evidence: Evidence) -> [String] {
    guard let expected = evidence.expected else { return [] }
    var lines = [
      "expected progress: mean over \(Wording.count(expected.pupils, "pupil")) of gain - expected = "
        + exact(expected.value)
    ]
    lines += intervalLines(expected, degreesOfFreedom: expected.pupils - 1)
    if let rise = evidence.chanceRise {
      lines.append(
        "rise that chance alone predicts for pupils picked for a low score: \(signed(rise)), an "
          + "upper guide that is not subtracted")
    }
    return lines
  }

  private func statementLines(_ evidence: Evidence) -> [String] {
    var lines: [String] = []
    if let probabilities = evidence.probabilities {
      lines.append(
        "P(better) = \(range(probabilities.better)), P(same) = \(range(probabilities.same)), "
          + "P(worse) = \(range(probabilities.worse))")
      lines.append(chosenLine(evidence.chosenBy))
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

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(exact(range.lowerBound)) to \(exact(range.upperBound))"
  }

  /// How the school says that pupils were chosen, and which end counts for that.
  private func chosenLine(_ chosenBy: ChosenBy?) -> String {
    let counts =
      switch chosenBy {
      case .scores: "by scores in the file, so the score end counts for both"
      case .need:
        "for a need, so the need end counts for both and no more is said than likely-better"
      case .both: "by both, so both ends count"
      case .unknown, nil: "not known, so both ends count"
      }
    return "how pupils were chosen: \(counts)"
  }
}
