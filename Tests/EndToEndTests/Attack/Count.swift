/// A whole number of pupils or episodes: a cell of a table, or what lies between two of them.
struct Count: Sendable {
  /// The file of the governors' pack that it is about.
  let file: String
  /// Its row, by the words in the row's first cells.
  let row: String
  /// Its column, or how it comes about, e.g. `n_started − n_paired`.
  let column: String
  /// What it truly is, by the SENCo's pack.
  let truth: Int
  /// What the governors' pack prints, or what goes without saying; nil where it is kept.
  let printed: Int?
  /// Whether it is a number that stands in a table.
  var isCell = true
  /// Whether it counts somebody.
  var isSecret = true
  /// Whether to know that it is small is to know too much already, as of all that is not one row.
  var isOfOthers = false

  /// Whether nobody should come to know it (FIELD, small numbers).
  var isSmall: Bool { isSecret && (1..<Knowledge.threshold).contains(truth) }

  /// For a derivation.
  var name: String { "\(column)[\(row)]" }
}
