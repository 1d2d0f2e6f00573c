import ProvisionModel

/// Progress of the units of one kind, a TA, a TA group or a role level, each pooled with the others
/// (METHOD §8): a small unit's own mean is mostly luck, so it is drawn towards the mean of all by as
/// much as luck may have moved it.
package struct PooledUnits: Sendable, Equatable {
  /// One pupil's progress in a unit.
  package struct Value: Sendable, Equatable {
    /// v_i, the mean d_e of the pupil's distinct tests in the unit [SD].
    package var progress: Double
    /// The number of the pupil's group, whose pupils share its fortunes.
    package var group: Int

    /// A pupil's value.
    package init(progress: Double, group: Int) {
      self.progress = progress
      self.group = group
    }
  }

  /// A unit's progress.
  package struct Unit: Sendable, Equatable {
    /// Its own mean of v_i, y_j [SD].
    package var mean: Double
    /// The shrunk mean, m_j [SD].
    package var shrunkMean: Double
    /// Its 95% interval [SD].
    package var interval: ClosedRange<Double>
    /// What is said of it.
    package var finding: UnitFinding
  }

  /// The units' progress, in their order; nil for those without any pupil.
  package let units: [Unit?]
  /// The mean of all v_i, ȳ [SD]; nil where there is none.
  package let mean: Double?
  /// What the units' means vary by; nil where nothing tells.
  package let variances: Variances?

  /// The analysis of variance of the units.
  package struct Variances: Sendable, Equatable {
    /// MSW [SD, squared].
    package var within: Double
    /// τ² [SD, squared]; 0 where no difference shows.
    package var between: Double
    /// The chance of means as far apart where no unit differs, P(F(u−1, N−u) > F).
    package var p: Double
    /// u.
    package var units: Int
  }

  /// Units differ where p is under this.
  private static let significant = 0.05

  /// Pools units by one-way analysis of variance, with what groups share.
  ///
  /// - Parameters:
  ///   - values: For each unit those of its pupils, in a fixed order.
  ///   - groupSD: What a group shares [SD].
  package init(_ values: [[Value]], groupSD: Double) {
    let filled = values.filter { !$0.isEmpty }
    let means = filled.map { unit in
      unit.reduce(0) { $0 + $1.progress } / Double(unit.count)
    }
    let total = filled.reduce(0) { $0 + $1.count }
    guard total > 0 else {
      units = values.map { _ in nil }
      mean = nil
      variances = nil
      return
    }
    let mean = filled.joined().reduce(0) { $0 + $1.progress } / Double(total)
    let shared = filled.map { Self.shared($0, groupSD) }
    let variances = Self.variances(filled, means, shared, mean, total)
    self.mean = mean
    self.variances = variances
    var next = 0
    units = values.map { unit in
      guard !unit.isEmpty else { return nil }
      defer { next += 1 }
      return Self.unit(means[next], unit.count, shared[next], mean, variances)
    }
  }

  /// w_j, what the groups of a unit share [SD, squared].
  private static func shared(_ unit: [Value], _ groupSD: Double) -> Double {
    let squares = SquaredCounts.sum(unit.map(\.group))
    let count = Double(unit.count)
    return groupSD * groupSD * squares / (count * count)
  }

  /// Nil with fewer than two units, or without a unit of two pupils.
  private static func variances(
    _ units: [[Value]], _ means: [Double], _ shared: [Double], _ mean: Double, _ total: Int
  ) -> Variances? {
    guard units.count >= 2, total > units.count else { return nil }
    var (inside, outside, squares, ofGroups) = (0.0, 0.0, 0.0, 0.0)
    for (place, values) in units.enumerated() {
      let own = means[place]
      let count = Double(values.count)
      for value in values { inside += (value.progress - own) * (value.progress - own) }
      outside += count * (own - mean) * (own - mean)
      squares += count * count
      ofGroups += count * (1 - count / Double(total)) * shared[place]
    }
    let freedom = Double(units.count - 1)
    let within = inside / Double(total - units.count)
    let between = outside / freedom
    let error = within + ofGroups / freedom
    let size = (Double(total) - squares / Double(total)) / freedom
    let variance = (between - error) / size
    let p =
      error > 0
      ? FDistribution.above(
        between / error, between: units.count - 1, within: total - units.count) : 1
    // Equal units may differ in the last bits of their means.
    return Variances(
      within: within, between: variance > 1e-18 ? variance : 0, p: p, units: units.count)
  }

  private static func unit(
    _ own: Double, _ count: Int, _ shared: Double, _ mean: Double, _ variances: Variances?
  ) -> Unit {
    guard let variances, variances.between > 0 else {
      return Unit(
        mean: own, shrunkMean: mean, interval: mean...mean, finding: .noDifferenceShown)
    }
    let between = variances.between
    let error = variances.within / Double(count) + shared
    let weight = between / (between + error)
    let shrunk = mean + weight * (own - mean)
    let ofMean = (1 - weight) * (1 - weight) * (between + error) / Double(variances.units)
    let half = 1.96 * (weight * error + ofMean).squareRoot()
    let interval = shrunk - half...shrunk + half
    let finding: UnitFinding =
      if variances.p >= significant {
        .noDifferenceShown
      } else if interval.lowerBound > mean {
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
  /// The progress of a course in SD, d_e: the middle of its two contrasts; nil where it has none.
  package func progressInSD(_ position: Int) -> Double? {
    guard let sd = comparison.referenceSDs[episodes[position].measure],
      let contrast = comparison.contrasts[position].compared?.contrast
    else { return nil }
    return (contrast.score + contrast.need) / 2 / sd.value
  }

  /// One value a pupil of some courses of a unit, in order of the pupils: the mean d_e of the distinct
  /// tests, whatever interventions they are of (METHOD §8).
  func valuesOfPupils(_ used: [Int], _ progress: [Double?]) -> [PooledUnits.Value] {
    let order = used.sorted { left, right in
      pupilOfEpisode[left] != pupilOfEpisode[right]
        ? pupilOfEpisode[left] < pupilOfEpisode[right] : left < right
    }
    var values: [PooledUnits.Value] = []
    var first = 0
    for place in order.indices
    where place + 1 == order.count
      || pupilOfEpisode[order[place + 1]] != pupilOfEpisode[order[first]]
    {
      values.append(value(order[first...place], progress))
      first = place + 1
    }
    return values
  }

  private func value(_ courses: ArraySlice<Int>, _ progress: [Double?]) -> PooledUnits.Value {
    var tests: [(Int, Day?, Day?)] = []
    var sum = 0.0
    for course in courses.reversed() {
      let test = (episodes[course].measure, links[course].baseline?.day, links[course].outcome?.day)
      guard !tests.contains(where: { $0 == test }) else { continue }
      tests.append(test)
      sum += progress[course] ?? 0
    }
    return PooledUnits.Value(
      progress: sum / Double(tests.count),
      group: courses.map { comparison.groups[$0] }.min() ?? 0)
  }
}
