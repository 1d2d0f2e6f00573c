/// The width of a column, in digits: as wide as its texts, up to a limit beyond which they are
/// wrapped.
struct XLSXColumnWidth {
  private let style: WorkbookColumn.Style
  private let heading: String
  private var content = 0.0

  /// The width that a heading needs: wrapped over a few lines, with room for the filter's button.
  private let least: Double

  /// A column without any cell.
  init(_ column: WorkbookColumn) {
    style = column.style
    heading = column.heading
    least =
      max(
        XLSXText.longestWord(column.heading), XLSXText.width(column.heading) / 3, 5) * 1.1 + 4
  }

  /// Widens the column for a cell.
  ///
  /// - Returns: The lines that the cell needs.
  mutating func make(roomFor cell: TableCell) -> Int {
    switch cell {
    case .absent, .notApplicable, .suppressed: break
    case .text(let text), .freeText(let text):
      let (width, isOneLine) = XLSXText.measure(text)
      content = max(content, width)
      if !isOneLine || width + 3 > most {
        return XLSXText.lines(text, width: most - 3)
      }
    case .whole(let value): content = max(content, Self.digits(Double(value)))
    case .number, .share:
      let value = cell.number ?? 0
      let more =
        switch style {
        case .decimals(let count): Double(count + 1)
        case .money: 6.0
        case .share, .text, .prose, .whole, .day: 3.0
        }
      content = max(content, Self.digits(value) + more)
    case .day: content = max(content, 10)
    }
    return 1
  }

  /// The width.
  var width: Double { min(max(least, min(content + 3, most)), 80) }

  /// The lines that the heading needs.
  var headingLines: Int { XLSXText.lines(heading, width: (width - 4) / 1.1) }

  private var most: Double {
    switch style {
    case .prose: 70
    case .text, .whole, .decimals, .share, .money, .day: 40
    }
  }

  private static func digits(_ value: Double) -> Double {
    var digits = value < 0 ? 2.0 : 1.0
    var rest = abs(value)
    while rest >= 10, digits < 20 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}
