import ProvisionModel

/// How many terms in all it would take until an intervention could be called better, at the present
/// estimate and the present numbers a term: the number after which √V, shrunk by √(n₀ ÷ n), gives
/// `better` (METHOD §7).
package struct TermsNeeded: Sendable, Equatable {
  /// How many terms of such courses there are already.
  package var known: Int
  /// How many more it takes; nil: not at these numbers.
  package var more: Int?

  /// More terms than this are no answer that a school waits for.
  package static let most = 6
}

extension TermsNeeded {
  /// The terms that an answer takes; nil where one is there, or nothing was compared.
  ///
  /// - Parameter terms: In how many terms the courses of the evidence ended.
  init?(_ evidence: Evidence, terms: Int, _ settings: EvidenceSettings) {
    // Of pupils chosen for a need no more than likely-better is ever said.
    guard let ends = evidence.ends, terms > 0, evidence.chosenBy != .need,
      evidence.verdict == .unclear || evidence.verdict == .likelyBetter
    else { return nil }
    known = terms
    more = (1...Self.most).first { more in
      let shrink = (Double(terms) / Double(terms + more)).squareRoot()
      let sizes = Ends { ends[$0].size.withError(times: shrink) }
      return Verdict(sizes, chosenBy: evidence.chosenBy, settings) == .better
    }
  }
}
