import Analysis
import ProvisionModel

/// KPI 9.5 pupil by pupil, for the SENCo only: the table kpi-9.5-pupils.csv.
extension Report {
  /// The episodes of the reported year that have ended, and those under way, in order of school,
  /// pupil, intervention, measure and start.
  static func supportedEpisodes(_ evaluation: Evaluation) -> [Int] {
    let figures = evaluation.figures
    let data = figures.data
    let days = Period.year.days(term: evaluation.term, calendar: data.settings.terms)
    let wanted = figures.episodes.indices.filter { position in
      let episode = figures.episodes[position]
      if episode.status == .inProgress { return true }
      guard episode.status == .ended, let end = episode.end else { return false }
      return days.contains(end)
    }
    return ScalarOrder.sorted(wanted) { position in
      let episode = figures.episodes[position]
      return [
        data.schools[data.pupils[episode.pupil].school], data.pupils[episode.pupil].id,
        data.interventions[episode.intervention].name, data.measures[episode.measure].name,
        episode.start.description,
      ]
    }
  }

  /// The table.
  var pupilsTable: OutputTable<Int> {
    OutputTable(
      headings: [
        "school", "pupil_id", "name", "year_group", "sen_status", "primary_need", "intervention",
        "measure", "ta", "group", "start_date", "end_date", "baseline", "baseline_date",
        "outcome", "outcome_date", "gain", "expected", "matched", "growth", "n_similar",
        "n_classmates", "d", "on_track", "target_met", "attendance", "outcome_rating", "flag",
      ],
      things: supportedEpisodes
    ) { position in
      let figures = evaluation.figures
      let episode = figures.episodes[position]
      let link = figures.links[position]
      let contrast = figures.comparison.contrasts[position]
      let row = data.provision[episode.row]
      let pupil = data.pupils[episode.pupil]
      let measure = data.measures[episode.measure]
      return [
        .free(data.schools[pupil.school]), .text(pupil.id), .free(pupil.name),
        .word(pupil.yearGroup), .word(pupil.senStatus), .word(pupil.primaryNeed),
        .free(data.interventions[episode.intervention].name), .free(measure.name),
        .free(assistants(row)), .free(row.group), .day(episode.start), .date(episode.end),
        score(link.baseline, measure), .date(link.baseline?.day), score(link.outcome, measure),
        .date(link.outcome?.day), .number(link.gain), .number(link.expectedGain),
        .number(contrast.matched), .number(contrast.growth),
        link.isPaired ? .whole(contrast.similar.count) : .absent,
        link.isPaired ? .whole(contrast.classmates) : .absent,
        .number(figures.progressInSD(position)), .answer(link.isOnTrack),
        .answer(link.hasMetTarget), .number(attendance(episode)),
        .word(row.outcomeRating), .word(flag(episode, link)),
      ]
    }
  }

  /// Attendance of an episode that has ended: of one under way the planned sessions are still to
  /// come.
  func attendance(_ episode: Episode) -> Double? {
    episode.status == .ended ? evaluation.figures.doses[episode.row].attendance : nil
  }

  /// What is to be said of an episode that is not a plain pair of scores on track.
  func flag(_ episode: Episode, _ link: LinkedEpisode) -> String {
    if episode.status == .inProgress {
      return link.baseline == nil ? "in-progress, no-baseline" : "in-progress"
    }
    if link.isCensored { return "censored" }
    switch (link.baseline, link.outcome) {
    case (nil, nil): return "no-scores"
    case (nil, _): return "no-baseline"
    case (_, nil): return "no-outcome"
    default: return link.isOnTrack == false ? "not-on-track" : ""
    }
  }

  /// The TAs of a row, with `; ` between.
  func assistants(_ row: ProvisionRow) -> String {
    row.teachingAssistants.map { data.teachingAssistants[$0].key }.joined(separator: "; ")
  }

  /// A score: a number, months for ages, the code for ordinals.
  func score(_ score: LinkedScore?, _ measure: Measure) -> TableCell {
    guard let score else { return .absent }
    let position = Int(score.value)
    if measure.kind == .ordinal, measure.codes.indices.contains(position) {
      return .text(measure.codes[position])
    }
    return .number(score.value)
  }
}
