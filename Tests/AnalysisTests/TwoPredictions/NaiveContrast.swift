import Analysis
import ProvisionModel
import TestSupport

/// METHOD §5.3 and §5.5 for one course.
struct NaiveContrast {
  var key: NaiveFitKey
  var scores: [NaiveChoice.Score]
  /// The ids of K_e.
  var classmates: [String]
  var x: [Double]
  var f: Double
  var q: [Double]
  var beyond: Double
  var contrast: Ends<Double>
  var variance: Ends<Double>
  var spread: Ends<Double>
  var percentile: Ends<Double>
  var finding: PupilFinding
}

extension NaiveMethod {
  /// The warning of a paired course.
  func warning(_ position: Int) -> ContrastWarning? {
    let course = courses[position]
    guard course.isPaired, referenceSDs[course.measure] != nil, course.start <= course.end else {
      return nil
    }
    guard let choice = chosen[position] else {
      return pairedFreePupils(course) >= 3 ? .differentTestDates : .tooFewClassmates
    }
    if choice.usesOtherTest { return .otherTestUsed }
    return contrast(position) == nil ? .tooFewClassmates : nil
  }

  /// The contrast of a course; nil where there is none.
  func contrast(_ position: Int) -> NaiveContrast? {
    guard let choice = chosen[position] else { return nil }
    let measure = courses[position].measure
    for usesOther in [true, false] where !usesOther || choice.other != nil {
      for count in (1...choice.scores.count).reversed() {
        let key = NaiveFitKey(measure: measure, scores: count, usesOther: usesOther)
        let mates = choice.classmates.filter {
          $0.scores.count >= count && (!usesOther || $0.other != nil)
        }
        let enough = max(3, Double(choice.classmates.count) / 2)
        guard let fit = fits[key], Double(mates.count) >= enough else { continue }
        return contrast(choice, mates.map { pair($0, key) }, fit, key)
      }
    }
    return nil
  }

  private func contrast(
    _ choice: NaiveChoice, _ mates: [NaivePair], _ fit: NaiveFit, _ key: NaiveFitKey
  ) -> NaiveContrast {
    let sd = referenceSDs[key.measure]!.sd
    let scores = Array(choice.scores.prefix(key.scores))
    let own = scores.map(\.value) + (key.usesOther ? [choice.other!] : [])
    let means = own.indices.map { place in mean(mates.map { $0.predictors[place] }) }
    let x = zip(own, means).map { $0 - $1 }
    func distance(_ z: [Double]) -> Double { dot(z, fit.score) / fit.predictionSD }
    let f = distance(x)
    let ofMates = mates.map { distance(zip($0.predictors, means).map { $0 - $1 }) }.sorted()
    let q = (0...1).map { j in
      fit.bends(f)[j] - mean(ofMates.map { fit.bends($0)[j] }) - fit.lambda[j] * f
    }
    let beyond = max(0, ofMates[2] - f, f - ofMates[ofMates.count - 3])
    let y = choice.outcome.value - mean(mates.map(\.outcome))
    let settings = settings
    let far = (settings.far * f * sd) * (settings.far * f * sd)
    let outside = (settings.beyond * beyond * sd) * (settings.beyond * beyond * sd)
    let apart = far / (1 + Double(fit.farOut(f)) / settings.farN) + outside
    let contrast = Ends { end in y - dot(x, fit.coefficients(end)) - dot(q, fit.kappa[end]) }
    let variance = Ends { end in
      fit.variance[end] * min(2.5, max(0.5, 1 + fit.slope[end] * f))
    }
    let spread = Ends { end in
      let shared = 1 / Double(mates.count) + form(fit.matrix(end), x) / Double(fit.freedom)
      return
        (variance[end] + fit.variance[end] * shared + form(fit.bendCovariance, q) + apart)
        .squareRoot()
    }
    let percentile = Ends { end in
      100
        * StudentT.below(contrast[end] / spread[end], degreesOfFreedom: fit.freedom - own.count)
    }
    let isAtTheEnd =
      isAtAnEnd(choice.outcome.value, mates.map(\.outcome))
      || isAtAnEnd(own[0], mates.map { $0.predictors[0] })
    let finding: PupilFinding =
      if isAtTheEnd {
        .endOfScale
      } else if percentile.score > 95 && percentile.need > 95 {
        .wellAboveExpected
      } else if percentile.score < 2.5 && percentile.need < 2.5 {
        .wellBelowExpected
      } else {
        .asExpected
      }
    return NaiveContrast(
      key: key, scores: scores, classmates: mates.map(\.id), x: x, f: f, q: q, beyond: beyond,
      contrast: contrast, variance: variance, spread: spread, percentile: percentile,
      finding: finding)
  }

  private func isAtAnEnd(_ score: Double, _ ofMates: [Double]) -> Bool {
    let enough = max(2, 0.05 * Double(ofMates.count))
    return [ofMates.min()!, ofMates.max()!].enumerated().contains { place, edge in
      (place == 0 ? score <= edge : score >= edge)
        && Double(ofMates.count { $0 == edge }) >= enough
    }
  }
}
