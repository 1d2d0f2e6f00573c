import ProvisionModel

/// Interventions over the terms: a row an intervention, a column a term; a dot where it ran, as large
/// as it has pupils, with how often and how long, and what could be said of it.
enum TermsPicture {
  /// An intervention in a term.
  struct Cell: Sendable {
    /// Its pupils; nil where they are not shown.
    var pupils: Int?
    /// Sessions a week.
    var sessions: Double?
    /// Minutes a session.
    var minutes: Double?
    /// What the evidence of the term says; nil where nothing ended, or it is not shown.
    var verdict: Verdict?

    /// How often and how long, `3 × 20 min`.
    var dose: String {
      let parts = [
        sessions.map { "\(Wording.plain($0)) ×" }, minutes.map { "\(Wording.plain($0)) min" },
      ].compactMap(\.self).joined(separator: " ")
      // In a narrow column the legend says what two long numbers are.
      return parts.count > 10 && sessions != nil ? parts.replacing(" min", with: "") : parts
    }

    /// What it shows, in words.
    var words: String {
      let parts = [
        pupils.map { Wording.count($0, "pupil") },
        sessions.map { "\(Wording.plain($0)) sessions a week" },
        minutes.map { "\(Wording.plain($0)) minutes" },
        verdict.map { "verdict \($0.rawValue)" },
      ].compactMap(\.self)
      return parts.isEmpty ? "it ran" : parts.joined(separator: ", ")
    }
  }

  /// An intervention.
  struct Row: Sendable {
    /// The intervention.
    var name: String
    /// One for each term; nil where it did not run.
    var cells: [Cell?]

    /// What the row shows, in words.
    func words(_ terms: [String]) -> String {
      let parts = zip(terms, cells).map { "\($0) \($1?.words ?? "not run")" }
      return "\(name): \(parts.joined(separator: "; "))"
    }
  }

  private static let head = 42.0
  private static let lineHeight = 16.0

  /// The height of a row: its name, its dots, and a line below them or two.
  private static func rowHeight(_ hasPupils: Bool) -> Double {
    (hasPupils ? 64 : 48) + lineHeight
  }

  /// The picture, in parts where there are many rows; none without rows.
  static func pictures(
    id: String, title: Sentence, terms: [String], rows: [Row], hasPupils: Bool,
    naming figures: String
  ) -> [Picture] {
    let most = Double(rows.flatMap(\.cells).compactMap { $0?.pupils }.max() ?? 1)
    return Picture.parts(rows).map { number, note, rows in
      var drawing = Drawing(naming: figures)
      for (column, term) in terms.enumerated() {
        // The year stands under the name: side by side they are wider than a column.
        for (line, part) in term.split(separator: " ", maxSplits: 1).enumerated() {
          let place = Place(across(column, terms.count), 14 + Double(line) * lineHeight)
          drawing.text(String(part), "tick", at: place, anchor: .middle)
        }
      }
      let rowHeight = rowHeight(hasPupils)
      for (index, row) in rows.enumerated() {
        let top = head + Double(index) * rowHeight
        drawing.titled(row.words(terms)) { draw(row, top, most, &$0) }
      }
      return Picture(
        id: "\(id)-\(number)", title: title + note,
        description: rows.map { $0.words(terms) }.joined(separator: ". ") + ".",
        height: head + Double(rows.count) * rowHeight + 6,
        legend: "A dot: it ran in the term. Below: sessions a week × minutes a session."
          + (hasPupils
            ? " The number, and the size of the dot: its pupils. ▲ better, △ likely better, ■ about "
              + "the same, ▽ gain unlikely, ▼ worse, ◇ unclear, by the episodes that ended in the term."
            : ""),
        drawing: drawing)
    }
  }

  private static func across(_ column: Int, _ columns: Int) -> Double {
    columns > 1 ? 12 + Double(column) * 76 / Double(columns - 1) : 50
  }

  private static func draw(_ row: Row, _ top: Double, _ most: Double, _ drawing: inout Drawing) {
    drawing.line("grid", from: Place(0, top), to: Place(100, top))
    drawing.text(TextFit.shortened(row.name, to: 38), "strong", at: Place(0, top + 17))
    let middle = top + 33
    // The lines first, so that dots lie over them.
    for column in row.cells.indices.dropFirst()
    where row.cells[column - 1] != nil && row.cells[column] != nil {
      let ends = [column - 1, column].map { Place(across($0, row.cells.count), middle) }
      drawing.line("grid", from: ends[0], to: ends[1])
    }
    for (column, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      let place = Place(across(column, row.cells.count), middle)
      let size = cell.pupils.map { (Double($0) / most).squareRoot() } ?? 0.5
      drawing.dot("mark one", at: place, radius: 3 + 5 * size)
      let text = [cell.pupils.map(String.init), cell.verdict.map(sign)].compactMap(\.self)
        .filter { !$0.isEmpty }.joined(separator: " ")
      for (line, text) in [text, cell.dose].filter({ !$0.isEmpty }).enumerated() {
        let below = Place(place.across, middle + 22 + Double(line) * lineHeight)
        drawing.text(text, "tick", at: below, anchor: .middle)
      }
    }
  }

  private static func sign(_ verdict: Verdict) -> String {
    verdict.isJudged ? verdict.shape.letter : ""
  }
}
