import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// What is made of a row's two effects (METHOD §5.4, §6 and §7), worked out anew from them.
@Suite struct EvidenceTests {
  private static let made = (1...3).map { MessySchool(seed: $0) }
  private static let evaluations = made.map { Evaluation(data: $0.school.data, asOf: $0.asOf) }

  /// All rows with two effects, each with its school's evaluation.
  private static let rows = evaluations.flatMap { evaluation in
    (evaluation.interventions + evaluation.subgroups).filter { $0.evidence.ends != nil }
      .map { (evaluation, $0) }
  }

  @Test("intervals, sizes and p follow from the effects and their variance")
  func intervalsAndSizes() throws {
    var given: Set<Bool> = []
    for (evaluation, row) in Self.rows {
      let sd = try #require(evaluation.figures.comparison.referenceSDs[row.measure!])
      given.insert(sd.degreesOfFreedom == nil)
      let correction = sd.degreesOfFreedom.map { ReferenceSD.correction(degreesOfFreedom: $0) } ?? 1
      for effect in row.evidence.effects {
        let freedom = 30 + effect.pupils - 1
        let half = StudentT.quantile975(degreesOfFreedom: freedom) * effect.standardError
        #expect(abs(effect.interval.upperBound - effect.value - half) < 1e-9)
        let factor = correction / sd.value
        #expect(abs(effect.size.value - factor * effect.value) < 1e-12)
        #expect(abs(effect.size.standardError - factor * effect.standardError) < 1e-12)
        #expect(abs(effect.size.interval.lowerBound - factor * (effect.value - half)) < 1e-9)
        let t = effect.value / effect.standardError
        #expect(effect.p == StudentT.twoSidedP(t, degreesOfFreedom: freedom))
        #expect(
          effect.variance?.variance(courses: effect.courses).squareRoot() == effect.standardError)
      }
    }
    #expect(given == [true, false] && Self.rows.count > 30)
  }

  @Test("statements rest on both ends")
  func statementsHoldAtBothEnds() throws {
    var signs: Set<Bool> = []
    for (evaluation, row) in Self.rows {
      let evidence = row.evidence
      let ends = try #require(evidence.ends)
      #expect(evidence.basis == .twoPredictions && evidence.expected == nil)
      #expect(evidence.pupils == evidence.contrastPupils && evidence.pupils >= 5)
      let agree = ends.score.value * ends.need.value > 0
      signs.insert(agree)
      let larger = max(try #require(ends.score.p), try #require(ends.need.p))
      #expect(evidence.pValue == (agree ? larger : 1))
      let sizes = Ends { ends[$0].size }
      let settings = evaluation.figures.data.settings.evidence
      #expect(evidence.probabilities == Probabilities(sizes, settings))
      #expect(evidence.verdict == Verdict(sizes, chosenBy: nil, settings))
      let (low, high) = (
        min(sizes.score.value, sizes.need.value), max(sizes.score.value, sizes.need.value)
      )
      #expect(evidence.range == low...high)
      let limits = evaluation.figures.data.settings.thresholds.monthsOfProgress
      let months = (
        MonthsOfProgress.of(low, limits: limits), MonthsOfProgress.of(high, limits: limits)
      )
      let isAttainment = evaluation.figures.data.measures[row.measure!].attainment
      #expect(evidence.months == (isAttainment ? months.0...months.1 : nil))
    }
    #expect(signs == [true, false])
  }

  @Test("strength and warnings are of the row's own numbers")
  func strengthAndWarnings() throws {
    var seen: Set<EvidenceWarning> = []
    for (evaluation, row) in Self.rows {
      let evidence = row.evidence
      let paired = Double(row.progress.paired)
      let attrition = 1 - paired / Double(row.started)
      let share = Double(evidence.contrasts) / paired
      let beyond = try #require(evidence.beyond)
      #expect(
        evidence.strength
          == EvidenceStrength.of(
            .twoPredictions, pupils: evidence.pupils, attrition: attrition, comparedShare: share,
            beyond: beyond))
      let contrasts = evaluation.figures.comparison.contrasts
      let found = Set(row.ended.compactMap { contrasts[$0].warning })
      let wanted: [(EvidenceWarning, Bool)] = [
        (.fewPupils, evidence.pupils < 10), (.fewCompared, share < 0.7),
        (.muchMissing, attrition > 0.2),
        (.implausiblyLarge, evidence.effects.contains { abs($0.size.value) > 0.8 }),
        (.outsideClassmates, beyond > 0.25), (.chanceRise, false),
        (.otherTestUsed, found.contains(.otherTestUsed)),
        (.differentTestDates, found.contains(.differentTestDates)),
        (.tooFewClassmates, found.contains(.tooFewClassmates)),
      ]
      #expect(evidence.warnings == wanted.filter(\.1).map(\.0))
      seen.formUnion(evidence.warnings)
    }
    #expect(seen.isSuperset(of: [.fewPupils, .muchMissing, .outsideClassmates, .otherTestUsed]))
  }

  @Test("q values are worked out by table, period and school")
  func qIsByPeriodAndSchool() throws {
    var families = 0
    for evaluation in Self.evaluations {
      for table in [evaluation.interventions, evaluation.subgroups] {
        for period in Period.allCases {
          for scope in [Scope.school(0), .school(1), .all] {
            let rows = table.filter {
              $0.period == period && $0.scope == scope && $0.evidence.pValue != nil
            }
            let wanted = FalseDiscovery.adjusted(rows.compactMap(\.evidence.pValue))
            #expect(rows.compactMap(\.evidence.qValue) == wanted)
            if rows.count >= 2 { families += 1 }
          }
        }
      }
    }
    #expect(families > 10)
  }

  @Test("what the school says of how pupils were chosen is the row's where it is of all of them")
  func chosenByIsOfAllCourses() throws {
    var school = Self.made[0].school
    let asOf = Self.made[0].asOf
    func chosen(_ school: SchoolBuilder) throws -> [ChosenBy?] {
      let rows = Evaluation(data: school.data, asOf: asOf).interventions.filter {
        $0.evidence.ends != nil && $0.period == .all && $0.scope == .all && $0.measure == 2
      }
      #expect(rows.count == 2)
      for row in rows {
        let ends = try #require(row.evidence.ends)
        let expected = Verdict(
          Ends { ends[$0].size }, chosenBy: row.evidence.chosenBy, EvidenceSettings())
        #expect(row.evidence.verdict == expected)
      }
      return rows.map(\.evidence.chosenBy)
    }
    #expect(try chosen(school) == [nil, nil])
    let names = school.interventions.map(\.name)
    let one = try #require(names.firstIndex(of: "One"))
    school.interventions[one].chosenBy = .scores
    #expect(try chosen(school) == [.scores, nil])
    // The map's word comes before that of school.yml.
    for index in school.provision.indices { school.provision[index].chosenBy = .need }
    #expect(try chosen(school) == [.need, .need])
    // One course of which something else is said, and it is not said of the row.
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    let row = try #require(
      evaluation.interventions.first {
        $0.intervention == one && $0.period == .all && $0.scope == .all && $0.measure == 2
      })
    let course = evaluation.figures.episodes[try #require(row.ended.last)]
    for index in course.rows { school.provision[index].chosenBy = .both }
    #expect(try chosen(school) == [nil, .need])
  }
}
