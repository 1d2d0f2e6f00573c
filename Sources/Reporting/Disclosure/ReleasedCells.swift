import Analysis

/// Makes of cells what the governors get: left out where they may not see them, and rounded to what a
/// reader can use, as the last digits of a mean or a share tell how many pupils it is of.
struct ReleasedCells: Sendable {
  private let rules: DisclosureRules
  private let columns: [(footing: Footing, rounding: Rounding)]

  /// What becomes of the numbers of a column.
  private enum Rounding {
    case none
    case count
    case share
    case decimals(Int)
  }

  /// For the columns of a table.
  init(
    _ rules: DisclosureRules, guide: [ColumnGuide], columns: [(name: String, footing: Footing)]
  ) {
    self.rules = rules
    self.columns = columns.map { column in
      let style = guide.first { $0.name == column.name }?.style
      let rounding: Rounding =
        switch style {
        case .whole: Self.others.contains(column.name) ? .none : .count
        case .share where Self.shares.contains(column.name): .share
        case .share, nil: .decimals(2)
        case .decimals(let decimals): .decimals(decimals)
        case .money: .decimals(0)
        case .text, .prose, .day: .none
        }
      return (column.footing, rounding)
    }
  }

  /// Whole numbers that count neither pupils nor episodes.
  private static let others: Set<String> = ["months_low", "months_high", "evidence_strength"]
  /// Shares of pupils or episodes.
  private static let shares: Set<String> = ["attrition", "share_on_track", "share_met_target"]

  /// The cells of a row.
  func released(_ cells: [TableCell], _ shown: Footings) -> [TableCell] {
    zip(cells, columns).map { cell, column in
      if cell == .notApplicable { return cell }
      guard shown.contains(column.footing) else { return .suppressed }
      switch (cell, column.rounding) {
      case (.whole(let count), .count): return .whole(rules.shown(count))
      case (.number(let value), .share): return .number(rules.shown(share: value))
      case (.number(let value), .decimals(let decimals)):
        return .number(DisclosureRules.rounded(value, decimals: decimals))
      default: return cell
      }
    }
  }
}
