/// The axis of pictures of progress in SD: a row a thing, progress from left to right, and a line at
/// what similar pupils did.
struct EffectAxis: Sendable {
  /// Where an effect size stands [per cent of the width].
  let scale: Scale
  private let step: Double

  /// Effects beyond this are cut off, with an arrow head: they say that something is wrong, and
  /// would press all others together [SD].
  static let farthest = 2.0
  /// How much of a picture lies above the rows [pixels].
  static let head = 30.0
  /// How much lies below them [pixels].
  static let foot = 44.0

  /// An axis that holds some effects, and half an SD on either side of none.
  init(_ effects: [Double]) {
    let low = max(-Self.farthest, min(-0.5, effects.min() ?? 0))
    let high = min(Self.farthest, max(0.5, effects.max() ?? 0))
    let quarters = (low * 4).rounded(.down) / 4...(high * 4).rounded(.up) / 4
    scale = Scale(quarters, from: 3, to: 97)
    step = Ticks.step(
      among: [0.25, 0.5, 1], length: quarters.upperBound - quarters.lowerBound, most: 6)
  }

  /// Draws the grid behind rows that end at a height, and what it means.
  ///
  /// - Parameters:
  ///   - smallest: Effects under this make no difference that matters; nil: that band is not drawn.
  ///   - zero: What no effect means.
  func draw(_ drawing: inout Drawing, bottom: Double, smallest: Double?, zero: String) {
    let top = Self.head - 8
    if let smallest {
      drawing.rectangle(
        "band", from: Place(scale.place(-smallest), top), to: Place(scale.place(smallest), bottom))
    }
    for tick in Ticks.multiples(of: step, in: scale.values) where tick != 0 {
      let across = scale.place(tick)
      drawing.line("grid", from: Place(across, top), to: Place(across, bottom))
      drawing.text(
        Wording.tick(tick), "tick", at: Place(across, bottom + 16),
        anchor: across < 6 ? .start : across > 94 ? .end : .middle)
    }
    let none = scale.place(0)
    drawing.line("zero", from: Place(none, top), to: Place(none, bottom))
    drawing.text("0", "tick", at: Place(none, bottom + 16), anchor: .middle)
    drawing.text(
      zero, "tick", at: Place(none, 14), anchor: none < 30 ? .start : none > 70 ? .end : .middle)
    drawing.text("◂ less progress", "tick", at: Place(0, bottom + 36))
    drawing.text("more progress ▸", "tick", at: Place(100, bottom + 36), anchor: .end)
  }

  /// Draws a line over an interval, with an arrow head where it is cut off.
  func interval(_ drawing: inout Drawing, _ interval: ClosedRange<Double>, _ down: Double) {
    let (low, high) = (scale.place(interval.lowerBound), scale.place(interval.upperBound))
    drawing.line("outer", from: Place(low, down), to: Place(high, down))
    for (end, across) in [(interval.lowerBound, low), (interval.upperBound, high)] {
      if scale.values.contains(end) {
        drawing.line("outer", from: Place(across, down - 4), to: Place(across, down + 4))
      } else {
        drawing.shape(
          end < scale.values.lowerBound ? .toLeft : .toRight, "arrow", at: Place(across, down))
      }
    }
  }
}
