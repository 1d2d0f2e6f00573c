import Analysis
import ProvisionModel

extension WorkbookSheet {
  /// The most rows that a table of a workbook has: more cannot be read there, and take long.
  static let mostRows = 50_000
}

/// workbook.xlsx: the tables of a pack for people who read and sort them in a spreadsheet.
extension Report {
  /// The file.
  func workbookFile(_ pack: Pack) -> OutputFile {
    OutputFile(path: "\(pack.rawValue)/workbook.xlsx") { sink in
      do throws(XLSXFailure) {
        try XLSXWriter.write(workbook(pack), to: &sink)
      } catch {
        sink.fail(
          error.reason,
          hint: "workbooks are made in the folder for temporary files: TMPDIR can name another")
      }
    }
  }

  /// What is in it.
  func workbook(_ pack: Pack) -> Workbook {
    let tables = tableSheets(pack)
    let charts = chartSheets(pack)
    let sheets = [notesSheet(pack), columnsSheet(pack)] + tables + charts
    return Workbook(
      title: workbookTitle(pack),
      subject:
        "Key performance indicators 5.5, 5.6 and 9.5: the progress of pupils in interventions",
      author: "impact \(version)", created: evaluation.asOf,
      sheets: [coverSheet(pack), contentsSheet(sheets, pack)] + sheets)
  }

  /// The title of a workbook, as on its cover.
  func workbookTitle(_ pack: Pack) -> String {
    let readers = pack == .senco ? "for the SENCo" : "for the governors"
    return "Interventions, \(evaluation.term.title): \(readers)"
  }

  private func tableSheets(_ pack: Pack) -> [WorkbookSheet] {
    var sheets = [
      sheet(
        "KPI 5.5 interventions", "kpi-5.5-interventions",
        "KPI 5.5 Progress of pupils in interventions",
        "How far pupils came in each intervention, and what can be said of it",
        interventionsTable(pack), ColumnGuide.interventions, pack, repeating: 4,
        notes: [.symbols, .periods, .gains, .comparisons, .verdicts, .limits, .cost]),
      sheet(
        "KPI 5.6 variation", "kpi-5.6-variation", "KPI 5.6 What was varied",
        "What changed since the term before, as the provision map has it", variationTable(pack),
        ColumnGuide.variation, pack, repeating: 2, notes: [.symbols]),
      sheet(
        "KPI 9.5 TAs and groups", "kpi-9.5-ta-groups", "KPI 9.5 Pupils supported by TAs",
        "The progress of the pupils of each TA, group and role level", unitsTable(pack),
        ColumnGuide.units, pack, repeating: 4,
        notes: [.symbols, .periods, .assistants, .comparisons, .limits]),
    ]
    sheets += furtherSheets(pack)
    guard pack == .senco else { return sheets }
    sheets.insert(
      sheet(
        "KPI 5.5 subgroups", "kpi-5.5-subgroups", "KPI 5.5 Progress by group of pupils",
        "The same of all interventions on a measure together, by need, status and so on",
        subgroupsTable, ColumnGuide.subgroups, pack, repeating: 4,
        notes: [.symbols, .periods, .gains, .comparisons, .verdicts, .limits]), at: 1)
    sheets.insert(contentsOf: decisionSheets, at: 3)
    return sheets + [
      sheet(
        "KPI 5.6 pupils", "kpi-5.6-pupils", "KPI 5.6 Pupil by pupil: what to do next",
        "Every pupil with support in the term, and those far under the year group without it",
        pupilSupportTable, ColumnGuide.pupilSupport, pack, repeating: 3,
        notes: [.symbols, .gains]),
      sheet(
        "KPI 9.5 pupils", "kpi-9.5-pupils", "KPI 9.5 Progress pupil by pupil",
        "Every episode that ended in the school year or is under way", pupilsTable,
        ColumnGuide.pupils, pack, repeating: 3, notes: [.symbols, .gains, .comparisons]),
      sheet(
        "Data quality", "data-quality", "Data quality", "What was found while reading the files",
        dataQualityTable, ColumnGuide.dataQuality, pack, repeating: 2, notes: [.symbols, .texts]),
      sheet(
        "Codes", "codes", "Codes of TAs and groups",
        "Which TA and group is which code for governors",
        codesTable, ColumnGuide.codes, pack, repeating: 2, notes: [.symbols]),
    ]
  }

  /// What is recommended, decided and done: for the SENCo.
  private var decisionSheets: [WorkbookSheet] {
    [
      sheet(
        "KPI 5.6 recommended", "kpi-5.6-recommendations", "KPI 5.6 What is recommended",
        "What the rules make of the evidence, and why", recommendationsTable,
        ColumnGuide.recommendations, .senco, repeating: 3, notes: [.symbols, .verdicts, .limits]),
      sheet(
        "KPI 5.6 decisions", "kpi-5.6-decisions", "KPI 5.6 What was decided",
        "What was decided in the year, and what came of it", decisionsTable,
        ColumnGuide.decisions, .senco, repeating: 3, notes: [.symbols, .verdicts]),
      sheet(
        "KPI 5.6 terms", "kpi-5.6-terms", "KPI 5.6 Term by term",
        "Each intervention in each term of the year and in the one before", termsTable,
        ColumnGuide.terms, .senco, repeating: 3, notes: [.symbols, .comparisons, .verdicts]),
    ]
  }

  /// A sheet with a table that a CSV file holds, too.
  func sheet<Thing>(
    _ name: String, _ file: String, _ title: String, _ summary: String, _ table: OutputTable<Thing>,
    _ guide: [ColumnGuide], _ pack: Pack, repeating columns: Int, notes: [WorkbookNote]
  ) -> WorkbookSheet {
    let identifier = String(file.map { "-.".contains($0) ? "_" : $0 })
    var content = table.workbookTable(identifier, guide, in: pack)
    content.repeatedColumns = columns
    var lines = ["\(summary)."]
    var summary = summary
    if content.count == 0 {
      lines.append("The table has no rows.")
    } else if content.count > WorkbookSheet.mostRows {
      lines.append("The table has \(content.count) rows, too many for a sheet: see \(file).csv.")
      summary += " (too many rows for a sheet: see the file)"
      content.count = 0
    } else {
      lines += [
        "The sheet Columns says what each column means.",
        "See \(WorkbookNote.references(notes)) in Notes.",
      ]
    }
    return WorkbookSheet(
      name: name, title: title, lines: lines, content: .table(content), summary: summary,
      file: "\(file).csv")
  }
}
