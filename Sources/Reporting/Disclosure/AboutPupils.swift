/// A number of pupils in all interventions together, as the governors read it: to the nearest 5.
struct AboutPupils {
  /// The number as it is shown.
  let shown: Int
  /// How far the true number may lie from it.
  static let reach = 2
  /// What names it on a page.
  static let figure = "pupils_finished"

  /// So many pupils.
  init(_ pupils: Int) {
    shown = (pupils + 2) / 5 * 5
  }

  /// A number that is shown.
  init(shown: Int) {
    self.shown = shown
  }

  /// Whether it neither says that there must be pupils in rows that are not shown, nor leaves to the
  /// largest row fewer others than may be told of.
  ///
  /// - Parameter visible: The pupils and the episodes with both tests of each row that is shown, as far as
  ///   they are.
  func tellsNothing(beside visible: [[Int]], minimum: Int) -> Bool {
    let rows = visible.compactMap { counts in counts.max() }
    guard rows.reduce(0, +) >= shown - Self.reach, let largest = rows.max() else { return false }
    return shown + Self.reach - largest >= minimum
  }
}
