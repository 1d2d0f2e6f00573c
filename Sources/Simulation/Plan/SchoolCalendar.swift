package import ProvisionModel

/// The terms of made-up schools and the days on which things happen in them.
///
/// Round `r` of tests is taken near the end of `terms[r]`; round 0 is the one before the first term
/// with interventions, so that these are `terms[1...]`.
package struct SchoolCalendar: Sendable {
  /// The term before the first with interventions, then those in order.
  package let terms: [Term]

  /// `count` terms of the standard calendar up to `last`, and the one before them.
  package init(last: Term, count: Int) {
    var terms = [last]
    for _ in 0..<count {
      terms.append(TermCalendar.standard.term(before: terms[terms.count - 1]))
    }
    self.terms = Array(terms.reversed())
  }

  /// The index of the last term.
  package var last: Int { terms.count - 1 }

  /// The Monday of the week in which a term's interventions begin at the earliest.
  package func firstMonday(of index: Int) -> Day {
    let term = terms[index]
    return monday(onOrAfter: term.first.advanced(by: term.name == "autumn" ? 6 : 4))
  }

  /// The Monday on which a term's testing weeks begin.
  ///
  /// Summer tests are late enough to be the baseline of what begins in September, within 90 days.
  package func testMonday(of index: Int) -> Day {
    let term = terms[index]
    let day =
      switch term.name {
      case "autumn": Day(year: term.startYear, month: 11, day: 27)
      case "spring": Day(year: term.startYear + 1, month: 3, day: 13)
      default: Day(year: term.startYear + 1, month: 6, day: 25)
      }
    return monday(onOrAfter: day ?? term.last)
  }

  /// The Monday of the week in which pupils who joined in a term are tested.
  package func entryMonday(of index: Int) -> Day {
    firstMonday(of: index).advanced(by: 7)
  }

  /// The teaching weeks that an intervention of `weeks` can have in a term: up to 12 in the autumn,
  /// 10 otherwise. Half-term comes on top.
  package func teachingWeeks(of index: Int, asked weeks: Int) -> Int {
    min(weeks, terms[index].name == "autumn" ? 12 : 10)
  }

  /// The Friday after `weeks` teaching weeks and half-term.
  package func end(start: Day, weeks: Int) -> Day {
    start.advanced(by: 7 * (weeks + 1) - 3)
  }

  /// A term as it is written after the name of a group, e.g. `Aut 25`.
  package func shortName(of index: Int) -> String {
    let term = terms[index]
    let year = (term.name == "autumn" ? term.startYear : term.startYear + 1) % 100
    return "\(term.name.prefix(1).uppercased())\(term.name.dropFirst().prefix(2)) "
      + "\(year < 10 ? "0" : "")\(year)"
  }

  private func monday(onOrAfter day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    let sinceMonday = (day.number + 3) % 7
    let positive = sinceMonday < 0 ? sinceMonday + 7 : sinceMonday
    return day.advanced(by: Int((7 - positive) % 7))
  }
}
