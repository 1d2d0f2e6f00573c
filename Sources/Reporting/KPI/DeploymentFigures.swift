import Analysis
import ProvisionModel

/// KPI 9.4, "changes of TA roles and structure are considered from pupil data": the columns of
/// kpi-9.4-deployment.csv, for the SENCo only.
enum DeploymentFigures {
  typealias Column = Figure<Deployment>

  /// It is left out where no role level is known of the TAs of the year.
  static let table = ReportTable(
    file: "kpi-9.4-deployment",
    sheet: TableSheet(
      "KPI 9.4 deployment", "KPI 9.4 \(title)", repeating: 2,
      [.symbols, .assistants, .comparisons, .limits]),
    summary: "What the TAs of each role level gave in the school year so far, and how far their "
      + "pupils came",
    section: KPISection(
      number: "9.4", title: title,
      wording: "Changes of TA roles and structure are considered from pupil data.",
      sentences: sentences, table: pageTable),
    rows: { $0.facts.evaluation.further.deployment }, isFilled: { rows, _ in !rows.isEmpty },
    figures: [
      .school { $0.progress.school },
      Column("role_level", "Role level", "The role level, by the staff file.") { row, _ in
        .free(row.progress.unit)
      },
      assistants,
      Column("interventions", "Interventions", "The interventions that were taught.") {
        row, pack in .list(pack.names(ofInterventions: row.progress.interventions))
      },
      pupils, episodes,
      Column("n_rows", "Rows of the map", "The map's rows behind them.", .whole) { row, _ in
        .whole(row.rows)
      },
      Column(
        "n_rows_pupil_hours", "Rows with pupil-hours",
        "Of those rows, the ones with sessions attended and their length.", .whole
      ) { row, _ in .whole(row.rowsWithPupilHours) },
      pupilHours,
      Column(
        "n_rows_ta_hours", "Rows with TA-hours", "Of those again, the ones with a group.", .whole
      ) { row, _ in .whole(row.rowsWithTAHours) },
      taHours,
    ] + ([UnitFigures.used] + UnitFigures.pooled).map { $0.lifted(\Deployment.progress) })

  private static let title = "Deployment of TAs by role level"

  private static let assistants = Column(
    "n_tas", "TAs", "TAs of the level who taught the episodes of the row.", .whole,
    page: PageWords("Number of TAs", .numberOfTas)
  ) { row, _ in .whole(row.teachingAssistants) }
  private static let pupils = Column(
    "pupils", "Pupils", "Pupils with an episode that ended in the school year so far.", .whole,
    page: PageWords("Pupils", .pupils)
  ) { row, _ in .whole(row.progress.pupils) }
  private static let episodes = Column(
    "n_episodes", "Episodes that ended", "Those episodes.", .whole,
    page: PageWords("Episodes", .episode)
  ) { row, _ in .whole(row.progress.episodes) }
  private static let pupilHours = Column(
    "pupil_hours", "Pupil-hours",
    "Sessions attended times their length, added up over the pupils.", .decimals(1),
    page: PageWords("Pupil-hours", .pupilHours)
  ) { row, _ in .number(row.pupilHours) }
  private static let taHours = Column(
    "ta_hours", "TA-hours",
    "An estimate of the hours taught: pupil-hours divided by the pupils in the group while the "
      + "row lasted, times the TAs of the level whom the row names.",
    .decimals(1), page: PageWords("TA-hours", .taHours)
  ) { row, _ in .number(row.taHours) }

  // MARK: The page

  private static func sentences(_ rows: [Deployment], _ pages: Pages) -> [Sentence] {
    func sentence(_ finding: UnitFinding, _ words: Sentence) -> Sentence? {
      let names = rows.filter { $0.progress.pooled?.finding == finding }.map {
        Sentence(pages.pack.labelled($0.progress.unit, $0.progress.school), is: "unit")
      }
      return names.isEmpty
        ? nil : "By more than luck would explain, pupils \(words): \(Wording.shortList(names))."
    }
    let compared = rows.count { $0.progress.pooled != nil }
    let found = [
      sentence(.above, "came further with TAs of"), sentence(.below, "came less far with TAs of"),
    ].compactMap(\.self)
    let none: [Sentence] =
      found.isEmpty && compared > 1
      ? ["The progress of no role level's pupils can be told from that of the others."] : []
    return found + none + [
      """
      The levels teach different pupils and interventions: this is about who is best placed where, \
      not about pay.
      """
    ]
  }

  private static func pageTable(_ rows: [Deployment], _ pages: Pages) -> PageTable {
    PageTable(
      "\(pages.title(of: .year)): interventions that ended, by the TAs' role level",
      [
        PageColumn("Role level", figures: ["role_level"]) {
          $0.pack.labelled($0.row.progress.unit, $0.row.progress.school)
        },
        PageColumn(assistants),
        PageColumn("Interventions", .words, figures: ["interventions"]) {
          $0.pack.names(ofInterventions: $0.row.progress.interventions).joined(separator: ", ")
        },
        PageColumn(pupils), PageColumn(episodes),
        PageColumn(pupilHours) { row, _ in
          hours(row.pupilHours, of: row.rowsWithPupilHours, row.rows)
        },
        PageColumn(taHours) { row, _ in hours(row.taHours, of: row.rowsWithTAHours, row.rows) },
      ] + UnitFigures.progressColumns.map { $0.lifted(\.progress) },
      rows, in: pages.pack,
      note: """
        What TAs of two levels gave together counts under both. Rows without sessions attended or \
        their length have no hours, and those without a group, as of one pupil alone, no TA-hours.
        """, isInOrder: true)
  }

  /// Hours, and of how many rows they are known where that is not all.
  private static func hours(_ hours: Double?, of known: Int, _ rows: Int) -> String {
    let text = Wording.number(hours, decimals: 0)
    return hours == nil || known == rows ? text : "\(text) (\(known) of \(rows) rows)"
  }
}
