/// What a column of a CSV file is called in the workbook, and what it means.
struct ColumnGuide: Sendable {
  /// The heading in the CSV file.
  let name: String
  /// The heading in the workbook.
  let heading: String
  /// How its cells are shown.
  let style: WorkbookColumn.Style
  /// What it means, in plain words.
  let meaning: String

  /// A column.
  init(_ name: String, _ heading: String, _ style: WorkbookColumn.Style, _ meaning: String) {
    self.name = name
    self.heading = heading
    self.style = style
    self.meaning = meaning
  }
}
