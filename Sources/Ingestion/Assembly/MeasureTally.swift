import ProvisionModel

/// What the score cells of a measure look like, counted.
struct MeasureTally {
  /// Cells with a plain number.
  var numbers = 0
  /// Cells with years and months.
  var ages = 0
  /// Cells with a text that is neither.
  var textCells = 0
  /// Whether the heading above them calls them standardised.
  var isBelowStandardisedHeading = false
  /// How many cells hold each such text, in capitals.
  var texts: [String: Int] = [:]

  /// Counts a cell.
  mutating func add(_ score: RawScore) {
    switch score.shape {
    case .empty: break
    case .age: ages += 1
    case .whole, .oneDecimal, .twoDecimals, .manyDecimals: numbers += 1
    case .text: add(score.text, count: 1)
    }
  }

  /// Counts the cells of a code of the tracking files.
  mutating func add(_ shapes: ShapeCounts, measure: Int) {
    ages += shapes.count(.age, measure: measure)
    for shape in [ScoreShape.whole, .oneDecimal, .twoDecimals, .manyDecimals] {
      numbers += shapes.count(shape, measure: measure)
    }
  }

  /// Counts cells with a text; codes for "not assessed" say nothing of the kind of measure.
  mutating func add(_ text: String, count: Int) {
    let text = text.uppercased()
    guard !Measure.usualNotAssessed.contains(text) else { return }
    textCells += count
    texts[text, default: 0] += count
  }
}
