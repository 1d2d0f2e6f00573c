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
      switch thing {
      case .episode(let position):
        let episode = evaluation.figures.episodes[position]
        return labelCells(episode.row, measure: episode.measure, episode.status)
          + linkCells(position, data.measures[episode.measure]) + doseCells(episode.row)
          + contrastCells(position)
      case .universal(let universal):
        return labelCells(universal.row, measure: nil, universal.status)
          + Array(repeating: .notApplicable, count: 17) + doseCells(universal.row)
          + Array(repeating: .notApplicable, count: 9)
      }
    }
  }

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

  private func labelCells(_ index: Int, measure: Int?, _ status: EpisodeStatus) -> [TableCell] {
    let row = data.provision[index]
    let pupil = data.pupils[row.pupil]
    let known = measure.map { data.measures[$0] }
    return [
      .free(data.schools[pupil.school]), .text(pupil.id),
      .free(data.interventions[row.intervention].name), .free(known?.name ?? ""),
      .word(known?.kind.rawValue ?? ""), .text(known == nil ? "universal" : "targeted"),
      .text(status.rawValue), .day(row.start), .date(row.end), .free(row.group),
      .free(assistants(row)), .text(data.inputs[row.file].name), .whole(row.line),
    ]
  }

  private func linkCells(_ position: Int, _ measure: Measure) -> [TableCell] {
    let episode = evaluation.figures.episodes[position]
    let link = evaluation.figures.links[position]
    let target = episode.target.map {
      LinkedScore($0, on: episode.start)
    }
    return scoreCells(link.baseline, measure, episode.row)
      + scoreCells(link.outcome, measure, episode.row) + [
        .text(link.isPaired ? "yes" : "no"), .number(link.gain), .number(link.elapsed),
        .number(link.expectedGain), .answer(link.isOnTrack), score(target, measure),
        .answer(link.hasMetTarget),
      ]
  }

  /// A score, its date, whether it is censored, and the file and line that it comes from.
  private func scoreCells(_ linked: LinkedScore?, _ measure: Measure, _ row: Int) -> [TableCell] {
    guard let linked else { return [.absent, .absent, .absent, .absent, .absent] }
    let source = linked.row.map { data.assessments.place(ofRow: $0) }
    let censored =
      switch linked.censoring {
      case .none: "no"
      case .below: "below"
      case .above: "above"
      }
    return [
      score(linked, measure), .day(linked.day), .text(censored),
      .text(data.inputs[source?.file ?? data.provision[row].file].name),
      .whole(source?.line ?? data.provision[row].line),
    ]
  }

  /// The comparison with other pupils (METHOD §5), of paired episodes.
  private func contrastCells(_ position: Int) -> [TableCell] {
    let figures = evaluation.figures
    guard figures.links[position].isPaired,
      data.measures[figures.episodes[position].measure].kind != .ordinal
    else { return Array(repeating: .absent, count: 9) }
    let contrast = figures.comparison.contrasts[position]
    return [
      .whole(contrast.scores), .number(contrast.level), .whole(contrast.classmates),
      .whole(contrast.similar.count), .number(contrast.expectedOutcome),
      .number(contrast.matched), .number(contrast.growth), .number(contrast.baselineDifference),
      .number(figures.progressInSD(position)),
    ]
  }

  private func doseCells(_ row: Int) -> [TableCell] {
    let dose = evaluation.figures.doses[row]
    return [
      .number(dose.planned), .number(dose.attended), .number(dose.attendance),
      .number(dose.hours), .number(dose.weeks), .number(dose.cost),
    ]
  }
}
