import ProvisionModel

/// What the score cells of the tracking files look like, counted row by row.
struct ShapeCounts: Sendable {
  /// How many rows hold each text, by the columns' codes of texts.
  private(set) var texts: [Int] = []

  private static let shapes = 8
  private var counts: [Int] = []

  /// Counts a cell that is no text.
  mutating func add(_ shape: ScoreShape, measure: UInt32) {
    let position = Int(measure) * Self.shapes + Int(shape.rawValue)
    while counts.count <= position { counts.append(0) }
    counts[position] += 1
  }

  /// Counts a cell with a text.
  mutating func add(text: UInt32) {
    while texts.count <= Int(text) { texts.append(0) }
    texts[Int(text)] += 1
  }

  /// How many rows of a measure hold cells of a shape other than text.
  func count(_ shape: ScoreShape, measure: Int) -> Int {
    let position = measure * Self.shapes + Int(shape.rawValue)
    return position < counts.count ? counts[position] : 0
  }
}
