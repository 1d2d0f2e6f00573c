/// What an element of a page prints under the names of figures.
struct PrintedFigure: Sendable {
  /// The page, `governors/report.html`.
  let file: String
  /// The element, `td`.
  let element: String
  /// The figures that it names.
  let figures: [String]
  /// The row of a table that it stands in; nil for one outside of tables.
  let row: RowReference?
  /// Its text, with that of the elements within.
  let text: String

  /// The part of the text that each figure has: `7 of 9`, `80.0 to 85.0`, or one text for both ends
  /// of a range; nil where the text cannot be divided among them.
  var pieces: [(figure: String, text: String)]? {
    guard figures.count > 1 else { return figures.map { ($0, text) } }
    let pieces = text.replacing(" of ", with: " to ").split(separator: " to ").map(String.init)
    switch pieces.count {
    case figures.count: return Array(zip(figures, pieces))
    case 0, 1: return figures.map { ($0, text) }
    default: return nil
    }
  }

  /// For a message.
  var place: String { row.map { "\(file) (\($0.table) row \($0.index))" } ?? file }
}
