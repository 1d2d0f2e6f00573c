import Analysis
import ProvisionModel

/// J2: the effects of each intervention at both ends on each measure in each school, over all courses
/// that have ended, with the square roots of their variances (METHOD §5).
struct EffectTable {
  private let evaluation: Evaluation

  /// The effects of a school's data, up to its last date.
  init(_ data: SchoolData, jobs: Int) {
    evaluation = Evaluation(data: data, jobs: jobs)
  }

  /// The table, in the order of KPI 5.5.
  var csv: String {
    let data = evaluation.figures.data
    let sds = evaluation.figures.comparison.referenceSDs
    var text = "school,intervention,measure,started,paired,used,score_effect,score_error"
    text += ",need_effect,need_error,reference_sd\n"
    for row in evaluation.interventions
    where row.period == .all && row.scope != .all {
      guard let intervention = row.intervention, let measure = row.measure, row.started > 0 else {
        continue
      }
      let evidence = row.evidence
      text +=
        "\(data.name(of: row.scope)),\(data.interventions[intervention].name),\(data.measures[measure].name)"
      text += ",\(row.started),\(row.progress.paired)"
      text += ",\(evidence.contrasts)"
      for end in End.allCases {
        let effect = evidence.ends?[end]
        text += ",\(figure(effect?.value)),\(figure(effect?.standardError))"
      }
      text += ",\(figure(sds[measure]?.value))\n"
    }
    return text
  }
}
