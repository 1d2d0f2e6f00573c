import Foundation

/// A table as Markdown writes it, with columns of equal width.
struct MarkdownTable {
  private var lines: [[String]]

  /// A table with these headings; the first column is of words, the others are of figures.
  init(_ headings: [String]) {
    lines = [headings]
  }

  /// Adds a line.
  mutating func add(_ cells: [String]) {
    lines.append(cells)
  }

  /// The lines of the table.
  var text: String {
    let widths = lines[0].indices.map { column in
      lines.map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: column == 0 ? width : width - 1) + (column == 0 ? "" : ":")
    }
    return
      ([line(lines[0]), "| " + rule.joined(separator: " | ") + " |"]
      + lines.dropFirst().map(line)).joined(separator: "\n") + "\n"
  }
}

/// A share in per cent with one decimal.
func percent(_ share: Double) -> String {
  String(format: "%.1f", 100 * share)
}

/// A figure with so many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
  let text = String(format: "%.\(decimals)f", value)
  return Double(text) == 0 ? String(format: "%.\(decimals)f", 0.0) : text
}
