/// A table of a page.
struct PageTable {
  /// A heading and whether numbers stand under it.
  struct Heading {
    var text: String
    var isNumber: Bool

    /// A heading over texts.
    static func text(_ text: String) -> Heading { Heading(text: text, isNumber: false) }
    /// A heading over numbers, which are set to the right.
    static func number(_ text: String) -> Heading { Heading(text: text, isNumber: true) }
  }

  /// What the table is about.
  var caption: String
  /// The headings; the cell under the first one names its row.
  var headings: [Heading]
  /// The rows that are shown, each with as many cells as there are headings.
  private let rows: [[String]]
  /// How many rows there are.
  private let count: Int
  /// What there is to say below the table.
  private let note: String?

  /// More rows than this make a page that nobody reads; the CSV files have them all.
  static let mostRows = 300

  /// A table with a row for each thing; only the first `mostRows` are made.
  init<Thing>(
    caption: String, headings: [Heading], things: [Thing], note: String? = nil,
    cells: (Thing) -> [String]
  ) {
    self.caption = caption
    self.headings = headings
    self.rows = things.prefix(Self.mostRows).map(cells)
    self.count = things.count
    self.note = note
  }

  /// The table for a template, without columns that are empty from top to bottom; nil when it has
  /// no rows.
  var view: [String: Any]? {
    guard !rows.isEmpty else { return nil }
    let filled = headings.indices.filter { column in
      column == 0 || rows.contains { !$0[column].isEmpty }
    }
    let cut =
      count > rows.count
      ? "The first \(rows.count) of \(count) rows; the CSV file has all." : nil
    let notes = [note, cut].compactMap(\.self)
    var view: [String: Any] = [
      "caption": caption,
      "headings": filled.map { column -> [String: Any] in
        ["text": headings[column].text, "isNumber": headings[column].isNumber]
      },
      "rows": rows.map { ["cells": cells($0, filled)] },
    ]
    if !notes.isEmpty { view["note"] = notes.joined(separator: " ") }
    return view
  }

  private func cells(_ row: [String], _ columns: [Int]) -> [[String: Any]] {
    columns.map { column in
      ["text": row[column], "isNumber": headings[column].isNumber, "isHead": column == 0]
    }
  }
}
