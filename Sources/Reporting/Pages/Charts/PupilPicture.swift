import ProvisionModel

/// A pupil's scores on a measure over time, with the start of each intervention marked.
enum PupilPicture {
  /// A score on a day.
  struct Point: Sendable {
    /// The day.
    var day: Day
    /// The score [the measure's unit].
    var score: Double
    /// Whether the true score is only known to lie below or above.
    var isCensored: Bool
  }

  /// An intervention from its start to its end.
  struct Support: Sendable {
    /// The intervention.
    var name: String
    /// Its first day.
    var start: Day
    /// Its last day; nil while it goes on.
    var end: Day?
  }

  private static let (top, bottom) = (16.0, 166.0)
  private static let rowHeight = 34.0

  /// The picture; nil with fewer than two scores.
  ///
  /// - Parameter last: The last day to be shown.
  static func picture(
    id: String, title: String, points: [Point], support: [Support], measure: Measure, last: Day
  ) -> Picture? {
    guard points.count >= 2 else { return nil }
    let days = points.map(\.day) + support.map(\.start)
    guard let first = days.min(), let end = (days + [last]).max(), first < end else { return nil }
    let across = Scale(Double(first.number)...Double(end.number), from: 11, to: 97)
    let axis = ScoreAxis(points.map(\.score), measure, top: top, bottom: bottom)
    var drawing = Drawing()
    axis.draw(&drawing)
    months(first...end, across, &drawing)
    func place(_ day: Day) -> Double { across.place(Double(day.number)) }
    for (index, one) in support.enumerated() {
      let down = bottom + 44 + Double(index) * rowHeight
      let (start, stop) = (place(one.start), place(one.end ?? last))
      drawing.line("start", from: Place(start, top), to: Place(start, down + 8))
      drawing.rectangle("support", from: Place(start, down), to: Place(stop, down + 8))
      let name = TextFit.shortened(one.name, to: 40)
      let (at, anchor) = stand(name, start, stop)
      drawing.text(name, at: Place(at, down - 6), anchor: anchor)
    }
    for (one, next) in zip(points, points.dropFirst()) {
      drawing.line(
        "path", from: Place(place(one.day), axis.scale.place(one.score)),
        to: Place(place(next.day), axis.scale.place(next.score)))
    }
    for point in points {
      drawing.titled("\(Wording.date(point.day)): \(Wording.score(point.score, measure))") {
        $0.dot(
          point.isCensored ? "end behind" : "end ahead",
          at: Place(place(point.day), axis.scale.place(point.score)), radius: 4)
      }
    }
    return Picture(
      id: id, title: Sentence(title, is: ""), description: words(points, support, measure),
      height: bottom + 26 + Double(support.count) * rowHeight, legend: "", drawing: drawing)
  }

  /// Where a name stands so that a phone shows it whole: above the beginning of its bar, else above
  /// the end, else at the left edge.
  private static func stand(_ name: String, _ start: Double, _ stop: Double) -> (Double, Anchor) {
    // A small letter takes 2% of the width of a phone.
    let width = 2 * TextFit.letters(name)
    if start + width <= 100 { return (start, .start) }
    return stop >= width ? (stop, .end) : (0, .start)
  }

  private static func words(_ points: [Point], _ support: [Support], _ measure: Measure) -> String {
    let scores = points.suffix(12).map {
      "\(Wording.score($0.score, measure)) on \(Wording.date($0.day))"
    }
    let starts = support.map { "\($0.name) began on \(Wording.date($0.start))" }
    return (scores + starts).joined(separator: "; ") + "."
  }

  /// Draws marks at the beginnings of months, as many as fit.
  private static func months(_ days: ClosedRange<Day>, _ across: Scale, _ drawing: inout Drawing) {
    let (first, last) = (days.lowerBound.civil, days.upperBound.civil)
    let length = Double((last.year - first.year) * 12 + last.month - first.month + 1)
    let step = Int(Ticks.step(among: [1, 2, 4, 6, 12, 24, 60], length: length, most: 4))
    for number in (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1) {
      // Counted from September, with which the school year begins.
      guard (number - 8) % step == 0,
        let day = Day(year: number / 12, month: number % 12 + 1, day: 1), days.contains(day)
      else { continue }
      let place = across.place(Double(day.number))
      drawing.line("grid", from: Place(place, bottom), to: Place(place, bottom + 5))
      drawing.text(
        Wording.month(day), "tick", at: Place(place, bottom + 17),
        anchor: place > 90 ? .end : .middle)
    }
  }
}
