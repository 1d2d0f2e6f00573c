import Analysis
import ProvisionModel

/// J2: both effects of each intervention on each measure in each school, over all episodes that
/// have ended (METHOD §5, §6).
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
    var text = "school,intervention,measure,started,paired,n_matched,n_growth,matched_effect"
    text += ",matched_variance,growth_effect,growth_variance,reference_sd\n"
    for row in evaluation.interventions
    where row.period == .all && row.scope != .all {
      guard let intervention = row.intervention, let measure = row.measure, row.started > 0 else {
        continue
      }
      let evidence = row.evidence
      text +=
        "\(data.name(of: row.scope)),\(data.interventions[intervention].name),\(data.measures[measure].name)"
      text += ",\(row.started),\(row.progress.paired)"
      text += ",\(evidence.matchedEpisodes),\(evidence.growthEpisodes)"
      for effect in [evidence.matched, evidence.growth] {
        text += ",\(figure(effect?.value))"
        text += ",\(figure(effect.map { $0.standardError * $0.standardError }))"
      }
      text += ",\(figure(sds[measure]?.value))\n"
    }
    return text
  }
}
