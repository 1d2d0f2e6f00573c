import Analysis
import ProvisionModel

extension Report {
  /// What a run has done, in a few lines for the terminal.
  package var conclusion: [String] {
    let figures = evaluation.figures
    let rows = evaluation.interventions.filter {
      $0.period == .term && $0.school != Evaluation.allSchools && $0.measure != nil
    }
    let ended = rows.map(\.started).reduce(0, +)
    let paired = rows.map(\.progress.paired).reduce(0, +)
    let interventions = Set(rows.map(\.intervention)).count
    return [
      "\(evaluation.term.title), as known on \(evaluation.asOf): "
        + "\(Self.count(data.assessments.count, "score")), "
        + "\(Self.count(data.provision.count, "row")) of the provision map, "
        + Self.count(figures.episodes.count, "episode"),
      "\(Self.count(interventions, "intervention")) with "
        + "\(Self.count(ended, "episode")) that ended in the term, \(paired) of them with both scores",
    ]
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
