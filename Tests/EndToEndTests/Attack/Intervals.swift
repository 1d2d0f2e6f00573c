/// From where to where each count can lie, narrowed until nothing more follows: all are 0 or more.
struct Intervals: Sendable {
  /// What a bound comes from.
  enum Source: Sendable, Equatable {
    /// It is printed, or no count is under 0.
    case given
    /// An equation, by its place.
    case equation(Int)
    /// A printed share, by its place.
    case ratio(Int)
    /// Several equations, solved.
    case solved([Int])
  }

  /// No upper bound.
  static let unbounded = Int.max
  /// A whole beyond this is not tried out against a printed share.
  private static let mostTried = 300

  /// The lower bounds.
  private(set) var low: [Int]
  /// The upper bounds.
  private(set) var high: [Int]
  /// What the bounds of a count come from.
  private(set) var sources: [[Source]]
  private let knowledge: Knowledge
  private let equationsOf: [[Int]]
  private let ratiosOf: [[Int]]
  private var isWaiting: [Bool]
  private var waiting: [Int]

  /// Knowing no more than what is printed.
  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    low = knowledge.counts.map { $0.printed ?? 0 }
    high = knowledge.counts.map { $0.printed ?? Self.unbounded }
    sources = knowledge.counts.map { _ in [] }
    var equationsOf = knowledge.counts.map { _ in [Int]() }
    for (place, equation) in knowledge.equations.enumerated() {
      for term in equation.terms { equationsOf[term.count].append(place) }
    }
    var ratiosOf = knowledge.counts.map { _ in [Int]() }
    for (place, ratio) in knowledge.ratios.enumerated() {
      ratiosOf[ratio.part].append(place)
      ratiosOf[ratio.whole].append(place)
    }
    self.equationsOf = equationsOf
    self.ratiosOf = ratiosOf
    waiting = Array(knowledge.equations.indices)
    isWaiting = knowledge.equations.map { _ in true }
  }

  /// Whether a count is known.
  func isKnown(_ count: Int) -> Bool { low[count] == high[count] }

  /// How many whole numbers a count may be; nil: any number of them.
  func width(_ count: Int) -> Int? {
    high[count] == Self.unbounded ? nil : high[count] - low[count] + 1
  }

  /// Takes note that a count is known.
  mutating func fix(_ count: Int, at value: Int, from equations: [Int]) {
    narrow(count, value, value, .solved(equations))
  }

  /// Narrows all.
  mutating func propagate() {
    repeat {
      while let place = waiting.popLast() {
        isWaiting[place] = false
        narrow(by: place)
      }
      for place in knowledge.ratios.indices { narrow(byRatio: place) }
    } while !waiting.isEmpty
  }

  private mutating func narrow(_ count: Int, _ from: Int, _ to: Int, _ source: Source) {
    let (newLow, newHigh) = (max(low[count], from), min(high[count], to))
    guard newLow != low[count] || newHigh != high[count] else { return }
    low[count] = newLow
    high[count] = newHigh
    if !sources[count].contains(source) { sources[count].append(source) }
    for place in equationsOf[count] where !isWaiting[place] {
      isWaiting[place] = true
      waiting.append(place)
    }
  }

  private mutating func narrow(by place: Int) {
    let terms = knowledge.equations[place].terms
    var (least, most, openBelow, openAbove) = (0, 0, 0, 0)
    for term in terms {
      let (from, to) = reach(term)
      if let from { least += from } else { openBelow += 1 }
      if let to { most += to } else { openAbove += 1 }
    }
    for term in terms where !isKnown(term.count) {
      let (from, to) = reach(term)
      // What the others leave for this term: −(their sum).
      let top = openBelow - (from == nil ? 1 : 0) == 0 ? -(least - (from ?? 0)) : nil
      let bottom = openAbove - (to == nil ? 1 : 0) == 0 ? -(most - (to ?? 0)) : nil
      let (lower, upper) = term.factor > 0 ? (bottom, top) : (top, bottom)
      let factor = Double(term.factor)
      let newLow = lower.map { Int((Double($0) / factor).rounded(.up)) } ?? 0
      let newHigh = upper.map { Int((Double($0) / factor).rounded(.down)) } ?? Self.unbounded
      narrow(term.count, newLow, newHigh, .equation(place))
    }
  }

  /// The least and the most that a term can be; nil: without bound.
  private func reach(_ term: Equation.Term) -> (Int?, Int?) {
    let least = term.factor * low[term.count]
    let most = high[term.count] == Self.unbounded ? nil : term.factor * high[term.count]
    return term.factor > 0 ? (least, most) : (most, least)
  }

  private mutating func narrow(byRatio place: Int) {
    let ratio = knowledge.ratios[place]
    let isOpen = high[ratio.whole] > Self.mostTried
    let last = min(high[ratio.whole], Self.mostTried)
    guard max(1, low[ratio.whole]) <= last else { return }
    let pairs = (max(1, low[ratio.whole])...last).compactMap { whole in
      ratio.part(of: whole).map { (whole: whole, part: $0) }
    }.filter { low[ratio.part] <= $0.part && $0.part <= high[ratio.part] }
    guard let first = pairs.first, let end = pairs.last else { return }
    let parts = pairs.map(\.part)
    let top = isOpen ? Self.unbounded : parts.max() ?? Self.unbounded
    narrow(
      ratio.whole, first.whole, isOpen ? Self.unbounded : end.whole, .ratio(place))
    narrow(ratio.part, parts.min() ?? 0, top, .ratio(place))
  }
}
