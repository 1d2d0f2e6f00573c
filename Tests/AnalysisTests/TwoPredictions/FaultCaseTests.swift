import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// Cases in which earlier methods claimed what was not so (METHOD §11).
@Suite struct FaultCaseTests {
  /// Annual tests in June; S0 is always at 85, the classmates at marks of their own.
  private func annual(september: Bool) -> Classes {
    var classes = Classes()
    let june = ["2023-06-20", "2024-06-20", "2025-06-20"]
    classes.steadyClassmates(16, on: june)
    classes.pupil("S0", Dictionary(uniqueKeysWithValues: june.map { ($0, 85.0) }))
    if september { classes.pupil("S0", ["2024-09-09": 85]) }
    classes.support("S0", "2024-09-10", "2025-06-10")
    return classes
  }

  @Test("a retest in September is no gain", arguments: [false, true])
  func aRetestInSeptember(september: Bool) throws {
    let classes = annual(september: september)
    let compared = try classes.compared("S0")
    for end in End.allCases { #expect(abs(compared.contrast[end]) < 1e-9) }
    #expect(compared.usedDays == [day("2024-06-20")] && compared.outcomeDay == day("2025-06-20"))
    #expect(try classes.contrast("S0").warning == (september ? .otherTestUsed : nil))
    expectNumbers(classes.evaluation)
  }

  @Test("scores on one line are used as one, since two of them have no fit")
  func collinearScores() throws {
    let comparison = annual(september: false).evaluation.figures.comparison
    #expect(comparison.fits.map(\.key.scores) == [1])
    // Each classmate stays where it is: A = 1, and what is left is held to (0.1 · 15)².
    let fit = try #require(comparison.fits.first)
    #expect(abs(fit.coefficients.score[0] - 1) < 1e-9 && fit.pairs == 16)
    #expect(fit.variance == Ends(score: 2.25, need: 2.25))
  }

  /// Eight pupils whose September test is 6 above their June test, to which they come back.
  private func septemberToJune(september: Bool) -> Classes {
    var classes = Classes()
    classes.classmates(30, on: ["2024-06-20", "2025-06-20"], seed: 4)
    var chance = SeededGenerator(seed: 8)
    for index in 0..<8 {
      let level = Double(78 + index)
      func score() -> Double { (level + Double.random(in: -8...8, using: &chance)).rounded() }
      classes.pupil("S\(index)", ["2024-06-20": score(), "2025-06-20": score()])
      if september { classes.pupil("S\(index)", ["2024-09-09": level + 6]) }
      classes.support("S\(index)", "2024-09-10", "2025-06-10")
    }
    return classes
  }

  @Test("pupils tested in September are compared from June, as their classmates are")
  func septemberAgainstJune() throws {
    let with = septemberToJune(september: true)
    let without = septemberToJune(september: false)
    for index in 0..<8 {
      let (one, other) = (try with.contrast("S\(index)"), try without.contrast("S\(index)"))
      #expect(one.warning == .otherTestUsed && other.warning == nil)
      #expect(one.compared == other.compared)
      #expect(one.compared?.usedDays == [day("2024-06-20")])
    }
    let evidence = try with.row().evidence
    #expect(evidence.verdict != .worse && evidence.warnings.contains(.otherTestUsed))
    #expect(evidence.ends == (try without.row().evidence.ends))
    // The gain of §4 is still that of the course's own pair.
    let progress = try with.row().progress
    #expect(progress.meanGain != (try without.row().progress.meanGain))
  }

  /// Ten pupils in two groups of one TA each, by one row or by two or three rows of half-terms.
  private func rows(_ dates: [(String, String)]) -> Classes {
    var classes = Classes()
    classes.classmates(30, on: ["2025-06-20", "2025-09-10", "2025-12-15"], seed: 21)
    var chance = SeededGenerator(seed: 22)
    for index in 0..<10 {
      func score() -> Double { Double.random(in: 80...95, using: &chance).rounded() }
      classes.pupil(
        "S\(index)", ["2025-06-20": score(), "2025-09-10": score(), "2025-12-15": score() + 6])
      let assistant = classes.school.assistant("T\(index % 2)", "TA2")
      for (start, end) in dates {
        classes.support("S\(index)", start, end) { row in
          row.group = "G\(index % 2)"
          row.teachingAssistants = [assistant]
        }
      }
    }
    return classes
  }

  @Test("rows of half-terms are one course")
  func rowsOfHalfTerms() throws {
    let one = rows([("2025-09-15", "2025-12-12")])
    for dates in [
      [("2025-09-15", "2025-10-17"), ("2025-11-03", "2025-12-12")],
      [("2025-09-15", "2025-10-03"), ("2025-10-06", "2025-10-24"), ("2025-11-03", "2025-12-12")],
    ] {
      let several = rows(dates)
      let (before, after) = (one.evaluation, several.evaluation)
      #expect(after.figures.episodes.allSatisfy { $0.rows.count == dates.count })
      #expect(after.figures.comparison.contrasts == before.figures.comparison.contrasts)
      for (old, new) in zip(before.interventions, after.interventions) {
        #expect(old.evidence == new.evidence && new.evidence.ends != nil)
        #expect(old.started == new.started && old.progress.paired == new.progress.paired)
        #expect(old.progress.gainInterval == new.progress.gainInterval)
      }
      #expect(before.units.map(\.pooled) == after.units.map(\.pooled))
      #expect(before.units.map(\.used) == after.units.map(\.used))
    }
  }

  @Test("a course of two rows is counted under the TAs of both and labelled by the later")
  func labelsOfACourse() throws {
    var classes = rows([("2025-09-15", "2025-10-17"), ("2025-11-03", "2025-12-12")])
    let other = classes.school.assistant("T9")
    classes.school.provision[0].teachingAssistants = [other]
    classes.school.provision[0].group = "First"
    let figures = classes.evaluation.figures
    let episode = try #require(figures.episodes.first)
    let known = classes.school.teachingAssistants.map(\.key)
    #expect(figures.data.teachingAssistants(of: episode).map { known[$0] } == ["T9", "T0"])
    #expect(figures.data.provision[episode.row].group == "G0")
    #expect(episode.start == day("2025-09-15") && episode.end == day("2025-12-12"))
    let units = classes.evaluation.units.filter { $0.period == .all }
    #expect(units.first { $0.unit == "T9" }?.used == 1)
    #expect(units.contains { $0.unit == "First" } == false)
  }

  @Test("sessions, hours and cost of a course are the sums of its rows")
  func doseOfACourse() throws {
    var classes = rows([("2025-09-15", "2025-10-17"), ("2025-11-03", "2025-12-12")])
    for index in classes.school.provision.indices {
      classes.school.provision[index].sessionsPlanned = 10
      classes.school.provision[index].sessionsAttended = index % 2 == 0 ? 10 : 6
      classes.school.provision[index].minutesPerSession = 30
      classes.school.provision[index].cost = index % 2 == 0 ? 40 : 35
    }
    let row = try classes.row()
    #expect(row.started == 10 && row.dose.costPerPupil == 75)
    #expect(row.dose.hoursPerPupil == 8 && row.dose.attendance == 0.8)
  }

  @Test("of two rows that end on one day the later line labels a course")
  func labelsOfATie() throws {
    var classes = rows([("2025-09-15", "2025-12-12"), ("2025-11-03", "2025-12-12")])
    for index in classes.school.provision.indices {
      classes.school.provision[index].group = index % 2 == 0 ? "Early" : "Late"
    }
    let figures = classes.evaluation.figures
    let groups = Set(figures.episodes.map { figures.data.provision[$0.row].group })
    #expect(groups == ["Late"] && figures.episodes.count == 10)
  }

  /// All scores at marks of their own, the supported pupils 5 higher at the end: no spread at all.
  @Test("without any spread an effect is not certain")
  func noSpread() throws {
    var classes = Classes()
    classes.steadyClassmates(20, on: ["2025-09-10", "2025-12-15"])
    for index in 0..<8 {
      let mark = Double(82 + index)
      classes.pupil("S\(index)", ["2025-09-10": mark, "2025-12-15": mark + 5])
      classes.support("S\(index)", "2025-09-15", "2025-12-12")
    }
    let evidence = try classes.row().evidence
    let ends = try #require(evidence.ends)
    for end in End.allCases {
      let parts = try #require(ends[end].variance)
      #expect(abs(ends[end].value - 5) < 1e-9)
      // σ² = (0.1 · 15)² for each of eight, weighed by 30 of 37 degrees of freedom; own is 0.
      #expect(abs(parts.model - 18) < 1e-9 && abs(parts.own) < 1e-9)
      #expect(abs(parts.residual - 30 * 18.0 / 37) < 1e-9)
      // One group: (0.1 · 15 · 8)²; all of them share twenty classmates: 2.25 · 64 ÷ 20.
      #expect(abs(parts.groups - 144) < 1e-9 && abs(parts.classmates - 7.2) < 1e-9)
      #expect(ends[end].standardError > 1.5)
    }
    let probabilities = try #require(evidence.probabilities)
    #expect(probabilities.better.upperBound < 0.999)
    #expect(try #require(evidence.pValue) > 0)
    for index in 0..<8 { #expect(try classes.compared("S\(index)").spread.score >= 1.5) }
  }
}
