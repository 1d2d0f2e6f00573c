/// A table of a page.
struct PageTable: Sendable {
  /// What stands above a column of it.
  struct Heading: Sendable {
    var text: String
    var style: PageStyle
    var entry: GlossaryEntry?
    /// The names of the figures under it; empty where the cells name them.
    var figures: String
    var isInDocuments: Bool
  }

  /// What the table is about.
  let caption: Sentence
  /// The headings; the cell under the first one names its row.
  let headings: [Heading]
  /// The rows that are shown, each with where it stands in its CSV file and a cell for each heading.
  private let rows: [(place: String?, cells: [Sentence])]
  /// How many rows there are.
  private let count: Int
  /// What there is to say below the table.
  private let note: Sentence
  /// Whether its order stands: it is no ranking, and the page offers none.
  private let isInOrder: Bool
  private let pack: Pack

  /// More rows than this make a page that nobody reads; the CSV files have them all.
  static let mostRows = 300

  /// A table with a row for each thing; only the first `mostRows` are made.
  init<Row>(
    _ caption: Sentence, _ columns: [PageColumn<Row>], _ things: [Row], in pack: ReleasedPack,
    note: Sentence = "", isInOrder: Bool = false
  ) {
    self.caption = caption
    headings = columns.map {
      Heading(
        text: $0.heading, style: $0.style, entry: $0.entry, figures: $0.figures,
        isInDocuments: $0.isInDocuments)
    }
    rows = things.prefix(Self.mostRows).map { thing in
      let row = pack.row(thing)
      return (pack.place(of: thing), columns.map { $0.text(row) })
    }
    count = things.count
    self.note = note
    self.isInOrder = isInOrder
    self.pack = pack.pack
  }

  /// The table for a template, without columns that say nothing from top to bottom; nil when it has
  /// no rows.
  func view(_ markup: TableMarkup = .page) -> [String: Any]? {
    guard !rows.isEmpty else { return nil }
    let isMarked = pack == .governors
    let columns = headings.indices.filter { column in
      (markup.hasAllColumns || headings[column].isInDocuments)
        && (column == 0 || rows.contains { says(something: $0.cells[column]) })
    }
    let cut: Sentence =
      count > rows.count
      ? "The first \(rows.count, is: "rows") of \(count, is: "rows") rows; the CSV file has all."
      : ""
    let shown = columns.map { headings[$0] }
    let notes = [note, cut].filter { !$0.isEmpty }.joined(" ")
    var view: [String: Any] = [
      "caption": caption.html(marked: isMarked),
      "label": HTMLText.escaped(caption.plain), "isMarked": isMarked,
      "headings": markup.headings(shown, isMarked: isMarked),
      "rows": markup.rows(
        rows.map { row in (row.place, columns.map { row.cells[$0] }) }, under: shown,
        isMarked: isMarked),
    ]
    if isInOrder { view["inOrder"] = true }
    if !notes.isEmpty { view["note"] = notes.html(marked: isMarked) }
    return view
  }

  /// In the governors' pack a column of nothing but `c` says nothing.
  private func says(something cell: Sentence) -> Bool {
    !(cell.isEmpty || (pack == .governors && cell.plain == "c"))
  }
}
