import ProvisionModel

/// What the score cells of the tracking files look like, counted row by row.
struct ShapeCounts: Sendable {
  /// How many rows hold each text, by the columns' codes of texts.
  private(set) var texts: [Int] = []

  private static let shapes = 7

  @inline(__always)
  private static func position(_ shape: ScoreShape) -> Int {
    switch shape {
    case .empty: 0
    case .whole: 1
    case .oneDecimal: 2
    case .twoDecimals: 3
    case .manyDecimals: 4
    case .age: 5
    case .text: 6
    }
  }

  private var counts: [Int] = []

  /// Counts a cell of a measure; what a text says is counted besides.
  @inline(__always)
  mutating func add(_ shape: ScoreShape, measure: StretchMeasure) {
    let position = measure.position * Self.shapes + Self.position(shape)
    while counts.count <= position { counts.append(0) }
    counts[position] += 1
  }

  /// Counts a cell with a text.
  mutating func add(text: UInt32) {
    while texts.count <= Int(text) { texts.append(0) }
    texts[Int(text)] += 1
  }

  /// Adds the counts of the next stretch.
  mutating func add(_ next: ShapeCounts, _ numbers: TrackingNames.Numbers) {
    for (text, count) in next.texts.enumerated() {
      let text = Int(numbers.scoreTexts[text])
      while texts.count <= text { texts.append(0) }
      texts[text] += count
    }
    for (position, count) in next.counts.enumerated() where count > 0 {
      let (measure, shape) = position.quotientAndRemainder(dividingBy: Self.shapes)
      let code = numbers.measures[StretchMeasure(UInt16(truncatingIfNeeded: measure))]
      guard code != TrackingNames.tooMany else { continue }
      let here = code.position * Self.shapes + shape
      while counts.count <= here { counts.append(0) }
      counts[here] += count
    }
  }

  /// How many rows of a measure hold cells of a shape other than text.
  func count(_ shape: ScoreShape, measure: Int) -> Int {
    let position = measure * Self.shapes + Self.position(shape)
    return position < counts.count ? counts[position] : 0
  }
}
