import ProvisionModel

/// The pupils of one intervention on one measure, each a line from the first score to the last.
enum SlopePicture {
  /// A pupil's two scores.
  struct Line: Sendable {
    /// The pupil.
    var name: String
    /// The score at the start [the measure's unit].
    var baseline: Double
    /// The score at the end.
    var outcome: Double
    /// Whether the gain is at least the expected one; nil where nothing is expected.
    var isOnTrack: Bool?
  }

  private static let (top, bottom) = (34.0, 250.0)
  private static let (left, right) = (16.0, 92.0)

  /// The picture; nil without pupils.
  static func picture(id: String, title: String, lines: [Line], measure: Measure) -> Picture? {
    guard !lines.isEmpty else { return nil }
    let axis = ScoreAxis(
      lines.flatMap { [$0.baseline, $0.outcome] }, measure, top: top, bottom: bottom)
    var drawing = Drawing()
    axis.draw(&drawing)
    drawing.text("Start", "strong", at: Place(left, 18), anchor: .middle)
    drawing.text("End", "strong", at: Place(right, 18), anchor: .middle)
    for line in lines {
      drawing.titled(words(line, measure)) { draw(line, axis, &$0) }
    }
    let answers = lines.compactMap(\.isOnTrack)
    if measure.kind != .ordinal, lines.count > 1 {
      let count = Double(lines.count)
      let means = Line(
        name: "Mean", baseline: lines.reduce(0) { $0 + $1.baseline } / count,
        outcome: lines.reduce(0) { $0 + $1.outcome } / count, isOnTrack: nil)
      drawing.line(
        "mean", from: Place(left, axis.scale.place(means.baseline)),
        to: Place(right, axis.scale.place(means.outcome)))
    }
    let rose = lines.count { measure.sign * ($0.outcome - $0.baseline) > 0 }
    let onTrack =
      answers.isEmpty
      ? "" : " \(answers.count { $0 }) of \(answers.count) made the expected progress or more."
    return Picture(
      id: id, title: Sentence(title, is: ""),
      description: "\(rose) of \(Wording.count(lines.count, "line")) gained.\(onTrack)",
      height: bottom + 8,
      legend: (answers.isEmpty
        ? "A line a pupil."
        : "A line a pupil. Solid with filled dots: the expected progress or more; dashed with "
          + "hollow dots: less.")
        + (measure.kind == .ordinal || lines.count == 1 ? "" : " Thick: the mean."),
      drawing: drawing)
  }

  private static func draw(_ line: Line, _ axis: ScoreAxis, _ drawing: inout Drawing) {
    let style = line.isOnTrack == false ? "behind" : "ahead"
    let ends = [
      Place(left, axis.scale.place(line.baseline)), Place(right, axis.scale.place(line.outcome)),
    ]
    drawing.line("slope \(style)", from: ends[0], to: ends[1])
    for end in ends { drawing.dot("end \(style)", at: end, radius: 3.5) }
  }

  private static func words(_ line: Line, _ measure: Measure) -> String {
    "\(line.name): \(Wording.score(line.baseline, measure)) to "
      + Wording.score(line.outcome, measure)
  }
}
