/// A picture of a page: inline SVG with a title and a description for those who do not see it, and
/// what there is to say below it.
struct Picture: Sendable {
  /// Names the picture within its page: letters, digits and hyphens.
  var id: String
  /// What it shows.
  var title: Sentence
  /// What is to be seen in it, in sentences.
  var description: String
  /// Its height [pixels].
  var height: Double
  /// How its marks are to be read; shown below.
  var legend: Sentence
  /// Its marks.
  var drawing: Drawing

  private var isMarked: Bool { !drawing.figures.isEmpty }

  /// A picture of more rows would not fit a sheet of paper: the rest follows in the next one.
  static let mostRows = 20
  /// More rows than this nobody reads; the table has all.
  static let mostRowsInAll = 80

  /// A picture of more than this is printed on a sheet of its own, upright [pixels].
  static let tallest = 800.0

  /// Rows in parts that fit a sheet, each with a number for its id and what to say of it behind the
  /// title; nothing to say where there is one part only.
  static func parts<Row>(_ rows: [Row]) -> [(number: Int, note: Sentence, rows: [Row])] {
    let shown = rows.prefix(mostRowsInAll)
    return stride(from: 0, to: shown.count, by: mostRows).map { first in
      let last = min(first + mostRows, shown.count)
      let note: Sentence =
        rows.count > mostRows
        ? " (\(first + 1, is: "rows") to \(last, is: "rows") of \(rows.count, is: "rows"))" : ""
      return (first / mostRows + 1, note, Array(shown[first..<last]))
    }
  }

  /// The picture for a template.
  var view: [String: Any] {
    var view: [String: Any] = ["title": title.html(marked: isMarked), "svg": svg]
    if height > Self.tallest { view["isTall"] = true }
    if !legend.isEmpty { view["legend"] = legend.html(marked: isMarked) }
    return view
  }

  /// The picture as SVG.
  var svg: String {
    let names = "\(id)-title \(id)-desc"
    let figures = isMarked ? " data-figure=\"\(drawing.figures)\"" : ""
    return
      "<svg role=\"img\" aria-labelledby=\"\(names)\" width=\"100%\" "
      + "height=\"\(Drawing.number(height))\">"
      + "<title id=\"\(id)-title\"\(figures)>\(HTMLText.escaped(title.plain))</title>"
      + "<desc id=\"\(id)-desc\"\(figures)>\(HTMLText.escaped(description))</desc>"
      + drawing.marks + "</svg>"
  }
}
