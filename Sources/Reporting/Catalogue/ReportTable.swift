/// A table: its file, its sheet, its words, its readers, its rows and its columns, declared once.
struct ReportTable<Row: Sendable>: Sendable, DeclaredTable {
  /// The CSV file, without its extension.
  let file: String
  /// The sheet of the workbook; nil: no workbook has it.
  let sheet: TableSheet?
  /// What it holds, in a sentence without its full stop.
  let summary: String
  /// The readers who get it.
  var audience = Audience.senco
  /// The KPI that it fills beside 5.5, 5.6 and 9.5; nil: one of these, or none.
  var section: KPISection<Row>?
  /// The rows of a pack.
  let rows: @Sendable (ReleasedPack) -> [Row]
  /// Whether such rows are worth a table.
  var isFilled: @Sendable ([Row], ReleasedPack) -> Bool = { _, _ in true }
  /// The columns, in order.
  var figures: [Figure<Row>]
  /// The file of the table that explains its columns but for some of its own; nil: it has none in common.
  var columnsOf: String?

  /// The columns of a pack.
  func figures(in pack: Pack) -> [Figure<Row>] { figures.filter { $0.audience.includes(pack) } }

  /// The rows of a pack; nil where it has no such table.
  func filledRows(_ pack: ReleasedPack) -> [Row]? {
    guard audience.includes(pack.pack) else { return nil }
    let rows = rows(pack)
    return isFilled(rows, pack) ? rows : nil
  }

  var glossary: [GlossaryEntry] { figures.compactMap(\.words?.entry) }

  func columns(in pack: Pack) -> [DeclaredColumn] {
    figures(in: pack).map { figure in
      DeclaredColumn(
        name: figure.name, heading: figure.heading, meaning: figure.meaning, kind: figure.kind)
    }
  }

  func csv(_ pack: ReleasedPack) -> OutputFile? {
    guard let rows = filledRows(pack) else { return nil }
    let figures = figures(in: pack.pack)
    return OutputFile(path: "\(pack.pack.rawValue)/\(file).csv") { sink in
      var writer = CSVWriter(pack: pack.pack)
      writer.header(figures.map(\.name), to: &sink)
      for row in rows {
        let shown = pack.footings(of: row)
        for figure in figures { writer.cell(pack.cell(figure, row, shown), to: &sink) }
        writer.endRow(&sink)
      }
    }
  }

  func workbookTable(_ pack: ReleasedPack) -> WorkbookTable? {
    guard let rows = filledRows(pack) else { return nil }
    let figures = figures(in: pack.pack)
    return WorkbookTable(
      name: String(file.map { "-.".contains($0) ? "_" : $0 }),
      columns: figures.map {
        WorkbookColumn(heading: $0.heading, style: $0.kind.style, figures: [$0.name])
      },
      count: rows.count, pack: pack.pack, repeatedColumns: sheet?.repeatedColumns ?? 0,
      place: { "\(file):\($0)" }
    ) { index in
      let row = rows[index]
      let shown = pack.footings(of: row)
      return figures.map { pack.cell($0, row, shown) }
    }
  }

  func section(_ pages: Pages) -> KPIView? {
    guard let section, let rows = filledRows(pages.pack) else { return nil }
    return KPIView(
      number: section.number, title: section.title, wording: section.wording,
      sentences: section.sentences(rows, pages), table: section.table(rows, pages))
  }
}

/// The sheet of a table.
struct TableSheet: Sendable {
  /// The name on its tab, at most 31 letters.
  let name: String
  /// The title.
  let title: String
  /// The columns, counted from the left, that are printed on every page.
  let repeatedColumns: Int
  /// The notes that explain its figures.
  let notes: [WorkbookNote]

  /// A sheet.
  init(_ name: String, _ title: String, repeating columns: Int, _ notes: [WorkbookNote]) {
    self.name = name
    self.title = title
    self.repeatedColumns = columns
    self.notes = notes
  }
}

/// A KPI beside 5.5, 5.6 and 9.5 on a page.
struct KPISection<Row: Sendable>: Sendable {
  /// Its number.
  let number: String
  /// Its title, after the number.
  let title: String
  /// The award's words for it.
  let wording: String
  /// What the page says above the table.
  let sentences: @Sendable ([Row], Pages) -> [Sentence]
  /// The table of the page.
  let table: @Sendable ([Row], Pages) -> PageTable
}

/// A table of any rows.
protocol DeclaredTable: Sendable {
  var file: String { get }
  var sheet: TableSheet? { get }
  var summary: String { get }
  var audience: Audience { get }
  var columnsOf: String? { get }
  /// The entries of the glossary that its columns lead to.
  var glossary: [GlossaryEntry] { get }
  /// What is known of its columns in a pack.
  func columns(in pack: Pack) -> [DeclaredColumn]
  /// Its CSV file; nil where the pack has none.
  func csv(_ pack: ReleasedPack) -> OutputFile?
  /// The table of its sheet; nil where the pack has none.
  func workbookTable(_ pack: ReleasedPack) -> WorkbookTable?
  /// Its section of a page; nil where there is none.
  func section(_ pages: Pages) -> KPIView?
}

/// What is known of a column of any rows.
struct DeclaredColumn: Sendable {
  let name: String
  let heading: String
  let meaning: String
  let kind: FigureKind
}
