/// The sheets of the KPIs beside 5.5, 5.6 and 9.5, where the files fill them.
extension Report {
  /// Their sheets.
  func furtherSheets(_ pack: Pack) -> [WorkbookSheet] {
    furtherKPIs(pack).map { kpi in
      sheet(
        kpi.sheet, kpi.file, "KPI \(kpi.number) \(kpi.title)", kpi.summary, kpi.table, kpi.guide,
        pack, repeating: 2, notes: kpi.notes)
    }
  }

  /// What their columns mean, by sheet; KPI 6.4 has columns of KPI 5.5, which are explained there.
  func furtherGuides(_ pack: Pack) -> [(String, [ColumnGuide])] {
    furtherKPIs(pack).map { kpi in
      (kpi.sheet, kpi.number == "6.4" ? ColumnGuide.labelsOfAreas : kpi.guide)
    }
  }

  /// What the cover says of them, after what else the workbook holds.
  func furtherContents(_ pack: Pack) -> String {
    let names = furtherKPIs(pack).map { "KPI \($0.number) (\($0.name))" }
    return names.isEmpty ? "" : "; \(Wording.list(names))"
  }
}
