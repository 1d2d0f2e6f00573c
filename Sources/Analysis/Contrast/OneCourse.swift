import ProvisionModel

/// A course's own scores, as its contrast uses them (METHOD §5.1).
struct OwnSitting: Sendable {
  /// The course's position among the episodes.
  var course: Int
  /// How many scores there are, 1 to 3.
  var count: Int
  /// x_1, x_2 and x_3 with the measure's sign, and o.
  var scores: Scores4
  /// Whether o is known.
  var hasOther: Bool
  /// The days of x_1, x_2 and x_3.
  var days: SIMD4<Int32>
  /// y with the measure's sign [the measure's unit].
  var outcome: Double
  /// The day of y.
  var outcomeDay: Day
  /// Whether other tests than the course's own pair are used.
  var usesOtherTest: Bool
}

extension Compared {
  /// A course beside its classmates (METHOD §5.3 and §5.5).
  ///
  /// - Parameters:
  ///   - sd: s_m [the measure's unit].
  init(
    _ own: OwnSitting, beside set: ComparisonSet, at position: Int, _ fit: Fit, sd: Double,
    _ settings: EvidenceSettings
  ) {
    let distances = fit.predictors(own.scores) - set.means
    let distance = (distances * fit.coefficients.score).sum() / fit.predictionSD
    let bends = fit.bendsAt(distance) - set.bendMeans - fit.bendSlopes * distance
    let beyond = set.beyond(distance)
    let far = settings.far * distance * sd
    let outside = settings.beyond * beyond * sd
    let farOut = Double(fit.pairs(asFarOutAs: distance))
    let apart = far * far / (1 + farOut / settings.farN) + outside * outside
    let contrast = Ends { end in
      own.outcome - set.outcomeMean - (distances * fit.coefficients[end]).sum()
        - (bends * fit.bends[end]).sum()
    }
    let variance = Ends { end in
      fit.variance[end] * min(2.5, max(0.5, 1 + fit.varianceSlope[end] * distance))
    }
    let spread = Ends { end in
      let shared =
        1 / Double(set.count) + fit.inverse[end].form(distances) / Double(fit.degreesOfFreedom)
      return (variance[end] + fit.variance[end] * shared + fit.bendCovariance.form(bends) + apart)
        .squareRoot()
    }
    let freedom = fit.degreesOfFreedom - fit.key.predictors
    let percentile = Ends { end in
      100 * StudentT.below(contrast[end] / spread[end], degreesOfFreedom: freedom)
    }
    self.fit = set.fit
    self.set = position
    scores = own.scores
    days = own.days
    for place in fit.key.scores..<3 {
      scores[place] = 0
      days[place] = 0
    }
    if !fit.key.usesOther { scores[3] = 0 }
    outcome = own.outcome
    outcomeDay = own.outcomeDay
    self.distances = distances
    self.distance = distance
    self.beyond = beyond
    self.bends = bends
    self.contrast = contrast
    self.variance = variance
    self.spread = spread
    self.percentile = percentile
    finding =
      if set.outcomeEnds.holds(own.outcome) || set.baselineEnds.holds(own.scores[0]) {
        .endOfScale
      } else if percentile.least > settings.wellAbove {
        .wellAboveExpected
      } else if percentile.most < settings.wellBelow {
        .wellBelowExpected
      } else {
        .asExpected
      }
  }
}
