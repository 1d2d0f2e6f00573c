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
    try require((1...3).contains(settings.linking.priors), "\(settings.linking)")
    try require(settings.disclosure.minimumPupils >= 1, "\(settings.disclosure)")
    try check(settings.terms)
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
