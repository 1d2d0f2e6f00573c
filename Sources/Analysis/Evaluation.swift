package import Diagnostics
package import ProvisionModel

/// Everything that the program finds out about a school's interventions.
package struct Evaluation: Sendable {
  /// The reported term.
  package let term: Term
  /// The day up to which things are known.
  package let asOf: Day
  /// The data, the episodes, their links and doses.
  package let figures: EpisodeFigures
  /// KPI 5.5, in the order of the table.
  package let interventions: [InterventionProgress]
  /// KPI 5.5 by need, status and so on, in the order of the table.
  package let subgroups: [InterventionProgress]
  /// KPI 5.6, in the order of the table.
  package let variations: [Variation]
  /// The interventions term by term, in order of school and intervention.
  package let courses: [InterventionCourse]
  /// What is recommended of those that run in the term, in the same order.
  package let recommendations: [InterventionRecommendation]
  /// The decisions up to the term, in order of school, term, intervention and group.
  package let decisions: [DecisionOutcome]
  /// KPI 5.6 pupil by pupil, in the order of the table.
  package let pupilSupport: [PupilSupport]
  /// KPI 9.5, in the order of the table.
  package let units: [UnitProgress]
  /// KPI 5.1, 6.4, 7.5 and 9.4.
  package let further: FurtherTables
  /// What was found about rows on the way, in file order.
  package let findings: [Finding]

  /// Evaluates a school's data.
  ///
  /// - Parameters:
  ///   - term: The term to report; nil: the one in which the as-of date lies.
  ///   - asOf: The day up to which things are known; nil: the last date of the files.
  ///   - jobs: How many things are done at the same time; the result does not depend on it.
  package init(data: SchoolData, term: Term? = nil, asOf: Day? = nil, jobs: Int = 1) {
    let asOf = asOf ?? data.lastDate
    let term = term ?? data.settings.terms.term(containing: asOf)
    let list = EpisodeList(data: data, asOf: asOf)
    let figures = EpisodeFigures(data: data, list: list, asOf: asOf, jobs: jobs)
    self.term = term
    self.asOf = asOf
    self.figures = figures
    let interventionTable = InterventionTable(figures: figures, term: term)
    let subgroupTable = SubgroupTable(figures: figures, term: term)
    let courseTable = InterventionCourses(figures: figures, term: term, asOf: asOf, jobs: jobs)
    // The rows of all three tables at the same time: what their sums need takes room.
    let made = figures.rows(
      interventionTable.sets + subgroupTable.sets + courseTable.sets, jobs: jobs)
    let ofSubgroups = made.dropFirst(interventionTable.sets.count)
    subgroups = subgroupTable.rows(ofSubgroups.prefix(subgroupTable.sets.count))
    courses = courseTable.courses(ofSubgroups.dropFirst(subgroupTable.sets.count))
    interventions = SpeakingPeriods(courses, data: data, term: term).marked(
      interventionTable.rows(made.prefix(interventionTable.sets.count)))
    pupilSupport = PupilSupportTable(figures: figures, term: term, asOf: asOf).rows(jobs: jobs)
    units = UnitTable(figures: figures, term: term).rows(jobs: jobs)
    findings = list.findings + RenamedInterventions(courses, data: data).findings
    recommendations = RecommendationTable(
      courses, figures: figures, interventions: interventions, units: units
    ).recommendations()
    decisions = DecisionOutcomes(courses, figures: figures, term: term, asOf: asOf).outcomes()
    variations = VariationTable(
      courses, data: data, term: term, asOf: asOf, decisions: decisions,
      recommendations: recommendations
    ).rows()
    further = FurtherTables(figures: figures, units: units, term: term, asOf: asOf, jobs: jobs)
  }
}
