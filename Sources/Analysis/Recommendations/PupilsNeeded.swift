/// How many pupils a clear answer would take: the smallest n at which the outer 95% range of two
/// effects of a given size would exclude 0, with the spread among pupils that has been seen.
///
/// The range of n pupils is g ± t(n − 1, .975) √(v ÷ n), with v the variance of one pupil's effect
/// [SD, squared]: the larger of P · se_g² of the effects at hand (METHOD §5), or where there is
/// none the variance of classmates' growth beside each other.
package struct PupilsNeeded: Sendable, Equatable {
  /// How many pupils in all.
  package var inAll: Int
  /// How many of them there are already.
  package var known: Int

  /// How many are still missing; 0: an effect of that size would have been told.
  package var missing: Int { max(0, inAll - known) }

  /// More than this is no answer that a school will ever have.
  package static let most = 5000

  /// The pupils that an effect needs; nil where the variance is not known or no school has so many.
  ///
  /// - Parameters:
  ///   - variance: v [SD, squared].
  ///   - effect: The effect that is to be told from none [SD].
  ///   - minimum: With fewer pupils nothing is said.
  ///   - known: The pupils of the effect at hand.
  init?(variance: Double?, effect: Double, minimum: Int, known: Int) {
    guard let variance, variance > 0 else { return nil }
    let enough = (max(2, minimum)...Self.most).first { pupils in
      let half =
        StudentT.quantile975(degreesOfFreedom: pupils - 1)
        * (variance / Double(pupils)).squareRoot()
      return half < effect
    }
    guard let enough else { return nil }
    inAll = enough
    self.known = known
  }

  /// The variance of one pupil's effect that some evidence shows [SD, squared]; nil without effects,
  /// or where they have no spread.
  static func variance(_ evidence: Evidence) -> Double? {
    let known = evidence.effects.map {
      Double($0.pupils) * $0.size.standardError * $0.size.standardError
    }
    return known.max().flatMap { $0 > 0 ? $0 : nil }
  }
}
