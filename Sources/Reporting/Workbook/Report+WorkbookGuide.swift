import Analysis
import ProvisionModel

/// The sheets in front of a workbook's tables.
extension Report {
  /// The cover: what this is, and who may see it.
  func coverSheet(_ pack: Pack) -> WorkbookSheet {
    let school =
      data.schools.count > 1
      ? "\(data.schools.count) schools: \(Wording.list(data.schools))"
      : data.schools.first.flatMap { $0 == SchoolData.unnamedSchool ? nil : $0 }
    let readers = text(of: .readers, pack)
    let holds =
      "The tables of KPI 5.5 (progress of pupils in interventions), KPI 5.6 (what was varied) and "
      + "KPI 9.5 (pupils supported by TAs)\(furtherContents(pack))"
    let rows: [[TableCell]] = [
      [.text("School"), .freeText(school ?? "not named in the files")],
      [.text("Term"), .text(evaluation.term.title)],
      [.text("As known on"), .day(evaluation.asOf)],
      [.text("Who may see it"), .text(readers)],
      [
        .text("What it holds"),
        .text(
          pack == .senco
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
      [.text("Made with"), .text("impact \(version)")],
    ]
    return guideSheet(
      "Cover", workbookTitle(pack), ["The Best Practice with Teaching Assistants Award, evidence."],
      "What this workbook is", pack,
      [
        WorkbookColumn(heading: "About this workbook", style: .text),
        WorkbookColumn(heading: "In words", style: .prose),
      ], rows)
  }

  /// The list of contents, whose names lead to the sheets.
  func contentsSheet(_ sheets: [WorkbookSheet], _ pack: Pack) -> WorkbookSheet {
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
      "Contents", "Contents", ["Each name leads to its sheet."], "This list", pack,
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
  func notesSheet(_ pack: Pack) -> WorkbookSheet {
    guideSheet(
      "Notes", "Notes", ["How the figures are made, and what they cannot say."],
      "How the figures are made, and what they cannot say", pack,
      [
        WorkbookColumn(heading: "Note", style: .text),
        WorkbookColumn(heading: "About", style: .text),
        WorkbookColumn(heading: "What it says", style: .prose),
      ],
      WorkbookNote.allCases.map { note in
        [.text(note.reference), .text(note.subject), .text(text(of: note, pack))]
      })
  }

  /// What each column of each table means.
  func columnsSheet(_ pack: Pack) -> WorkbookSheet {
    var guides = [
      ("KPI 5.5 interventions", ColumnGuide.interventions),
      ("KPI 5.6 variation", ColumnGuide.variation),
      ("KPI 9.5 TAs and groups", ColumnGuide.units),
    ]
    guides += furtherGuides(pack)
    if pack == .senco {
      guides.insert(("KPI 5.5 subgroups", ColumnGuide.subgroups.suffix(2)), at: 1)
      guides.insert(
        contentsOf: [
          ("KPI 5.6 recommended", ColumnGuide.recommendations),
          ("KPI 5.6 decisions", ColumnGuide.decisions), ("KPI 5.6 terms", ColumnGuide.terms),
        ], at: 3)
      guides += [
        ("KPI 5.6 pupils", ColumnGuide.pupilSupport),
        ("KPI 9.5 pupils", ColumnGuide.pupils), ("Data quality", ColumnGuide.dataQuality),
        ("Codes", ColumnGuide.codes),
      ]
    }
    return guideSheet(
      "Columns", "Columns",
      [
        "What each column means."
          + (pack == .senco
            ? " KPI 5.5 subgroups has those of KPI 5.5 interventions, and two more." : "")
      ],
      "What each column means", pack,
      [
        WorkbookColumn(heading: "Sheet", style: .text),
        WorkbookColumn(heading: "Column", style: .text),
        WorkbookColumn(heading: "What it means", style: .prose),
        WorkbookColumn(heading: "Heading in the CSV file", style: .text),
      ],
      guides.flatMap { sheet, guide in
        guide.map { [.text(sheet), .text($0.heading), .text($0.meaning), .text($0.name)] }
      })
  }

  private func guideSheet(
    _ name: String, _ title: String, _ lines: [String], _ summary: String, _ pack: Pack,
    _ columns: [WorkbookColumn], _ rows: [[TableCell]]
  ) -> WorkbookSheet {
    WorkbookSheet(
      name: name, title: title, lines: lines,
      content: .table(
        WorkbookTable(name: name.lowercased(), columns: columns, count: rows.count, pack: pack) {
          rows[$0]
        }), summary: summary)
  }
}
