import ProvisionModel

/// A KPI of the award that stands beside 5.5, 5.6 and 9.5, where the files fill it: its table for the
/// CSV file and the workbook, and its section of the page.
struct FurtherKPI: Sendable {
  /// Its number.
  var number: String
  /// Its name on the sheet's tab, after the number.
  var name: String
  /// The CSV file, without its extension.
  var file: String
  /// The title of the sheet and the section, after the number.
  var title: String
  /// The award's words for it.
  var wording: String
  /// What the list of contents says of its table.
  var summary: String
  /// The table.
  var table: OutputTable<[TableCell]>
  /// What its columns mean.
  var guide: [ColumnGuide]
  /// The notes that explain its figures.
  var notes: [WorkbookNote]
  /// What the page says of it, above the table.
  var sentences: [String]
  /// The table of the page.
  var pageTable: PageTable

  /// The name of the sheet.
  var sheet: String { "KPI \(number) \(name)" }
}

extension Report {
  /// The KPIs that the files fill, of those that a pack may have.
  func furtherKPIs(_ pack: Pack) -> [FurtherKPI] {
    let all =
      pack == .senco
      ? [programmesKPI(pack), areasKPI, trainingKPI, deploymentKPI] : [programmesKPI(pack)]
    return all.compactMap(\.self)
  }

  /// Their CSV files.
  func furtherFiles(_ pack: Pack) -> [OutputFile] {
    furtherKPIs(pack).map { $0.table.file($0.file, in: pack) }
  }

  /// A name, with its school where there are several.
  func labelled(_ name: String, _ school: String) -> String {
    data.schools.count > 1 ? "\(name) (\(school))" : name
  }
}

extension OutputTable<[TableCell]> {
  /// A table of cells that are made already, as of a KPI with few rows.
  init<Row>(_ guide: [ColumnGuide], rows: [Row], cells: (Row) -> [TableCell]) {
    self.init(headings: guide.map(\.name), things: rows.map(cells)) { $0 }
  }
}
