import Analysis
import ProvisionModel

/// KPI 9.4, "changes of TA roles and structure are considered from pupil data": the table
/// kpi-9.4-deployment.csv, for the SENCo only.
extension Report {
  /// The KPI; nil where no role level is known of the TAs of the year.
  var deploymentKPI: FurtherKPI? {
    let rows = evaluation.further.deployment
    guard !rows.isEmpty else { return nil }
    return FurtherKPI(
      number: "9.4", name: "deployment", file: "kpi-9.4-deployment",
      title: "Deployment of TAs by role level",
      wording: "Changes of TA roles and structure are considered from pupil data.",
      summary: "What the TAs of each role level gave in the school year so far, and how far their "
        + "pupils came",
      table: OutputTable(ColumnGuide.deployment, rows: rows, cells: deploymentCells),
      guide: ColumnGuide.deployment, notes: [.symbols, .assistants, .comparisons, .limits],
      sentences: deploymentSentences(rows), pageTable: deploymentPageTable(rows))
  }

  private func deploymentCells(_ row: Deployment) -> [TableCell] {
    let progress = row.progress
    let pooled = progress.pooled
    return [
      .free(progress.school), .free(progress.unit), .whole(row.teachingAssistants),
      .free(progress.interventions.map { data.interventions[$0].name }.joined(separator: "; ")),
      .whole(progress.pupils), .whole(progress.episodes), .whole(row.rows),
      .whole(row.rowsWithPupilHours), .number(row.pupilHours), .whole(row.rowsWithTAHours),
      .number(row.taHours), .whole(progress.used), .number(pooled?.mean),
      .number(pooled?.shrunkMean), .number(pooled?.interval.lowerBound),
      .number(pooled?.interval.upperBound), .word(pooled?.finding.rawValue ?? ""),
    ]
  }

  private func deploymentSentences(_ rows: [Deployment]) -> [String] {
    func sentence(_ finding: UnitFinding, _ words: String) -> String? {
      let names = rows.filter { $0.progress.pooled?.finding == finding }.map {
        labelled($0.progress.unit, $0.progress.school)
      }
      return names.isEmpty
        ? nil : "By more than luck would explain, pupils \(words): \(Wording.shortList(names))."
    }
    let compared = rows.count { $0.progress.pooled != nil }
    let found = [
      sentence(.above, "came further with TAs of"), sentence(.below, "came less far with TAs of"),
    ].compactMap(\.self)
    return
      (found.isEmpty && compared > 1
      ? ["The progress of no role level's pupils can be told from that of the others."] : found)
      + [
        "The levels teach different pupils and interventions: this is about who is best placed "
          + "where, not about pay."
      ]
  }

  private func deploymentPageTable(_ rows: [Deployment]) -> PageTable {
    PageTable(
      caption: "\(title(of: .year)): interventions that ended, by the TAs' role level",
      headings: [
        .text("Role level"), .number("Number of TAs"), .words("Interventions"), .number("Pupils"),
        .number("Episodes"), .number("Pupil-hours"), .number("TA-hours"),
        .number("Progress (SD)"), .number("95% range"), .text("Beside the others"),
      ],
      things: rows,
      note:
        "What TAs of two levels gave together counts under both. Rows without sessions attended "
        + "or their length have no hours, and those without a group, as of one pupil alone, no TA-hours.",
      isInOrder: true
    ) { row in
      let progress = row.progress
      let pooled = progress.pooled
      return [
        labelled(progress.unit, progress.school), String(row.teachingAssistants),
        progress.interventions.map { data.interventions[$0].name }.joined(separator: ", "),
        String(progress.pupils), String(progress.episodes),
        hours(row.pupilHours, of: row.rowsWithPupilHours, row.rows),
        hours(row.taHours, of: row.rowsWithTAHours, row.rows),
        Wording.number(pooled?.shrunkMean, decimals: 2),
        pooled?.finding == .noDifferenceShown ? "" : Wording.range(pooled?.interval),
        pooled?.finding.title ?? "",
      ]
    }
  }

  /// Hours, and of how many rows they are known where that is not all.
  private func hours(_ hours: Double?, of known: Int, _ rows: Int) -> String {
    let text = Wording.number(hours, decimals: 0)
    return hours == nil || known == rows ? text : "\(text) (\(known) of \(rows) rows)"
  }
}
