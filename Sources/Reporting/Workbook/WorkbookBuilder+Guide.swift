import Analysis
import ProvisionModel

/// The sheets in front of a workbook's tables.
extension WorkbookBuilder {
  /// The cover: what this is, and who may see it.
  var coverSheet: WorkbookSheet {
    let data = pack.data
    let school =
      data.schools.count > 1
      ? "\(data.schools.count) schools: \(Wording.list(data.schools))"
      : data.schools.first.flatMap { $0 == SchoolData.unnamedSchool ? nil : $0 }
    let readers = text(of: .readers)
    let holds =
      "The tables of KPI 5.5 (progress of pupils in interventions), KPI 5.6 (what was varied) and "
      + "KPI 9.5 (pupils supported by TAs)\(furtherContents)"
    let rows: [[TableCell]] = [
      [.text("School"), .freeText(school ?? "not named in the files")],
      [.text("Term"), .text(pack.term.title)],
      [.text("As known on"), .day(pack.facts.evaluation.asOf)],
      [.text("Who may see it"), .text(readers)],
      [
        .text("What it holds"),
        .text(
          isForSENCo
            ? "\(holds), by pupil too, with what was found in the files and the codes of TAs."
            : "\(holds)."
        ),
      ],
      [
        .text("How to read it"),
        .text(
          "The sheet Contents leads to every sheet, Notes says how the figures are made and what "
            + "they cannot say, Columns what each column means."),
      ],
      [.text("Made with"), .text("impact \(pack.facts.version)")],
    ]
    return guideSheet(
      "Cover", title, ["The Best Practice with Teaching Assistants Award, evidence."],
      "What this workbook is",
      [
        WorkbookColumn(heading: "About this workbook", style: .text),
        WorkbookColumn(heading: "In words", style: .prose),
      ], rows)
  }

  /// The list of contents, whose names lead to the sheets.
  func contentsSheet(_ sheets: [WorkbookSheet]) -> WorkbookSheet {
    let rows = sheets.map { sheet -> [TableCell] in
      let count: TableCell =
        switch sheet.content {
        case .table(let table): .whole(table.count)
        case .chart(let chart): .whole(chart.count)
        }
      return [
        .text(sheet.name), .text(sheet.summary), count,
        sheet.file.isEmpty ? .text("none") : .text(sheet.file),
      ]
    }
    var sheet = guideSheet(
      "Contents", "Contents", ["Each name leads to its sheet."], "This list",
      [
        WorkbookColumn(heading: "Sheet", style: .text),
        WorkbookColumn(heading: "What it holds", style: .prose),
        WorkbookColumn(heading: "Rows or bars", style: .whole),
        WorkbookColumn(heading: "The same in the file", style: .text),
      ], rows)
    if case .table(var table) = sheet.content {
      table.linksToSheets = true
      sheet.content = .table(table)
    }
    return sheet
  }

  /// The notes.
  var notesSheet: WorkbookSheet {
    guideSheet(
      "Notes", "Notes", ["How the figures are made, and what they cannot say."],
      "How the figures are made, and what they cannot say",
      [
        WorkbookColumn(heading: "Note", style: .text),
        WorkbookColumn(heading: "About", style: .text),
        WorkbookColumn(heading: "What it says", style: .prose),
      ],
      WorkbookNote.allCases.map { note in
        [.text(note.reference), .text(note.subject), .text(text(of: note))]
      })
  }

  /// What each column of each table means.
  var columnsSheet: WorkbookSheet {
    let tables = Catalogue.tables.compactMap { table in
      table.workbookTable(pack) == nil ? nil : table.sheet.map { (sheet: $0.name, table: table) }
    }
    let rows = tables.flatMap { sheet, table -> [[TableCell]] in
      let common = tables.first { $0.table.file == table.columnsOf }
      let explained = Set(common?.table.columns(in: pack.pack).map(\.name) ?? [])
      return table.columns(in: pack.pack).filter { !explained.contains($0.name) }.map {
        [.text(sheet), .text($0.heading), .text($0.meaning), .text($0.name)]
      }
    }
    let others = tables.compactMap { sheet, table in
      tables.first { $0.table.file == table.columnsOf }.map {
        " \(sheet) has those of \($0.sheet), too."
      }
    }
    return guideSheet(
      "Columns", "Columns", ["What each column means." + others.joined()],
      "What each column means",
      [
        WorkbookColumn(heading: "Sheet", style: .text),
        WorkbookColumn(heading: "Column", style: .text),
        WorkbookColumn(heading: "What it means", style: .prose),
        WorkbookColumn(heading: "Heading in the CSV file", style: .text),
      ], rows)
  }

  /// What the cover says of the KPIs beside 5.5, 5.6 and 9.5, after what else the workbook holds.
  private var furtherContents: String {
    let pages = Pages(pack)
    let names = Catalogue.tables.compactMap { table -> String? in
      guard let number = table.section(pages)?.number else { return nil }
      return table.sheet.map {
        "KPI \(number) (\($0.name.replacing("KPI \(number) ", with: "")))"
      }
    }
    return names.isEmpty ? "" : "; \(Wording.list(names))"
  }

  private func guideSheet(
    _ name: String, _ title: String, _ lines: [String], _ summary: String,
    _ columns: [WorkbookColumn], _ rows: [[TableCell]]
  ) -> WorkbookSheet {
    WorkbookSheet(
      name: name, title: title, lines: lines,
      content: .table(
        WorkbookTable(name: name.lowercased(), columns: columns, count: rows.count, pack: pack.pack)
        {
          rows[$0]
        }), summary: summary)
  }
}
