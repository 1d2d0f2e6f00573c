package import ProvisionModel

/// The terms of a stretch of time by number, so that the term of a day costs a look into a table.
package struct TermNumbers: Sendable {
  /// How many there are.
  package let count: Int
  /// The first day of the range.
  private let first: Int
  /// The number of the term of each day of the range.
  private let numbers: [UInt16]

  /// The terms in which the days of a range lie.
  package init(_ days: ClosedRange<Day>, calendar: TermCalendar) {
    var firsts: [Int32] = []
    var term = calendar.term(containing: days.lowerBound)
    while term.first <= days.upperBound {
      firsts.append(term.first.number)
      guard term.last < days.upperBound else { break }
      term = calendar.term(containing: term.last.advanced(by: 1))
    }
    var number = 0
    numbers = (days.lowerBound.number...days.upperBound.number).map { day in
      while number + 1 < firsts.count, firsts[number + 1] <= day { number += 1 }
      return UInt16(number)
    }
    first = Int(days.lowerBound.number)
    count = firsts.count
  }

  /// The number of the term of a day, from 0; days outside of the range count to its ends.
  ///
  /// - Complexity: O(1).
  package func number(_ day: Int32) -> Int {
    Int(numbers[min(max(0, Int(day) - first), numbers.count - 1)])
  }
}
