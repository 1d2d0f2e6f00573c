import Analysis
import ProvisionModel

/// The terms of V (METHOD §5.4), each so that it can be added up.
extension Explanation {
  /// Every term of the variance of an effect at one end.
  func varianceLines(
    _ effect: Effect, _ parts: VarianceParts, at end: End, _ sums: [FitSums], _ farOut: Double
  ) -> [String] {
    let (model, rest) = (data.settings.evidence.spreadDf, effect.pupils - 1)
    let freedom = parts.degreesOfFreedom
    let variance = effect.standardError * effect.standardError
    return [
      "V_R, the spread of pupils = (\(model) x \(exact(parts.model)) + \(rest) x "
        + "\(exact(parts.own))) / \(model + rest) = \(exact(parts.residual)): the sum of the variances, "
        + "and the pupils' own, \(effect.pupils)/\(rest) x the sum over pupils of (sum of contrast - "
        + "effect)^2",
      "V_C, classmates that courses share = \(shared(sums, end)) = \(exact(parts.classmates))",
      "V_F, the predictions' own error = \(errors(sums, end)) = \(exact(parts.fit)): coefficients + "
        + "bends",
      "V_G, what a group shares = \(groupTerms) = \(exact(parts.groups))",
      "V_D, the distance from the classmates = \(distanceTerms(farOut)) = \(exact(parts.distance))",
      "V = [ (V_R + V_C + V_F + V_G) x \(freedom)/\(freedom - 2) + V_D ] / \(effect.courses)^2 = "
        + exact(variance, decimals: 6),
    ]
  }

  private func shared(_ sums: [FitSums], _ end: End) -> String {
    sums.map {
      let variance = evaluation.figures.comparison.fits[$0.fit].variance[end]
      return "\(exact(variance)) x \(exact($0.shared, decimals: 6))"
    }.joined(separator: " + ")
  }

  private func errors(_ sums: [FitSums], _ end: End) -> String {
    sums.map {
      let fit = evaluation.figures.comparison.fits[$0.fit]
      let ofCoefficients =
        fit.variance[end] * fit.inverse[end].form($0.distances) / Double(fit.degreesOfFreedom)
      return "\(exact(ofCoefficients)) + \(exact(fit.bendCovariance.form($0.bends)))"
    }.joined(separator: " + ")
  }

  private var groupTerms: String {
    let comparison = evaluation.figures.comparison
    let counts = groups.map { group in
      ended.count { comparison.groups[$0] == group && compared($0) != nil }
    }
    return "(\(PlainNumber.shortest(data.settings.evidence.groupSd)) x "
      + "\(exact(referenceSD?.value ?? 0)))^2 x "
      + "(\(counts.map { "\($0)^2" }.joined(separator: " + ")))"
  }

  private func distanceTerms(_ farOut: Double) -> String {
    let settings = data.settings.evidence
    let distance = used.reduce(0) { $0 + $1.distance }
    let low = used.reduce(0) { $0 + ($1.distance < 0 ? $1.beyond : 0) }
    let high = used.reduce(0) { $0 + ($1.distance >= 0 ? $1.beyond : 0) }
    let (far, beyond) = (
      PlainNumber.shortest(settings.far), PlainNumber.shortest(settings.beyond)
    )
    return
      "\(exact(referenceSD?.value ?? 0))^2 x [ (\(far) x \(exact(distance)))^2 / (1 + "
      + "\(exact(farOut))/\(PlainNumber.shortest(settings.farN))) + (\(beyond) x \(exact(low)))^2 + "
      + "(\(beyond) x \(exact(high)))^2 ]"
  }
}

/// What the courses of a row that rest on one prediction sum to (METHOD §5.4).
struct FitSums {
  /// The position of the prediction.
  let fit: Int
  /// How many courses there are.
  private(set) var courses = 0
  /// Σ x.
  private(set) var distances = Scores4.zero
  /// Σ q.
  private(set) var bends = SIMD2<Double>.zero
  /// Σ f.
  private(set) var distance = 0.0
  /// How many of the prediction's pairs lie as far out as the mean f.
  private(set) var farOut = 0
  /// How many distinct pairs of classmates there are.
  private(set) var classmates = 0
  /// Σ over these of (Σ_e 1/|K_e|)².
  private(set) var shared = 0.0

  private init(_ fit: Int, _ used: [Compared], _ comparison: AgainstOtherPupils) {
    self.fit = fit
    var weights: [UInt32: Double] = [:]
    for course in used {
      courses += 1
      distances += course.distances
      bends += course.bends
      distance += course.distance
      let set = comparison.sets[course.set]
      for pair in set.pairs { weights[pair, default: 0] += 1 / Double(set.count) }
    }
    farOut = comparison.fits[fit].pairs(asFarOutAs: distance / Double(courses))
    classmates = weights.count
    shared = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
  }

  /// The sums of courses that have a contrast, by rising position of the prediction.
  static func of(_ used: [Compared], _ comparison: AgainstOtherPupils) -> [FitSums] {
    Set(used.map(\.fit)).sorted().map { fit in
      FitSums(fit, used.filter { $0.fit == fit }, comparison)
    }
  }
}
