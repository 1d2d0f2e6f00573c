import Analysis

/// What the cells of a column are. Style, rounding and format follow from it.
enum FigureKind: Sendable {
  /// A name, a code or a few words.
  case word
  /// Sentences, which need room.
  case prose
  /// A date.
  case day
  /// A number of pupils or episodes, which the ledger of the governors' pack knows.
  case count(LedgerCount)
  /// Another whole number.
  case whole
  /// A number with so many decimals.
  case decimals(Int)
  /// So many of so many pupils or episodes.
  case share
  /// Another share, in per cent.
  case percent
  /// Pounds.
  case money

  /// How a workbook shows it.
  var style: WorkbookColumn.Style {
    switch self {
    case .word: .text
    case .prose: .prose
    case .day: .day
    case .count, .whole: .whole
    case .decimals(let decimals): .decimals(decimals)
    case .share, .percent: .share
    case .money: .money
    }
  }

  /// How a page sets it.
  var pageStyle: PageStyle {
    switch self {
    case .word: .text
    case .prose: .prose
    case .day, .count, .whole, .decimals, .share, .percent, .money: .number
    }
  }

  /// A cell as the governors get it: rounded to what a reader can use, as the last digits of a mean or a
  /// share show how many pupils it is of.
  func released(_ cell: TableCell, _ rules: DisclosureRules) -> TableCell {
    switch (cell, self) {
    case (.whole, .whole): cell
    case (.whole(let count), _): .whole(rules.shown(count))
    case (.share(let share), _): .number(rules.shown(share: share.value ?? 0))
    case (.number(let value), .share): .number(rules.shown(share: value))
    case (.number(let value), .decimals(let decimals)):
      .number(DisclosureRules.rounded(value, decimals: decimals))
    case (.number(let value), .percent): .number(DisclosureRules.rounded(value, decimals: 2))
    case (.number(let value), .money): .number(DisclosureRules.rounded(value, decimals: 0))
    default: cell
    }
  }

  /// A cell in the words of a page (METHOD §10); `c` where it is kept back.
  func words(_ cell: TableCell, isSigned: Bool = false) -> String {
    switch cell {
    case .absent, .notApplicable: ""
    case .suppressed: "c"
    case .text(let text), .freeText(let text): text
    case .whole(let number): Wording.number(Double(number), decimals: 0)
    case .share(let share): "\(share.count) of \(share.total)"
    case .day(let day): Wording.date(day)
    case .number(let value):
      switch self {
      case .share, .percent: Wording.percent(value)
      case .money: Wording.pounds(value)
      case .decimals where isSigned: Wording.signed(value)
      case .decimals(let decimals): Wording.number(value, decimals: decimals)
      case .word, .prose, .day, .count, .whole: Wording.number(value)
      }
    }
  }
}
