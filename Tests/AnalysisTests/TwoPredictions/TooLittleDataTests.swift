import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// Files that say too little: nothing is claimed, nothing is no number, and the reason is given.
@Suite struct TooLittleDataTests {
  private let dates = ["2025-09-10", "2025-12-15"]

  /// Six supported pupils beside some classmates.
  private func classes(_ classmates: Int, supported: Int = 6) -> Classes {
    var classes = Classes()
    classes.classmates(classmates, on: dates, seed: 11)
    for index in 0..<supported {
      classes.pupil(
        "S\(index)", ["2025-09-10": Double(84 + index), "2025-12-15": Double(100 - index)])
      classes.support("S\(index)", "2025-09-15", "2025-12-12")
    }
    return classes
  }

  /// Eleven pairs of one stratum have ten degrees of freedom.
  @Test("a fit needs ten degrees of freedom", arguments: [(10, false), (11, true)])
  func fewestDegreesOfFreedom(classmates: Int, isCompared: Bool) throws {
    let classes = classes(classmates)
    let contrast = try classes.contrast("S0")
    #expect((contrast.compared != nil) == isCompared)
    #expect(contrast.warning == (isCompared ? nil : .tooFewClassmates))
    #expect(classes.evaluation.figures.comparison.fits.count == (isCompared ? 1 : 0))
    if isCompared { expectNumbers(classes.evaluation) } else { expectNoClaim(classes.evaluation) }
  }

  @Test("the least degrees of freedom are a setting")
  func fewestDegreesOfFreedomIsASetting() throws {
    var classes = classes(10)
    classes.school.settings.evidence.minDf = 9
    #expect(try classes.contrast("S0").compared != nil)
    // Fewer than the fit has coefficients, and none is made however few are asked for.
    classes = self.classes(3)
    classes.school.settings.evidence.minDf = 1
    #expect(try classes.contrast("S0").compared == nil)
    expectNoClaim(classes.evaluation)
  }

  /// The fit is of all cohorts; of the pupil's own there have to be three.
  @Test("three classmates are enough and two are one short", arguments: [(2, false), (3, true)])
  func oneClassmateShort(classmates: Int, isCompared: Bool) throws {
    var classes = classes(20)
    classes.classmates(classmates, year: "5", on: dates, seed: 12)
    classes.pupil("T0", year: "5", ["2025-09-10": 90, "2025-12-15": 95])
    classes.support("T0", "2025-09-15", "2025-12-12")
    let contrast = try classes.contrast("T0")
    #expect((contrast.compared != nil) == isCompared)
    #expect(contrast.warning == (isCompared ? nil : .tooFewClassmates))
    expectNumbers(classes.evaluation)
  }

  @Test("four pupils with a contrast have no verdict")
  func fourPupils() throws {
    let row = try classes(20, supported: 4).row()
    #expect(row.evidence.contrasts == 4 && row.evidence.verdict == .tooFew)
    #expect(row.evidence.basis == .none)
    expectNoClaim(classes(20, supported: 4).evaluation)
    #expect(try classes(20, supported: 5).row().evidence.verdict.isJudged)
  }

  @Test("five courses of four pupils have no verdict")
  func fiveCoursesOfFourPupils() throws {
    var classes = classes(20, supported: 4)
    classes.pupil("S0", ["2025-06-20": 84])
    for index in 0..<20 { classes.pupil("C4-\(index)", ["2025-06-20": Double(80 + 2 * index)]) }
    classes.support("S0", "2025-06-16", "2025-09-05")
    let row = try classes.row()
    #expect(row.evidence.contrasts == 5 && row.evidence.contrastPupils == 4)
    expectNoClaim(classes.evaluation)
  }

  @Test(
    "where all scores are equal nothing is predicted",
    arguments: [MeasureKind.standardised, .points])
  func allScoresEqual(kind: MeasureKind) throws {
    var classes = Classes(kind)
    for index in 0..<30 {
      classes.pupil("P\(index)", ["2025-09-10": 100, "2025-12-15": 100])
      if index < 8 { classes.support("P\(index)", "2025-09-15", "2025-12-12") }
    }
    let evaluation = classes.evaluation
    #expect(evaluation.figures.comparison.fits.isEmpty)
    #expect((evaluation.figures.comparison.referenceSDs[0] == nil) == (kind == .points))
    let evidence = try classes.row().evidence
    #expect(evidence.ends == nil && evidence.strength <= 1)
    // Standardised scores have an expected gain, so that there is progress, which is not judged.
    #expect(evidence.verdict == (kind == .points ? .tooFew : .notJudged))
    expectNoClaim(evaluation)
  }

  @Test("equal scores before and different ones after have no fit")
  func equalBaselines() throws {
    var classes = Classes()
    for index in 0..<30 {
      classes.pupil("P\(index)", ["2025-09-10": 100, "2025-12-15": Double(85 + index)])
      if index < 8 { classes.support("P\(index)", "2025-09-15", "2025-12-12") }
    }
    #expect(classes.evaluation.figures.comparison.fits.isEmpty)
    #expect(try classes.contrast("P0").warning == .tooFewClassmates)
    expectNoClaim(classes.evaluation)
  }

  /// Outcomes that do not follow from the scores: 100 ± 5 at each mark, so that A = 0.
  @Test("scores that predict nothing have no fit")
  func scoresThatPredictNothing() throws {
    var classes = Classes()
    for index in 0..<20 {
      let mark = Double(80 + index / 2)
      classes.pupil("C\(index)", ["2025-09-10": mark, "2025-12-15": index % 2 == 0 ? 95 : 105])
    }
    for index in 0..<6 {
      classes.pupil("S\(index)", ["2025-09-10": 85, "2025-12-15": 110])
      classes.support("S\(index)", "2025-09-15", "2025-12-12")
    }
    #expect(classes.evaluation.figures.comparison.fits.isEmpty)
    expectNoClaim(classes.evaluation)
  }

  @Test("a measure that only supported pupils take has nobody to compare with")
  func onlySupportedPupilsTakeIt() throws {
    let classes = classes(0, supported: 12)
    let evidence = try classes.row().evidence
    #expect(evidence.basis == .expectedProgress && evidence.verdict == .notJudged)
    #expect(evidence.warnings.contains(.tooFewClassmates))
    expectNoClaim(classes.evaluation)
  }

  @Test("tests that all lie on one day are no pair")
  func allOnOneDay() throws {
    var classes = Classes(asOf: "2025-09-10")
    for index in 0..<30 {
      classes.pupil("P\(index)", ["2025-09-10": Double(80 + index)])
      if index < 8 { classes.support("P\(index)", "2025-09-10", "2025-09-10") }
    }
    #expect(try classes.row().progress.paired == 0)
    #expect(try classes.row().attrition == 1)
    expectNoClaim(classes.evaluation)
  }

  @Test("classmates who are tested at other times are said to be")
  func differentTestDates() throws {
    var classes = Classes()
    // Within the windows of the course, but more than 45 days from the pupil's own tests.
    classes.classmates(20, on: ["2025-07-01", "2025-12-15"], seed: 9)
    classes.pupil("S0", ["2025-09-18": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.contrast("S0") == Contrast(warning: .differentTestDates))
    classes.school.settings.evidence.comparableDays = 90
    #expect(try classes.contrast("S0").compared != nil)
  }

  @Test("no pupils, no tests and no provision say nothing")
  func nothing() {
    expectNoClaim(Classes().evaluation)
    var classes = Classes()
    classes.support("S0", "2025-09-15", "2025-12-12")
    expectNoClaim(classes.evaluation)
    classes = Classes()
    classes.classmates(20, on: dates, seed: 1)
    expectNoClaim(classes.evaluation)
  }
}
