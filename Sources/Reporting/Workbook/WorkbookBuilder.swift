import Analysis
import ProvisionModel

/// workbook.xlsx: the tables of a pack for people who read and sort them in a spreadsheet.
struct WorkbookBuilder: Sendable {
  /// The pack.
  let pack: ReleasedPack

  /// The most rows that a table of a workbook has: more cannot be read there, and take long.
  static let mostRows = 50_000

  /// The workbook of a pack.
  init(_ pack: ReleasedPack) {
    self.pack = pack
  }

  /// Whether it is the SENCo's.
  var isForSENCo: Bool { pack.pack == .senco }

  /// The file of a workbook.
  func file(_ workbook: @autoclosure @escaping @Sendable () -> Workbook) -> OutputFile {
    OutputFile(path: "\(pack.pack.rawValue)/workbook.xlsx") { sink in
      do throws(XLSXFailure) {
        try XLSXWriter.write(workbook(), to: &sink)
      } catch {
        sink.fail(
          error.reason,
          hint: "workbooks are made in the folder for temporary files: TMPDIR can name another")
      }
    }
  }

  /// What is in it.
  var workbook: Workbook {
    let tables = Catalogue.tables.compactMap(sheet)
    let sheets = [notesSheet, columnsSheet] + tables + chartSheets
    return Workbook(
      title: title,
      subject:
        "Key performance indicators 5.5, 5.6 and 9.5: the progress of pupils in interventions",
      author: "impact \(pack.facts.version)", created: pack.facts.evaluation.asOf,
      sheets: [coverSheet, contentsSheet(sheets)] + sheets)
  }

  /// The title, as on its cover.
  var title: String {
    let readers = isForSENCo ? "for the SENCo" : "for the governors"
    return "Interventions, \(pack.term.title): \(readers)"
  }

  /// A sheet with a table that a CSV file holds, too; nil where the pack has none.
  private func sheet(_ table: any DeclaredTable) -> WorkbookSheet? {
    guard let sheet = table.sheet, var content = table.workbookTable(pack) else { return nil }
    var lines = ["\(table.summary)."]
    var summary = table.summary
    if content.count == 0 {
      lines.append("The table has no rows.")
    } else if content.count > Self.mostRows {
      lines.append(
        "The table has \(content.count) rows, too many for a sheet: see \(table.file).csv.")
      summary += " (too many rows for a sheet: see the file)"
      content.count = 0
    } else {
      lines += [
        "The sheet Columns says what each column means.",
        "See \(WorkbookNote.references(sheet.notes)) in Notes.",
      ]
    }
    return WorkbookSheet(
      name: sheet.name, title: sheet.title, lines: lines, content: .table(content),
      summary: summary, file: "\(table.file).csv")
  }
}
