import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 5.6: what changed between the term before and the reported one, here autumn and spring.
@Suite struct VariationTests {
  private let asOf = day("2026-03-27")

  private func variations(_ school: SchoolBuilder, asOf: Day? = nil) -> [Variation] {
    let term = school.settings.terms.term(containing: day("2026-02-01"))
    return Evaluation(data: school.data, term: term, asOf: asOf ?? self.asOf).variations
  }

  private func autumn(
    _ id: String,
    _ name: String = "Catch-up",
    in school: inout SchoolBuilder,
    place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(
      id,
      name,
      from: day("2025-09-08"),
      to: day("2025-12-12"),
      school: place,
      change: change
    )
  }

  private func spring(
    _ id: String,
    _ name: String = "Catch-up",
    in school: inout SchoolBuilder,
    place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(
      id,
      name,
      from: day("2026-01-05"),
      to: day("2026-03-20"),
      school: place,
      change: change
    )
  }

  @Test("pupils who join and leave are counted")
  func pupilsJoinAndLeave() throws {
    var school = SchoolBuilder()
    for id in ["P1", "P2", "P3"] { autumn(id, in: &school) { $0.end = day("2025-11-24") } }
    for id in ["P3", "P4"] { spring(id, in: &school) }
    let rows = variations(school)
    #expect(rows.map(\.kind) == [.pupils])
    let row = try #require(rows.first)
    #expect(row.before == .count(3))
    #expect(row.after == .count(2))
    #expect([row.pupilsBefore, row.pupilsNow, row.joined, row.left] == [3, 2, 1, 2])
  }

  @Test("the same pupils and the same delivery are unchanged")
  func samePupilsAndTheSameDeliveryAreUnchanged() {
    var school = SchoolBuilder()
    school.row("P1", from: day("2025-09-08"), to: day("2026-03-20")) { $0.sessionsPerWeek = 3 }
    #expect(variations(school).map(\.kind) == [.unchanged])
    #expect(variations(school).map(\.after) == [.count(1)])
    #expect(variations(school).map(\.joined) == [0])
  }

  @Test("in the first four weeks nothing has stopped")
  func inTheFirstFourWeeksNothingHasStopped() {
    var school = SchoolBuilder()
    autumn("P1", "Old", in: &school)
    autumn("P2", "New", in: &school)
    spring("P2", "New", in: &school)
    func kinds(_ asOf: String, _ name: String) -> [ChangeKind] {
      variations(school, asOf: day(asOf))
        .filter { school.interventions[$0.intervention].name == name }.map(\.kind)
    }
    // The spring term begins on 1 January.
    #expect(kinds("2026-01-02", "Old") == [.notBegun])
    #expect(kinds("2026-01-02", "New") == [.notBegun])
    #expect(kinds("2026-01-28", "Old") == [.notBegun])
    #expect(kinds("2026-01-28", "New") != [.notBegun])
    #expect(kinds("2026-01-29", "Old") == [.stopped])
  }

  @Test("an intervention starts and stops")
  func itStartsAndStops() {
    var school = SchoolBuilder()
    autumn("P1", "Old", in: &school)
    spring("P1", "New", in: &school)
    spring("P2", "New", in: &school)
    let rows = variations(school)
    #expect(rows.map { school.interventions[$0.intervention].name } == ["New", "Old"])
    #expect(rows.map(\.kind) == [.started, .stopped])
    #expect(rows.map(\.before) == [.count(0), .count(1)])
    #expect(rows.map(\.after) == [.count(2), .count(0)])
    #expect(rows.map(\.joined) == [2, 0])
    #expect(rows.map(\.left) == [0, 1])
  }

  @Test("a school's first term has nothing to compare with")
  func inTheFirstTermOfASchoolThereIsNothingToCompareWith() {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    spring("P1", in: &school, place: 0)
    spring("P1", in: &school, place: 1)
    autumn("P2", "Number", in: &school, place: 1)
    let rows = variations(school)
    #expect(rows.map(\.school) == [0, 1, 1])
    #expect(rows.map(\.kind) == [.firstTerm, .started, .stopped])
    #expect(rows[0].before == ChangeValue.none)
    #expect(rows[0].after == .count(1))
  }

  @Test(
    "a term is the first if the provision map begins with it, and not if it begins a day earlier"
  )
  func aMapThatBeginsWithTheTermIsItsFirstAndADayEarlierIsNot() {
    for (first, kind) in [("2026-01-01", ChangeKind.firstTerm), ("2025-12-31", .started)] {
      var school = SchoolBuilder()
      spring("P1", in: &school)
      school.row("P2", "Other", from: day(first), to: day("2026-03-20"))
      #expect(variations(school).first?.kind == kind)
    }
  }

  @Test(
    "a change of sessions per week is found",
    arguments: [
      (3.0, 3.0, false), (3, 3.2, false), (3, 3.25, true), (3, 2.75, true), (3, 5, true),
    ])
  func sessionsAWeekVary(old: Double, new: Double, hasChanged: Bool) {
    var school = SchoolBuilder()
    autumn("P1", in: &school) { $0.sessionsPerWeek = old }
    spring("P1", in: &school) { $0.sessionsPerWeek = new }
    let rows = variations(school).filter { $0.kind == .sessionsPerWeek }
    #expect(rows.map(\.before) == (hasChanged ? [.mean(old)] : []))
    #expect(rows.map(\.after) == (hasChanged ? [.mean(new)] : []))
  }

  @Test(
    "a change of minutes is found",
    arguments: [(20.0, 20.0, false), (20, 20.5, false), (20, 21, true), (20, 19, true)])
  func minutesVary(old: Double, new: Double, hasChanged: Bool) {
    var school = SchoolBuilder()
    autumn("P1", in: &school) { $0.minutesPerSession = old }
    spring("P1", in: &school) { $0.minutesPerSession = new }
    let rows = variations(school).filter { $0.kind == .minutesPerSession }
    #expect(rows.map(\.after) == (hasChanged ? [.mean(new)] : []))
  }

  @Test("a change of weeks is found", arguments: [(0, false), (6, false), (7, true), (-7, true)])
  func weeksVary(days: Int, hasChanged: Bool) {
    var school = SchoolBuilder()
    // 63 days: 9 weeks.
    autumn("P1", in: &school) { $0.end = day("2025-11-10") }
    spring("P1", in: &school) { $0.end = day("2026-03-09").advanced(by: days) }
    let rows = variations(school).filter { $0.kind == .weeks }
    #expect(rows.map(\.before) == (hasChanged ? [.mean(9)] : []))
    #expect(rows.map(\.after) == (hasChanged ? [.mean(9 + Double(days) / 7)] : []))
  }

  @Test("means are those of the rows that give a figure")
  func meansAreOfTheRowsThatSaySo() {
    var school = SchoolBuilder()
    autumn("P1", in: &school) { $0.sessionsPerWeek = 2 }
    autumn("P2", in: &school) { $0.sessionsPerWeek = 3 }
    autumn("P3", in: &school)
    spring("P1", in: &school) { $0.sessionsPerWeek = 5 }
    spring("P2", in: &school)
    spring("P3", in: &school)
    let rows = variations(school).filter { $0.kind == .sessionsPerWeek }
    #expect(rows.map(\.before) == [.mean(2.5)])
    #expect(rows.map(\.after) == [.mean(5)])
  }

  @Test("a figure that is unknown in one term is no change")
  func whatIsUnknownInOneTermIsNoChange() {
    var school = SchoolBuilder()
    autumn("P1", in: &school) { row in
      row.end = day("2025-11-24")
      row.sessionsPerWeek = 2
    }
    spring("P1", in: &school) { $0.minutesPerSession = 20 }
    #expect(variations(school).map(\.kind) == [.unchanged])
  }

  @Test("a change of group size is found")
  func groupSizesVary() {
    var school = SchoolBuilder()
    // Two groups of 3 and 2: 2.5. Then one of 3; whoever has no group is left out.
    for (id, group) in [("P1", "A"), ("P2", "A"), ("P3", "A"), ("P4", "B"), ("P5", "B")] {
      autumn(id, in: &school) { $0.group = group }
      spring(id, in: &school) { $0.group = group == "A" ? "C" : "" }
    }
    let rows = variations(school).filter { $0.kind == .groupSize }
    #expect(rows.map(\.before) == [.mean(2.5)])
    #expect(rows.map(\.after) == [.mean(3)])
  }

  @Test("a change of teaching assistants is found")
  func teachingAssistantsVary() {
    var school = SchoolBuilder()
    let (one, two) = (school.assistant("TB"), school.assistant("SO"))
    autumn("P1", in: &school) { $0.teachingAssistants = [one] }
    spring("P1", in: &school) { $0.teachingAssistants = [one, two] }
    let rows = variations(school).filter { $0.kind == .teachingAssistants }
    #expect(rows.map(\.before) == [.teachingAssistants(["TB"])])
    #expect(rows.map(\.after) == [.teachingAssistants(["SO", "TB"])])
  }

  @Test("several changes come in their order")
  func severalChangesComeInTheirOrder() {
    var school = SchoolBuilder()
    let assistant = school.assistant("TB")
    for id in ["P1", "P2"] {
      autumn(id, in: &school) { row in
        row.sessionsPerWeek = 3
        row.minutesPerSession = 20
        row.group = "A"
      }
    }
    spring("P3", in: &school) { row in
      row.sessionsPerWeek = 5
      row.minutesPerSession = 30
      row.group = "A"
      row.teachingAssistants = [assistant]
    }
    // 95 days, 13.57 weeks, against 74, 10.57.
    #expect(
      variations(school).map(\.kind) == [
        .pupils, .sessionsPerWeek, .minutesPerSession, .weeks, .groupSize, .teachingAssistants,
      ]
    )
  }
}
