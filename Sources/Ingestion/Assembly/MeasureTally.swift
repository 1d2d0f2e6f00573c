import ProvisionModel

/// What the score cells of a measure look like, counted.
struct MeasureTally {
  /// Cells with a plain number.
  var numbers = 0
  /// Cells with years and months.
  var ages = 0
  /// Cells with a text that is neither.
  var textCells = 0
  /// How many cells hold each such text, in capitals.
  var texts: [String: Int] = [:]

  /// Counts a cell; `text` is looked at only where it is neither a number nor an age.
  mutating func add(_ shape: ScoreShape, text: @autoclosure () -> String) {
    switch shape {
    case .empty:
      break
    case .age:
      ages += 1
    case .whole, .oneDecimal, .twoDecimals, .manyDecimals:
      numbers += 1
    case .text:
      let text = text().uppercased()
      guard !Measure.usualNotAssessed.contains(text) else { return }
      textCells += 1
      texts[text, default: 0] += 1
    }
  }
}
