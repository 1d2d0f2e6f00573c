package import Diagnostics
package import ProvisionModel

/// Everything that the program finds out about a school's interventions.
package struct Evaluation: Sendable {
  /// The id under which several schools are taken together.
  package static let allSchools = "all"

  /// The reported term.
  package let term: Term
  /// The day up to which things are known.
  package let asOf: Day
  /// The data, the episodes, their links and doses.
  package let figures: EpisodeFigures
  /// KPI 5.5, in the order of the table.
  package let interventions: [InterventionProgress]
  /// KPI 5.6, in the order of the table.
  package let variations: [Variation]
  /// KPI 9.5, in the order of the table.
  package let units: [UnitProgress]
  /// What was found about rows on the way, in file order.
  package let findings: [Finding]

  /// Evaluates a school's data.
  ///
  /// - Parameters:
  ///   - term: The term to report; nil: the one in which the as-of date lies.
  ///   - asOf: The day up to which things are known; nil: the last date of the files.
  package init(data: SchoolData, term: Term? = nil, asOf: Day? = nil) {
    let asOf = asOf ?? data.lastDate
    let term = term ?? data.settings.terms.term(containing: asOf)
    let list = EpisodeList(data: data, asOf: asOf)
    let linking = Linking(data: data, asOf: asOf)
    let figures = EpisodeFigures(
      data: data, list: list, links: list.episodes.map { linking.link($0) },
      doses: DoseAndCost(data: data).doses())
    self.term = term
    self.asOf = asOf
    self.figures = figures
    self.findings = list.findings
    self.interventions = InterventionTable(figures: figures, term: term).rows()
    self.variations = VariationTable(figures: figures, term: term, asOf: asOf).rows()
    self.units = UnitTable(figures: figures, term: term).rows()
  }
}
