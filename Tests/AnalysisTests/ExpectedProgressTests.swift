import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §6: gains beside the expected ones, where there is nobody to compare with, by hand.
@Suite struct ExpectedProgressTests {
  private let asOf = day("2026-03-27")

  /// Supported pupils with gains 4, 1, 3, 2 and, in two episodes, 6 and 4; each pupil's gain is
  /// expected to be 0. Where lower is better the scores fall instead.
  private func school(lowerIsBetter: Bool = false, mean: Double? = nil) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Test", .points) {
      $0.expectedPerYear = 0
      $0.sd = 10
      $0.lowerIsBetter = lowerIsBetter
      $0.retestCorrelation = 0.8
      $0.mean = mean
    }
    func add(_ id: String, _ gain: Double, _ name: String = "One") {
      school.row(id, name, from: day("2026-01-05"), to: day("2026-03-20")) { row in
        row.measures = [0]
        row.entryScores = [.cell(lowerIsBetter ? 20 : 80)]
        row.exitScores = [.cell(lowerIsBetter ? 20 - gain : 80 + gain)]
      }
    }
    for (index, gain) in [4.0, 1, 3, 2].enumerated() { add("P\(index)", gain) }
    add("P4", 6)
    school.row("P4", "One", from: day("2026-03-21"), to: day("2026-03-26")) { row in
      row.measures = [0]
      row.entryScores = [.cell(lowerIsBetter ? 20 : 80)]
      row.exitScores = [.cell(lowerIsBetter ? 16 : 84)]
    }
    return school
  }

  private func evidence(_ school: SchoolBuilder) throws -> Evidence {
    try #require(Evaluation(data: school.data, asOf: asOf).interventions.first).evidence
  }

  @Test("a pupil's episodes are averaged", arguments: [false, true])
  func aPupilsEpisodesAreAveraged(lowerIsBetter: Bool) throws {
    let evidence = try evidence(school(lowerIsBetter: lowerIsBetter))
    #expect(evidence.basis == .expectedProgress)
    let effect = try #require(evidence.expected)
    // Pupils 4, 1, 3, 2 and (6 + 4) ÷ 2 = 5: mean 3, squares 1 + 4 + 0 + 1 + 4 = 10, SD √2.5,
    // standard error √(2.5 ÷ 5).
    #expect(effect.value == 3 && effect.pupils == 5 && effect.courses == 6)
    #expect(abs(effect.standardError - 0.5.squareRoot()) < 1e-12)
    #expect(abs(effect.interval.upperBound - (3 + 2.776445 * 0.5.squareRoot())) < 1e-5)
    #expect(abs(effect.size.value - 0.3) < 1e-12)
    #expect(evidence.months == nil && evidence.pupils == 5)
    #expect(evidence.warnings == [.fewPupils, .chanceRise, .tooFewClassmates])
  }

  /// With pupils picked for low scores, chance alone would say `better`.
  @Test("a rise beyond the expected one is never judged", arguments: [6, 40])
  func aRiseIsNeverJudged(pupils: Int) throws {
    var school = SchoolBuilder()
    _ = school.measure("SAS")
    for index in 0..<pupils {
      school.row("P\(index)", from: day("2026-01-05"), to: day("2026-03-20")) { row in
        row.measures = [0]
        row.entryScores = [.cell(Double(75 + index % 5))]
        row.exitScores = [.cell(Double(95 + index % 3))]
      }
    }
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    for row in evaluation.interventions {
      let evidence = row.evidence
      #expect(evidence.basis == .expectedProgress && evidence.verdict == .notJudged)
      #expect(evidence.ends == nil && evidence.months == nil && evidence.probabilities == nil)
      #expect(evidence.pValue == nil && evidence.qValue == nil && evidence.strength == 1)
      #expect(row.costPerMonth == nil)
    }
    let recommended = try #require(evaluation.recommendations.first)
    #expect(recommended.recommend == .assess && recommended.needed == nil)
  }

  @Test("four pupils are too few for an expected gain")
  func fourPupilsAreTooFew() throws {
    var school = school()
    school.provision.removeFirst()
    let evidence = try evidence(school)
    #expect(evidence.basis == .none && evidence.verdict == .tooFew)
    #expect(evidence.warnings == [.tooFewClassmates] && evidence.chanceRise == nil)
  }

  /// With r = 0.8 from school.yml: (1 − 0.8)(100 − 80) = 4; turned round, (1 − 0.8)(10 − 20) = −2 in
  /// scores, which is a rise of 2.
  @Test("the chance rise is good news in either direction")
  func theChanceRiseIsGoodNewsInEitherDirection() throws {
    let plain = try #require(try evidence(school(mean: 100)).chanceRise)
    #expect(abs(plain - 4) < 1e-9)
    let turned = try #require(try evidence(school(lowerIsBetter: true, mean: 10)).chanceRise)
    #expect(abs(turned - 2) < 1e-9)
    #expect(try evidence(school()).chanceRise == nil)
  }

  /// Three classmates of a year group give a pair each, too few for a fit; their mean is μ.
  @Test("the mean of classmates comes before the scales")
  func theMeanOfClassmatesComesBeforeTheScales() throws {
    var school = school(mean: 100)
    for (id, first) in [("C1", 88.0), ("C2", 90), ("C3", 92)] {
      school.score(id, 0, on: day("2026-01-05"), first)
      school.score(id, 0, on: day("2026-03-20"), first + 1)
    }
    let evidence = try evidence(school)
    #expect(evidence.contrasts == 0 && evidence.basis == .expectedProgress)
    // (1 − 0.8)(90 − 80): the three pairs are too few for an r of their own.
    #expect(abs(try #require(evidence.chanceRise) - 2) < 1e-9)
  }

  /// Forty pupils in year groups of four each, with scores that rise by the same: r = 1, no rise.
  @Test("thirty pairs give the correlation")
  func thirtyPairsGiveTheCorrelation() throws {
    var school = school(mean: 100)
    for index in 0..<40 {
      let id = "C\(index)"
      school.score(id, 0, on: day("2026-01-05"), Double(60 + index))
      school.score(id, 0, on: day("2026-03-20"), Double(62 + index))
      school.pupils[school.pupil(id)].yearGroup = "\(index / 4)"
      if index % 4 == 3 {
        school.row("S\(index)", "Two", from: day("2026-01-05"), to: day("2026-03-20")) { row in
          row.measures = [0]
          row.entryScores = [.cell(70)]
          row.exitScores = [.cell(75)]
        }
        school.pupils[school.pupil("S\(index)")].yearGroup = "\(index / 4)"
      }
    }
    #expect(abs(try #require(try evidence(school).chanceRise)) < 1e-9)
  }
}
