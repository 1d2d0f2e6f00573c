import Analysis
import ProvisionModel

/// KPI 6.4, "at least three areas of TA support are evaluated by pupils' outcomes": the columns of
/// kpi-6.4-areas.csv, for the SENCo only, as the parts of a small group give each other away.
enum AreaFigures {
  typealias Column = Figure<AreaProgress>

  /// How many areas the award asks for.
  static let asked = 3

  /// It is left out where no school has enough areas with a pupil who has both tests.
  static let table = ReportTable(
    file: "kpi-6.4-areas",
    sheet: TableSheet(
      "KPI 6.4 areas", "KPI 6.4 \(title)", repeating: 2,
      [.symbols, .gains, .comparisons, .verdicts, .limits]),
    summary: "The progress of pupils whom TAs supported in the school year so far, by area of need",
    section: KPISection(
      number: "6.4", title: title, wording: wording, sentences: { _, pages in sentences(pages) },
      table: pageTable),
    rows: { $0.facts.evaluation.further.areas },
    isFilled: { _, pack in pack.areasOfSchools.contains { $0.areas.count >= asked } },
    figures: labels + ofInterventions, columnsOf: InterventionFigures.table.file)

  /// The section that says that there are too few areas; nil where there are enough in every school, where
  /// nobody names any, or where the table's section says so.
  static func tooFew(_ pages: Pages) -> KPIView? {
    let sentences = sentences(pages)
    guard table.filledRows(pages.pack) == nil, pages.pack.pack == .senco, !sentences.isEmpty else {
      return nil
    }
    return KPIView(number: "6.4", title: title, wording: wording, sentences: sentences, table: nil)
  }

  private static let title = "Areas of TAs' support"
  private static let wording =
    "At least three areas of TA support are evaluated by pupils' outcomes."

  private static let labels: [Column] = [
    .scope { $0.progress.scope },
    Column("area_of_need", "Area of need", "The area, as the map writes it.") { row, _ in
      .free(row.area)
    },
    Column(
      "interventions", "Interventions",
      "The interventions whose pupils the row takes together, of those in which a TA is named. The "
        + "other columns are those of KPI 5.5, for the school year so far."
    ) { row, pack in .list(pack.names(ofInterventions: row.interventions)) },
  ]

  /// The columns of KPI 5.5 about a measure, for the school year so far.
  private static let ofInterventions = InterventionFigures.all.filter {
    !["period", "school", "intervention", "recommendation", "provision"].contains($0.name)
  }.map { $0.lifted(\AreaProgress.progress) }

  private static func sentences(_ pages: Pages) -> [Sentence] {
    pages.pack.areasOfSchools.map { school, areas in
      let place: Sentence = pages.pack.isOfSeveralSchools ? "\(school, is: "school"): " : ""
      let which: Sentence =
        areas.isEmpty ? "" : " (\(areas.joined(separator: "; "), is: "area_of_need"))"
      let count = Wording.count(areas.count, "area", is: "areas")
      return areas.count >= asked
        ? "\(place)\(count) of TAs' support can be evaluated by pupils' outcomes\(which)."
        : "\(place)Only \(count) of TAs' support can be evaluated by pupils' outcomes\(which); the KPI asks for three."
    }
  }

  private static func pageTable(_ rows: [AreaProgress], _ pages: Pages) -> PageTable {
    let pack = pages.pack
    let isSeveral = pack.isOfSeveralSchools
    typealias Progress = InterventionFigures
    let columns: [PageColumn<AreaProgress>] = [
      PageColumn("Area of need", figures: ["area_of_need"]) { $0.row.area },
      Progress.measureColumn.lifted(\.progress),
      PageColumn("Interventions", .words, figures: ["interventions"]) {
        $0.pack.names(ofInterventions: $0.row.interventions).joined(separator: ", ")
      },
    ]
    let figures = [
      PageColumn(Progress.pupils), PageColumn(Progress.paired), Progress.verdictColumn,
    ]
    return PageTable(
      "\(pages.title(of: .year)): interventions with a TA, by area of need",
      columns + (figures + Progress.resultColumns).map { $0.lifted(\.progress) },
      rows.filter { $0.progress.started > 0 && pages.isReported($0.progress) }, in: pack,
      note: isSeveral ? "All schools together; kpi-6.4-areas.csv has each of them." : "")
  }
}

extension ReleasedPack {
  /// The areas of each school that can be evaluated: those with a pupil who has both tests. Schools of
  /// which the map names none are left out.
  var areasOfSchools: [(school: String, areas: [String])] {
    data.schools.enumerated().compactMap { position, school in
      let rows = facts.evaluation.further.areas.filter {
        $0.progress.scope == .school(position)
      }
      guard !rows.isEmpty else { return nil }
      let areas = rows.filter { $0.progress.progress.paired > 0 }.map(\.area)
      return (school, areas.inGroups { $0 }.map(\.key))
    }
  }
}
