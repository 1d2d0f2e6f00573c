import ProvisionModel

/// Sums the contrasts of any set of episodes of one measure to an effect (METHOD §5).
///
/// The variance is that of matching with replacement (Abadie and Imbens 2006) with a pupil's
/// episodes taken together; what is owed to sharing comparison pupils is summed over them with a
/// scratch column for each pair, so that a set costs O(its episodes + their comparison pupils).
struct EffectSums {
  private let comparison: AgainstOtherPupils
  private let episodes: [Episode]
  /// For each pair W_k, and Σ w_ek².
  private var weights: [SIMD2<Double>]
  private var isTouched: [Bool]
  private var touched: [UInt32] = []

  /// Sums over the contrasts of some episodes.
  init(_ comparison: AgainstOtherPupils, episodes: [Episode]) {
    self.comparison = comparison
    self.episodes = episodes
    weights = Array(repeating: .zero, count: comparison.pairs.count)
    isTouched = Array(repeating: false, count: comparison.pairs.count)
  }

  /// The effect of those of some episodes that have a contrast; nil where they are of fewer pupils
  /// than `minimumPupils`.
  ///
  /// - Parameters:
  ///   - positions: Episodes of the measure, in file order.
  ///   - minimumPupils: At least 2.
  mutating func effect(
    _ kind: ContrastKind, _ positions: [Int], measure: Int, minimumPupils: Int
  ) -> Effect? {
    let contrasts = comparison.contrasts
    let used = positions.filter { contrasts[$0].value(kind) != nil }
    let pupils = DistinctCount.count(used.map { episodes[$0].pupil })
    guard pupils >= minimumPupils, let sd = comparison.referenceSDs[measure] else { return nil }
    let values = used.map { contrasts[$0].value(kind) ?? 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let parts = VarianceParts(
      pupils: squaresOfPupils(used, values, mean), sharing: sharing(kind, used, measure))
    let count = Double(used.count)
    return Effect(
      pupils: pupils, episodes: used.count, value: mean,
      variance: parts.sum(pupils: pupils) / (count * count), parts: parts, sd: sd)
  }

  /// Σ_p ( Σ_{e of p} (c_e − τ) )²
  private func squaresOfPupils(_ used: [Int], _ values: [Double], _ mean: Double) -> Double {
    let order = used.indices.sorted {
      (episodes[used[$0]].pupil, $0) < (episodes[used[$1]].pupil, $1)
    }
    var squares = 0.0
    var sum = 0.0
    for (place, index) in order.enumerated() {
      sum += values[index] - mean
      let next = place + 1 < order.count ? episodes[used[order[place + 1]]].pupil : -1
      if next != episodes[used[index]].pupil {
        squares += sum * sum
        sum = 0
      }
    }
    return squares
  }

  /// Σ_k ( W_k² − Σ_e w_ek² ) with its σ², by number of scores, over the distinct pairs.
  private mutating func sharing(
    _ kind: ContrastKind, _ used: [Int], _ measure: Int
  ) -> [VarianceParts.Sharing] {
    var ofSet: [Int: [Range<Int>]] = [:]
    var order: [Int] = []
    for position in used {
      guard let set = comparison.contrasts[position].set else { continue }
      if ofSet[set] == nil { order.append(set) }
      ofSet[set, default: []].append(comparison.contrasts[position].compared(kind))
    }
    for set in order { addWeights(ofSet[set] ?? [], of: comparison.sets[set]) }
    var sharing: [VarianceParts.Sharing] = []
    for scores in 1...Level.mostScores {
      guard let slope = comparison.slope(ofMeasure: measure, scores: scores) else { continue }
      let range = comparison.pairs(ofMeasure: measure, scores: scores)
      var excess = 0.0
      for pair in touched where range.contains(Int(pair)) {
        let weight = weights[Int(pair)]
        excess += max(0, weight.x * weight.x - weight.y)
      }
      sharing.append(
        VarianceParts.Sharing(scores: scores, variance: slope.variance(kind), excess: excess))
    }
    for pair in touched {
      weights[Int(pair)] = .zero
      isTouched[Int(pair)] = false
    }
    touched.removeAll(keepingCapacity: true)
    return sharing
  }

  /// Adds the weights that episodes with the same set give its pairs: each gives every pair of its
  /// range 1 ÷ the range's length. Steps at both ends of the ranges, then one sweep.
  private mutating func addWeights(_ ranges: [Range<Int>], of set: ComparisonSet) {
    var steps = [SIMD2<Double>](repeating: .zero, count: set.count + 1)
    for range in ranges {
      let weight = 1 / Double(range.count)
      let step = SIMD2(weight, weight * weight)
      steps[range.lowerBound] += step
      steps[range.upperBound] -= step
    }
    var current = SIMD2<Double>.zero
    var open = 0
    var opening = [Int](repeating: 0, count: set.count + 1)
    for range in ranges {
      opening[range.lowerBound] += 1
      opening[range.upperBound] -= 1
    }
    for (place, pair) in set.pairs.enumerated() {
      open += opening[place]
      // Between ranges the sum is 0 and not what rounding has left of it.
      current = open == 0 ? .zero : current + steps[place]
      guard open > 0 else { continue }
      if !isTouched[Int(pair)] {
        isTouched[Int(pair)] = true
        touched.append(pair)
      }
      weights[Int(pair)] += current
    }
  }
}
