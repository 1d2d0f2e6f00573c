/// The reference of all files and columns, as a page of the documentation.
package enum ColumnReference {
  /// The page, as Markdown.
  package static var markdown: String {
    var lines = [
      "# Files and columns", "",
      "Every table that `impact run` writes, and what each of its columns means. The CSV files of a "
        + "pack and the sheets of its workbook hold the same cells. Columns marked † are the SENCo's "
        + "only.", "",
      "| file | who gets it | sheet | what it holds |", "|---|---|---|---|",
    ]
    for table in Catalogue.tables {
      lines.append(
        "| [`\(table.file).csv`](#\(anchor(table))) | \(table.audience.title) | "
          + "\(table.sheet?.name ?? "none") | \(table.summary) |")
    }
    for table in Catalogue.tables { lines += section(table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func anchor(_ table: any DeclaredTable) -> String {
    "\(table.file)csv".replacing(".", with: "").lowercased()
  }

  private static func section(_ table: any DeclaredTable) -> [String] {
    let common = Catalogue.tables.first { $0.file == table.columnsOf }
    let explained = Set(common?.columns(in: .senco).map(\.name) ?? [])
    let ofGovernors = Set(table.columns(in: .governors).map(\.name))
    var lines = ["", "## \(table.file).csv", "", "\(table.summary). For \(table.audience.title)."]
    if let common { lines[3] += " It has the columns of `\(common.file).csv`, too." }
    lines += ["", "| column | in the workbook | what it means |", "|---|---|---|"]
    for column in table.columns(in: .senco) where !explained.contains(column.name) {
      let mark = table.audience == .everyone && !ofGovernors.contains(column.name) ? " †" : ""
      lines.append("| `\(column.name)`\(mark) | \(column.heading) | \(column.meaning) |")
    }
    return lines
  }
}

extension Audience {
  fileprivate var title: String {
    switch self {
    case .everyone: "the SENCo and the governors"
    case .senco: "the SENCo"
    }
  }
}
