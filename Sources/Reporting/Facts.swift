import Analysis
import Diagnostics
import ProvisionModel

/// What both packs of a report are made of. It never changes, and is shared by all that writes.
final class Facts: Sendable {
  /// The evaluation.
  let evaluation: Evaluation
  /// The episodes, their links and doses.
  let figures: EpisodeFigures
  /// The school's data.
  let data: SchoolData
  /// Everything that was found while reading and evaluating, in the order of the files.
  let findings: [Finding]
  /// The program's version.
  let version: String
  /// Whether it is about the term's whole academic year.
  let isAnnual: Bool
  /// The codes of TAs and groups.
  let codes: StaffCodes
  /// The rules by which small numbers are kept from the governors.
  let rules: DisclosureRules
  /// What is recommended of each intervention that runs in the term.
  let recommendations: [SchoolIntervention: InterventionRecommendation]
  /// The first row of KPI 5.6 of each intervention, which all say the same of its pupils and verdicts.
  let variations: [SchoolIntervention: Variation]
  /// The rows of KPI 5.5 of each intervention on a measure, of all periods.
  let progress: [SchoolIntervention: [InterventionProgress]]
  /// The episodes of KPI 9.5 pupil by pupil, in the order of the table.
  let supportedEpisodes: [Int]

  /// The facts of an evaluation.
  ///
  /// - Parameters:
  ///   - findings: What was found while reading; that of the evaluation is added.
  ///   - isAnnual: Whether the report is about the academic year up to the term.
  init(
    _ evaluation: Evaluation, findings: [Finding], version: String, isAnnual: Bool,
    codes: StaffCodes, supportedEpisodes: [Int]
  ) {
    let data = evaluation.figures.data
    self.evaluation = evaluation
    self.figures = evaluation.figures
    self.data = data
    self.findings = FindingOrder.sorted(findings + evaluation.findings, inputs: data.inputs)
    self.version = version
    self.isAnnual = isAnnual
    self.codes = codes
    self.supportedEpisodes = supportedEpisodes
    rules = DisclosureRules(data.settings.disclosure)
    recommendations = Dictionary(
      evaluation.recommendations.map { (SchoolIntervention($0), $0) }
    ) { first, _ in first }
    variations = Dictionary(
      evaluation.variations.map { (SchoolIntervention($0), $0) }
    ) { first, _ in first }
    progress = Dictionary(grouping: evaluation.interventions.filter { $0.measure != nil }) {
      SchoolIntervention(scope: $0.scope, intervention: $0.intervention ?? -1)
    }
  }
}
