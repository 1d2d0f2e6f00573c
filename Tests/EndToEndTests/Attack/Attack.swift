/// Tries to find out the small counts that the governors' pack keeps.
struct Attack {
  private let knowledge: Knowledge
  private var intervals: Intervals
  /// What was concluded and is not true: mistakes of the attack.
  private(set) var falsehoods: [String]

  /// An attack with that knowledge, carried out.
  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    falsehoods = knowledge.falsehoods
    intervals = Intervals(knowledge)
    intervals.propagate()
    while true {
      let solved = Elimination.solve(knowledge, intervals)
      for found in solved {
        if knowledge.counts[found.count].truth != found.value {
          falsehoods.append("\(knowledge.counts[found.count].name) would be \(found.value)")
        }
        intervals.fix(found.count, at: found.value, from: found.equations)
      }
      guard !solved.isEmpty else { break }
      intervals.propagate()
    }
    for (place, count) in knowledge.counts.enumerated()
    where !(intervals.low[place]...max(intervals.low[place], intervals.high[place]))
      .contains(count.truth)
    {
      falsehoods.append("\(count.name) is \(count.truth), out of its interval")
    }
  }

  /// The small counts that are printed, known, or confined to fewer numbers than the threshold.
  var leaks: [Leak] {
    knowledge.counts.enumerated().compactMap { place, count in
      guard count.isSmall, let width = intervals.width(place),
        width < Knowledge.threshold
          || count.isOfOthers && intervals.high[place] < Knowledge.threshold
      else { return nil }
      let range = intervals.low[place]...intervals.high[place]
      guard count.printed == nil else {
        return count.isCell
          ? Leak(count: count, range: range, derivation: "it is printed", kind: "printed") : nil
      }
      let (text, reasons) = derivation(of: place)
      let way = range.count == 1 ? "exact" : "interval"
      return Leak(
        count: count, range: range, derivation: text,
        kind: "\(count.file) \(count.column) (\(way)) by \(reasons.first ?? "nothing")")
    }
  }

  /// The equations that bounds rest on, nearest first, at most six of them.
  private func derivation(of count: Int) -> (text: String, reasons: [String]) {
    var (queue, seen) = ([count], Set([count]))
    var (lines, reasons): ([String], [String]) = ([], [])
    var used: Set<Int> = []
    func use(_ place: Int) {
      guard used.insert(place).inserted else { return }
      let equation = knowledge.equations[place]
      lines.append("\(equation.reason): \(text(equation))")
      reasons.append(equation.reason)
      for term in equation.terms where seen.insert(term.count).inserted {
        queue.append(term.count)
      }
    }
    while !queue.isEmpty, lines.count < 6 {
      let next = queue.removeFirst()
      for source in intervals.sources[next] {
        switch source {
        case .given: break
        case .equation(let place): use(place)
        case .solved(let places): places.forEach(use)
        case .ratio(let place):
          let ratio = knowledge.ratios[place]
          lines.append(
            "\(ratio.reason): \(ratio.value) = \(text(ratio.part)) ÷ \(text(ratio.whole))")
          reasons.append(ratio.reason)
          for count in [ratio.part, ratio.whole] where seen.insert(count).inserted {
            queue.append(count)
          }
        }
      }
    }
    return (lines.prefix(6).joined(separator: "; "), reasons)
  }

  private func text(_ equation: Equation) -> String {
    func side(_ sign: Int) -> String {
      let terms = equation.terms.filter { $0.factor * sign > 0 }
      return terms.map { term in
        abs(term.factor) == 1
          ? text(term.count) : "\(abs(term.factor))×\(text(term.count))"
      }.joined(separator: " + ")
    }
    return "\(side(1)) = \(side(-1))"
  }

  private func text(_ count: Int) -> String {
    "\(knowledge.counts[count].name) \(knowledge.counts[count].printed.map(String.init) ?? "?")"
  }
}
