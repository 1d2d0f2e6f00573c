import ProvisionModel

extension Invariants {
  /// Settings that are accepted contradict neither themselves nor METHOD.
  static func check(_ settings: Settings) throws(BrokenInvariant) {
    try require(settings.school != "", "an empty name of the school")
    for measure in settings.measures {
      let numbers = [
        measure.sd, measure.mean, measure.expectedPerYear, measure.minimum, measure.maximum,
        measure.retestR,
      ]
      try require(numbers.allSatisfy { $0?.isFinite ?? true }, "a number of \(measure)")
      if let minimum = measure.minimum, let maximum = measure.maximum {
        try require(minimum <= maximum, "the limits of \(measure)")
      }
    }
    try check(settings.evidence)
    try require(settings.recommendations.allSatisfy(\.isAllowed), "\(settings.recommendations)")
    try require(settings.disclosure.minimumPupils >= 1, "\(settings.disclosure)")
    try check(settings.terms)
  }

  /// What is divided by is not 0, and a milder verdict needs no more than a plainer one.
  private static func check(_ evidence: EvidenceSettings) throws(BrokenInvariant) {
    let most = EvidenceSettings.mostPriors
    try require((1...most).contains(evidence.priors), "\(evidence)")
    let divisors = [
      evidence.farN, evidence.bendSd, evidence.minSpread, evidence.priorSd, evidence.noGain,
      evidence.wellBelow, Double(evidence.minDf - 7), Double(evidence.spreadDf),
      Double(evidence.lookbackDays),
    ]
    try require(divisors.allSatisfy { $0 > 0 && $0.isFinite }, "\(evidence)")
    let sizes = [evidence.groupSd, evidence.far, evidence.beyond, evidence.smallestEffect]
    try require(sizes.allSatisfy { $0 >= 0 && $0.isFinite }, "\(evidence)")
    try require(evidence.noGain <= evidence.likelyBetter, "\(evidence)")
    try require(evidence.likelyBetter <= evidence.better && evidence.better < 1, "\(evidence)")
    try require(evidence.wellBelow <= evidence.wellAbove, "\(evidence)")
  }

  /// Each day lies in one term, which is found by its id.
  private static func check(_ terms: TermCalendar) throws(BrokenInvariant) {
    for year in [1950, 2024, 2025, 2026] {
      for (month, day) in [(1, 1), (2, 29), (4, 16), (8, 31), (9, 1), (12, 31)] {
        guard let day = Day(year: year, month: month, day: day) else { continue }
        let term = terms.term(containing: day)
        try require(term.contains(day), "\(day) is not in \(term)")
        try require(terms.term(id: term.id) == term, "\(term) is not found by its id")
        try require(terms.term(before: term) < term, "\(term) is not after the one before")
      }
    }
  }
}
