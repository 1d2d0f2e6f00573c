/// What stands under a heading of a page's table.
enum PageStyle: Sendable {
  /// Names and other short texts.
  case text
  /// Numbers, which are set to the right.
  case number
  /// A few words, which need some room.
  case words
  /// Sentences, which need room.
  case prose

  /// The class of its cells; none for texts.
  var name: String? {
    switch self {
    case .text: nil
    case .number: "n"
    case .words: "words"
    case .prose: "prose"
    }
  }
}

/// A column of a page's table: one figure of the catalogue, or several in words of their own.
struct PageColumn<Row: Sendable>: Sendable {
  /// The heading.
  let heading: String
  /// What stands under it.
  let style: PageStyle
  /// The entry of the glossary that explains it; nil for names and other texts that need none.
  let entry: GlossaryEntry?
  /// The names of the figures that it shows, for the audit.
  let figures: String
  /// Whether the documents of evidence have the column.
  let isInDocuments: Bool
  /// The cell of a row, made of its released cells.
  let text: @Sendable (ReleasedRow<Row>) -> Sentence

  /// A figure as its declaration says.
  init(_ figure: Figure<Row>, _ style: PageStyle? = nil, heading: String? = nil) {
    let together = figure.words?.together
    self.heading = heading ?? figure.words?.heading ?? figure.heading
    self.style = style ?? figure.kind.pageStyle
    entry = figure.words?.entry
    let names = together?.figures.joined(separator: " ") ?? figure.name
    figures = names
    isInDocuments = figure.words?.isInDocuments ?? true
    text = { Sentence(together?.words($0) ?? $0.words(figure), is: names) }
  }

  /// The figures that a table of a page shows, in their order.
  static func of(_ figures: [Figure<Row>], on part: PagePart) -> [PageColumn] {
    figures.compactMap { figure in
      figure.words?.headings[part].map { PageColumn(figure, heading: $0) }
    }
  }

  /// A figure whose values have other words on a page than in the files.
  init(
    _ figure: Figure<Row>, _ style: PageStyle? = nil,
    title: @escaping @Sendable (Row, ReleasedPack) -> String
  ) {
    heading = figure.words?.heading ?? figure.heading
    self.style = style ?? figure.kind.pageStyle
    entry = figure.words?.entry
    figures = figure.name
    isInDocuments = figure.words?.isInDocuments ?? true
    text = { released in
      let cell = released[figure]
      return Sentence(
        cell.isValue ? title(released.row, released.pack) : figure.kind.words(cell), is: figure.name
      )
    }
  }

  /// Several figures in words of their own, or texts.
  ///
  /// - Parameter figures: The names of the figures.
  init(
    _ heading: String, _ style: PageStyle = .text, _ entry: GlossaryEntry? = nil,
    figures: [String], isInDocuments: Bool = true,
    words: @escaping @Sendable (ReleasedRow<Row>) -> String
  ) {
    self.heading = heading
    self.style = style
    self.entry = entry
    self.figures = figures.joined(separator: " ")
    self.isInDocuments = isInDocuments
    let name = self.figures
    text = { Sentence(words($0), is: name) }
  }

  /// Sentences, which name their figures themselves.
  init(
    _ heading: String, _ style: PageStyle, _ entry: GlossaryEntry? = nil,
    isInDocuments: Bool = true, sentence: @escaping @Sendable (ReleasedRow<Row>) -> Sentence
  ) {
    self.heading = heading
    self.style = style
    self.entry = entry
    self.figures = ""
    self.isInDocuments = isInDocuments
    text = sentence
  }

  /// The same column of a row that holds such a row.
  func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> PageColumn<Outer> {
    PageColumn<Outer>(heading, style, entry, isInDocuments: isInDocuments) { outer in
      text(outer.pack.row(inner(outer.row)))
    }
  }

  /// From one figure to another.
  static func range(
    _ heading: String, _ entry: GlossaryEntry, _ low: Figure<Row>, _ high: Figure<Row>
  ) -> PageColumn {
    PageColumn(heading, .number, entry, figures: [low.name, high.name]) { $0.range(low, high) }
  }
}
