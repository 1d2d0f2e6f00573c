package import ProvisionModel

/// What a measure's kind lets one expect (METHOD §2).
package enum Scores {
  /// Days in a month: a twelfth of 365.25.
  package static let daysPerMonth = 30.4375
  /// Days in a year.
  package static let daysPerYear = 365.25

  /// The expected gain between two tests `days` apart [the measure's unit]; nil where none is
  /// known.
  package static func expectedGain(_ measure: Measure, days: Int) -> Double? {
    switch measure.kind {
    case .age: Double(days) / daysPerMonth
    case .standardised: 0
    case .points, .ordinal: measure.expectedPerYear.map { $0 * Double(days) / daysPerYear }
    }
  }
}
