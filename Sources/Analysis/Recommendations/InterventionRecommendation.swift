package import ProvisionModel

/// What is recommended of an intervention of a school that runs in the reported term, and why.
package struct InterventionRecommendation: Sendable {
  /// The school's position among the data's schools.
  package var school: Int
  /// The intervention's position among the data's interventions.
  package var intervention: Int
  /// What is recommended.
  package var recommend: Recommendation
  /// The line of the table that says so, from 0; nil: none does, and so it is `assess`.
  package var rule: Int?
  /// What that line looked at.
  package var facts: RecommendationFacts
  /// The period that the evidence is of.
  package var period: Period
  /// The measure that the evidence is on; nil where the intervention has none.
  package var measure: Int?
  /// The row of KPI 5.5 that it rests on; nil without a measure.
  package var row: InterventionProgress?
  /// Whether sessions or minutes were changed in the reported term, so that only its own episodes
  /// say something of the intervention as it is now.
  package var isVariedNow: Bool
  /// How many terms a clear answer takes; nil where there is one, or nothing to compare.
  package var needed: TermsNeeded?
  /// Groups of the reported term of which something else is recommended, in order of their names.
  package var groups: [GroupRecommendation]
}

/// What is recommended of one TA group, where its pupils' progress differs from that of the other
/// groups by more than luck (METHOD §8).
package struct GroupRecommendation: Sendable {
  /// The group's name.
  package var group: String
  /// What is recommended.
  package var recommend: Recommendation
  /// Its progress.
  package var unit: PooledUnits.Unit
}

/// The recommendations of all interventions that run in the reported term.
struct RecommendationTable {
  private let figures: EpisodeFigures
  private let courses: [InterventionCourse]
  private let thresholds: ThresholdSettings
  private let rules: [RecommendationRule]
  private var rows: [Key: [InterventionProgress]] = [:]
  private var groups: [Key: [UnitProgress]] = [:]

  private struct Key: Hashable {
    var scope: Scope
    var intervention: Int
  }

  /// The recommendations that some tables give.
  init(
    _ courses: [InterventionCourse], figures: EpisodeFigures,
    interventions: [InterventionProgress], units: [UnitProgress]
  ) {
    self.courses = courses
    self.figures = figures
    thresholds = figures.data.settings.thresholds
    rules = figures.data.settings.recommendations
    for row in interventions where row.measure != nil {
      guard let intervention = row.intervention else { continue }
      rows[Key(scope: row.scope, intervention: intervention), default: []]
        .append(row)
    }
    for unit in units where unit.kind == .group && unit.period == .term {
      guard let intervention = unit.groupIntervention else { continue }
      groups[
        Key(scope: .school(unit.school), intervention: intervention), default: []
      ].append(unit)
    }
  }

  /// The recommendations, in order of school and intervention.
  func recommendations() -> [InterventionRecommendation] {
    courses.compactMap { course in
      guard let now = course.terms.last, now.runs else { return nil }
      return recommendation(course, now, before: course.terms.dropLast().last)
    }
  }

  private func recommendation(
    _ course: InterventionCourse, _ now: InterventionTerm, before: InterventionTerm?
  ) -> InterventionRecommendation {
    let isVariedNow = before.map { before in
      before.runs
        && [DeliveryFigure.sessionsPerWeek, .minutesPerSession].contains {
          $0.differs(before.delivery, now.delivery)
        }
    }
    let measures = evidence(course.school, course.intervention)
    let row = measures.first
    var facts = self.facts(row, now)
    facts.trend =
      BeforeAndAfter(before?.progress ?? [], now.progress, measure: row?.measure).difference
    func isSaidElsewhere(_ holds: (Verdict) -> Bool) -> Bool {
      measures.dropFirst().contains {
        holds($0.evidence.verdict) && $0.evidence.strength >= Self.enoughToContradict
      }
    }
    facts.isContradicted = isSaidElsewhere(\.isGood)
    facts.isWorseElsewhere = isSaidElsewhere { $0 == .worse }
    let rule = RecommendationRule.first(of: rules, facts, thresholds)
    let recommend = rule.map { rules[$0].recommend } ?? .assess
    return InterventionRecommendation(
      school: course.school, intervention: course.intervention, recommend: recommend, rule: rule,
      facts: facts, period: row?.period ?? .term, measure: row?.measure, row: row,
      isVariedNow: isVariedNow ?? false, needed: needed(row),
      groups: differing(course.school, course.intervention, from: recommend))
  }

  private static let enoughToContradict = 2

  /// The evidence of the period that speaks on each measure. Of several measures the one with the
  /// strongest evidence comes first, then the one with the most pupils; one of codes, which are only
  /// counted, last of those.
  private func evidence(_ school: Int, _ intervention: Int) -> [InterventionProgress] {
    let known = rows[Key(scope: .school(school), intervention: intervention)] ?? []
    return known.filter(\.speaks).enumerated().sorted { left, right in
      let (one, other) = (Self.weight(left.element), Self.weight(right.element))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  private static func weight(_ row: InterventionProgress) -> (Int, Int, Int, Int) {
    let isOfCodes = row.progress.steps != nil
    return (row.evidence.strength, isOfCodes ? 0 : 1, row.evidence.pupils, row.pupilsPaired)
  }

  private func facts(
    _ row: InterventionProgress?, _ now: InterventionTerm
  ) -> RecommendationFacts {
    var facts = RecommendationFacts()
    if let row {
      facts.verdict = row.evidence.verdict
      facts.strength = row.evidence.strength
      facts.isPooled = terms(row) > 1
      facts.attendance = row.dose.attendance
      facts.attrition = row.attrition
      facts.costPerMonth = row.costPerMonth
      facts.spread = spread(row)
    }
    facts.sessionsPerWeek = now.delivery.sessionsPerWeek
    facts.minutesPerSession = now.delivery.minutesPerSession
    facts.weeks = now.delivery.weeks
    facts.groupSize = now.delivery.groupSize
    return facts
  }

  /// The SD of γ_e ÷ σ_e over the row's courses: about 1 where all pupils gain the same from it and
  /// differ as classmates do. Nil with fewer than the fewest pupils.
  private func spread(_ row: InterventionProgress) -> Double? {
    let values = row.ended.compactMap { position -> Double? in
      guard let compared = figures.comparison.contrasts[position].compared,
        compared.variance.need > 0
      else { return nil }
      return compared.contrast.need / compared.variance.need.squareRoot()
    }
    return values.count >= thresholds.minimumPupils
      ? SampleSummary(values).standardDeviation : nil
  }

  /// In how many terms the courses of a row ended that have a contrast; of those without any, all.
  private func terms(_ row: InterventionProgress) -> Int {
    let compared = row.ended.filter { figures.comparison.contrasts[$0].compared != nil }
    let ends = (compared.isEmpty ? row.ended : compared).compactMap { figures.episodes[$0].end }
    return Set(Set(ends).map { figures.data.settings.terms.term(containing: $0).first }).count
  }

  private func needed(_ row: InterventionProgress?) -> TermsNeeded? {
    row.flatMap { TermsNeeded($0.evidence, terms: terms($0), figures.data.settings.evidence) }
  }

  /// The groups of an intervention whose pupils came on otherwise than those of all groups, where
  /// something else follows from it.
  private func differing(
    _ school: Int, _ intervention: Int, from recommend: Recommendation
  ) -> [GroupRecommendation] {
    let units = groups[Key(scope: .school(school), intervention: intervention)] ?? []
    return units.compactMap { unit in
      guard let pooled = unit.pooled else { return nil }
      let other: Recommendation
      switch pooled.finding {
      case .below: other = .checkDelivery
      // Better than the other groups is not yet better than without it.
      case .above where pooled.interval.lowerBound > figures.data.settings.evidence.smallestEffect:
        other = .continue
      case .above, .notDistinguishable, .noDifferenceShown: return nil
      }
      guard other != recommend, recommend != .stopOrReplace || other == .continue else {
        return nil
      }
      return GroupRecommendation(group: unit.unit, recommend: other, unit: pooled)
    }
  }
}
