/// What people write in the column of the group where there is none.
enum GroupText {
  /// Whether a cell says that a pupil is taught alone, so that the rows of an intervention that say
  /// so are no group together.
  static func isNoGroup(_ cell: Cell) -> Bool {
    guard cell.count <= 20 else { return false }
    return words.contains(PlainName.key(cell.text))
  }

  private static let words: Set<String> = [
    "11", "1to1", "1on1", "onetoone", "oneonone", "individual", "individually", "121", "none", "na",
    "",
  ]
}
