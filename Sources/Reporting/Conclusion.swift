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
        + "\(data.assessments.count) scores, \(data.provision.count) rows of the provision map, "
        + "\(figures.episodes.count) episodes",
      "\(interventions) interventions with \(ended) episodes that ended in the term, "
        + "\(paired) of them with both scores",
    ]
  }
}
