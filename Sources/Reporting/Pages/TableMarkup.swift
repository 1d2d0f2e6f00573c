/// The markup of a table's headings and cells.
struct TableMarkup: Sendable {
  /// Whether headings lead to where they are explained.
  private let hasLinks: Bool
  /// Whether it has room for all columns.
  let hasAllColumns: Bool

  /// Tables on a page.
  static let page = TableMarkup(hasLinks: true, hasAllColumns: true)
  /// Tables in a document to be pasted elsewhere, which styles its cells itself.
  static let document = TableMarkup(hasLinks: false, hasAllColumns: false)

  /// The headings of a table, as HTML.
  ///
  /// - Parameter isMarked: Whether each figure stands in an element that names it.
  func headings(_ headings: [PageTable.Heading], isMarked: Bool) -> String {
    var html = HTMLText()
    for heading in headings {
      html.append(markup: "<th scope=\"col\"\(attributes(heading))>")
      let anchor = hasLinks ? heading.entry?.anchor : nil
      if let anchor { html.append(markup: "<a href=\"#\(anchor)\">") }
      Sentence(heading.text, is: "").append(to: &html, marked: isMarked)
      html.append(markup: anchor == nil ? "</th>" : "</a></th>")
    }
    return html.string
  }

  /// The rows of a table as HTML, each with a cell under each heading.
  ///
  /// - Parameter isMarked: Whether each figure stands in an element that names it.
  func rows(
    _ rows: [(place: String?, cells: [Sentence])], under headings: [PageTable.Heading],
    isMarked: Bool
  ) -> String {
    let openings = headings.enumerated().map { column, heading in
      let figures =
        isMarked && !heading.figures.isEmpty ? " data-figure=\"\(heading.figures)\"" : ""
      return column == 0
        ? "<th scope=\"row\"\(hasLinks ? "" : attributes(heading))\(figures)>"
        : "<td\(attributes(heading))\(figures)>"
    }
    var html = HTMLText()
    for (place, cells) in rows {
      if isMarked, let place {
        html.append(markup: "<tr data-row=\"\(place)\">")
      } else {
        html.append(markup: "<tr>")
      }
      for (column, cell) in cells.enumerated() {
        html.append(markup: openings[column])
        // The cell names what stands in it.
        cell.append(to: &html, marked: isMarked && headings[column].figures.isEmpty)
        html.append(markup: column == 0 ? "</th>" : "</td>")
      }
      html.append(markup: "</tr>\n")
    }
    return html.string
  }

  private func attributes(_ heading: PageTable.Heading) -> String {
    if hasLinks { return heading.style.name.map { " class=\"\($0)\"" } ?? "" }
    let side = heading.style == .number ? "right" : "left"
    return " style=\"border:1px solid #888;padding:1pt 3pt;font-size:8pt;vertical-align:top;"
      + "text-align:\(side)\""
  }
}
