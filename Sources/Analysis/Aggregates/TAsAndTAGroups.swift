import ProvisionModel

/// Progress of the units of one kind, a TA, a TA group or a role level, each pooled with the others
/// (METHOD §8): a small unit's own mean is mostly luck, so it is drawn towards the mean of all by as
/// much as luck may have moved it.
package struct PooledUnits: Sendable, Equatable {
  /// A unit's progress.
  package struct Unit: Sendable, Equatable {
    /// Its own mean of d_e, y_j [SD].
    package var mean: Double
    /// The shrunk mean [SD].
    package var shrunkMean: Double
    /// Its 95% interval [SD].
    package var interval: ClosedRange<Double>
    /// What is said of it.
    package var finding: UnitFinding
  }

  /// The units' progress, in their order; nil for those without any episode.
  package let units: [Unit?]
  /// The mean of all d_e, ȳ [SD]; nil where there is none.
  package let mean: Double?
  /// The variance between units, τ² [SD, squared]; 0 where they cannot be told apart.
  package let betweenVariance: Double
  /// The mean square within units, MSW [SD, squared]; nil where no unit has two episodes.
  package let withinVariance: Double?

  /// Pools units by one-way analysis of variance.
  ///
  /// - Parameter progress: For each unit the d_e of its episodes, in file order.
  package init(_ progress: [[Double]]) {
    let filled = progress.filter { !$0.isEmpty }
    let means = filled.map { $0.reduce(0, +) / Double($0.count) }
    let total = filled.reduce(0) { $0 + $1.count }
    guard total > 0 else {
      units = progress.map { _ in nil }
      mean = nil
      betweenVariance = 0
      withinVariance = nil
      return
    }
    let mean = filled.joined().reduce(0, +) / Double(total)
    let variances = Self.variances(filled, means, mean, total)
    self.mean = mean
    withinVariance = variances?.within
    betweenVariance = variances?.between ?? 0
    var next = 0
    units = progress.map { values in
      guard !values.isEmpty else { return nil }
      defer { next += 1 }
      return Self.unit(means[next], values.count, mean, variances)
    }
  }

  /// MSW and τ²; nil with fewer than two units or without a unit of two episodes.
  private static func variances(
    _ units: [[Double]], _ means: [Double], _ mean: Double, _ total: Int
  ) -> (within: Double, between: Double)? {
    guard units.count >= 2, total > units.count else { return nil }
    var inside = 0.0
    var outside = 0.0
    var squares = 0.0
    for (values, own) in zip(units, means) {
      for value in values { inside += (value - own) * (value - own) }
      outside += Double(values.count) * (own - mean) * (own - mean)
      squares += Double(values.count * values.count)
    }
    let within = inside / Double(total - units.count)
    let between = outside / Double(units.count - 1)
    let size = (Double(total) - squares / Double(total)) / Double(units.count - 1)
    let variance = (between - within) / size
    // Equal units may differ in the last bits of their means.
    return (within, variance > 1e-18 ? variance : 0)
  }

  private static func unit(
    _ own: Double, _ count: Int, _ mean: Double, _ variances: (within: Double, between: Double)?
  ) -> Unit {
    guard let (within, between) = variances, between > 0 else {
      return Unit(
        mean: own, shrunkMean: mean, interval: mean...mean, finding: .noDifferenceShown)
    }
    let error = within / Double(count)
    let weight = between / (between + error)
    let shrunk = mean + weight * (own - mean)
    let half = 1.96 * (weight * error).squareRoot()
    let interval = shrunk - half...shrunk + half
    let finding: UnitFinding =
      if interval.lowerBound > mean {
        .above
      } else if interval.upperBound < mean {
        .below
      } else {
        .notDistinguishable
      }
    return Unit(mean: own, shrunkMean: shrunk, interval: interval, finding: finding)
  }
}

/// What is said of a TA, a TA group or a role level beside the others of its kind (METHOD §8).
package enum UnitFinding: String, Sendable, CaseIterable {
  /// Its interval lies over the mean of all.
  case above
  /// Its interval lies under it.
  case below
  /// Its interval holds the mean of all.
  case notDistinguishable = "not-distinguishable"
  /// No unit can be told from the others.
  case noDifferenceShown = "no-difference-shown"
}

extension EpisodeFigures {
  /// The progress of an episode in SD, d_e: the middle of its contrasts; its growth where there is
  /// only that; else its gain beside the expected one; nil where it has none of these.
  package func progressInSD(_ position: Int) -> Double? {
    guard let sd = comparison.referenceSDs[episodes[position].measure] else { return nil }
    let contrast = comparison.contrasts[position]
    if let growth = contrast.growth {
      return (contrast.matched.map { ($0 + growth) / 2 } ?? growth) / sd.value
    }
    guard let gain = links[position].gain, let expected = links[position].expectedGain else {
      return nil
    }
    return (gain - expected) / sd.value
  }
}
