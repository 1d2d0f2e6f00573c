import Analysis
import ProvisionModel

/// episodes.csv: one row an episode, with the lines of the files that it rests on, in the order of
/// the provision map; rows of universal provision have no measure.
extension Report {
  /// What a row of the table is about.
  enum EpisodeRow: Sendable {
    /// An episode, by its position.
    case episode(Int)
    /// A row of universal provision.
    case universal(UniversalProvision)
  }

  /// The table.
  var episodesTable: OutputTable<EpisodeRow> {
    OutputTable(
      headings: [
        "school", "pupil_id", "intervention", "measure", "kind", "provision", "status",
        "start_date", "end_date", "group", "ta", "provision_file", "provision_line", "baseline",
        "baseline_date", "baseline_censored", "baseline_file", "baseline_line", "outcome",
        "outcome_date", "outcome_censored", "outcome_file", "outcome_line", "paired", "gain",
        "elapsed_months", "expected_gain", "on_track", "target", "target_met",
        "sessions_planned", "sessions_attended", "attendance", "hours", "weeks", "cost",
        "n_scores", "level", "n_classmates", "n_similar", "expected_outcome", "matched", "growth",
        "baseline_difference", "d",
      ],
      things: episodeRows
    ) { thing in
      var cells: [TableCell] = []
      cells.reserveCapacity(Self.episodeColumns)
      switch thing {
      case .episode(let position):
        let row = evaluation.figures.episodes[position].row
        let measure = evaluation.figures.episodes[position].measure
        addLabels(row, measure, evaluation.figures.episodes[position].status, to: &cells)
        addLink(position, to: &cells)
        addDose(row, to: &cells)
        addContrast(position, to: &cells)
      case .universal(let universal):
        addLabels(universal.row, nil, universal.status, to: &cells)
        cells += repeatElement(.notApplicable, count: 17)
        addDose(universal.row, to: &cells)
        cells += repeatElement(.notApplicable, count: 9)
      }
      return cells
    }
  }

  private static let episodeColumns = 45

  private var episodeRows: [EpisodeRow] {
    let episodes = evaluation.figures.episodes
    var rows: [EpisodeRow] = []
    var next = 0
    for universal in evaluation.figures.universal {
      while next < episodes.count, episodes[next].row < universal.row {
        rows.append(.episode(next))
        next += 1
      }
      rows.append(.universal(universal))
    }
    return rows + (next..<episodes.count).map { .episode($0) }
  }

  private func addLabels(
    _ row: Int, _ measure: Int?, _ status: EpisodeStatus, to cells: inout [TableCell]
  ) {
    let pupil = data.provision[row].pupil
    cells += [
      .free(data.schools[data.pupils[pupil].school]), .text(data.pupils[pupil].id),
      .free(data.interventions[data.provision[row].intervention].name),
      measure.map { .free(data.measures[$0].name) } ?? .absent,
      measure.map { .text(data.measures[$0].kind.rawValue) } ?? .absent,
      .text(measure == nil ? "universal" : "targeted"), .text(status.rawValue),
      .day(data.provision[row].start), .date(data.provision[row].end),
      .free(data.provision[row].group), .free(assistants(ofRow: row)),
      .text(data.inputs[data.provision[row].file].name), .whole(data.provision[row].line),
    ]
  }

  private func addLink(_ position: Int, to cells: inout [TableCell]) {
    let figures = evaluation.figures
    let measure = figures.episodes[position].measure
    let row = figures.episodes[position].row
    let start = figures.episodes[position].start
    addScore(figures.links[position].baseline, measure, row, to: &cells)
    addScore(figures.links[position].outcome, measure, row, to: &cells)
    cells += [
      .text(figures.links[position].isPaired ? "yes" : "no"),
      .number(figures.links[position].gain), .number(figures.links[position].elapsed),
      .number(figures.links[position].expectedGain), .answer(figures.links[position].isOnTrack),
      score(figures.episodes[position].target.map { LinkedScore($0, on: start) }, measure),
      .answer(figures.links[position].hasMetTarget),
    ]
  }

  /// A score, its date, whether it is censored, and the file and line that it comes from.
  private func addScore(
    _ linked: LinkedScore?, _ measure: Int, _ row: Int, to cells: inout [TableCell]
  ) {
    guard let linked else {
      cells += repeatElement(.absent, count: 5)
      return
    }
    let source = linked.row.map { data.assessments.source(ofRow: $0) }
    let censored =
      switch linked.censoring {
      case .none: "no"
      case .below: "below"
      case .above: "above"
      }
    cells += [
      score(linked, measure), .day(linked.day), .text(censored),
      .text(data.inputs[source?.file ?? data.provision[row].file].name),
      .whole(source?.line ?? data.provision[row].line),
    ]
  }

  /// The comparison with other pupils (METHOD §5), of paired episodes.
  private func addContrast(_ position: Int, to cells: inout [TableCell]) {
    let figures = evaluation.figures
    guard figures.links[position].isPaired,
      data.measures[figures.episodes[position].measure].kind != .ordinal
    else {
      cells += repeatElement(.absent, count: 9)
      return
    }
    let contrast = figures.comparison.contrasts[position]
    cells += [
      .whole(contrast.scores), .number(contrast.level), .whole(contrast.classmates),
      .whole(contrast.similar.count), .number(contrast.expectedOutcome),
      .number(contrast.matched), .number(contrast.growth), .number(contrast.baselineDifference),
      .number(figures.progressInSD(position)),
    ]
  }

  private func addDose(_ row: Int, to cells: inout [TableCell]) {
    let dose = evaluation.figures.doses[row]
    cells += [
      .number(dose.planned), .number(dose.attended), .number(dose.attendance),
      .number(dose.hours), .number(dose.weeks), .number(dose.cost),
    ]
  }
}
