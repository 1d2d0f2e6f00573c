/// What staff wrote about an episode: scores of their own, a rating and a note.
struct Judgement {
  /// The score at the start, as the tracking file has it.
  var entry: String?
  /// The score that is hoped for.
  var target: String?
  /// The score at the end, as the tracking file has it.
  var exit: String?
  /// −2 (significantly less than expected) to 2.
  var rating: Int?
  /// Free text.
  var note: String?

  /// The share of ended episodes that are rated.
  private static let ratedShare = 0.65
  /// The share of episodes with a note.
  private static let notedShare = 0.07

  /// The judgement of an episode: ratings follow the gain in the test, with the rater's own error.
  init(
    of episode: SupportEpisode,
    in school: SimulatedSchool,
    using generator: inout SeededGenerator
  ) {
    let luck = (generator.uniform(), generator.uniform(), generator.normal())
    let intervention = school.interventions[episode.intervention]
    guard let index = intervention.measureIndex else { return }
    let measure = school.measures[index]
    let before = school.score(pupil: episode.pupil, measure: index, round: episode.term - 1)
    let after =
      episode.lastTerm.map { school.score(pupil: episode.pupil, measure: index, round: $0) }
      ?? .notTested
    if intervention.recordsScores {
      entry = before.number == nil ? nil : measure.text(of: before)
      exit = after.number == nil ? nil : measure.text(of: after)
    }
    if let gain = intervention.targetGain, let start = before.number {
      target = measure.text(of: .value(min(start + gain, measure.range.upperBound)))
    }
    if luck.0 < Judgement.ratedShare, let start = before.number, let end = after.number {
      let gain = Double(measure.lowerIsBetter ? start - end : end - start)
      let opinion = (gain - Double(intervention.targetGain ?? 0)) / measure.sd + 0.5 * luck.2
      rating = min(2, max(-2, Int((1.5 * opinion).rounded())))
    }
    if luck.1 < Judgement.notedShare {
      note = Judgement.notes[Int(luck.1 / Judgement.notedShare * Double(Judgement.notes.count))]
    }
  }

  private static let notes = [
    "Needs a quiet space, away from the hall",
    "Mum reports \"much happier\" to come to school",
    "Zoë (student) sat in for two sessions",
    "Missed a week: chickenpox",
    "Says \"I can do it now\", and can, on most days",
    "Café-style seating helped, so keep it",
    "Attends after registration; hearing test booked",
    "Résumé of sessions is in the blue folder",
    "Works best with a partner",
    "Reviewed with parents, who practise at home",
  ]
}
