import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §5.1: which tests a course and its classmates are compared by.
@Suite struct ComparableDatesTests {
  private func classes(_ dates: [String], _ count: Int = 20) -> Classes {
    var classes = Classes()
    classes.classmates(count, on: dates, seed: 5)
    return classes
  }

  /// 15 December − 45 days is 31 October; 10 September − 45 days 27 July.
  @Test(
    "tests of classmates count up to 45 days away",
    arguments: [
      ("2025-07-27", true), ("2025-07-26", false), ("2025-10-25", true), ("2025-10-26", false),
    ])
  func fortyFiveDays(date: String, isNear: Bool) throws {
    var classes = classes(["2025-12-15"])
    for index in 0..<20 { classes.pupil("C4-\(index)", [date: Double(80 + index)]) }
    classes.pupil("S0", ["2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect((try classes.contrast("S0").compared != nil) == isNear)
  }

  @Test("of two tests as near the earlier is a baseline and the later an outcome")
  func ties() throws {
    var classes = Classes()
    // Five days before and after the pupil's own tests.
    let dates = ["2025-09-05", "2025-09-15", "2025-12-10", "2025-12-20"]
    classes.classmates(20, on: dates, seed: 6)
    classes.pupil("S0", ["2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let comparison = classes.evaluation.figures.comparison
    let table = classes.school.data.assessments
    for pair in comparison.pairs {
      #expect(Day(number: table.day[Int(pair.rows[0])]) == day("2025-09-05"))
      #expect(Day(number: table.day[Int(pair.rows[3])]) == day("2025-12-20"))
    }
    #expect(comparison.pairs.count == 20)
  }

  /// Of twenty classmates half are enough.
  @Test("half of the classmates have to sit an earlier test", arguments: [(9, 1), (10, 2)])
  func halfOfThem(having: Int, used: Int) throws {
    var classes = classes(["2025-09-10", "2025-12-15"])
    for index in 0..<having {
      classes.pupil("C4-\(index)", ["2025-06-20": Double(80 + 3 * index % 17)])
    }
    classes.pupil("S0", ["2025-06-20": 88, "2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    // Ten pairs of one stratum are too few for a fit of two scores: what is learnt is of more years.
    classes.classmates(12, year: "5", on: ["2025-06-20", "2025-09-10", "2025-12-15"], seed: 8)
    classes.pupil("T0", year: "5", ["2025-06-20": 88, "2025-09-10": 90, "2025-12-15": 95])
    classes.support("T0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").usedDays.count == used)
    #expect(try classes.compared("T0").usedDays.count == 2)
  }

  @Test("where fewer than half sit the pupil's test, the one that most sit is taken")
  func theOneThatMostSit() throws {
    var classes = classes(["2025-12-15"], 30)
    // Eight have September and twelve have June, of thirty; a third outcome is nobody's.
    for index in 0..<8 { classes.pupil("C4-\(index)", ["2025-09-10": Double(80 + index)]) }
    for index in 10..<22 { classes.pupil("C4-\(index)", ["2025-06-20": Double(80 + index)]) }
    classes.pupil("S0", ["2025-06-20": 88, "2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let compared = try classes.compared("S0")
    #expect(compared.usedDays == [day("2025-06-20")])
    #expect(classes.evaluation.figures.comparison.sets.map(\.count) == [12])
    #expect(try classes.contrast("S0").warning == .otherTestUsed)
  }

  @Test("another outcome is taken where classmates sat that")
  func anotherOutcome() throws {
    var classes = classes(["2025-09-10", "2026-02-20"])
    classes.asOf = day("2026-03-27")
    // The nearest to the end is of December, which no classmate sat within 45 days.
    classes.pupil("S0", ["2025-09-10": 90, "2025-12-15": 95, "2026-02-25": 97])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let compared = try classes.compared("S0")
    #expect(compared.outcomeDay == day("2026-02-25") && compared.outcome == 97)
    #expect(try classes.contrast("S0").warning == .otherTestUsed)
    // Before it was taken, there was no contrast.
    classes.asOf = day("2026-02-01")
    #expect(try classes.contrast("S0").compared == nil)
  }

  @Test("of two other outcomes as near to the end the later is taken")
  func outcomesAsNear() throws {
    var classes = classes(["2025-09-10", "2025-12-02", "2025-12-22"])
    classes.school.settings.evidence.comparableDays = 4
    let own = ["2025-09-10": 90.0, "2025-12-02": 94, "2025-12-12": 95, "2025-12-22": 96]
    classes.pupil("S0", own)
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").outcomeDay == day("2025-12-22"))
    #expect(try classes.contrast("S0").warning == .otherTestUsed)
  }

  /// C is of the free pupils, also of those who have no score up to the window's end.
  @Test("free pupils whose only test comes after the window count among those who have an outcome")
  func lateOutcomes() throws {
    var classes = Classes(asOf: "2026-06-30")
    classes.classmates(12, on: ["2025-06-20", "2026-02-25"], seed: 5)
    for index in 0..<10 { classes.pupil("C4-\(index)", ["2025-09-10": Double(80 + index)]) }
    // More than 90 days after 12 December, and near to 10 March.
    for index in 0..<16 { classes.pupil("L\(index)", ["2026-04-01": Double(80 + index)]) }
    classes.pupil("S0", ["2025-06-20": 88, "2025-09-10": 90, "2026-03-10": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    // Of twenty-eight with the outcome ten sat September and twelve June, neither of them half.
    #expect(try classes.compared("S0").usedDays == [day("2025-06-20")])
    #expect(classes.evaluation.figures.comparison.sets.map(\.count) == [12])
    // Without the sixteen, ten of twelve sat September.
    classes.school.assessments.removeAll { $0.day == day("2026-04-01") }
    let groups = classes.evaluation.figures.comparison.pairs.map(\.rows[0])
    #expect(Set(groups).count == 10)
  }

  @Test("the map's own entry score is a baseline before which no score is used")
  func entryScores() throws {
    var classes = classes(["2025-06-20", "2025-09-10", "2025-12-15"])
    classes.pupil("S0", ["2025-06-20": 88, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12") {
      $0.entryScores = [.cell(91)]
      $0.exitScores = [.cell(99)]
    }
    let compared = try classes.compared("S0")
    #expect(compared.usedDays == [day("2025-09-15")] && compared.scores[0] == 91)
    #expect(compared.outcomeDay == day("2025-12-12") && compared.outcome == 99)
    #expect(try classes.contrast("S0").warning == nil)
  }

  @Test(
    "scores of up to 400 days before the baseline are used",
    arguments: [("2024-08-07", 2), ("2024-08-06", 1)])
  func lookback(date: String, used: Int) throws {
    // 10 September 2025 − 400 days is 6 August 2024.
    var classes = classes([date, "2025-09-10", "2025-12-15"])
    classes.pupil("S0", [date: 88, "2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").usedDays.count == used)
  }

  @Test("at most so many scores are used as the settings say", arguments: 1...3)
  func mostScores(priors: Int) throws {
    let dates = ["2024-12-13", "2025-03-14", "2025-06-20", "2025-09-10", "2025-12-15"]
    var classes = classes(dates)
    classes.school.settings.evidence.priors = priors
    classes.pupil("S0", Dictionary(uniqueKeysWithValues: dates.map { ($0, 90.0) }))
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").usedDays.count == priors)
  }
}

/// METHOD §5.1, "Another subject".
@Suite struct OtherSubjectTests {
  /// Reading of thirty pupils, and maths of some of them, each with a score in every sitting.
  private func classes(_ maths: [(pupils: Range<Int>, dates: [String])], sd: Double = 10) -> Classes
  {
    var classes = Classes()
    classes.classmates(30, on: ["2025-09-10", "2025-12-15"], seed: 7)
    let measure = classes.school.measure("Maths", .points) { $0.sd = sd }
    for (pupils, dates) in maths {
      for index in pupils {
        for date in dates {
          classes.school.score("C4-\(index)", measure, on: day(date), Double(50 + index))
        }
      }
    }
    classes.pupil("S0", ["2025-09-10": 90, "2025-12-15": 95])
    classes.support("S0", "2025-09-15", "2025-12-12")
    return classes
  }

  private func pairs(_ classes: Classes) -> [FitPair] {
    let comparison = classes.evaluation.figures.comparison
    return comparison.pairs.sorted { $0.pupil < $1.pupil }
  }

  @Test("where a pupil stood is the deviation from the cohort's mean of the term, in SD")
  func deviation() {
    let found = pairs(classes([(0..<30, ["2025-06-20"])]))
    // Marks from 50 to 79, mean 64.5.
    for (index, pair) in found.enumerated() {
      #expect(pair.hasOther && abs(pair.scores[3] - (Double(50 + index) - 64.5) / 10) < 1e-12)
    }
    #expect(found.count == 30)
  }

  /// Thirty pupils have a score on maths, twenty of them in summer, fourteen of them in spring.
  @Test("a sitting of less than half of the cohort says nothing")
  func lessThanHalf() {
    let found = pairs(classes([(0..<30, ["2024-03-01"]), (0..<14, ["2025-03-14"])]))
    #expect(found.allSatisfy { !$0.hasOther })
    let half = pairs(classes([(0..<30, ["2024-03-01"]), (0..<15, ["2025-03-14"])]))
    #expect(half.map(\.hasOther) == (0..<30).map { $0 < 15 })
  }

  /// Ten pupils with three tests in the term are thirty scores, and a third of the cohort.
  @Test("a few pupils tested often are not half of the cohort")
  func aFewTestedOften() {
    let often = ["2025-05-01", "2025-06-01", "2025-07-01"]
    let found = pairs(classes([(0..<30, ["2024-03-01"]), (0..<10, often)]))
    #expect(found.allSatisfy { !$0.hasOther })
  }

  @Test("the latest three count, up to three weeks after the baseline")
  func theLatestThree() {
    // 10 September + 21 days is 1 October.
    let dates = ["2025-01-10", "2025-03-14", "2025-06-20", "2025-10-01", "2025-10-02"]
    var classes = classes([(0..<30, dates)])
    // One pupil's own scores are higher, by another amount each time.
    for index in classes.school.assessments.indices
    where classes.school.assessments[index].pupil == 0
      && classes.school.assessments[index].measure == 1
    {
      let date = classes.school.assessments[index].day.description
      classes.school.assessments[index].score +=
        [6000, 600, 30, 3, 6e5][dates.firstIndex(of: date)!]
    }
    let own = pairs(classes).first { $0.pupil == 0 }
    // Without them the pupil is 14.5 under each mean. Those of spring, summer and autumn rise by
    // 6600 ÷ 60, 30 ÷ 30 and 600003 ÷ 60; the scores of March, June and 1 October count.
    let wanted = (490 - 14.5 + 29 - 14.5 - 9997.05 - 14.5) / 30
    #expect(abs((own?.scores[3] ?? 0) - wanted) < 1e-9)
  }

  @Test("what is no attainment is no other subject")
  func noAttainment() {
    var classes = classes([(0..<30, ["2025-06-20"])])
    classes.school.measures[1].attainment = false
    #expect(pairs(classes).allSatisfy { !$0.hasOther })
  }
}
