import ProvisionModel

/// The tables of the award's KPIs that stand beside 5.5, 5.6 and 9.5, from the same files; each is
/// empty where the files do not fill it.
package struct FurtherTables: Sendable {
  /// KPI 5.1, the programmes and their evidence, in the order of the table.
  package let programmes: [Programme]
  /// KPI 6.4, the areas of TAs' support, in the order of the table.
  package let areas: [AreaProgress]
  /// KPI 7.5, the training of TAs, in the order of the table.
  package let training: [Training]
  /// KPI 9.4, the deployment of TAs by role level, in the order of the table.
  package let deployment: [Deployment]

  /// - Parameter units: All rows of KPI 9.5.
  init(figures: EpisodeFigures, units: [UnitProgress], term: Term, asOf: Day, jobs: Int) {
    let rows = figures.rowsOfTheYear(term, asOf: asOf)
    programmes = ProgrammeTable(figures: figures, rowsOfTheYear: rows).rows()
    areas = AreaTable(figures: figures, term: term).rows(jobs: jobs)
    training = TrainingTable(figures: figures, rowsOfTheYear: rows).rows()
    deployment = DeploymentTable(figures: figures, units: units).rows()
  }
}
