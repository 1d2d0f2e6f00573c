import ProvisionModel

/// What a fit is of: a measure, a number of scores, and whether other subjects are in it.
package struct FitKey: Sendable, Hashable {
  /// The measure's position among the data's measures.
  package var measure: Int
  /// The number of scores, k, 1 to 3.
  package var scores: Int
  /// Whether o is in it, ω.
  package var usesOther: Bool

  /// The number of predictors, p = k + ω.
  package var predictors: Int { scores + (usesOther ? 1 : 0) }
}

/// The prediction of the outcome from a number of scores of the classmates of all courses on a
/// measure, at both ends (METHOD §5.2).
///
/// Predictors are x_1 … x_k and, where it is used, o in the place after them.
package struct Fit: Sendable {
  /// What it is of.
  package let key: FitKey
  /// The number of distinct pairs, N.
  package let pairs: Int
  /// ν = N − u of u strata.
  package let degreesOfFreedom: Int
  /// A, the coefficients of the score end, and B, those of the need end.
  package let coefficients: Ends<Scores4>
  /// a, the error variance of one test [the measure's unit, squared].
  package let errorVariance: Double
  /// S⁻¹ and S₀⁻¹.
  package let inverse: Ends<SmallMatrix>
  /// s_u, the SD of the predictions [the measure's unit].
  package let predictionSD: Double
  /// λ of the two bends.
  package let bendSlopes: SIMD2<Double>
  /// κ_A and κ_B, the two bends' coefficients [the measure's unit].
  package let bends: Ends<SIMD2<Double>>
  /// G, the bends' covariance [the measure's unit, squared].
  package let bendCovariance: Matrix2
  /// s², the variance beside the prediction [the measure's unit, squared].
  package let variance: Ends<Double>
  /// b, how that variance changes with the distance.
  package let varianceSlope: Ends<Double>
  /// The distances f of all pairs, rising.
  private let distances: [Double]
  private let bendAt: Double

  /// The number of pairs that lie as far out as a distance, or further (METHOD §5.4, N_D).
  package func pairs(asFarOutAs distance: Double) -> Int {
    func first(where holds: (Double) -> Bool) -> Int {
      var (lower, upper) = (0, distances.count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if holds(distances[middle]) { upper = middle } else { lower = middle + 1 }
      }
      return lower
    }
    return distance < 0
      ? first { $0 > distance + 1e-9 }
      : distances.count - first { $0 >= distance - 1e-9 }
  }

  /// φ, the two bends at a distance.
  package func bendsAt(_ distance: Double) -> SIMD2<Double> {
    Self.bends(distance, bendAt)
  }

  /// The predictors of a pair or pupil in the fit's order: o right after the scores.
  package func predictors(_ scores: Scores4) -> Scores4 {
    key.predictors(scores)
  }

  fileprivate static func bends(_ distance: Double, _ at: Double) -> SIMD2<Double> {
    SIMD2(max(0, -distance - at), max(0, distance - at))
  }
}

extension FitKey {
  /// Of (x_1, x_2, x_3, o) those that the fit uses, in its order, the others 0.
  func predictors(_ all: Scores4) -> Scores4 {
    var predictors = all.replacing(
      with: 0, where: SIMD4<Int64>(0, 1, 2, 3) .>= SIMD4(repeating: Int64(scores)))
    if usesOther { predictors[scores] = all[3] }
    return predictors
  }
}

/// A symmetric matrix of two rows.
package struct Matrix2: Sendable, Equatable {
  /// The elements on the diagonal.
  package var diagonal: SIMD2<Double>
  /// The element off the diagonal.
  package var off: Double

  /// The matrix × a vector.
  package func times(_ vector: SIMD2<Double>) -> SIMD2<Double> {
    diagonal * vector + off * SIMD2(vector.y, vector.x)
  }

  /// vᵀ × the matrix × v.
  package func form(_ vector: SIMD2<Double>) -> Double {
    (vector * times(vector)).sum()
  }

  /// The inverse of a positive definite matrix.
  package var inverse: Matrix2 {
    let determinant = diagonal.x * diagonal.y - off * off
    return Matrix2(
      diagonal: SIMD2(diagonal.y, diagonal.x) / determinant, off: -off / determinant)
  }
}

extension Fit {
  /// The fit of some pairs; nil where there are too few, their scores do not differ enough or lie on a
  /// line.
  ///
  /// - Parameters:
  ///   - all: Distinct pairs that have the key's scores; where o is in it, those without are passed over.
  ///   - sd: s_m [the measure's unit].
  init?(_ key: FitKey, _ all: ArraySlice<FitPair>, sd: Double, _ settings: EvidenceSettings) {
    let centred = CentredPairs(key, all)
    let pairs = centred.pairs
    let size = key.predictors
    let freedom = pairs.count - centred.strata
    guard freedom >= settings.minDf, freedom > max(2, size + 1) else { return nil }
    var squares = SmallMatrix()
    var products = Scores4.zero
    for pair in pairs {
      squares.add(pair.predictors)
      products += pair.predictors * pair.outcome
    }
    let (covariance, product) = (squares / Double(freedom), products / Double(freedom))
    guard covariance.conditionNumber(size) <= 1e8, let inverse = covariance.inverse(size),
      let ownInverse = covariance.leading(key.scores).inverse(key.scores)
    else { return nil }
    let scoreEnd = inverse.times(product)
    let own = CoefficientsOfNeed(
      covariance.leading(key.scores), ownInverse, product, scores: key.scores)
    let predictions = centred.pairs.map { ($0.predictors * scoreEnd).sum() }
    let sizeOfPredictions =
      (predictions.reduce(0) { $0 + $1 * $1 } / Double(pairs.count)).squareRoot()
    guard sizeOfPredictions > 1e-9 * sd else { return nil }
    let distances = predictions.map { $0 / sizeOfPredictions }
    let bent = BentPairs(centred, distances, at: settings.bendAt)
    let floor = (settings.minSpread * sd) * (settings.minSpread * sd)
    let score = Beside(
      centred, scoreEnd, bent, distances, freedom: freedom, predictors: size, floor: floor
    ).learning(priorSD: settings.bendSd * sd)
    let need = Beside(
      centred, own.coefficients, bent, distances, freedom: freedom, predictors: key.scores,
      floor: floor
    ).taking(score)
    self.key = key
    self.pairs = pairs.count
    degreesOfFreedom = freedom
    coefficients = Ends(score: scoreEnd, need: own.coefficients)
    errorVariance = own.errorVariance
    self.inverse = Ends(score: inverse, need: ownInverse)
    predictionSD = sizeOfPredictions
    bendSlopes = bent.slopes
    bends = Ends(score: score.bends, need: need.bends)
    bendCovariance = score.covariance
    variance = Ends(score: score.variance, need: need.variance)
    varianceSlope = Ends(score: score.slope, need: need.slope)
    self.distances = distances.sorted()
    bendAt = settings.bendAt
  }
}

/// Pairs less the means of their strata.
private struct CentredPairs {
  var pairs: [(predictors: Scores4, outcome: Double, stratum: Int)] = []
  var strata = 0
  /// The number of pairs of each stratum.
  var counts: [Double] = []

  init(_ key: FitKey, _ all: ArraySlice<FitPair>) {
    // The pairs with o may lie in fewer strata than all.
    var numbers = [Int](repeating: -1, count: (all.map { Int($0.stratum) }.max() ?? -1) + 1)
    var sums: [(predictors: Scores4, outcome: Double)] = []
    pairs.reserveCapacity(all.count)
    for pair in all where pair.hasOther || !key.usesOther {
      var stratum = numbers[Int(pair.stratum)]
      if stratum < 0 {
        stratum = sums.count
        numbers[Int(pair.stratum)] = stratum
        sums.append((.zero, 0))
        counts.append(0)
      }
      let predictors = key.predictors(pair.scores)
      sums[stratum].predictors += predictors
      sums[stratum].outcome += pair.outcome
      counts[stratum] += 1
      pairs.append((predictors, pair.outcome, stratum))
    }
    strata = sums.count
    for stratum in sums.indices {
      sums[stratum].predictors /= counts[stratum]
      sums[stratum].outcome /= counts[stratum]
    }
    for place in pairs.indices {
      pairs[place].predictors -= sums[pairs[place].stratum].predictors
      pairs[place].outcome -= sums[pairs[place].stratum].outcome
    }
  }
}

/// B, the coefficients of the need end: those with which a pupil whose true level is low is expected
/// to stay low, Bᵀq = c₀[1] (METHOD §5.2).
private struct CoefficientsOfNeed {
  var coefficients: Scores4
  /// a.
  var errorVariance: Double

  /// - Parameters:
  ///   - covariance: S₀.
  ///   - products: c, of which the first are c₀.
  init(_ covariance: SmallMatrix, _ inverse: SmallMatrix, _ products: Scores4, scores: Int) {
    var own = Scores4.zero
    for place in 0..<scores { own[place] = products[place] }
    let variance = covariance[0, 0]
    guard scores > 1 else {
      errorVariance = variance - own[0]
      coefficients = Scores4(1, 0, 0, 0)
      return
    }
    var (between, after) = (0.0, 0.0)
    for place in 1..<scores {
      between += covariance[0, place]
      after += own[place]
    }
    let error = after > 0 ? variance - own[0] * between / after : 0.2 * variance
    errorVariance = min(max(error, 0.05 * variance), 0.5 * variance)
    var level = covariance[column: 0]
    level[0] -= errorVariance
    let plain = inverse.times(own)
    let weights = inverse.times(level)
    let missing = own[0] - (plain * level).sum()
    coefficients = plain + weights * (missing / (level * weights).sum())
  }
}

/// The bends of all pairs, g less what the line of f takes of them (METHOD §5.2, h).
private struct BentPairs {
  var bends: [SIMD2<Double>]
  /// λ.
  var slopes: SIMD2<Double>

  init(_ centred: CentredPairs, _ distances: [Double], at: Double) {
    bends = distances.map { Fit.bends($0, at) }
    var means = [SIMD2<Double>](repeating: .zero, count: centred.strata)
    for (pair, bend) in zip(centred.pairs, bends) { means[pair.stratum] += bend }
    for stratum in means.indices { means[stratum] /= centred.counts[stratum] }
    var products = SIMD2<Double>.zero
    var squares = 0.0
    for (place, distance) in distances.enumerated() {
      bends[place] -= means[centred.pairs[place].stratum]
      products += distance * bends[place]
      squares += distance * distance
    }
    slopes = products / squares
    for (place, distance) in distances.enumerated() { bends[place] -= slopes * distance }
  }
}

/// What is left beside the prediction of one end.
private struct Beside {
  private var residuals: [Double]
  private let bent: BentPairs
  private let distances: [Double]
  private let freedom: Int
  private let predictors: Int
  private let floor: Double

  /// An end's bends, and the variance beside them.
  struct End {
    var bends: SIMD2<Double>
    /// G.
    var covariance: Matrix2
    /// s².
    var variance: Double
    /// b.
    var slope: Double
  }

  init(
    _ centred: CentredPairs, _ coefficients: Scores4, _ bent: BentPairs, _ distances: [Double],
    freedom: Int, predictors: Int, floor: Double
  ) {
    residuals = centred.pairs.map { $0.outcome - ($0.predictors * coefficients).sum() }
    self.bent = bent
    self.distances = distances
    self.freedom = freedom
    self.predictors = predictors
    self.floor = floor
  }

  /// The score end, which learns the bends from the pairs.
  ///
  /// - Parameter priorSD: κ₀ [the measure's unit].
  func learning(priorSD: Double) -> End {
    let variance = max(sumOfSquares(residuals) / Double(freedom - predictors), floor)
    var squares = Matrix2(diagonal: .zero, off: 0)
    var products = SIMD2<Double>.zero
    for (bend, residual) in zip(bent.bends, residuals) {
      squares.diagonal += bend * bend
      squares.off += bend.x * bend.y
      products += bend * residual
    }
    squares.diagonal = squares.diagonal / variance + 1 / (priorSD * priorSD)
    squares.off /= variance
    let covariance = squares.inverse
    return end(covariance.times(products) / variance, covariance)
  }

  /// The need end, which takes those bends of the score end that lower the expectation.
  func taking(_ score: End) -> End {
    end(pointwiseMin(score.bends, .zero), score.covariance)
  }

  private func end(_ bends: SIMD2<Double>, _ covariance: Matrix2) -> End {
    let left = zip(residuals, bent.bends).map { $0 - ($1 * bends).sum() }
    let variance = max(sumOfSquares(left) / Double(freedom - predictors - 1), floor)
    var (products, squares) = (0.0, 0.0)
    for (distance, residual) in zip(distances, left) {
      products += distance * residual * residual
      squares += distance * distance
    }
    return End(
      bends: bends, covariance: covariance, variance: variance,
      slope: products / squares / variance)
  }

  private func sumOfSquares(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }
  }
}
