import Analysis
import ProvisionModel

/// KPI 7.5, "TAs are trained in the interventions that they deliver": the columns of
/// kpi-7.5-training.csv, for the SENCo only. In order of name, never of what is recorded.
enum TrainingFigures {
  typealias Column = Figure<Training>

  /// It is left out where the staff file records no training.
  static let table = ReportTable(
    file: "kpi-7.5-training",
    sheet: TableSheet(
      "KPI 7.5 training", "KPI 7.5 \(title)", repeating: 2, [.symbols, .assistants]),
    summary: "The interventions of each TA in the school year so far, and the training on record",
    section: KPISection(
      number: "7.5", title: title,
      wording: "TAs are trained in the interventions that they deliver.", sentences: sentences,
      table: pageTable),
    rows: { $0.facts.evaluation.further.training }, isFilled: { rows, _ in !rows.isEmpty },
    figures: [
      .school { $0.school },
      Column("ta", "TA", "The TA, as the map writes the name.") { row, pack in
        .free(pack.data.teachingAssistants[row.teachingAssistant].key)
      },
      Column("role_level", "Role level", "The role level of the TA.") { row, pack in
        .free(pack.data.teachingAssistants[row.teachingAssistant].roleLevel)
      },
      .intervention("An intervention that the TA taught.") { row, pack in
        pack.name(ofIntervention: row.intervention)
      },
      pupils, trained,
    ])

  private static let title = "TAs' training in what they deliver"

  private static let pupils = Column(
    "pupils", "Pupils", "Pupils whom the TA taught in it in the school year so far.", .whole,
    page: PageWords("Pupils in the year", .pupilsInTheYear)
  ) { row, _ in .whole(row.pupils) }
  private static let trained = Column(
    "trained", "Trained",
    "yes: the staff file records training in it; no: in others only; not-recorded: it records none "
      + "of this TA, which is not to say that there was none.",
    page: PageWords("Trained, by the staff file")
  ) { row, _ in .text(row.record.rawValue) }

  // MARK: The page

  private static func label(_ row: Training, _ pack: ReleasedPack) -> String {
    pack.labelled(pack.data.teachingAssistants[row.teachingAssistant].key, row.school)
  }

  /// The gaps, then how many there are of all.
  private static func sentences(_ rows: [Training], _ pages: Pages) -> [Sentence] {
    let pack = pages.pack
    func assistants(_ record: TrainingRecord) -> [(key: String, elements: [Training])] {
      rows.filter { $0.record == record }.inGroups { label($0, pack) }
    }
    let gaps = assistants(.untrained).map { name, rows -> Sentence in
      let names = pack.names(ofInterventions: rows.map(\.intervention))
      return "\(name, is: "ta") in \(Wording.list(names), is: "intervention")"
    }
    let unrecorded = assistants(.unrecorded).map { Sentence($0.key, is: "ta") }
    let trained = rows.count { $0.record == .trained }
    var sentences: [Sentence] = []
    if !gaps.isEmpty {
      let gaps = Wording.short(gaps, most: 12).joined("; ")
      sentences.append("Not on record as trained in what they deliver: \(gaps).")
    }
    if !unrecorded.isEmpty {
      sentences.append(
        """
        The staff file records no training at all of \(Wording.shortList(unrecorded)): that is not to \
        say that they have none.
        """)
    }
    return sentences + [
      """
      Of \(rows.count, is: "rows") pairs of a TA and an intervention that the TA delivered in the \
      school year so far, training is on record for \(trained, is: "rows").
      """
    ]
  }

  private static func pageTable(_ rows: [Training], _ pages: Pages) -> PageTable {
    PageTable(
      "TAs and their interventions in the school year so far",
      [
        PageColumn("TA", figures: ["ta"]) { label($0.row, $0.pack) },
        PageColumn("Intervention", figures: ["intervention"]) {
          $0.pack.name(ofIntervention: $0.row.intervention)
        },
        PageColumn(pupils), PageColumn(trained) { row, _ in row.record.title },
      ],
      rows, in: pages.pack, isInOrder: true)
  }
}

extension TrainingRecord {
  /// What a page says of it.
  fileprivate var title: String {
    switch self {
    case .trained: "yes"
    case .untrained: "no"
    case .unrecorded: "not recorded"
    }
  }
}
