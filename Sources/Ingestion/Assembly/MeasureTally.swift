import ProvisionModel

/// What the score cells of a measure look like, counted.
struct MeasureTally {
  /// Cells with a plain number.
  var numbers = 0
  /// Of these, those with decimals.
  var decimals = 0
  /// Cells with years and months.
  var ages = 0
  /// Cells with a text that is neither.
  var textCells = 0
  /// Whether the heading above them calls them standardised.
  var isBelowStandardisedHeading = false
  /// How many cells hold each such text, in capitals.
  var texts: [String: Int] = [:]

  /// The letters behind numbers, such as the `E` of `104e`: where there are several, they are part
  /// of the score.
  var suffixes: Set<String> {
    Set(
      texts.keys.compactMap { text in
        ScoreText.number(withLetters: text).map { _ in
          String(text.drop { $0.isNumber || $0 == "." || $0 == " " })
        }
      })
  }

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
    for shape in [ScoreShape.oneDecimal, .twoDecimals] {
      decimals += shapes.count(shape, measure: measure)
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
