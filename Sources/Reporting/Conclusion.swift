import Analysis
import ProvisionModel

extension Report {
  /// What a run has done, in a few lines for the terminal.
  package var conclusion: [String] {
    let (evaluation, data) = (facts.evaluation, facts.data)
    let rows = evaluation.interventions.filter {
      $0.period == .term && $0.scope != .all && $0.measure != nil
        && $0.started > 0
    }
    let ended = rows.map(\.started).reduce(0, +)
    let paired = rows.map(\.progress.paired).reduce(0, +)
    let interventions = Set(rows.map(\.intervention)).count
    let read =
      "\(evaluation.term.title), as known on \(evaluation.asOf): "
      + "\(Wording.count(data.assessments.count, "score")), "
      + "\(Wording.count(data.provision.count, "row")) of the provision map, "
      + Wording.count(evaluation.figures.episodes.count, "episode")
    guard ended > 0 else { return [read, "no episode ended in the term" + endsOfMap] }
    return [
      read,
      "\(Wording.count(interventions, "intervention")) with "
        + "\(Wording.count(ended, "episode")) that ended in the term, "
        + "\(paired) of them with both scores",
    ]
  }

  /// The terms in which episodes of the map end, for those who asked for another one.
  private var endsOfMap: String {
    let (evaluation, data) = (facts.evaluation, facts.data)
    let ends = data.provision.lazy.compactMap(\.end).filter { $0 <= evaluation.asOf }
    guard let first = ends.min(), let last = ends.max() else { return "" }
    let calendar = data.settings.terms
    return "; those of the provision map end from \(calendar.term(containing: first).id) "
      + "to \(calendar.term(containing: last).id)"
  }
}
