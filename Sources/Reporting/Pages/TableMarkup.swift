/// The markup of a table's headings and cells, which templates make once for each style.
struct TableMarkup {
  private typealias Patterns = [String?: MarkupPattern]

  private let headings: Patterns
  /// Headings that lead to where they are explained; none where there is no such place.
  private let links: Patterns
  private let cells: Patterns
  /// The cell that names its row.
  private let names: Patterns

  /// Tables on a page.
  static let page = TableMarkup(heading: "table-heading", cell: "table-cell", hasLinks: true)
  /// Tables in a document to be pasted elsewhere.
  static let evidence = TableMarkup(
    heading: "evidence-heading", cell: "evidence-cell", hasLinks: false)

  private init(heading: String, cell: String, hasLinks: Bool) {
    func patterns(_ template: String, _ more: [String: Any] = [:]) -> Patterns {
      let styles = PageTable.Heading.allStyles.map { style in
        let view = style.view.merging(more) { $1 }
        return (
          style.style, MarkupPattern(template, view.merging(["text": MarkupPattern.mark]) { $1 })
        )
      }
      return Dictionary(styles) { first, _ in first }
    }
    headings = patterns(heading)
    links = hasLinks ? patterns(heading, ["explanation": MarkupPattern.mark]) : [:]
    cells = patterns(cell)
    names = patterns(cell, ["isHead": true])
  }

  /// The headings of a table, as HTML.
  func headings(_ headings: [PageTable.Heading]) -> String {
    var html = HTMLText()
    for heading in headings {
      let explanation = HeadingExplanation.id(of: heading.text)
      if let explanation, let link = links[heading.style] {
        link.append(explanation, heading.text, to: &html)
      } else {
        self.headings[heading.style]?.append(heading.text, to: &html)
      }
    }
    return html.string
  }

  /// The rows of a table as HTML, each with a cell under each heading.
  func rows(_ rows: [[String]], under headings: [PageTable.Heading]) -> String {
    let patterns = headings.enumerated().compactMap { column, heading in
      (column == 0 ? names : cells)[heading.style]
    }
    var html = HTMLText()
    for row in rows {
      html.append(markup: "<tr>")
      for (pattern, text) in zip(patterns, row) { pattern.append(text, to: &html) }
      html.append(markup: "</tr>\n")
    }
    return html.string
  }
}
