/// Dose against progress, a dot an episode.
enum DosePicture {
  /// An episode.
  struct Dot: Sendable {
    /// The pupil and the intervention.
    var name: String
    /// Attendance [per cent] or hours.
    var dose: Double
    /// Progress, d [SD].
    var progress: Double
  }

  /// Fewer episodes than this show chance (METHOD §9).
  static let fewest = 10
  private static let (top, bottom) = (24.0, 284.0)

  /// The picture; nil with too few episodes or where all doses are one.
  ///
  /// - Parameter unit: What stands behind a dose, e.g. `%` or ` hours`.
  static func picture(
    id: String, title: String, dots: [Dot], doseName: String, unit: String
  ) -> Picture? {
    let doses = dots.map(\.dose)
    guard dots.count >= fewest, let low = doses.min(), let high = doses.max(), low < high else {
      return nil
    }
    let room = (high - low) * 0.04
    let across = Scale(low - room...high + room, from: 9, to: 98)
    let progress = dots.map(\.progress)
    let (least, most) = (min(-0.5, progress.min() ?? 0), max(0.5, progress.max() ?? 0))
    let up = Scale(least - 0.1...most + 0.1, from: bottom, to: top)
    var drawing = Drawing()
    grid(across, up, unit, &drawing)
    drawing.text("Progress (SD)", "tick", at: Place(0, 12))
    drawing.text(doseName, "tick", at: Place(98, bottom + 36), anchor: .end)
    for dot in dots {
      drawing.titled(
        "\(dot.name): \(Wording.number(dot.dose, decimals: 0))\(unit), "
          + "\(Wording.number(dot.progress, decimals: 2)) SD"
      ) {
        $0.dot("episode", at: Place(across.place(dot.dose), up.place(dot.progress)), radius: 4.5)
      }
    }
    return Picture(
      id: id, title: Sentence(title, is: ""),
      description: "\(dots.count) episodes, \(doseName.lowercased()) from "
        + "\(Wording.number(low, decimals: 0)) to \(Wording.number(high, decimals: 0))\(unit), "
        + "progress from \(Wording.number(progress.min(), decimals: 1)) to "
        + "\(Wording.number(progress.max(), decimals: 1)) SD.",
      height: bottom + 44,
      legend: "A dot an episode; the line at 0 is what similar pupils did. Pupils who attend less "
        + "differ in other ways, too: this is no proof that more sessions help.",
      drawing: drawing)
  }

  private static func grid(_ across: Scale, _ up: Scale, _ unit: String, _ drawing: inout Drawing) {
    let height = up.values.upperBound - up.values.lowerBound
    for tick in Ticks.multiples(of: Ticks.roundStep(length: height, most: 6), in: up.values) {
      let down = up.place(tick)
      drawing.line(abs(tick) < 1e-9 ? "zero" : "grid", from: Place(0, down), to: Place(100, down))
      drawing.text(Wording.tick(tick), "tick", at: Place(0, down - 3))
    }
    let width = across.values.upperBound - across.values.lowerBound
    for tick in Ticks.multiples(of: Ticks.roundStep(length: width, most: 5), in: across.values) {
      let place = across.place(tick)
      drawing.line("grid", from: Place(place, bottom), to: Place(place, bottom + 5))
      drawing.text(
        Wording.tick(tick) + unit, "tick", at: Place(place, bottom + 18),
        anchor: place > 92 ? .end : .middle)
    }
  }
}
