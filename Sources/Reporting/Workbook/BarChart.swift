/// A chart of bars, one a row, each made of pieces that are stacked from 0.
struct BarChart: Sendable {
  /// What the pieces of a column of numbers are drawn with.
  enum Ink: Sendable {
    /// Nothing: the space before a bar.
    case none
    /// The light colour: where only a 95% range goes.
    case light
    /// The dark colour.
    case dark
  }

  /// The title.
  var title: String
  /// What the axis of values counts.
  var axis: String
  /// How the values are shown.
  var style: WorkbookColumn.Style
  /// What the dark pieces are.
  var darkName: String
  /// The text for those who do not see the chart.
  var description: String
  /// The sheet that holds its numbers, with the labels in the first column.
  var dataSheet: String
  /// The row of the first bar in that sheet, counted from 0.
  var firstRow: Int
  /// The column of the first pieces in that sheet, counted from 0.
  var firstColumn: Int
  /// How the pieces are drawn, column by column.
  var inks: [Ink]
  /// The number of bars.
  var count: Int

  /// Whether it is higher than wide.
  var isTall: Bool { count > 30 }

  /// What the light pieces are.
  static let lightName = "95% range"

  /// More bars cannot be read.
  static let mostBars = 100
}

/// A bar from one end of a 95% range to the other, dark in its middle, light at its ends.
struct RangeBar: Sendable, Equatable {
  /// What it is about.
  var label: String
  /// Where its row stands in a CSV file; empty: nowhere.
  var place = ""
  /// The dark middle.
  var middle: ClosedRange<Double>
  /// All of the bar; holds the middle.
  var whole: ClosedRange<Double>

  /// How wide the dark middle is drawn at least.
  static let narrowest = 0.02

  /// The headings and inks of its pieces in the order in which they are stacked from 0, first to
  /// the right, then to the left; the first keeps the bar away from 0.
  static let pieces: [(heading: String, ink: BarChart.Ink)] = [
    ("Bar: space before it", .none), ("Bar: right, light, lower end", .light),
    ("Bar: right, dark", .dark), ("Bar: right, light, upper end", .light),
    ("Bar: left, light, upper end", .light), ("Bar: left, dark", .dark),
    ("Bar: left, light, lower end", .light),
  ]

  /// The lengths of the pieces; those to the left of 0 are negative.
  var lengths: [Double] {
    let spare = max(0, Self.narrowest - (middle.upperBound - middle.lowerBound)) / 2
    let (left, right) = (middle.lowerBound - spare, middle.upperBound + spare)
    let (low, high) = (min(whole.lowerBound, left), max(whole.upperBound, right))
    func toTheRight(_ from: Double, _ to: Double) -> Double { max(0, to) - max(0, from) }
    func toTheLeft(_ from: Double, _ to: Double) -> Double { min(0, from) - min(0, to) }
    return [
      low > 0 ? low : min(0, high),
      toTheRight(low, left), toTheRight(left, right), toTheRight(right, high),
      toTheLeft(right, high), toTheLeft(left, right), toTheLeft(low, left),
    ]
  }
}
