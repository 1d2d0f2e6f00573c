package import Diagnostics
package import ProvisionModel
import Threading

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
  package init(data: SchoolData, term: Term? = nil, asOf: Day? = nil) {
    let start = Start(data: data, term: term, asOf: asOf, jobs: 1)
    self.init(
      start, interventions: start.interventions(), subgroups: start.subgroups(),
      courses: start.courses(), pupilSupport: start.pupilSupport(), units: start.units())
  }

  /// Evaluates a school's data, the tables at the same time where `jobs` allows; the result
  /// does not depend on it.
  package init(data: SchoolData, term: Term?, asOf: Day?, jobs: Int) async {
    guard jobs > 1 else {
      self.init(data: data, term: term, asOf: asOf)
      return
    }
    let start = Start(data: data, term: term, asOf: asOf, jobs: jobs)
    async let units = start.units()
    async let interventions = start.interventions()
    async let subgroups = start.subgroups()
    async let pupilSupport = start.pupilSupport()
    let courses = start.courses()
    await self.init(
      start, interventions: interventions, subgroups: subgroups, courses: courses,
      pupilSupport: pupilSupport, units: units)
  }

  private init(
    _ start: Start, interventions: [InterventionProgress], subgroups: [InterventionProgress],
    courses: [InterventionCourse], pupilSupport: [PupilSupport], units: [UnitProgress]
  ) {
    self.term = start.term
    self.asOf = start.asOf
    self.figures = start.figures
    self.findings =
      start.findings + RenamedInterventions(courses, data: start.figures.data).findings
    self.interventions = interventions
    self.subgroups = subgroups
    self.courses = courses
    self.pupilSupport = pupilSupport
    self.units = units
    recommendations = RecommendationTable(
      courses, figures: figures, interventions: interventions, units: units
    ).recommendations()
    decisions = DecisionOutcomes(courses, figures: figures, term: term, asOf: asOf).outcomes()
    variations = VariationTable(
      courses, data: figures.data, term: term, asOf: asOf, decisions: decisions,
      recommendations: recommendations
    ).rows()
    self.further = FurtherTables(
      figures: start.figures, units: units, term: start.term, asOf: start.asOf)
  }

  /// What the tables are made of.
  private struct Start: Sendable {
    let term: Term
    let asOf: Day
    let figures: EpisodeFigures
    let findings: [Finding]

    init(data: SchoolData, term: Term?, asOf: Day?, jobs: Int) {
      let asOf = asOf ?? data.lastDate
      let list = EpisodeList(data: data, asOf: asOf)
      let linking = Linking(data: data, asOf: asOf)
      self.term = term ?? data.settings.terms.term(containing: asOf)
      self.asOf = asOf
      self.findings = list.findings
      let links = Concurrently.flatMap(count: list.episodes.count, inLotsOf: 4096, jobs: jobs) {
        $0.map { linking.link(list.episodes[$0]) }
      }
      self.figures = EpisodeFigures(
        data: data, list: list, links: links,
        comparison: AgainstOtherPupils(
          data: data, episodes: list.episodes, links: links, asOf: asOf, jobs: jobs),
        doses: DoseAndCost(data: data).doses())
    }

    func interventions() -> [InterventionProgress] {
      InterventionTable(figures: figures, term: term).rows()
    }

    func subgroups() -> [InterventionProgress] {
      SubgroupTable(figures: figures, term: term).rows()
    }

    func courses() -> [InterventionCourse] {
      InterventionCourses(figures: figures, term: term, asOf: asOf).courses()
    }

    func pupilSupport() -> [PupilSupport] {
      PupilSupportTable(figures: figures, term: term, asOf: asOf).rows()
    }

    func units() -> [UnitProgress] {
      UnitTable(figures: figures, term: term).rows()
    }
  }
}
