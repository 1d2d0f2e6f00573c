import ProvisionModel

/// Sums the contrasts of any set of courses of one measure to an effect at each end (METHOD §5.4).
///
/// A set costs O(its courses + the classmates of their distinct sets): what courses share of their
/// classmates is summed with a scratch column for each pair.
struct EffectSums {
  private let comparison: AgainstOtherPupils
  private let pupilOfEpisode: [Int]
  /// For each pair Σ_e 1/|K_e|; 0 of those that the fit at hand has not touched.
  private var weights: [Double]
  private var touched: [UInt32] = []
  /// For each set the number of courses at hand.
  private var coursesOfSet: [Int]

  /// What the courses of one fit sum to.
  private struct OfFit {
    var courses = 0
    var distances = Scores4.zero
    var bends = SIMD2<Double>.zero
    var distance = 0.0
    var sets: [Int] = []
    /// Σ over its pairs of (Σ_e 1/|K_e|)².
    var shared = 0.0
  }

  /// What a set of courses comes to.
  struct Result {
    var ends: Ends<Effect>
    /// N_D.
    var farOut: Double
    /// Mean f_e.
    var distance: Double
    /// Mean ξ_e.
    var beyond: Double
  }

  /// Sums over the contrasts of some courses.
  init(_ comparison: AgainstOtherPupils, pupilOfEpisode: [Int]) {
    self.comparison = comparison
    self.pupilOfEpisode = pupilOfEpisode
    weights = Array(repeating: 0, count: comparison.pairs.count)
    coursesOfSet = Array(repeating: 0, count: comparison.sets.count)
  }

  /// The effects of courses that have a contrast; nil where they are of fewer pupils than
  /// `minimumPupils`.
  ///
  /// - Parameters:
  ///   - used: Courses of the measure, in file order.
  ///   - pupils: How many distinct pupils they are of.
  ///   - minimumPupils: At least 2.
  mutating func effects(
    _ used: [Int], pupils: Int, measure: Int, minimumPupils: Int
  ) -> Result? {
    guard pupils >= minimumPupils, let sd = comparison.referenceSDs[measure] else { return nil }
    let compared = used.compactMap { comparison.contrasts[$0].compared }
    let fits = sumsOfFits(compared)
    let farOut = fits.reduce(0) { sum, of in
      let mean = of.value.distance / Double(of.value.courses)
      let pairs = comparison.fits[of.key].pairs(asFarOutAs: mean)
      return sum + Double(of.value.courses) / Double(used.count) * Double(pairs)
    }
    let groups = groupVariance(used, sd.value)
    let distance = distanceVariance(compared, farOut: farOut, sd.value)
    let freedom = fits.map { comparison.fits[$0.key].degreesOfFreedom }.min() ?? 0
    let tails = comparison.settings.spreadDf + pupils - 1
    let ends = Ends { end in
      let values = compared.map { $0.contrast[end] }
      let mean = values.reduce(0, +) / Double(values.count)
      let model = compared.reduce(0) { $0 + $1.variance[end] }
      let own =
        Double(pupils) / Double(pupils - 1) * squaresOfPupils(used, values, mean)
      let classmates = Double(comparison.settings.spreadDf)
      let parts = VarianceParts(
        model: model, own: own,
        residual: (classmates * model + Double(pupils - 1) * own) / Double(tails),
        classmates: fits.reduce(0) {
          $0 + comparison.fits[$1.key].variance[end] * $1.value.shared
        },
        fit: fits.reduce(0) { $0 + fitVariance($1.value, comparison.fits[$1.key], end) },
        groups: groups, distance: distance, degreesOfFreedom: freedom)
      return Effect(
        pupils: pupils, courses: used.count, value: mean,
        variance: parts.variance(courses: used.count), degreesOfFreedom: tails, parts: parts,
        sd: sd)
    }
    let count = Double(compared.count)
    return Result(
      ends: ends, farOut: farOut, distance: compared.reduce(0) { $0 + $1.distance } / count,
      beyond: compared.reduce(0) { $0 + $1.beyond } / count)
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

  /// What the courses of each fit sum to, by rising position of the fit.
  private mutating func sumsOfFits(_ compared: [Compared]) -> [(key: Int, value: OfFit)] {
    var sums: [(key: Int, value: OfFit)] = []
    for course in compared {
      let place = sums.firstIndex { $0.key == course.fit } ?? sums.count
      if place == sums.count { sums.append((course.fit, OfFit())) }
      sums[place].value.courses += 1
      sums[place].value.distances += course.distances
      sums[place].value.bends += course.bends
      sums[place].value.distance += course.distance
      if coursesOfSet[course.set] == 0 { sums[place].value.sets.append(course.set) }
      coursesOfSet[course.set] += 1
    }
    sums.sort { $0.key < $1.key }
    for place in sums.indices { sums[place].value.shared = shared(sums[place].value.sets) }
    return sums
  }

  /// Σ over the pairs of some sets of (Σ_e 1/|K_e|)².
  private mutating func shared(_ sets: [Int]) -> Double {
    // One set has its pairs for itself.
    if sets.count == 1, let set = sets.first {
      let courses = Double(coursesOfSet[set])
      coursesOfSet[set] = 0
      return courses * courses / Double(comparison.sets[set].count)
    }
    for set in sets {
      let weight = Double(coursesOfSet[set]) / Double(comparison.sets[set].count)
      coursesOfSet[set] = 0
      Self.add(weight, to: comparison.sets[set].pairs, in: &weights, touching: &touched)
    }
    var sum = 0.0
    for pair in touched {
      sum += weights[Int(pair)] * weights[Int(pair)]
      weights[Int(pair)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return sum
  }

  private static func add(
    _ weight: Double, to pairs: [UInt32], in weights: inout [Double],
    touching touched: inout [UInt32]
  ) {
    var weights = weights.mutableSpan
    for pair in pairs {
      // No weight is 0: those of a pair that is new to the fit at hand are.
      if weights[Int(pair)] == 0 { touched.append(pair) }
      weights[Int(pair)] += weight
    }
  }

  /// V_F of one fit.
  private func fitVariance(_ sums: OfFit, _ fit: Fit, _ end: End) -> Double {
    fit.variance[end] * fit.inverse[end].form(sums.distances) / Double(fit.degreesOfFreedom)
      + fit.bendCovariance.form(sums.bends)
  }

  /// V_G.
  private func groupVariance(_ used: [Int], _ sd: Double) -> Double {
    let squares = SquaredCounts.sum(used.map { comparison.groups[$0] })
    let shared = comparison.settings.groupSd * sd
    return shared * shared * squares
  }

  /// V_D.
  private func distanceVariance(_ compared: [Compared], farOut: Double, _ sd: Double) -> Double {
    let settings = comparison.settings
    let distance = settings.far * compared.reduce(0) { $0 + $1.distance }
    func beyond(_ isCounted: (Compared) -> Bool) -> Double {
      settings.beyond * compared.reduce(0) { $0 + (isCounted($1) ? $1.beyond : 0) }
    }
    let (low, high) = (beyond { $0.distance < 0 }, beyond { $0.distance >= 0 })
    return sd * sd
      * (distance * distance / (1 + farOut / settings.farN) + low * low + high * high)
  }
}
