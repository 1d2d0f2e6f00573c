import Analysis
import ProvisionModel

/// The parts about predictions and the classmates that they are made from.
extension Explanation {
  /// A prediction: what it was learnt from, and what was learnt (METHOD §5.2).
  func fitLines(_ position: Int) -> [String] {
    let fit = evaluation.figures.comparison.fits[position]
    let other = fit.key.usesOther ? " and other subjects" : ""
    let strata = fit.pairs - fit.degreesOfFreedom
    let names = predictorNames(fit.key).joined(separator: ", ")
    let covariance = fit.bendCovariance
    return [
      "prediction \(name(ofFit: position)): from \(Wording.count(fit.key.scores, "score"))\(other), "
        + "learnt from the scores of classmates without support",
      "  N = \(fit.pairs) pairs of earlier and later scores, "
        + "\(strata) \(strata == 1 ? "stratum" : "strata"), nu = \(fit.pairs) - \(strata) = "
        + "\(fit.degreesOfFreedom)",
      "  coefficients A (score end): \(predictors(fit.key, fit.coefficients.score, decimals: 6))",
      "  coefficients B (need end): \(predictors(fit.key, fit.coefficients.need, decimals: 6))",
      "  error variance of one test a = \(exact(fit.errorVariance)), SD of the predictions s_u = "
        + exact(fit.predictionSD),
      "  bends over \(PlainNumber.text(data.settings.evidence.bendAt, decimals: 2)) SD below and above: "
        + "lambda = \(pair(fit.bendSlopes)), kappa = \(pair(fit.bends.score)) (score end), "
        + "\(pair(fit.bends.need)) (need end)",
      "  their covariance G = \(exact(covariance.diagonal.x, decimals: 6)) (below), "
        + "\(exact(covariance.off, decimals: 6)) (both), "
        + "\(exact(covariance.diagonal.y, decimals: 6)) (above)",
      "  left over: variance s^2 = \(ends(fit.variance))",
      "  which changes with every SD of distance by the share b = "
        + ends(fit.varianceSlope, decimals: 6),
      "  inverse of the covariance of \(names), row by row: "
        + "\(matrix(fit.inverse.score, fit.key.predictors)) (score end); "
        + "\(matrix(fit.inverse.need, fit.key.scores)) (need end)",
      "",
    ]
  }

  private func matrix(_ matrix: SmallMatrix, _ size: Int) -> String {
    (0..<size).map { row in
      (0..<size).map { digits(matrix[row, $0]) }.joined(separator: ", ")
    }.joined(separator: " | ")
  }

  /// The classmates of a set, and what the contrasts need of them.
  func setLines(_ position: Int, withPupils: Bool) -> [String] {
    let comparison = evaluation.figures.comparison
    let set = comparison.sets[position]
    let fit = comparison.fits[set.fit]
    var lines = [
      "classmates \(name(ofSet: position)) of prediction \(name(ofFit: set.fit)): "
        + Wording.count(set.count, "pupil")
    ]
    if withPupils {
      lines += set.pairs.map { classmateLine(comparison.pairs[Int($0)], fit, set) }
    }
    lines.append("  means: \(predictors(fit.key, set.means)), y \(exact(set.outcomeMean))")
    lines.append(
      "  third lowest and third highest f \(exact(set.range.lowerBound)) and "
        + "\(exact(set.range.upperBound)); mean bends \(pair(set.bendMeans))")
    return lines + [""]
  }

  private func classmateLine(_ pair: FitPair, _ fit: Fit, _ set: ComparisonSet) -> String {
    let values = fit.predictors(pair.scores)
    let scores = (0..<fit.key.scores).map { place in
      "x\(place + 1) \(plain(values[place])) \(self.place(ofRow: Int(pair.rows[place])))"
    }
    let other = fit.key.usesOther ? ", o \(exact(values[fit.key.scores]))" : ""
    let distance = ((values - set.means) * fit.coefficients.score).sum() / fit.predictionSD
    return "  \(pupil(Int(pair.pupil))): \(scores.joined(separator: ", "))\(other), "
      + "y \(plain(pair.outcome)) \(place(ofRow: Int(pair.rows[3]))); f \(exact(distance))"
  }
}
