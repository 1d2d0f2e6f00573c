package import Diagnostics
import ProvisionModel

/// Where a school should say how pupils were chosen, as its answer would change a verdict (METHOD §7).
package struct ChosenByQuestions {
  /// The questions, one for each intervention of a school, in file order.
  package let findings: [Finding]

  /// The questions that an evaluation leaves open.
  package init(_ evaluation: Evaluation) {
    let data = evaluation.figures.data
    var asked: Set<EpisodeFigures.SchoolAndIntervention> = []
    let rows = evaluation.interventions.filter { $0.speaks && $0.evidence.chosenBy == nil }
    findings = rows.compactMap { row -> (Int, Finding)? in
      guard case .school = row.scope, let first = row.ended.first,
        let question = Self.question(row, data)
      else { return nil }
      let position = evaluation.figures.episodes[first].rows[0]
      let key = EpisodeFigures.SchoolAndIntervention(row: position, data)
      guard asked.insert(key).inserted else { return nil }
      return (
        position,
        data.finding(
          .chosenBy, about: data.provision[position], .intervention,
          value: data.interventions[key.intervention].name, message: question)
      )
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What would be said of a row by either answer; nil where neither changes it.
  private static func question(_ row: InterventionProgress, _ data: SchoolData) -> String? {
    guard let ends = row.evidence.ends, let measure = row.measure else { return nil }
    let sizes = Ends { ends[$0].size }
    let settings = data.settings.evidence
    let said = row.evidence.verdict
    let answers = [ChosenBy.scores, .need].map { chosenBy in
      (chosenBy, Verdict(sizes, chosenBy: chosenBy, settings))
    }.filter { $0.1 != said }
    guard !answers.isEmpty else { return nil }
    let words = answers.map { chosenBy, verdict in
      "\(verdict.rawValue) if its pupils were chosen "
        + (chosenBy == .scores ? "by scores in the tracking file" : "for a need that staff know")
    }
    return "on \(data.measures[measure].name) it is \(said.rawValue); it would be "
      + words.joined(separator: ", and ")
  }
}
