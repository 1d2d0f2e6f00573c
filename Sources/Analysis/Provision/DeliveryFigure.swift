/// A mean of the provision map about how an intervention is given.
package enum DeliveryFigure: CaseIterable, Sendable {
  /// Sessions in a week.
  case sessionsPerWeek
  /// The length of a session [minutes].
  case minutesPerSession
  /// From start to end [weeks].
  case weeks
  /// Pupils in a group.
  case groupSize

  /// The figure of a delivery; nil where the map does not say.
  package func value(_ delivery: Delivery) -> Double? {
    switch self {
    case .sessionsPerWeek: delivery.sessionsPerWeek
    case .minutesPerSession: delivery.minutesPerSession
    case .weeks: delivery.weeks
    case .groupSize: delivery.groupSize
    }
  }

  /// What differs less is the same [the figure's unit].
  package var smallestChange: Double {
    switch self {
    case .sessionsPerWeek: 0.25
    case .minutesPerSession, .weeks: 1
    case .groupSize: 0.5
    }
  }

  /// Whether both deliveries have the figure, and it is not the same.
  package func differs(_ before: Delivery, _ after: Delivery) -> Bool {
    guard let old = value(before), let new = value(after) else { return false }
    return abs(new - old) >= smallestChange
  }

  /// The change of KPI 5.6 that it is.
  package var change: ChangeKind {
    switch self {
    case .sessionsPerWeek: .sessionsPerWeek
    case .minutesPerSession: .minutesPerSession
    case .weeks: .weeks
    case .groupSize: .groupSize
    }
  }
}
