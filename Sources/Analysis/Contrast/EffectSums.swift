import ProvisionModel

/// Sums the contrasts of any set of episodes of one measure to an effect (METHOD §5).
///
/// The variance is that of matching with replacement (Abadie and Imbens 2006) with a pupil's
/// episodes taken together; what is owed to sharing comparison pupils is summed over them with a
/// scratch column for each pair, so that a set costs O(its episodes + their comparison pupils).
struct EffectSums {
  private let comparison: AgainstOtherPupils
  private let pupilOfEpisode: [Int]
  /// For each pair W_k, and Σ w_ek²; 0 of those that the set at hand has not touched.
  private var weights: [SIMD2<Double>]
  /// By number of scores less 1, the pairs that have been touched, in the order in which they were.
  private var touched = [[UInt32]](repeating: [], count: Level.mostScores)
  /// For each comparison set the first and last place, among the episodes at hand, of those that are
  /// compared with it; −1: there is none.
  private var placesOfSet: [(first: Int, last: Int)]
  /// What the weight of a set's pairs changes by from one place to the next, and by how many episodes.
  private var steps: [(weight: SIMD2<Double>, episodes: Int)] = []

  /// Sums over the contrasts of some episodes.
  init(_ comparison: AgainstOtherPupils, pupilOfEpisode: [Int]) {
    self.comparison = comparison
    self.pupilOfEpisode = pupilOfEpisode
    weights = Array(repeating: .zero, count: comparison.pairs.count)
    placesOfSet = Array(repeating: (-1, -1), count: comparison.sets.count)
  }

  /// The effect of episodes that have a contrast; nil where they are of fewer pupils than
  /// `minimumPupils`.
  ///
  /// - Parameters:
  ///   - used: Episodes of the measure, in file order.
  ///   - pupils: How many distinct pupils they are of.
  ///   - minimumPupils: At least 2.
  mutating func effect(
    _ kind: ContrastKind, _ used: [Int], pupils: Int, measure: Int, minimumPupils: Int
  ) -> Effect? {
    guard pupils >= minimumPupils, let sd = comparison.referenceSDs[measure] else { return nil }
    let values = used.map { comparison.contrasts[$0].value(kind) ?? 0 }
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
    // By pupil, and by place within a pupil.
    let order = used.enumerated().map { place, position in
      UInt64(pupilOfEpisode[position]) << 32 | UInt64(place)
    }.sorted()
    var squares = 0.0
    var sum = 0.0
    for (rank, entry) in order.enumerated() {
      sum += values[Int(entry & 0xFFFF_FFFF)] - mean
      if rank + 1 == order.count || order[rank + 1] >> 32 != entry >> 32 {
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
    var next = [Int](repeating: -1, count: used.count)
    var sets: [Int] = []
    for (place, position) in used.enumerated() {
      guard let set = comparison.contrasts[position].set else { continue }
      if placesOfSet[set].first < 0 {
        placesOfSet[set].first = place
        sets.append(set)
      } else {
        next[placesOfSet[set].last] = place
      }
      placesOfSet[set].last = place
    }
    for set in sets {
      let first = placesOfSet[set].first
      switch kind {
      case .matched: addWeights(matched: used, from: first, next, of: comparison.sets[set])
      case .growth: addWeights(growthFrom: first, next, of: comparison.sets[set])
      }
      placesOfSet[set] = (-1, -1)
    }
    return (1...Level.mostScores).compactMap { scores in
      let excess = takeExcess(scores)
      return comparison.slope(ofMeasure: measure, scores: scores).map { slope in
        VarianceParts.Sharing(scores: scores, variance: slope.variance(kind), excess: excess)
      }
    }
  }

  /// Σ_k ( W_k² − Σ_e w_ek² ) over the touched pairs on a number of scores, whose weights are 0 then.
  private mutating func takeExcess(_ scores: Int) -> Double {
    var excess = 0.0
    for pair in touched[scores - 1] {
      let weight = weights[Int(pair)]
      excess += max(0, weight.x * weight.x - weight.y)
      weights[Int(pair)] = .zero
    }
    touched[scores - 1].removeAll(keepingCapacity: true)
    return excess
  }

  /// Adds the weights that the growth contrasts of episodes with the same set give its pairs: each
  /// gives every pair 1 ÷ their number.
  private mutating func addWeights(growthFrom first: Int, _ next: [Int], of set: ComparisonSet) {
    let weight = 1 / Double(set.count)
    var sum = SIMD2<Double>.zero
    var place = first
    while place >= 0 {
      sum += SIMD2(weight, weight * weight)
      place = next[place]
    }
    Self.add(sum, to: set.pairs, in: &weights, touching: &touched[set.scores - 1])
  }

  /// Adds the weights that the matched contrasts of episodes with the same set give its pairs: each
  /// gives every pair of its range 1 ÷ the range's length. Steps at both ends of the ranges, then one
  /// sweep.
  private mutating func addWeights(
    matched used: [Int], from first: Int, _ next: [Int], of set: ComparisonSet
  ) {
    if steps.count <= set.count {
      steps = Array(repeating: (.zero, 0), count: 2 * set.count + 1)
    }
    var (lower, upper) = (set.count, 0)
    var place = first
    while place >= 0 {
      let range = comparison.contrasts[used[place]].similar
      let weight = 1 / Double(range.count)
      let step = SIMD2(weight, weight * weight)
      steps[range.lowerBound].weight += step
      steps[range.upperBound].weight -= step
      steps[range.lowerBound].episodes += 1
      steps[range.upperBound].episodes -= 1
      lower = min(lower, range.lowerBound)
      upper = max(upper, range.upperBound)
      place = next[place]
    }
    Self.sweep(
      &steps, lower..<max(lower, upper), over: set.pairs, in: &weights,
      touching: &touched[set.scores - 1])
    steps[upper] = (.zero, 0)
  }

  /// Adds a weight to that of some pairs.
  private static func add(
    _ weight: SIMD2<Double>, to pairs: [UInt32], in weights: inout [SIMD2<Double>],
    touching touched: inout [UInt32]
  ) {
    var weights = weights.mutableSpan
    for pair in pairs {
      // No weight is 0: those of a pair that is new to the set at hand are.
      if weights[Int(pair)].x == 0 { touched.append(pair) }
      weights[Int(pair)] += weight
    }
  }

  /// Adds the sums of the steps up to each place of a range to the weight of the pair there; the steps
  /// are taken back.
  private static func sweep(
    _ steps: inout [(weight: SIMD2<Double>, episodes: Int)], _ places: Range<Int>,
    over pairs: [UInt32], in weights: inout [SIMD2<Double>], touching touched: inout [UInt32]
  ) {
    var steps = steps.mutableSpan
    var weights = weights.mutableSpan
    var current = SIMD2<Double>.zero
    var open = 0
    for place in places {
      open += steps[place].episodes
      // Between ranges the sum is 0 and not what rounding has left of it.
      current = open == 0 ? .zero : current + steps[place].weight
      steps[place] = (.zero, 0)
      guard open > 0 else { continue }
      let pair = pairs[place]
      if weights[Int(pair)].x == 0 { touched.append(pair) }
      weights[Int(pair)] += current
    }
  }
}
