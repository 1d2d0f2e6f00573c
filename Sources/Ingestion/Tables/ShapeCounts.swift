import ProvisionModel

/// What the score cells of each measure of the tracking files look like, counted row by row.
struct ShapeCounts: Sendable {
  /// A text and the measure on whose rows it stands, by the columns' codes.
  struct TextOfMeasure: Hashable {
    var measure: UInt32
    var text: UInt32
  }

  /// How many rows of a measure hold each text.
  private(set) var texts: [TextOfMeasure: Int] = [:]

  private static let shapes = 8
  private var counts: [Int] = []

  /// Counts a cell that is no text.
  mutating func add(_ shape: ScoreShape, measure: UInt32) {
    let position = Int(measure) * Self.shapes + Int(shape.rawValue)
    while counts.count <= position { counts.append(0) }
    counts[position] += 1
  }

  /// Counts a cell with a text.
  mutating func add(text: UInt32, measure: UInt32) {
    texts[TextOfMeasure(measure: measure, text: text), default: 0] += 1
  }

  /// How many rows of a measure hold cells of a shape other than text.
  func count(_ shape: ScoreShape, measure: Int) -> Int {
    let position = measure * Self.shapes + Int(shape.rawValue)
    return position < counts.count ? counts[position] : 0
  }
}
