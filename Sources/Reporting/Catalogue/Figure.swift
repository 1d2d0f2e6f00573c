import ProvisionModel

/// A column of a table: everything that is known of it, declared once. The CSV files, the workbook,
/// the pages, the release, the audit and the reference of columns are derived from it. A class, as all of
/// these refer to the same one.
final class Figure<Row: Sendable>: Sendable {
  /// The heading in the CSV file, in snake case.
  let name: String
  /// The heading in the workbook.
  let heading: String
  /// What it means, in plain words.
  let meaning: String
  /// What its cells are, from which rounding and formats follow.
  let kind: FigureKind
  /// What it rests on.
  let ground: Ground<Row>
  /// The readers who get it.
  let audience: Audience
  /// Its words on a page; nil: no page has it as a column of its own.
  let words: PageWords<Row>?
  /// The cell of a row, before the release has decided on it.
  let cell: @Sendable (Row, ReleasedPack) -> TableCell

  /// A column.
  init(
    _ name: String, _ heading: String, _ meaning: String, _ kind: FigureKind = .word,
    on ground: Ground<Row> = .nobody, for audience: Audience = .everyone,
    page: PageWords<Row>? = nil,
    cell: @escaping @Sendable (Row, ReleasedPack) -> TableCell
  ) {
    self.name = name
    self.heading = heading
    self.meaning = meaning
    self.kind = kind
    self.ground = ground
    self.audience = audience
    self.words = page
    self.cell = cell
  }

  /// The same figure governed by another decision of the release.
  func governed(by footing: Footing) -> Figure {
    var ground = ground
    ground.footing = footing
    return Figure(
      name, heading, meaning, kind, on: ground, for: audience, page: words, cell: cell)
  }

  /// The same figure of a row that holds such a row; it rests on nothing that a release decides on.
  func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Row) -> Figure<Outer> {
    let cell = cell
    return Figure<Outer>(name, heading, meaning, kind, for: audience) { cell(inner($0), $1) }
  }
}

/// The readers who get a table or a column.
enum Audience: Sendable {
  case everyone
  case senco

  /// Whether a pack is for them.
  func includes(_ pack: Pack) -> Bool { self == .everyone || pack == .senco }
}

/// A column's words on pages.
struct PageWords<Row: Sendable>: Sendable {
  /// The heading.
  let heading: String
  /// The entry of the glossary; nil for names and other texts that need none.
  let entry: GlossaryEntry?
  /// The tables of pages that have the column in the order of its declaration, each with its heading.
  let headings: [PagePart: String]
  /// Whether the documents of evidence have the column; a sheet of A4 has no room for all.
  let isInDocuments: Bool
  /// Whether a change is written with its sign.
  let isSigned: Bool
  /// The figures that stand in it together, in words of their own; nil: the figure alone.
  let together: Together?

  /// Several figures in one cell.
  struct Together: Sendable {
    /// The names of the figures.
    let figures: [String]
    /// What stands in the cell.
    let words: @Sendable (ReleasedRow<Row>) -> String
  }

  /// Words.
  ///
  /// - Parameters:
  ///   - parts: The tables of pages that have the column.
  ///   - scores: Its heading where codes take the place of tests.
  init(
    _ heading: String, _ entry: GlossaryEntry? = nil, in parts: [PagePart] = [],
    ofCodes scores: String? = nil, isInDocuments: Bool = true, isSigned: Bool = false,
    together: Together? = nil
  ) {
    self.heading = heading
    self.entry = entry
    headings = Dictionary(
      parts.map { ($0, $0 == .directions ? scores ?? heading : heading) }
    ) { first, _ in first }
    self.isInDocuments = isInDocuments
    self.isSigned = isSigned
    self.together = together
  }
}

/// The tables of a page that show the columns of one table of the catalogue.
enum PagePart: Sendable {
  /// Scores and gains.
  case means
  /// Pupils by direction, of codes.
  case directions
}
