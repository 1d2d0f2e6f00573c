/// The classmates whom courses of the same dates are compared with, by one fit: K_e of METHOD §5.3, and
/// what the contrasts need of them.
package struct ComparisonSet: Sendable {
  /// The position of the fit among the comparison's fits.
  package let fit: Int
  /// The classmates' pairs, as positions among the comparison's.
  package let pairs: [UInt32]
  /// z̄, in the fit's order of predictors.
  package let means: Scores4
  /// ȳ [the measure's unit].
  package let outcomeMean: Double
  /// Mean φ(f_k).
  package let bendMeans: SIMD2<Double>
  /// f_(3) and f^(3), the third smallest and the third largest f_k.
  package let range: ClosedRange<Double>
  /// The ends of the outcomes' scale.
  let outcomeEnds: ScaleEnds
  /// The ends of the baselines' scale.
  let baselineEnds: ScaleEnds

  /// How many classmates there are, |K_e|, at least 3.
  package var count: Int { pairs.count }

  /// The set of some classmates.
  ///
  /// - Parameters:
  ///   - pairs: At least 3.
  ///   - all: The comparison's pairs.
  init(_ pairs: [UInt32], of all: [FitPair], fit: Fit, at position: Int) {
    var means = Scores4.zero
    var outcomeMean = 0.0
    for pair in pairs {
      means += fit.predictors(all[Int(pair)].scores)
      outcomeMean += all[Int(pair)].outcome
    }
    means /= Double(pairs.count)
    outcomeMean /= Double(pairs.count)
    var bendMeans = SIMD2<Double>.zero
    let coefficients = fit.coefficients.score / fit.predictionSD
    // The three smallest, and the three smallest of their negatives: the third is the largest of them.
    var smallest = SIMD3<Double>(repeating: .infinity)
    var largest = smallest
    for pair in pairs {
      let distance = ((fit.predictors(all[Int(pair)].scores) - means) * coefficients).sum()
      bendMeans += fit.bendsAt(distance)
      Self.keep(distance, in: &smallest)
      Self.keep(-distance, in: &largest)
    }
    self.fit = position
    self.pairs = pairs
    self.means = means
    self.outcomeMean = outcomeMean
    self.bendMeans = bendMeans / Double(pairs.count)
    // Of three or four classmates the third smallest may be the larger one.
    let (third, thirdLast) = (smallest[2], -largest[2])
    range = min(third, thirdLast)...max(third, thirdLast)
    isCrossed = third > thirdLast
    outcomeEnds = ScaleEnds(pairs.lazy.map { all[Int($0)].outcome })
    baselineEnds = ScaleEnds(pairs.lazy.map { all[Int($0)].scores[0] })
  }

  private let isCrossed: Bool

  /// Keeps a number if it is among the three smallest, which are rising.
  private static func keep(_ number: Double, in smallest: inout SIMD3<Double>) {
    guard number < smallest[2] else { return }
    if number < smallest[0] {
      smallest = SIMD3(number, smallest[0], smallest[1])
    } else if number < smallest[1] {
      smallest = SIMD3(smallest[0], number, smallest[1])
    } else {
      smallest[2] = number
    }
  }

  /// ξ: how far a distance lies outside the classmates' range.
  func beyond(_ distance: Double) -> Double {
    let (third, thirdLast) =
      isCrossed ? (range.upperBound, range.lowerBound) : (range.lowerBound, range.upperBound)
    return max(0, third - distance, distance - thirdLast)
  }
}

/// The lowest and the highest score of classmates, and how many have just that one (METHOD §5.5).
struct ScaleEnds: Sendable {
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  private var countLowest = 0
  private var countHighest = 0
  private var count = 0

  init(_ scores: some Sequence<Double>) {
    for score in scores {
      count += 1
      if score < lowest { (lowest, countLowest) = (score, 0) }
      if score > highest { (highest, countHighest) = (score, 0) }
      if score == lowest { countLowest += 1 }
      if score == highest { countHighest += 1 }
    }
  }

  /// Whether a score lies at an end, or beyond it, at which max(2, 5%) of the classmates stand.
  func holds(_ score: Double) -> Bool {
    let enough = max(2, 0.05 * Double(count))
    return (score <= lowest && Double(countLowest) >= enough)
      || (score >= highest && Double(countHighest) >= enough)
  }
}
