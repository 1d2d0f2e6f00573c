/// TAs or groups in the order of the table, never of their result: the mean that is drawn to that of
/// all, with its range, and the unit's own mean faint behind it.
enum UnitsPicture {
  /// A TA or a group.
  struct Row: Sendable {
    /// The name or the code.
    var name: String
    /// What is said of it beside the others.
    var finding: String
    /// Its shape.
    var shape: MarkShape?
    /// The drawn mean [SD].
    var shrunk: Double
    /// Its 95% interval [SD]; nil where no unit can be told from the others.
    var interval: ClosedRange<Double>?
    /// Its own mean [SD].
    var own: Double

    /// What the row shows, in words.
    var words: String {
      let range = interval.map { " (\(Wording.range($0)))" } ?? ""
      return "\(name): \(Wording.number(shrunk, decimals: 2))\(range), own mean "
        + "\(Wording.number(own, decimals: 2)), \(finding)"
    }
  }

  private static let rowHeight = 58.0

  /// The picture, in parts where there are many rows; none without rows.
  ///
  /// - Parameter mean: The mean of all, where it is to be drawn [SD].
  static func pictures(
    id: String, title: Sentence, rows: [Row], mean: Double?, note missing: Sentence,
    naming figures: String
  ) -> [Picture] {
    let axis = EffectAxis(
      rows.flatMap {
        [$0.own, $0.shrunk] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
      })
    return Picture.parts(rows).map { number, note, rows in
      let bottom = EffectAxis.head + Double(rows.count) * rowHeight
      var drawing = Drawing(naming: figures)
      axis.draw(&drawing, bottom: bottom, smallest: nil, zero: "what similar pupils did")
      if let mean {
        let across = axis.scale.place(mean)
        drawing.line("all", from: Place(across, EffectAxis.head - 8), to: Place(across, bottom))
      }
      for (index, row) in rows.enumerated() {
        let top = EffectAxis.head + Double(index) * rowHeight
        drawing.titled(row.words) { draw(row, top, axis, &$0) }
      }
      return Picture(
        id: "\(id)-\(number)", title: title + note,
        description: rows.map(\.words).joined(separator: "; ") + ".",
        height: bottom + EffectAxis.foot,
        legend:
          "\(legend)\(mean == nil ? "" : " Dashed line: the mean of all." as Sentence)\(missing)",
        drawing: drawing)
    }
  }

  private static let legend: Sentence =
    "Filled: the mean drawn towards that of all, with its 95% range (● no difference to the others "
    + "shown, ▲ above, ▼ below). Hollow and faint: the own mean, much of it luck."

  private static func draw(_ row: Row, _ top: Double, _ axis: EffectAxis, _ drawing: inout Drawing)
  {
    drawing.text(TextFit.shortened(row.name, to: 38), "strong", at: Place(0, top + 14))
    drawing.text(row.finding, "faint-text", at: Place(0, top + 30))
    let middle = top + 44
    drawing.dot("own", at: Place(axis.scale.place(row.own), middle), radius: 5)
    if let interval = row.interval { axis.interval(&drawing, interval, middle) }
    let place = Place(axis.scale.place(row.shrunk), middle)
    if let shape = row.shape {
      drawing.shape(shape, "mark one", at: place)
    } else {
      drawing.dot("mark one", at: place, radius: 5.5)
    }
  }
}
