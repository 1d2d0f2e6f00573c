import ProvisionModel

/// The axis of pictures of scores, from the bottom up, with round scores as the measure writes them.
struct ScoreAxis: Sendable {
  /// Where a score stands [pixels].
  let scale: Scale
  private let ticks: [Double]
  private let measure: Measure

  /// An axis that holds some scores of a measure between two heights.
  init(_ scores: [Double], _ measure: Measure, top: Double, bottom: Double) {
    var low = scores.min() ?? 0
    var high = scores.max() ?? 0
    let room = max((high - low) * 0.08, measure.kind == .ordinal ? 0.5 : 1)
    low -= room
    high += room
    let step =
      switch measure.kind {
      case .age: Ticks.step(among: [1, 3, 6, 12, 24, 48], length: high - low, most: 5)
      case .ordinal: Ticks.step(among: [1, 2, 4], length: high - low, most: 10)
      case .standardised, .points: Ticks.roundStep(length: high - low, most: 5)
      }
    scale = Scale(low...high, from: bottom, to: top)
    self.measure = measure
    ticks = Ticks.multiples(of: step, in: low...high)
  }

  /// Draws the grid, each line with its score above its left end.
  func draw(_ drawing: inout Drawing) {
    for tick in ticks {
      let down = scale.place(tick)
      let label = Wording.score(tick, measure)
      guard !label.isEmpty else { continue }
      drawing.line("grid", from: Place(0, down), to: Place(100, down))
      drawing.text(label, "tick", at: Place(0, down - 3))
    }
  }
}
