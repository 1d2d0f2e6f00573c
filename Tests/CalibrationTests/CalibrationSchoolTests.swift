import Calibration
import Simulation
import TestSupport
import Testing

@Suite struct CalibrationSchoolTests {
  @Test("a calibration school has the pupils of METHOD")
  func hasThePupilsOfMETHOD() {
    let school = CalibrationSchool(seed: 1)
    #expect(school.scores.map(\.count) == [420, 420, 420, 420])
    #expect((0..<7).allSatisfy { cohort in school.cohort.count { $0 == cohort } == 60 })
    #expect(school.supported.count { $0 } == 20)
  }

  @Test("tests have the reliability of the plan")
  func testsHaveTheReliabilityOfThePlan() {
    var plan = CalibrationSchool.Plan()
    plan.pupils = 8400
    let school = CalibrationSchool(plan: plan, seed: 2)
    #expect(abs(correlation(school.scores[0], school.scores[1]) - 0.8) < 0.02)
    let middle = mean(school.start)
    let variance = mean(school.start.map { ($0 - middle) * ($0 - middle) })
    #expect(abs(middle - 100) < 0.7)
    #expect(abs(variance.squareRoot() - 15) < 0.5)
  }

  @Test("pupils are under the threshold of their criterion")
  func pupilsAreUnderTheThresholdOfTheirCriterion() {
    var plan = CalibrationSchool.Plan()
    let byScore = CalibrationSchool(plan: plan, seed: 3)
    #expect(
      byScore.supported.indices.allSatisfy { !byScore.supported[$0] || byScore.start[$0] < 90 }
    )
    plan.selection = .need
    let byNeed = CalibrationSchool(plan: plan, seed: 3)
    #expect(
      byNeed.supported.indices.allSatisfy { !byNeed.supported[$0] || byNeed.trueLevel[$0] < 90 }
    )
    #expect(byNeed.supported.indices.contains { byNeed.supported[$0] && byNeed.start[$0] >= 90 })
    plan.selection = .otherTest
    let byOther = CalibrationSchool(plan: plan, seed: 3)
    #expect(byOther.supported.indices.contains { byOther.supported[$0] && byOther.start[$0] >= 90 })
    #expect(byOther.supported.count { $0 } == 20)
  }

  @Test(
    "mean growth is the effect unless chosen by score",
    arguments: [(Selection.need, 0.0), (.otherTest, 0.0), (.need, 0.4)])
  func meanGrowthIsTheEffectUnlessChosenByScore(selection: Selection, effect: Double) {
    // A gain has an SD of √(2·0.2)·15 = 9.5, so the mean of 1,600 one of 0.24.
    #expect(abs(meanGrowth(selection, effect: effect) - effect * 15) < 0.7)
  }

  @Test("mean growth is the chance rise when chosen by score")
  func meanGrowthIsTheChanceRiseWhenChosenByScore() {
    // Normal scores under 90 have the mean 100 − 15·φ(2/3)/Φ(−2/3) = 100 − 15·0.3194/0.2525 = 81.02,
    // so that a fifth of 18.98 comes back: 3.80; the others lose a little by the same rule.
    let growth = meanGrowth(.score, effect: 0)
    #expect(abs(growth - 3.99) < 0.7)
  }

  /// The mean gain of the supported over that of all others in 80 schools.
  private func meanGrowth(_ selection: Selection, effect: Double) -> Double {
    var plan = CalibrationSchool.Plan()
    plan.selection = selection
    plan.effect = effect
    return mean(
      (0..<80).map { seed in
        let school = CalibrationSchool(plan: plan, seed: UInt64(seed))
        let gains = school.supported.indices.map { school.end[$0] - school.start[$0] }
        let supported = school.supported.indices.filter { school.supported[$0] }.map { gains[$0] }
        let others = school.supported.indices.filter { !school.supported[$0] }.map { gains[$0] }
        return mean(supported) - mean(others)
      }
    )
  }
}
