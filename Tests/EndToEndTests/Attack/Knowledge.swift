/// All that a reader of the governors' pack can hold for certain.
struct Knowledge: Sendable {
  /// From this number on a count may be known.
  static let threshold = 5

  /// The counts that there are.
  private(set) var counts: [Count] = []
  /// What binds them.
  private(set) var equations: [Equation] = []
  /// The printed shares.
  private(set) var ratios: [RatioClue] = []
  /// What was held for certain and is not true: mistakes of the attack.
  private(set) var falsehoods: [String] = []

  /// Adds a count and returns its place.
  mutating func add(_ count: Count) -> Int {
    counts.append(count)
    if count.truth < 0 { falsehoods.append("\(count.name) is under 0") }
    if let printed = count.printed, printed != count.truth {
      falsehoods.append("\(count.name) is printed \(printed), and is \(count.truth)")
    }
    return counts.count - 1
  }

  /// Adds that the sums of two sides are equal.
  mutating func equate(_ left: [Int], _ right: [Int], because reason: String) {
    weigh(left.map { ($0, 1) } + right.map { ($0, -1) }, because: reason)
  }

  /// Adds that counts with these factors come to 0.
  mutating func weigh(_ terms: [(count: Int, factor: Int)], because reason: String) {
    var factors: [Int: Int] = [:]
    for term in terms { factors[term.count, default: 0] += term.factor }
    let kept = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    let sum = kept.reduce(0) { $0 + $1.value * counts[$1.key].truth }
    guard sum == 0 else {
      let names = kept.map { "\($0.value)×\(counts[$0.key].name)=\(counts[$0.key].truth)" }
      falsehoods.append("\(reason): \(names.joined(separator: " "))")
      return
    }
    let equationTerms = kept.map { Equation.Term(count: $0.key, factor: $0.value) }
    equations.append(Equation(terms: equationTerms, reason: reason))
  }

  /// Takes note of something in the tables that the attack does not understand.
  mutating func wonder(about matter: String) {
    falsehoods.append(matter)
  }

  /// Adds what a whole has over a part of it, and returns its place.
  ///
  /// - Parameters:
  ///   - known: What it is known to be, if anything goes without saying.
  ///   - isSecret: Whether it counts somebody, and not only says which of two counts is larger.
  @discardableResult
  mutating func rest(
    of whole: Int, over part: Int, _ column: String? = nil, row: String? = nil,
    known: Int? = nil, isSecret: Bool = true, because reason: String
  ) -> Int {
    let (large, small) = (counts[whole], counts[part])
    let rest = add(
      Count(
        file: large.file, row: row ?? large.row,
        column: column ?? "\(large.column) − \(small.column)", truth: large.truth - small.truth,
        printed: known, isCell: false, isSecret: isSecret))
    equate([whole], [part, rest], because: reason)
    return rest
  }

  /// Adds a printed share of two counts.
  mutating func share(
    _ printed: PrintedShare, _ part: Int, of whole: Int, because reason: String
  ) {
    let clue = RatioClue(
      part: part, whole: whole, value: printed.value, tolerance: printed.tolerance, reason: reason)
    let (top, bottom) = (counts[part].truth, counts[whole].truth)
    guard bottom > 0, clue.part(of: bottom) == top else {
      falsehoods.append("\(reason): \(counts[part].name) \(top) of \(bottom)")
      return
    }
    ratios.append(clue)
  }
}
