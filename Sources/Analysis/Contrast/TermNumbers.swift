package import ProvisionModel

/// The terms of a stretch of time by number, so that the term of a day costs a binary search.
package struct TermNumbers: Sendable {
  private let firsts: [Int32]

  /// The terms in which the days of a range lie.
  package init(_ days: ClosedRange<Day>, calendar: TermCalendar) {
    var firsts: [Int32] = []
    var term = calendar.term(containing: days.lowerBound)
    while term.first <= days.upperBound {
      firsts.append(term.first.number)
      guard term.last < days.upperBound else { break }
      term = calendar.term(containing: term.last.advanced(by: 1))
    }
    self.firsts = firsts
  }

  /// How many there are.
  package var count: Int { firsts.count }

  /// The number of the term of a day, from 0; days outside of the range count to its ends.
  ///
  /// - Complexity: O(log *n*) for *n* terms.
  package func number(_ day: Int32) -> Int {
    var (lower, upper) = (0, firsts.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if firsts[middle] <= day { lower = middle + 1 } else { upper = middle }
    }
    return max(0, lower - 1)
  }
}
