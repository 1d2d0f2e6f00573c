import Analysis
import ProvisionModel
import TestSupport
import TestTraits
import Testing

/// What is made of a row's effects, worked out anew from the contrasts or by hand.
@Suite struct EvidenceTests {
  private let asOf = day("2026-03-27")

  /// Pupils of two schools in one year group, every third supported in one of two interventions, some
  /// of them twice; marks are points, difficulties are better when lower and no attainment.
  private func school(_ seed: UInt64) -> SchoolBuilder {
    var chance = SeededGenerator(seed: seed)
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Marks", .points)
    _ = school.measure("Difficulties", .points) {
      $0.lowerIsBetter = true
      $0.attainment = false
    }
    for index in 0..<90 {
      let (id, place) = ("P\(index)", index % 2)
      for measure in 0...1 {
        let level = Int.random(in: 40...70, using: &chance)
        for date in ["2025-06-30", "2025-12-01", "2026-03-16"] where index % 13 > 0 || date < "2026"
        {
          school.score(
            id, measure, on: day(date),
            Double(level + Int.random(in: -6...6, using: &chance)), school: place)
        }
      }
      guard index % 3 == 0 else { continue }
      for (start, end) in [("2026-01-05", "2026-02-27"), ("2025-09-01", "2025-11-28")]
      where start == "2026-01-05" || index % 9 == 0 {
        school.row(
          id, index % 6 == 0 ? "One" : "Two", from: day(start), to: day(end), school: place
        ) { $0.measures = [0, 1] }
      }
    }
    return school
  }

  private func rows(_ school: SchoolBuilder) -> [InterventionProgress] {
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    return evaluation.interventions + evaluation.subgroups
  }

  @Test("intervals and sizes follow from the effects", arguments: 1...3)
  func intervalsAndSizesFollowFromTheEffects(seed: UInt64) throws {
    let school = school(seed)
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    var seen = 0
    for row in evaluation.interventions {
      let measure = try #require(row.measure)
      let sd = try #require(evaluation.figures.comparison.referenceSDs[measure])
      let correction = ReferenceSD.correction(degreesOfFreedom: try #require(sd.degreesOfFreedom))
      for effect in row.evidence.effects {
        let half =
          StudentT.quantile975(degreesOfFreedom: effect.pupils - 1) * effect.standardError
        #expect(abs(effect.interval.upperBound - effect.value - half) < 1e-9)
        #expect(abs(effect.size.value - correction * effect.value / sd.value) < 1e-12)
        #expect(
          abs(effect.size.standardError - correction * effect.standardError / sd.value) < 1e-12)
        #expect(
          abs(effect.size.interval.lowerBound - correction * (effect.value - half) / sd.value)
            < 1e-9)
        let p = StudentT.twoSidedP(
          effect.value / effect.standardError, degreesOfFreedom: effect.pupils - 1)
        #expect(effect.p == p)
        if effect.episodes > effect.pupils { seen += 1 }
      }
    }
    #expect(seen > 0)
  }

  @Test("statements rest on the more cautious of two contrasts")
  func statementsHoldAtBothEnds() throws {
    var kinds: Set<Int> = []
    for row in rows(school(1)) + rows(school(2)) + rows(school(3)) {
      guard let matched = row.evidence.matched, let growth = row.evidence.growth else { continue }
      let evidence = row.evidence
      #expect(evidence.basis == .similarPupils)
      let agree = matched.value * growth.value > 0
      kinds.insert(agree ? 1 : 0)
      let larger = max(try #require(matched.p), try #require(growth.p))
      #expect(evidence.pValue == (agree ? larger : 1))
      let posteriors = [matched, growth].map {
        Probabilities.posterior($0.size.value, standardError: $0.size.standardError, priorSD: 0.3)
      }
      let probabilities = try #require(evidence.probabilities)
      #expect(probabilities.better == posteriors.map { $0.above(0.1) }.min())
      #expect(probabilities.worse == posteriors.map { $0.below(-0.1) }.min())
      let range = try #require(evidence.range)
      #expect(
        range == min(
          matched.size.value, growth.size.value)...max(matched.size.value, growth.size.value))
      #expect((evidence.months == nil) == (row.measure == 1))
      let paired = Double(row.progress.paired)
      let attrition = 1 - paired / Double(row.started)
      let share = Double(evidence.matchedEpisodes) / paired
      #expect(
        evidence.strength
          == EvidenceStrength.of(
            .similarPupils, pupils: matched.pupils, attrition: attrition, matchedShare: share,
            baselineDifference: evidence.baselineDifference))
      #expect(evidence.pupils == matched.pupils)
      let wanted: [(EvidenceWarning, Bool)] = [
        (.fewPupils, matched.pupils < 10), (.fewMatched, share < 0.7),
        (.muchMissing, attrition > 0.2),
        (.implausiblyLarge, [matched, growth].contains { abs($0.size.value) > 0.8 }),
        (.baselineApart, abs(evidence.baselineDifference ?? 0) > 0.25), (.noSpread, false),
        (.mayFlatter, false), (.chanceRise, false),
      ]
      #expect(evidence.warnings == wanted.filter(\.1).map(\.0))
    }
    #expect(kinds == [0, 1])
  }

  @Test("the baseline difference is that of the scores themselves", .long, arguments: 1...3)
  func theBaselineDifferenceIsOfTheScoresThemselves(seed: UInt64) throws {
    let school = school(seed)
    let naive = NaiveContrasts(school: school, asOf: asOf)
    let comparisons = naive.comparisons()
    let row = try #require(
      Evaluation(data: school.data, asOf: asOf).interventions.first {
        $0.evidence.matched != nil && $0.measure == 0 && $0.scope == .all && $0.period == .all
      })
    let own = comparisons.filter {
      naive.episodes[$0.episode].intervention == row.intervention && $0.measure == 0
        && $0.scores > 0 && naive.similar($0).count >= 3
    }
    func baseline(_ pupil: Int, _ day: Day) -> Double {
      school.assessments.first { $0.pupil == pupil && $0.measure == 0 && $0.day == day }?.score
        ?? .nan
    }
    let differences = own.map { comparison in
      let link = naive.linking.link(naive.episodes[comparison.episode])
      let others = naive.similar(comparison).map { baseline($0.pupil, $0.baselineDay) }
      return (link.baseline?.value ?? .nan) - others.reduce(0, +) / Double(others.count)
    }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let wanted = mean / naive.referenceSD(0).sd
    #expect(abs(try #require(row.evidence.baselineDifference) - wanted) < 1e-9)
  }

  @Test("q values are worked out by period and school")
  func qIsByPeriodAndSchool() throws {
    let table = Evaluation(data: school(4).data, asOf: asOf).interventions
    for scope in [Scope.school(0), .school(1), .all] {
      let rows = table.filter {
        $0.period == .all && $0.scope == scope && $0.evidence.pValue != nil
      }
      #expect(rows.count >= 2)
      let wanted = FalseDiscovery.adjusted(rows.compactMap(\.evidence.pValue))
      #expect(rows.compactMap(\.evidence.qValue) == wanted)
    }
  }
}
