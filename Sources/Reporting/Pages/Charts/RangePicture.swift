/// Interventions compared with what classmates let expect: both ends of each range with the
/// outer interval, the verdict by shape and word.
enum RangePicture {
  /// An intervention on a measure.
  struct Row: Sendable {
    /// The intervention.
    var name: String
    /// The measure.
    var measure: String
    /// What it rests on, unless on both comparisons.
    var basis: String
    /// The verdict's word.
    var verdict: String
    /// The verdict's shape.
    var shape: MarkShape
    /// The verdict's style.
    var style: String
    /// From the smaller to the larger effect [SD].
    var range: ClosedRange<Double>
    /// The outer ends of the two intervals [SD].
    var outer: ClosedRange<Double>

    /// What the row shows, in words.
    var words: String {
      "\(name), \(measure)\(basis.isEmpty ? "" : " (\(basis))"): \(verdict.lowercased()), \(Wording.range(range)), "
        + "outer 95% range \(Wording.range(outer))"
    }
  }

  private static let rowHeight = 60.0

  /// The picture, in parts where there are many rows; none without rows.
  ///
  /// - Parameter smallest: Effects under this make no difference that matters [SD].
  static func pictures(
    id: String, title: Sentence, rows: [Row], smallest: Double, naming figures: String
  ) -> [Picture] {
    let axis = EffectAxis(rows.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] })
    return Picture.parts(rows).map { number, note, rows in
      let bottom = EffectAxis.head + Double(rows.count) * rowHeight
      var drawing = Drawing(naming: figures)
      axis.draw(&drawing, bottom: bottom, smallest: smallest, zero: "as expected without it")
      for (index, row) in rows.enumerated() {
        let top = EffectAxis.head + Double(index) * rowHeight
        drawing.titled(row.words) { draw(row, top, axis, &$0) }
      }
      return Picture(
        id: "\(id)-\(number)", title: title + note,
        description: rows.map(\.words).joined(separator: "; ") + ".",
        height: bottom + EffectAxis.foot, legend: legend, drawing: drawing)
    }
  }

  private static let legend: Sentence =
    "Thick bar: from the smaller to the larger effect of the two predictions, in standard deviations "
    + "(SD) of the test. Thin line: the outer 95% range. Verdicts: ▲ better, △ likely better, ■ about "
    + "the same, ▽ gain unlikely, ▼ worse, ◇ unclear or not judged. Grey band: too small to matter."

  private static func draw(_ row: Row, _ top: Double, _ axis: EffectAxis, _ drawing: inout Drawing)
  {
    drawing.text(TextFit.shortened(row.name, to: 38), "strong", at: Place(0, top + 14))
    // The verdict and the basis first: the table has the measure in full.
    let basis = row.basis.isEmpty ? "" : " · \(row.basis)"
    let verdict = "\(row.shape.letter) \(row.verdict)\(basis) · "
    let room = max(12, 46 - verdict.count)
    drawing.text(
      verdict + TextFit.shortened(row.measure, to: room), at: Place(0, top + 30))
    let middle = top + 44
    axis.interval(&drawing, row.outer, middle)
    let (low, high) = (
      axis.scale.place(row.range.lowerBound), axis.scale.place(row.range.upperBound)
    )
    drawing.line("bar \(row.style)", from: Place(low, middle), to: Place(high, middle))
    for across in low == high ? [low] : [low, high] {
      drawing.shape(row.shape, "mark \(row.style)", at: Place(across, middle))
    }
  }
}
