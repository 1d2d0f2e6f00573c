import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §5.3 and §5.5 at their limits.
@Suite struct OneCourseTests {
  /// Forty classmates from 80 to 119, whose outcomes lie the further from their scores the higher
  /// these are, and a supported pupil.
  private func spreading(_ score: Double) -> Classes {
    var classes = Classes()
    for index in 0..<40 {
      let mark = Double(80 + index)
      let shift = Double(index) * (index % 4 < 2 ? 0.5 : -0.5)
      classes.pupil("C\(index)", ["2025-09-10": mark, "2025-12-15": mark + shift])
    }
    classes.pupil("S0", ["2025-09-10": score, "2025-12-15": score + 2])
    classes.support("S0", "2025-09-15", "2025-12-12")
    return classes
  }

  @Test(
    "the variance at a pupil's distance is held between half and two and a half times the fit's",
    arguments: [(60.0, 0.5), (99.5, nil), (170, 2.5)])
  func varianceIsHeld(score: Double, factor: Double?) throws {
    let classes = spreading(score)
    let compared = try classes.compared("S0")
    let fit = classes.evaluation.figures.comparison.fits[compared.fit]
    for end in End.allCases {
      let line = 1 + fit.varianceSlope[end] * compared.distance
      #expect(fit.varianceSlope[end] > 0.1)
      #expect(factor != 0.5 || line < 0.5)
      #expect(factor != 2.5 || line > 2.5)
      let wanted = (factor ?? line) * fit.variance[end]
      #expect(abs(compared.variance[end] - wanted) < 1e-9 * wanted)
    }
  }

  @Test("outside the classmates' range the third from the end counts")
  func outsideTheRange() throws {
    // Marks 80 to 119: the third highest is 117. f is in SD of predictions, A ÷ s_u a point.
    let classes = spreading(125)
    let compared = try classes.compared("S0")
    let fit = classes.evaluation.figures.comparison.fits[compared.fit]
    let ofAPoint = fit.coefficients.score[0] / fit.predictionSD
    #expect(abs(compared.beyond - (125 - 117) * ofAPoint) < 1e-9)
    #expect(try spreading(117).compared("S0").beyond == 0)
    #expect(try spreading(82).compared("S0").beyond == 0)
    #expect(try spreading(81).compared("S0").beyond > 0)
  }

  /// Twenty classmates in each of which marks are 80 to 99; some of them at the top after.
  private func atTheTop(_ count: Int, _ outcome: Double, baseline: Double = 90) throws
    -> PupilFinding
  {
    var classes = Classes()
    for index in 0..<20 {
      let after = index < count ? 130 : Double(85 + index * 7 % 20)
      classes.pupil("C\(index)", ["2025-09-10": Double(80 + index), "2025-12-15": after])
    }
    classes.pupil("S0", ["2025-09-10": baseline, "2025-12-15": outcome])
    classes.support("S0", "2025-09-15", "2025-12-12")
    return try classes.compared("S0").finding
  }

  @Test("a score where several classmates stand at the end of the scale says little")
  func endOfScale() throws {
    #expect(try atTheTop(2, 130) == .endOfScale)
    #expect(try atTheTop(2, 131) == .endOfScale)
    #expect(try atTheTop(2, 129) != .endOfScale)
    // One at the top is no end of a scale.
    #expect(try atTheTop(1, 131) != .endOfScale)
  }

  @Test("well above and well below are said where both ends say so")
  func wellAboveAndBelow() throws {
    func finding(_ outcome: Double) throws -> (PupilFinding, Ends<Double>) {
      var classes = Classes()
      classes.classmates(40, on: ["2025-09-10", "2025-12-15"], seed: 17)
      // No two scores are equal.
      for index in classes.school.assessments.indices {
        classes.school.assessments[index].score += Double(index) / 1000
      }
      classes.pupil("S0", ["2025-09-10": 82, "2025-12-15": outcome])
      classes.support("S0", "2025-09-15", "2025-12-12")
      let compared = try classes.compared("S0")
      return (compared.finding, compared.percentile)
    }
    var seen: Set<PupilFinding> = []
    for outcome in 30...130 {
      let (found, percentile) = try finding(Double(outcome))
      let least = min(percentile.score, percentile.need)
      let most = max(percentile.score, percentile.need)
      let wanted: PupilFinding =
        least > 95 ? .wellAboveExpected : most < 2.5 ? .wellBelowExpected : .asExpected
      #expect(found == wanted)
      seen.insert(found)
    }
    #expect(seen == [.wellAboveExpected, .asExpected, .wellBelowExpected])
  }

  /// Two scores that differ by little: their matrix has the eigenvalues 2 Var and half the square of
  /// what they differ by. Var of 0 to 19 is 35: 70 ÷ 5e-7 is over 10⁸, 70 ÷ 5e-5 under it.
  @Test("two scores that are nearly one are not used both", arguments: [(0.001, 1), (0.01, 2)])
  func nearlyCollinear(difference: Double, used: Int) throws {
    var classes = Classes()
    for index in 0..<20 {
      let mark = Double(80 + index)
      let shift = index % 2 == 0 ? difference : -difference
      classes.pupil(
        "C\(index)",
        [
          "2025-06-20": mark + shift, "2025-09-10": mark,
          "2025-12-15": mark + Double(index * 7 % 11),
        ])
    }
    classes.pupil("S0", ["2025-06-20": 85, "2025-09-10": 85, "2025-12-15": 90])
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").usedDays.count == used)
    expectNumbers(classes.evaluation)
  }

  /// One stratum, and all classmates are those of the course: as far out as the classmate with the
  /// same score count those at or below it.
  @Test("as far out as a pupil count those with the same score")
  func asFarOut() throws {
    let classes = spreading(84)
    let compared = try classes.compared("S0")
    let fit = classes.evaluation.figures.comparison.fits[compared.fit]
    // 80 to 84 are five; of the upper half, from 110 on there are ten.
    #expect(fit.pairs(asFarOutAs: compared.distance) == 5)
    #expect(fit.pairs(asFarOutAs: try spreading(110).compared("S0").distance) == 10)
  }

  /// Earlier scores that run against the outcome: what one test's error is cannot be learnt of them, and
  /// is a fifth of the variance of the scores.
  @Test("an error variance that cannot be learnt is a fifth of the scores' variance")
  func errorVarianceThatCannotBeLearnt() throws {
    var classes = Classes()
    for index in 0..<20 {
      let mark = Double(80 + index)
      classes.pupil(
        "C\(index)",
        [
          "2025-06-20": 200 - mark + Double(index * 7 % 5), "2025-09-10": mark,
          "2025-12-15": mark + Double(index * 3 % 7),
        ])
    }
    classes.pupil("S0", ["2025-06-20": 110, "2025-09-10": 88, "2025-12-15": 92])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let compared = try classes.compared("S0")
    let fit = classes.evaluation.figures.comparison.fits[compared.fit]
    // 0 to 19: the sum of squares about the mean is 665, over 19 degrees of freedom 35.
    #expect(fit.key.scores == 2 && fit.degreesOfFreedom == 19)
    #expect(abs(fit.errorVariance - 0.2 * 35) < 1e-9)
  }
}
