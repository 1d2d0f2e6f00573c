/// A table of a pack: its headings, and for each of its things a row of cells.
struct OutputTable<Thing: Sendable>: Sendable {
  /// The headings, in snake case.
  let headings: [String]
  /// The things, in the order of the rows.
  let things: [Thing]
  /// The cells of a thing's row, as many as there are headings.
  let cells: @Sendable (Thing) -> [TableCell]

  /// The table as a CSV file of a pack.
  func file(_ name: String, in pack: Pack) -> OutputFile {
    OutputFile(path: "\(pack.rawValue)/\(name).csv") { sink in
      var writer = CSVWriter(pack: pack)
      writer.header(headings, to: &sink)
      for thing in things { writer.row(cells(thing), to: &sink) }
    }
  }
}
