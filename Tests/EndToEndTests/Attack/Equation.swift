/// What is certain of some counts: Σ factor × count = 0.
struct Equation: Sendable {
  /// A count with its factor.
  struct Term: Sendable {
    /// The count's place in `Knowledge.counts`.
    var count: Int
    /// Its factor.
    var factor: Int
  }

  /// The counts, each once.
  let terms: [Term]
  /// Why it holds, in a few words that name a kind of leak.
  let reason: String
}

/// A printed share of two counts: part ÷ whole, rounded to what is printed.
struct RatioClue: Sendable {
  /// The count above.
  let part: Int
  /// The count below.
  let whole: Int
  /// What is printed.
  let value: Double
  /// Half of the last printed decimal.
  let tolerance: Double
  /// Why it holds.
  let reason: String

  /// The number of the part for one of the whole; nil where none gives the printed share.
  func part(of whole: Int) -> Int? {
    let part = (value * Double(whole)).rounded()
    return abs(part / Double(whole) - value) <= tolerance ? Int(part) : nil
  }
}
