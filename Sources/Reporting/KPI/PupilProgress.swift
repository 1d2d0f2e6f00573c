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
    let schools = ScalarOrder.ranks(data.schools)
    let interventions = ScalarOrder.ranks(data.interventions.map(\.name))
    let measures = ScalarOrder.ranks(data.measures.map(\.name))
    return wanted.sorted { left, right in
      let (one, other) = (figures.episodes[left].pupil, figures.episodes[right].pupil)
      if one != other {
        let ranks = (schools[data.pupils[one].school], schools[data.pupils[other].school])
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        if ScalarOrder.precedes(data.pupils[one].id, data.pupils[other].id) { return true }
        if ScalarOrder.precedes(data.pupils[other].id, data.pupils[one].id) { return false }
      }
      func place(_ position: Int) -> (Int, Int, Day, Int) {
        (
          interventions[figures.episodes[position].intervention],
          measures[figures.episodes[position].measure], figures.episodes[position].start, position
        )
      }
      return place(left) < place(right)
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
      let pupil = figures.episodes[position].pupil
      let row = figures.episodes[position].row
      let measure = figures.episodes[position].measure
      let link = figures.links[position]
      let contrast = figures.comparison.contrasts[position]
      return [
        .free(data.schools[data.pupils[pupil].school]), .text(data.pupils[pupil].id),
        .free(data.pupils[pupil].name), .word(data.pupils[pupil].yearGroup),
        .word(data.pupils[pupil].senStatus), .word(data.pupils[pupil].primaryNeed),
        .free(data.interventions[figures.episodes[position].intervention].name),
        .free(data.measures[measure].name), .free(assistants(ofRow: row)),
        .free(data.provision[row].group), .day(figures.episodes[position].start),
        .date(figures.episodes[position].end), score(link.baseline, measure),
        .date(link.baseline?.day), score(link.outcome, measure), .date(link.outcome?.day),
        .number(link.gain), .number(link.expectedGain), .number(contrast.matched),
        .number(contrast.growth), link.isPaired ? .whole(contrast.similar.count) : .absent,
        link.isPaired ? .whole(contrast.classmates) : .absent,
        .number(figures.progressInSD(position)), .answer(link.isOnTrack),
        .answer(link.hasMetTarget), .number(attendance(figures.episodes[position])),
        .word(data.provision[row].outcomeRating), .word(flag(figures.episodes[position], link)),
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

  /// The TAs of a row of the provision map, with `; ` between.
  func assistants(ofRow row: Int) -> String {
    let assistants = data.provision[row].teachingAssistants
    if assistants.count == 1 { return data.teachingAssistants[assistants[0]].key }
    return assistants.map { data.teachingAssistants[$0].key }.joined(separator: "; ")
  }

  /// A score on a measure: a number, months for ages, the code for ordinals.
  func score(_ score: LinkedScore?, _ measure: Int) -> TableCell {
    guard let score else { return .absent }
    if data.measures[measure].kind == .ordinal {
      let position = Int(score.value)
      if data.measures[measure].codes.indices.contains(position) {
        return .text(data.measures[measure].codes[position])
      }
    }
    return .number(score.value)
  }
}
