import Analysis
import ProvisionModel
import TestSupport

/// What a fit is of.
struct NaiveFitKey: Hashable {
  var measure: Int
  var scores: Int
  var usesOther: Bool
}

/// A pair of a classmate: its predictors and outcome.
struct NaivePair {
  var id: String
  var predictors: [Double]
  var outcome: Double
  var stratum: String
}

/// METHOD §5.2 with plain arrays.
struct NaiveFit {
  var pairs = 0
  var freedom = 0
  var inverse: [[Double]] = []
  var ownInverse: [[Double]] = []
  /// A and B, of as many predictors each.
  var score: [Double] = []
  var need: [Double] = []
  var errorVariance = 0.0
  var predictionSD = 0.0
  var lambda = [0.0, 0.0]
  var kappa: Ends<[Double]> = Ends(score: [], need: [])
  var bendCovariance: [[Double]] = []
  var variance: Ends<Double> = Ends(score: 0, need: 0)
  var slope: Ends<Double> = Ends(score: 0, need: 0)
  var distances: [Double] = []
  var bendAt = 1.0

  private struct Centred {
    var z: [[Double]] = []
    var y: [Double] = []
  }

  /// Nil where there is no fit.
  init?(_ key: NaiveFitKey, _ all: [NaivePair], sd: Double, settings: EvidenceSettings) {
    let strata = Set(all.map(\.stratum))
    (pairs, freedom, bendAt) = (all.count, all.count - strata.count, settings.bendAt)
    guard freedom >= settings.minDf else { return nil }
    let z = Self.centred(all, strata) { $0.predictors }
    let y = Self.centred(all, strata) { [$0.outcome] }.map { $0[0] }
    let (k, p) = (key.scores, all[0].predictors.count)
    let nu = Double(freedom)
    let s = (0..<p).map { i in (0..<p).map { j in sum(z) { $0[i] * $0[j] } / nu } }
    let c = (0..<p).map { i in zip(z, y).reduce(0) { $0 + $1.0[i] * $1.1 } / nu }
    guard let inverse = inverted(s), norm(s) * norm(inverse) <= 1e8,
      let ownInverse = inverted(s.prefix(k).map { Array($0.prefix(k)) })
    else { return nil }
    (self.inverse, self.ownInverse) = (inverse, ownInverse)
    score = times(inverse, c)
    setNeed(s, c, k, p)
    let u = z.map { dot($0, score) }
    predictionSD = (dot(u, u) / Double(pairs)).squareRoot()
    guard predictionSD > 1e-9 * sd else { return nil }
    distances = u.map { $0 / predictionSD }
    setEnds(z, y, k, p, sd, settings, all, strata)
  }

  private static func centred(
    _ all: [NaivePair], _ strata: Set<String>, _ values: (NaivePair) -> [Double]
  ) -> [[Double]] {
    var means: [String: [Double]] = [:]
    for stratum in strata {
      let members = all.filter { $0.stratum == stratum }.map(values)
      means[stratum] = members[0].indices.map { place in mean(members.map { $0[place] }) }
    }
    return all.map { pair in zip(values(pair), means[pair.stratum]!).map { $0 - $1 } }
  }

  private mutating func setNeed(_ s: [[Double]], _ c: [Double], _ k: Int, _ p: Int) {
    guard k > 1 else {
      errorVariance = s[0][0] - c[0]
      need = [1] + Array(repeating: 0, count: p - 1)
      return
    }
    let divisor = c[1..<k].reduce(0, +)
    let between = s[0][1..<k].reduce(0, +)
    let a = divisor > 0 ? s[0][0] - c[0] * between / divisor : 0.2 * s[0][0]
    errorVariance = min(max(a, 0.05 * s[0][0]), 0.5 * s[0][0])
    var q = (0..<k).map { s[$0][0] }
    q[0] -= errorVariance
    let own = times(ownInverse, Array(c.prefix(k)))
    let direction = times(ownInverse, q)
    let factor = (c[0] - dot(own, q)) / dot(q, direction)
    need = zip(own, direction).map { $0 + $1 * factor } + Array(repeating: 0, count: p - k)
  }

  /// φ.
  func bends(_ f: Double) -> [Double] { [max(0, -f - bendAt), max(0, f - bendAt)] }

  private mutating func setEnds(
    _ z: [[Double]], _ y: [Double], _ k: Int, _ p: Int, _ sd: Double,
    _ settings: EvidenceSettings, _ all: [NaivePair], _ strata: Set<String>
  ) {
    let nu = Double(freedom)
    let ff = dot(distances, distances)
    var bent = zip(all, distances).map {
      NaivePair(id: $0.id, predictors: bends($1), outcome: 0, stratum: $0.stratum)
    }
    for (place, centred) in Self.centred(bent, strata, { $0.predictors }).enumerated() {
      bent[place].predictors = centred
    }
    let g = bent.map(\.predictors)
    lambda = (0...1).map { j in zip(distances, g).reduce(0) { $0 + $1.0 * $1.1[j] } / ff }
    let h = zip(g, distances).map { g, f in [g[0] - lambda[0] * f, g[1] - lambda[1] * f] }
    let floor = (settings.minSpread * sd) * (settings.minSpread * sd)
    let r = zip(z, y).map { $1 - dot($0, score) }
    let first = max(dot(r, r) / (nu - Double(p)), floor)
    let prior = 1 / (settings.bendSd * sd * settings.bendSd * sd)
    let precision = (0...1).map { i in
      (0...1).map { j in sum(h) { $0[i] * $0[j] } / first + (i == j ? prior : 0) }
    }
    bendCovariance = inverted(precision)!
    let hr = (0...1).map { j in zip(h, r).reduce(0) { $0 + $1.0[j] * $1.1 } / first }
    let learnt = times(bendCovariance, hr)
    kappa = Ends(score: learnt, need: learnt.map { min($0, 0) })
    for (end, coefficients, parameters) in [(End.score, score, p), (.need, need, k)] {
      let left = z.indices.map { i in y[i] - dot(z[i], coefficients) - dot(h[i], kappa[end]) }
      let s2 = max(dot(left, left) / (nu - Double(parameters) - 1), floor)
      let b = zip(distances, left).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / ff / s2
      switch end {
      case .score: (variance.score, slope.score) = (s2, b)
      case .need: (variance.need, slope.need) = (s2, b)
      }
    }
  }

  func coefficients(_ end: End) -> [Double] { end == .score ? score : need }

  /// M, of as many predictors as the end has.
  func matrix(_ end: End) -> [[Double]] { end == .score ? inverse : ownInverse }

  /// How many of the pairs lie as far out.
  func farOut(_ f: Double) -> Int {
    distances.count { f < 0 ? $0 <= f + 1e-9 : $0 >= f - 1e-9 }
  }
}

// MARK: - Arithmetic

private func sum<T>(_ values: [T], _ value: (T) -> Double) -> Double {
  values.reduce(0) { $0 + value($1) }
}

func dot(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
}

func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
  matrix.map { dot($0, vector) }
}

/// vᵀ × matrix × v, of the vector's first elements.
func form(_ matrix: [[Double]], _ vector: [Double]) -> Double {
  let vector = Array(vector.prefix(matrix.count))
  return dot(vector, times(matrix, vector))
}

/// The inverse, by Gaussian elimination with pivots; nil of a singular matrix.
private func inverted(_ matrix: [[Double]]) -> [[Double]]? {
  let size = matrix.count
  var rows = matrix.enumerated().map { place, row in
    row + (0..<size).map { $0 == place ? 1 : 0 }
  }
  for column in 0..<size {
    let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) }!
    guard rows[pivot][column] != 0 else { return nil }
    rows.swapAt(column, pivot)
    let scale = rows[column][column]
    rows[column] = rows[column].map { $0 / scale }
    for row in 0..<size where row != column {
      let factor = rows[row][column]
      rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
    }
  }
  return rows.map { Array($0.suffix(size)) }
}

/// The largest eigenvalue of a symmetric matrix, in absolute value, by repeated multiplication.
private func norm(_ matrix: [[Double]]) -> Double {
  var vector = matrix.indices.map { 1 + 0.1 * Double($0) }
  var length = 0.0
  for _ in 0..<500 {
    vector = times(matrix, vector)
    length = dot(vector, vector).squareRoot()
    guard length > 0 else { return 0 }
    vector = vector.map { $0 / length }
  }
  return length
}
