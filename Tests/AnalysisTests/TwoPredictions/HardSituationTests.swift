import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// Situations of real files, each with what is said of it (METHOD §5.1).
@Suite struct HardSituationTests {
  private let termly = ["2025-03-14", "2025-06-20", "2025-09-10", "2025-12-15"]

  private func classes(_ count: Int = 20, seed: UInt64 = 3) -> Classes {
    var classes = Classes()
    classes.classmates(count, on: termly, seed: seed)
    return classes
  }

  @Test("an outcome that is the baseline is none")
  func anOutcomeThatIsTheBaseline() throws {
    var classes = classes()
    classes.pupil("S0", ["2025-09-18": 85])
    classes.support("S0", "2025-09-15", "2025-09-26")
    let evaluation = classes.evaluation
    let link = try #require(evaluation.figures.links.first)
    #expect(link.baseline != nil && link.outcome == nil && !link.isPaired)
    #expect(try classes.contrast("S0") == Contrast())
    expectNoClaim(evaluation)
  }

  @Test("scores before another course's end are no starting point of the next")
  func backToBackCourses() throws {
    var classes = classes()
    let scores = ["2025-03-14": 82.0, "2025-06-20": 84, "2025-09-10": 86, "2025-12-15": 90]
    classes.pupil("S0", scores)
    classes.support("S0", "2025-04-21", "2025-07-04", "First")
    classes.support("S0", "2025-09-15", "2025-12-12", "Second")
    let found = classes.contrasts("S0")
    // The first starts from March and ends with the test of 20 June, the nearest to 4 July.
    #expect(found[0].compared?.usedDays == [day("2025-03-14")])
    #expect(found[0].compared?.outcomeDay == day("2025-06-20"))
    // The second: 20 June lies before 4 July, the end of the first.
    #expect(found[1].compared?.usedDays == [day("2025-09-10")])
    // Without the first, June and March are used, too.
    classes.school.provision.removeFirst()
    #expect(
      try classes.compared("S0").usedDays
        == [day("2025-09-10"), day("2025-06-20"), day("2025-03-14")])
  }

  @Test("a start of other support on the day of a score cuts off those before it")
  func supportThatBeginsOnTheDay() throws {
    var classes = classes()
    classes.pupil("S0", ["2025-03-14": 82, "2025-06-20": 84, "2025-09-10": 86, "2025-12-15": 90])
    classes.support("S0", "2025-06-20", nil, "Long")
    classes.support("S0", "2025-09-15", "2025-12-12")
    // 20 June is not before 20 June; 14 March is.
    #expect(try classes.compared("S0").usedDays == [day("2025-09-10"), day("2025-06-20")])
  }

  @Test(
    "support that begins or ends on the day of the score started from counts, later support does not",
    arguments: [
      ("2025-07-01", "2025-09-10", 1), ("2025-07-01", "2025-09-11", 1),
      ("2025-06-10", "2025-09-10", 1), ("2025-06-10", "2025-09-11", 2),
      ("2025-09-10", "2025-10-01", 1), ("2025-09-11", "2025-10-01", 3),
      ("2025-06-10", "2025-06-20", 2), ("2025-01-10", "2025-03-14", 3),
    ])
  func supportUpToTheDay(start: String, end: String, used: Int) throws {
    var classes = classes()
    classes.pupil("S0", ["2025-03-14": 82, "2025-06-20": 84, "2025-09-10": 86, "2025-12-15": 90])
    classes.support("S0", "2025-09-15", "2025-12-12")
    classes.support("S0", start, end, "Other")
    #expect(try classes.compared("S0").usedDays.count == used)
  }

  @Test("scores behind a censored one are not used, the pupil's or a classmate's")
  func censoredNeighbours() throws {
    var classes = classes()
    classes.pupil("S0", ["2025-03-14": 82, "2025-09-10": 86, "2025-12-15": 90])
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.compared("S0").usedDays == [day("2025-09-10"), day("2025-03-14")])
    var own = classes
    own.school.score("S0", 0, on: day("2025-06-20"), 70, .below)
    #expect(try own.compared("S0").usedDays == [day("2025-09-10")])
    // Eleven of twenty classmates have nothing behind their own censored score.
    var mates = classes
    for index in mates.school.assessments.indices
    where mates.school.assessments[index].day == day("2025-06-20")
      && mates.school.assessments[index].pupil < 11
    {
      mates.school.assessments[index].censoring = .above
    }
    #expect(try mates.compared("S0").usedDays == [day("2025-09-10")])
    #expect(mates.evaluation.figures.comparison.sets.map(\.count) == [20])
  }

  @Test("a course with a censored score is not paired")
  func aCensoredPair() throws {
    var classes = classes()
    classes.pupil("S0", ["2025-06-20": 84, "2025-12-15": 90])
    classes.school.score("S0", 0, on: day("2025-09-10"), 70, .below)
    classes.support("S0", "2025-09-15", "2025-12-12")
    #expect(try classes.contrast("S0") == Contrast())
    #expect(try classes.row().censored == 1)
    expectNoClaim(classes.evaluation)
  }

  @Test(
    "a pupil alone in a cohort has too few classmates, and changes nobody's", arguments: ["", "6"])
  func aloneInACohort(year: String) throws {
    var classes = classes()
    classes.pupil("S0", ["2025-09-10": 86, "2025-12-15": 90])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let before = try classes.contrast("S0")
    #expect(before.compared != nil)
    // A year group that the file leaves blank is a cohort of its own, too.
    classes.pupil("S1", year: year, ["2025-09-10": 86, "2025-12-15": 90])
    classes.support("S1", "2025-09-15", "2025-12-12")
    #expect(try classes.contrast("S1") == Contrast(warning: .tooFewClassmates))
    #expect(try classes.contrast("S0") == before)
  }

  @Test("where nobody's year group is known, the school is one cohort")
  func noYearGroups() throws {
    var known = classes()
    known.pupil("S0", ["2025-09-10": 86, "2025-12-15": 90])
    known.support("S0", "2025-09-15", "2025-12-12")
    var unknown = known
    for index in unknown.school.pupils.indices { unknown.school.pupils[index].yearGroup = "" }
    #expect(try known.contrast("S0") == (try unknown.contrast("S0")))
  }

  @Test("one id in two schools is two pupils")
  func onePupilInTwoSchools() throws {
    var classes = classes()
    classes.school.schools = ["North", "South"]
    for place in 0...1 {
      classes.pupil("S0", ["2025-09-10": 86, "2025-12-15": 90], place: place)
      classes.support("S0", "2025-09-15", "2025-12-12", place: place)
    }
    let found = classes.contrasts("S0")
    // North has the classmates; nobody of South is one, and its tests are no one's of North.
    #expect(found.map { $0.compared != nil } == [true, false])
    #expect(found[1].warning == .tooFewClassmates)
    let sets = classes.evaluation.figures.comparison.sets
    #expect(sets.map(\.count) == [20])
  }

  @Test("pupils with support on the measure on any day of a course are no classmates of it")
  func freePupils() throws {
    var classes = classes()
    classes.pupil("S0", ["2025-09-10": 86, "2025-12-15": 90])
    classes.support("S0", "2025-09-15", "2025-12-12")
    let maths = classes.school.measure("Maths")
    classes.support("C4-0", "2025-12-12", "2025-12-19", "Other")
    classes.support("C4-1", "2025-06-01", "2025-09-15", "Other")
    classes.support("C4-2", "2025-12-13", "2025-12-19", "Other")
    classes.support("C4-3", "2025-06-01", "2025-09-14", "Other")
    classes.support("C4-4", "2025-10-01", nil, "Other")
    classes.support("C4-5", "2025-10-01", nil, "Other") { $0.wave = "1" }
    classes.support("C4-6", "2025-10-01", nil, "Other") { $0.measures = [maths] }
    let evaluation = classes.evaluation
    let comparison = evaluation.figures.comparison
    let compared = try #require(classes.contrasts("S0", in: evaluation).first?.compared)
    let mates = comparison.sets[compared.set].pairs.map { pair in
      classes.school.pupils[Int(comparison.pairs[Int(pair)].pupil)].id
    }
    let missing = (0..<20).map { "C4-\($0)" }.filter { !mates.contains($0) }
    #expect(missing == ["C4-0", "C4-1", "C4-4"])
  }

  /// Codes have no distances: how many went up is counted.
  @Test(
    "on a scale of steps pupils are counted, however many they are",
    arguments: [(4, Verdict.tooFew), (5, .countsOnly), (30, .countsOnly)])
  func ordinalMeasures(pupils: Int, verdict: Verdict) throws {
    var classes = Classes(.ordinal) { $0.codes = ["a", "b", "c"] }
    for index in 0..<40 {
      classes.pupil(
        "P\(index)", ["2025-09-10": Double(index % 2), "2025-12-15": Double(index % 3)])
      if index < pupils { classes.support("P\(index)", "2025-09-15", "2025-12-12") }
    }
    let row = try classes.row()
    #expect(row.evidence.verdict == verdict && row.evidence.basis == .none)
    #expect(row.evidence.strength == 0 && row.progress.steps != nil)
    expectNoClaim(classes.evaluation)
  }
}
