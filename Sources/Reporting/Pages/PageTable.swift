/// A table of a page.
struct PageTable {
  /// A heading and what stands under it.
  struct Heading {
    var text: String
    /// The class of its cells; none for texts.
    var style: String?

    /// A heading over texts.
    static func text(_ text: String) -> Heading { Heading(text: text) }
    /// A heading over numbers, which are set to the right.
    static func number(_ text: String) -> Heading { Heading(text: text, style: "n") }
    /// A heading over a few words, which need some room.
    static func words(_ text: String) -> Heading { Heading(text: text, style: "words") }
    /// A heading over sentences, which need room.
    static func prose(_ text: String) -> Heading { Heading(text: text, style: "prose") }

    /// A heading of each style.
    static let allStyles = [text(""), number(""), words(""), prose("")]

    /// What a template needs to set a cell under it.
    var view: [String: Any] {
      guard let style else { return [:] }
      return style == "n" ? ["style": style, "isNumber": true] : ["style": style]
    }
  }

  /// What the table is about.
  var caption: String
  /// The headings; the cell under the first one names its row.
  var headings: [Heading]
  /// The rows that are shown, each with as many cells as there are headings.
  private var rows: [[String]]
  /// How many rows there are.
  private let count: Int
  /// What there is to say below the table.
  private let note: String?
  /// Whether its order stands: it is no ranking, and the page offers none.
  private let isInOrder: Bool
  /// Whose table it is: in the governors' a column of nothing but `c` says nothing.
  private let pack: Pack

  /// More rows than this make a page that nobody reads; the CSV files have them all.
  static let mostRows = 300

  /// A table with a row for each thing; only the first `mostRows` are made.
  init<Thing>(
    caption: String, headings: [Heading], things: [Thing], note: String? = nil,
    isInOrder: Bool = false, in pack: Pack = .senco, cells: (Thing) -> [String]
  ) {
    self.caption = caption
    self.headings = headings
    self.rows = things.prefix(Self.mostRows).map(cells)
    self.count = things.count
    self.note = note
    self.isInOrder = isInOrder
    self.pack = pack
  }

  /// The table without some columns, for a sheet of paper that has no room for all.
  func without(_ left: Set<String>) -> PageTable {
    var table = self
    let kept = headings.indices.filter { !left.contains(headings[$0].text) }
    table.headings = kept.map { headings[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }

  /// The table for the template of a page.
  var view: [String: Any]? { view(.page) }

  /// The table for a template, without columns that say nothing from top to bottom; nil when it has
  /// no rows.
  func view(_ markup: TableMarkup) -> [String: Any]? {
    guard !rows.isEmpty else { return nil }
    let filled = headings.indices.filter { column in
      column == 0 || rows.contains { says(something: $0[column]) }
    }
    let cut =
      count > rows.count
      ? "The first \(rows.count) of \(count) rows; the CSV file has all." : nil
    let notes = [note, cut].compactMap(\.self)
    let shown = filled.map { headings[$0] }
    var view: [String: Any] = [
      "caption": caption, "headings": markup.headings(shown),
      "rows": markup.rows(rows.map { row in filled.map { row[$0] } }, under: shown),
    ]
    if isInOrder { view["inOrder"] = true }
    if !notes.isEmpty { view["note"] = notes.joined(separator: " ") }
    return view
  }

  private func says(something cell: String) -> Bool {
    !(cell.isEmpty || (pack == .governors && cell == "c"))
  }
}
