/// What was varied from one term to the next: a row an intervention, a column a kind of change.
enum VariationPicture {
  /// What became of one thing.
  enum Change: Sendable {
    case more
    case less
    /// Other pupils or other TAs, as many as before.
    case other
    /// Not shown, as it rests on few pupils.
    case hidden

    /// The change in a word.
    var word: String {
      switch self {
      case .more: "more"
      case .less: "less"
      case .other: "others"
      case .hidden: "c"
      }
    }
  }

  /// An intervention.
  struct Row: Sendable {
    /// The intervention.
    var name: String
    /// That it began, stopped or stayed as it was; empty where something changed.
    var note: String
    /// What changed, by column.
    var changes: [Int: Change]

    /// What the row shows, in words.
    var words: String {
      let parts = columns.indices.compactMap { column in
        changes[column].map { "\(columns[column].lowercased()) \($0.word)" }
      }
      return "\(name): \(note.isEmpty ? parts.joined(separator: ", ") : note.lowercased())"
    }
  }

  /// The columns.
  static let columns = ["Pupils", "Sessions", "Minutes", "Weeks", "Group", "TAs"]

  private static let head = 26.0
  private static let rowHeight = 44.0

  /// The picture, in parts where there are many rows; none without rows.
  static func pictures(
    id: String, title: Sentence, rows: [Row], note hidden: Sentence, naming figures: String
  ) -> [Picture] {
    Picture.parts(rows).map { number, note, rows in
      var drawing = Drawing(naming: figures)
      for (column, name) in columns.enumerated() {
        drawing.text(name, "tick", at: Place(across(column), 14), anchor: .middle)
      }
      for (index, row) in rows.enumerated() {
        let top = head + Double(index) * rowHeight
        drawing.titled(row.words) { draw(row, top, &$0) }
      }
      return Picture(
        id: "\(id)-\(number)", title: title + note,
        description: rows.map(\.words).joined(separator: "; ") + ".",
        height: head + Double(rows.count) * rowHeight + 6,
        legend: "▲ more, ▼ less or fewer, ■ others but as many, ○ as before. Sessions are those of "
          + "a week, minutes those of a session, weeks from start to end, group the pupils in one."
          + hidden,
        drawing: drawing)
    }
  }

  private static func across(_ column: Int) -> Double {
    8 + Double(column) * 84 / Double(columns.count - 1)
  }

  private static func draw(_ row: Row, _ top: Double, _ drawing: inout Drawing) {
    drawing.line("grid", from: Place(0, top), to: Place(100, top))
    drawing.text(TextFit.shortened(row.name, to: 38), "strong", at: Place(0, top + 17))
    let middle = top + 31
    guard row.note.isEmpty else {
      drawing.text(row.note, "faint-text", at: Place(0, middle + 3))
      return
    }
    for column in columns.indices {
      let place = Place(across(column), middle)
      switch row.changes[column] {
      case nil: drawing.dot("own", at: place, radius: 3)
      case .more: drawing.shape(.up, "mark one", at: place)
      case .less: drawing.shape(.down, "mark one", at: place)
      case .other: drawing.shape(.square, "mark one", at: place)
      case .hidden: drawing.text("c", "tick", at: Place(place.across, middle + 4), anchor: .middle)
      }
    }
  }
}
