/// Places values on a stretch of a picture, in proportion.
struct Scale: Sendable, Equatable {
  /// The values at the two ends.
  let values: ClosedRange<Double>
  /// Where the smallest value stands.
  let first: Double
  /// Where the largest stands; it may be before `first`, as larger values stand higher up.
  let last: Double

  /// A scale of values from `first` to `last`.
  ///
  /// - Precondition: The values are not all one.
  init(_ values: ClosedRange<Double>, from first: Double, to last: Double) {
    precondition(values.lowerBound < values.upperBound)
    self.values = values
    self.first = first
    self.last = last
  }

  /// Where a value stands; one beyond the ends stands at the end.
  func place(_ value: Double) -> Double {
    let inside = min(max(value, values.lowerBound), values.upperBound)
    let share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
    return first + share * (last - first)
  }
}

/// Round values along an axis.
enum Ticks {
  /// The multiples of a step that lie among some values.
  static func multiples(of step: Double, in values: ClosedRange<Double>) -> [Double] {
    let first = (values.lowerBound / step - 1e-9).rounded(.up)
    let last = (values.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The smallest of 1, 2, 5, 10, 20 … and their tenths, hundredths … that makes at most so many
  /// steps of a length.
  ///
  /// - Precondition: The length is over 0.
  static func roundStep(length: Double, most: Int) -> Double {
    precondition(length > 0 && most > 0)
    var unit = 1.0
    while unit * 10 * Double(most) <= length { unit *= 10 }
    while unit / 10 * Double(most) >= length { unit /= 10 }
    let steps = [0.1, 0.2, 0.5, 1, 2, 5].map { $0 * unit }
    return steps.first { $0 * Double(most) >= length } ?? unit * 10
  }

  /// The first of some rising steps that makes at most so many steps of a length; the last one
  /// doubled until it does, where none of them is long enough.
  static func step(among steps: [Double], length: Double, most: Int) -> Double {
    if let step = steps.first(where: { $0 * Double(most) >= length }) { return step }
    var step = steps.last ?? 1
    while step * Double(most) < length { step *= 2 }
    return step
  }
}
