import Analysis
import ProvisionModel

/// KPI 6.4, "at least three areas of TA support are evaluated by pupils' outcomes": the table
/// kpi-6.4-areas.csv, for the SENCo only, as the parts of a small group give each other away.
extension Report {
  /// How many areas the award asks for.
  static let areasAskedFor = 3

  /// The KPI; nil where no school has enough areas with a pupil who has both tests.
  var areasKPI: FurtherKPI? {
    guard areasOfSchools.contains(where: { $0.areas.count >= Self.areasAskedFor }) else {
      return nil
    }
    return FurtherKPI(
      number: "6.4", name: "areas", file: "kpi-6.4-areas", title: Self.areasTitle,
      wording: Self.areasWording,
      summary:
        "The progress of pupils whom TAs supported in the school year so far, by area of need",
      table: OutputTable(ColumnGuide.areas, rows: evaluation.further.areas, cells: areaCells),
      guide: ColumnGuide.areas, notes: [.symbols, .gains, .comparisons, .verdicts, .limits],
      sentences: areaSentences, pageTable: areasPageTable)
  }

  /// The section of a page that says that there are too few areas; nil where there are enough in
  /// every school, where nobody names any, or where the table's section says so.
  var tooFewAreas: [String: Any]? {
    guard areasKPI == nil, !areaSentences.isEmpty else { return nil }
    return FurtherKPI.view(
      number: "6.4", title: Self.areasTitle, wording: Self.areasWording, sentences: areaSentences)
  }

  private static let areasTitle = "Areas of TAs' support"
  private static let areasWording =
    "At least three areas of TA support are evaluated by pupils' outcomes."

  /// The areas of each school that can be evaluated: those with a pupil who has both tests. Schools of
  /// which the map names none are left out.
  private var areasOfSchools: [(school: String, areas: [String])] {
    data.schools.compactMap { school in
      let rows = evaluation.further.areas.filter { $0.progress.school == school }
      guard !rows.isEmpty else { return nil }
      let areas = rows.filter { $0.progress.progress.paired > 0 }.map(\.area)
      return (school, areas.inGroups { $0 }.map(\.key))
    }
  }

  private var areaSentences: [String] {
    areasOfSchools.map { school, areas in
      let place = data.schools.count > 1 ? "\(school): " : ""
      let which = areas.isEmpty ? "" : " (\(areas.joined(separator: "; ")))"
      let count = Wording.count(areas.count, "area")
      return areas.count >= Self.areasAskedFor
        ? "\(place)\(count) of TAs' support can be evaluated by pupils' outcomes\(which)."
        : "\(place)Only \(count) of TAs' support can be evaluated by pupils' outcomes\(which); the "
          + "KPI asks for three."
    }
  }

  private func areaCells(_ row: AreaProgress) -> [TableCell] {
    let names = row.interventions.map { data.interventions[$0].name }
    return [
      .free(row.progress.school), .free(row.area), .free(names.joined(separator: "; ")),
    ] + InterventionColumn.ofAreas.map { $0.cell(row.progress, evaluation.figures) }
  }

  private var areasPageTable: PageTable {
    let isSeveral = data.schools.count > 1
    let rows = evaluation.further.areas.filter {
      $0.progress.started > 0 && ($0.progress.school == Evaluation.allSchools) == isSeveral
    }
    return PageTable(
      caption: "\(title(of: .year)): interventions with a TA, by area of need",
      headings: [
        .text("Area of need"), .text("Measure"), .words("Interventions"), .number("Pupils"),
        .number("Both tests"), .text("Verdict"), .number("Effect size"),
        .number("Outer 95% range"), .number("Months of progress"), .number("Evidence (0 to 4)"),
        .words("Beware"),
      ],
      things: rows,
      note: isSeveral ? "All schools together; kpi-6.4-areas.csv has each of them." : nil
    ) { row in
      let progress = row.progress
      let evidence = progress.evidence
      return [
        row.area, progress.measure.map { measureName(data.measures[$0]) } ?? "",
        row.interventions.map { data.interventions[$0].name }.joined(separator: ", "),
        String(progress.pupils), String(progress.progress.paired), evidence.verdict.title,
        Wording.range(evidence.range), Wording.range(evidence.outerInterval),
        evidence.basis == .similarPupils ? Wording.months(evidence.months) : "",
        String(evidence.strength), Wording.list(evidence.warnings.map(\.title)),
      ]
    }
  }
}

extension InterventionColumn {
  /// The columns of KPI 5.5 that KPI 6.4 has, too.
  static let ofAreas = all.filter { !notOfAreas.contains($0.name) }

  private static let notOfAreas: Set<String> = [
    "period", "school", "intervention", "recommendation", "provision",
  ]
}
