/// What has to hold of some shares by METHOD §11, each within 2.5 standard errors of its limit.
package struct Band: Sendable {
  /// One measured share.
  package struct Share: Sendable {
    /// Of what.
    package var name: String
    /// The share.
    package var value: Double
    /// The standard error at the limit.
    package var standardError: Double

    /// A share with a standard error of its own.
    package init(_ name: String, _ value: Double, standardError: Double) {
      self.name = name
      self.value = value
      self.standardError = standardError
    }
  }

  /// What has to hold, in words.
  package let title: String
  /// The limit.
  package let limit: Double
  /// Whether the shares have to be at most the limit; else at least.
  package let isMost: Bool
  /// The shares, not empty.
  package let shares: [Share]

  /// How many standard errors a share may lie beyond the limit.
  package static let allowance = 2.5

  /// A band of shares of independent cases.
  ///
  /// - Parameter counts: Each with its name and of how many cases it is a share.
  package init(
    _ title: String, atMost limit: Double,
    _ counts: [(name: String, value: Double, cases: Int)]
  ) {
    self.init(title, limit, isMost: true, Self.shares(counts, limit))
  }

  /// The same with a least share.
  package init(
    _ title: String, atLeast limit: Double,
    _ counts: [(name: String, value: Double, cases: Int)]
  ) {
    self.init(title, limit, isMost: false, Self.shares(counts, limit))
  }

  /// A band of shares with standard errors of their own.
  package init(_ title: String, _ limit: Double, isMost: Bool, _ shares: [Share]) {
    self.title = title
    self.limit = limit
    self.isMost = isMost
    self.shares = shares
  }

  private static func shares(
    _ counts: [(name: String, value: Double, cases: Int)], _ limit: Double
  ) -> [Share] {
    counts.map { count in
      let variance = limit * (1 - limit) / Double(max(1, count.cases))
      return Share(count.name, count.value, standardError: variance.squareRoot())
    }
  }

  /// The shares that lie too far beyond the limit.
  package var failures: [Share] {
    shares.filter { share in
      let beyond = isMost ? share.value - limit : limit - share.value
      // Shares are sums of fractions.
      return beyond > Self.allowance * share.standardError + 1e-12
    }
  }

  /// Whether all of them hold.
  package var holds: Bool { failures.isEmpty }

  /// The share that is nearest to failing.
  package var worst: Share? {
    shares.max { left, right in
      isMost ? left.value < right.value : left.value > right.value
    }
  }
}
