import Diagnostics
import ProvisionModel

/// Which column of a file holds what.
struct ColumnMap<Column: CanonicalColumn> {
  /// The headings, as the file writes them.
  let headings: [String]
  /// The line of the headings, from 1.
  let line: Int
  /// The columns found among them.
  let match: HeadingMatch<Column>
  /// All columns there may be, and where each is: looked at in every row.
  private let columns: [Column]
  private let positions: [Int]

  /// Finds the columns among the headings of a file.
  init(headings: [String], line: Int, dictionary: HeadingDictionary<Column>) {
    self.headings = headings
    self.line = line
    let match = HeadingMatch(headings: headings, dictionary: dictionary)
    self.match = match
    columns = Array(Column.allCases)
    positions = columns.map { match.positions[$0] ?? -1 }
  }

  /// The position of a column, from 0; −1 when the file does not have it.
  func position(of column: Column) -> Int {
    columns.firstIndex(of: column).map { positions[$0] } ?? -1
  }

  /// Whether the file has a column.
  func has(_ column: Column) -> Bool {
    match.positions[column] != nil
  }

  /// The heading of a column, as the file writes it; its canonical name when the file lacks it.
  func heading(of column: Column) -> String {
    match.positions[column].map { headings[$0] } ?? column.rawValue
  }

  /// The columns that the file has, by their canonical names.
  var places: [String: InputColumn] {
    Dictionary(
      uniqueKeysWithValues: match.positions.map { column, position in
        (column.rawValue, InputColumn(position: position + 1, heading: headings[position]))
      })
  }

  /// How many cells a row needs: up to the last column with a heading.
  var width: Int {
    (headings.lastIndex { !$0.isEmpty } ?? -1) + 1
  }
}
