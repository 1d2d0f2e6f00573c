import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// How many terms a clear answer takes.
///
/// By hand, both ends at 0.4: `better` needs P = Φ((m − 0.1) ÷ s) ≥ 0.75 with the posterior's
/// m = 0.4 w, s² = w · se², w = 0.09 ÷ (0.09 + se²). With se = 0.35: w = 0.423529, m = 0.169412,
/// s = 0.227777: P = 0.619716. After one more term of one, se² ÷ 2: w = 0.595041, m = 0.238017, s = 0.190909,
/// (m − 0.1) ÷ s = 0.722944, over z(.75) = 0.674490.
@Suite struct TermsNeededTests {
  private let settings = EvidenceSettings()

  private func evidence(
    _ size: Double, _ error: Double, chosenBy: ChosenBy? = nil
  ) -> Evidence {
    var evidence = Evidence()
    let ends = MadeUpEffect.ends(size, size, error)
    evidence.ends = ends
    evidence.chosenBy = chosenBy
    evidence.verdict = Verdict(Ends { ends[$0].size }, chosenBy: chosenBy, settings)
    return evidence
  }

  private func needed(_ evidence: Evidence, terms: Int) -> TermsNeeded? {
    TermsNeeded(evidence, terms: terms, settings)
  }

  @Test("the number is the smallest after which the estimate would be called better")
  func theSmallestNumber() throws {
    let found = try #require(needed(evidence(0.4, 0.35), terms: 1))
    #expect(found.known == 1 && found.more == 1)
    // Of two terms, se² · 2 ÷ 3: w = 0.524272, m = 0.209709, s = 0.206917, 0.530201: not yet.
    // se² · 2 ÷ 4 as above: two more.
    #expect(try #require(needed(evidence(0.4, 0.35), terms: 2)).more == 2)
  }

  /// 0.25 ± 0.5 of one term: after six more se² = 0.25 ÷ 7 = 0.035714, w = 0.715909, m = 0.178977,
  /// s = 0.159901, 0.493915 < 0.674490.
  @Test("more than six terms are no answer")
  func moreThanSixTerms() throws {
    let found = try #require(needed(evidence(0.25, 0.5), terms: 1))
    #expect(found.more == nil && found.known == 1)
    #expect(try #require(needed(evidence(-0.05, 0.3), terms: 3)).more == nil)
  }

  @Test("where there is an answer, or nothing to compare, none is worked out")
  func whereThereIsAnAnswer() {
    #expect(needed(evidence(0.8, 0.2), terms: 1) == nil)
    #expect(needed(evidence(-0.4, 0.2), terms: 1) == nil)
    #expect(needed(evidence(0, 0.05), terms: 1) == nil)
    #expect(needed(Evidence(), terms: 1) == nil)
    #expect(needed(evidence(0.4, 0.35), terms: 0) == nil)
  }

  @Test("what can never be said of pupils chosen for a need is not promised")
  func chosenForNeed() {
    let likely = evidence(0.4, 0.3, chosenBy: .need)
    #expect(likely.verdict == .likelyBetter)
    #expect(needed(likely, terms: 1) == nil)
    #expect(needed(evidence(0.4, 0.3), terms: 1)?.more == 1)
  }
}
