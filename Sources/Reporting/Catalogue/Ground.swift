/// What a figure rests on: the decision of the release that governs it, and, for the audit, how many
/// pupils stand behind it and which counts a reader can work out where it is printed.
struct Ground<Row: Sendable>: Sendable {
  /// The decision of the release that governs it.
  var footing: Footing
  /// The pupils behind the figure of a row; 0: none.
  let pupils: @Sendable (Row) -> Int
  /// The counts of a row that follow from it.
  let tells: @Sendable (Row) -> [LedgerCount]

  /// A ground.
  init(
    _ footing: Footing, pupils: @escaping @Sendable (Row) -> Int = { _ in 0 },
    tells: @escaping @Sendable (Row) -> [LedgerCount] = { _ in [] }
  ) {
    self.footing = footing
    self.tells = tells
    self.pupils = pupils
  }

  /// A name or a setting.
  static var nobody: Ground { Ground(.nobody) }
}

/// A count of a row in the ledger of the governors' pack.
enum LedgerCount: Sendable, Hashable {
  case intervention(InterventionCount)
  case unit(UnitCount)
  case variation(VariationCount)
}
