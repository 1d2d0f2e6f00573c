import Analysis
import ProvisionModel

/// KPI 5.1, "structured programmes with evidence of effectiveness are used": the columns of
/// kpi-5.1-programmes.csv.
enum ProgrammeFigures {
  typealias Column = Figure<ReleasedProgramme>

  /// It is left out where no intervention has an evidence base or a TA, of which the governors see the
  /// first only.
  static let table = ReportTable(
    file: "kpi-5.1-programmes",
    sheet: TableSheet(
      "KPI 5.1 programmes", "KPI 5.1 Programmes and their evidence", repeating: 2, [.symbols]),
    summary: "The interventions that ran in the school year so far, and the evidence for each",
    audience: .everyone,
    section: KPISection(
      number: "5.1", title: "Programmes and their evidence",
      wording: "Structured programmes with evidence of effectiveness are used.",
      sentences: sentences, table: pageTable),
    rows: \.programmes,
    isFilled: { rows, pack in
      rows.contains {
        !$0.programme.evidenceBase.isEmpty
          || (pack.pack == .senco && !$0.programme.teachingAssistants.isEmpty)
      }
    },
    figures: [
      .school { $0.programme.school },
      .intervention { row, pack in pack.name(ofIntervention: row.programme.intervention) },
      Column(
        "provision", "Provision",
        "Targeted provision is evaluated; universal provision is only counted."
      ) { row, _ in
        let kinds = [
          row.programme.isTargeted ? "targeted" : nil,
          row.programme.isUniversal ? "universal" : nil,
        ]
        return .text(kinds.compactMap(\.self).joined(separator: "; "))
      },
      evidenceBase, measures, waves, areas, pupils, assistants,
    ])

  static let evidenceBase = Column(
    "evidence_base", "Evidence base",
    "What is known of the programme, by the school's settings, else by the map.", .prose,
    on: Ground(.evidenceBase) {
      let row = $0.programme
      return row.evidenceBase.isEmpty || row.isEvidenceOfSettings ? 0 : row.pupilsSharingEvidence
    }
  ) { row, _ in .list(row.programme.evidenceBase) }
  static let measures = Column("measures", "Measures", "The tests on which it is evaluated.") {
    row, pack in
    row.programme.isTargeted
      ? .list(row.programme.measures.map { pack.data.measures[$0].name }) : .notApplicable
  }
  static let waves = Column(
    "waves", "Waves", "Its waves, as the map writes them.",
    on: Ground(.waves) { $0.programme.waves.isEmpty ? 0 : $0.programme.fewestPupilsOfAWave },
    page: PageWords("Wave")
  ) { row, _ in .list(row.programme.waves) }
  static let areas = Column(
    "areas_of_need", "Areas of need", "As the map writes them.", for: .senco,
    page: PageWords("Area of need")
  ) { row, _ in .list(row.programme.areasOfNeed) }
  static let pupils = Column(
    "pupils", "Pupils", "Pupils who were in it on a day of the school year so far.", .whole,
    for: .senco, page: PageWords("Pupils in the year", .pupilsInTheYear)
  ) { row, _ in .whole(row.programme.pupils) }
  static let assistants = Column(
    "tas", "TAs", "The TAs who taught it in that time.", for: .senco
  ) { row, pack in
    .list(row.programme.teachingAssistants.map { pack.data.teachingAssistants[$0].key })
  }

  // MARK: The page

  private static func sentences(_ rows: [ReleasedProgramme], _ pages: Pages) -> [Sentence] {
    let rows = rows.map(\.programme)
    let without = rows.filter(\.evidenceBase.isEmpty)
    let named = rows.count - without.count
    let have: Sentence = named == 1 ? "has" : "have"
    let first: Sentence = """
      In the school year so far \(named, is: "programmes") of \
      \(Wording.count(rows.count, "intervention", is: "programmes")) \(have) a named evidence base.
      """
    guard !without.isEmpty else { return [first] }
    let names = without.map {
      Sentence(pages.pack.named($0.intervention, $0.school), is: "intervention")
    }
    return [first, "None is named for \(Wording.shortList(names))."]
  }

  private static func pageTable(_ rows: [ReleasedProgramme], _ pages: Pages) -> PageTable {
    var columns: [PageColumn<ReleasedProgramme>] = [
      PageColumn("Intervention", figures: ["intervention"]) { released in
        let row = released.row.programme
        let name = released.pack.named(row.intervention, row.school)
        let kind = row.isTargeted ? "universal in part" : "universal provision"
        return row.isUniversal ? "\(name): \(kind)" : name
      },
      PageColumn(evidenceBase, .words), PageColumn(measures), PageColumn(waves),
    ]
    if pages.pack.pack == .senco {
      columns += [PageColumn(areas), PageColumn(pupils), PageColumn(assistants, .words)]
    }
    return PageTable(
      "Interventions that ran in the school year so far", columns, rows, in: pages.pack,
      note: """
        The evidence base is what the school’s settings name, else the provision map; how good it is \
        has to be judged by its reader.
        """)
  }
}

extension ReleasedPack {
  /// The interventions of the year: all for the SENCo; for the governors those that KPI 5.5 or 5.6
  /// names, with what they may read.
  var programmes: [ReleasedProgramme] {
    let programmes = facts.evaluation.further.programmes
    guard let release else { return programmes.map { ReleasedProgramme(programme: $0) } }
    let released = ReleasedProgrammes(
      release, variations: facts.evaluation.variations, minimum: rules.minimumPupils)
    return programmes.compactMap { released[$0] }
  }
}
