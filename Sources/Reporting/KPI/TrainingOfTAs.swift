import Analysis
import ProvisionModel

/// KPI 7.5, "TAs are trained in the interventions that they deliver": the table
/// kpi-7.5-training.csv, for the SENCo only. In order of name, never of what is recorded.
extension Report {
  /// The KPI; nil where the staff file records no training.
  var trainingKPI: FurtherKPI? {
    let rows = evaluation.further.training
    guard !rows.isEmpty else { return nil }
    return FurtherKPI(
      number: "7.5", name: "training", file: "kpi-7.5-training",
      title: "TAs' training in what they deliver",
      wording: "TAs are trained in the interventions that they deliver.",
      summary: "The interventions of each TA in the school year so far, and the training on record",
      table: OutputTable(ColumnGuide.training, rows: rows, cells: trainingCells),
      guide: ColumnGuide.training, notes: [.symbols, .assistants],
      sentences: trainingSentences(rows), pageTable: trainingPageTable(rows))
  }

  private func trainingCells(_ row: Training) -> [TableCell] {
    let assistant = data.teachingAssistants[row.teachingAssistant]
    return [
      .free(row.school), .free(assistant.key), .free(assistant.roleLevel),
      .free(data.interventions[row.intervention].name), .whole(row.pupils),
      .text(row.record.rawValue),
    ]
  }

  /// The gaps, then how many there are of all.
  private func trainingSentences(_ rows: [Training]) -> [String] {
    let gaps = rows.filter { $0.record == .untrained }.inGroups { row -> String in
      labelled(data.teachingAssistants[row.teachingAssistant].key, row.school)
    }.map { name, rows in
      "\(name) in \(Wording.list(rows.map { data.interventions[$0.intervention].name }))"
    }
    let unrecorded = rows.filter { $0.record == .unrecorded }.inGroups { row -> String in
      labelled(data.teachingAssistants[row.teachingAssistant].key, row.school)
    }.map(\.key)
    let trained = rows.count { $0.record == .trained }
    var sentences: [String] = []
    if !gaps.isEmpty {
      let gaps = Wording.short(gaps, most: 12).joined(separator: "; ")
      sentences.append("Not on record as trained in what they deliver: \(gaps).")
    }
    if !unrecorded.isEmpty {
      sentences.append(
        "The staff file records no training at all of \(Wording.shortList(unrecorded)): that is not "
          + "to say that they have none.")
    }
    return sentences + [
      "Of \(rows.count) pairs of a TA and an intervention that the TA delivered in the school year so "
        + "far, training is on record for \(trained)."
    ]
  }

  private func trainingPageTable(_ rows: [Training]) -> PageTable {
    PageTable(
      caption: "TAs and their interventions in the school year so far",
      headings: [
        .text("TA"), .text("Intervention"), .number("Pupils in the year"),
        .text("Trained, by the staff file"),
      ],
      things: rows, isInOrder: true
    ) { row in
      [
        labelled(data.teachingAssistants[row.teachingAssistant].key, row.school),
        data.interventions[row.intervention].name, String(row.pupils), row.record.title,
      ]
    }
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
