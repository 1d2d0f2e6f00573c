import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 9.5.
@Suite struct UnitTableTests {
  private let asOf = day("2026-03-27")
  private let start = day("2026-01-05")
  private let end = day("2026-03-20")

  private func units(
    _ school: SchoolBuilder,
    _ kind: UnitKind,
    _ period: Period = .term
  ) -> [UnitProgress] {
    Evaluation(data: school.data, asOf: asOf).units.filter {
      $0.kind == kind && $0.period == period
    }
  }

  /// TB and SO of level TA2, and the unlisted XX.
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    _ = school.assistant("TB", "TA2")
    _ = school.assistant("SO", "TA2")
    _ = school.assistant("XX")
    return school
  }

  private func add(
    _ id: String,
    _ name: String = "Catch-up",
    to school: inout SchoolBuilder,
    by assistants: [Int],
    group: String = "",
    _ first: Double = 80,
    _ last: Double? = 85,
    place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(id, name, from: start, to: end, school: place) { row in
      row.measures = [0]
      row.entryScores = [.cell(first)]
      if let last { row.exitScores = [.cell(last)] }
      row.teachingAssistants = assistants
      row.group = group
      change(&row)
    }
  }

  @Test("an episode of two TAs counts under each and is shared")
  func anEpisodeOfTwoTAsCountsUnderEachAndIsShared() {
    var school = school()
    add("P1", to: &school, by: [0, 1])
    add("P2", to: &school, by: [0])
    let rows = units(school, .teachingAssistant)
    #expect(rows.map(\.unit) == ["SO", "TB"])
    #expect(rows.map(\.episodes) == [1, 2])
    #expect(rows.map(\.pupils) == [1, 2])
    #expect(rows.map(\.shared) == [1, 1])
    #expect(rows.map(\.roleLevel) == ["TA2", "TA2"])
  }

  @Test("an episode of two TAs counts once under their role level")
  func itCountsOnceUnderTheirRoleLevel() {
    var school = school()
    add("P1", to: &school, by: [0, 1])
    add("P2", to: &school, by: [0])
    add("P3", to: &school, by: [2])
    let rows = units(school, .roleLevel)
    #expect(rows.map(\.unit) == ["TA2"])
    #expect(rows.map(\.roleLevel) == ["TA2"])
    #expect(rows.map(\.episodes) == [2])
    #expect(rows.map(\.shared) == [1])
  }

  @Test("an episode of two TAs counts under each of two role levels")
  func andUnderEachOfTwoRoleLevels() {
    var school = school()
    school.teachingAssistants[1].roleLevel = "TA4"
    add("P1", to: &school, by: [0, 1])
    #expect(units(school, .roleLevel).map(\.unit) == ["TA2", "TA4"])
  }

  @Test("groups are of one intervention")
  func groupsAreOfOneIntervention() {
    var school = school()
    add("P1", "Number", to: &school, by: [0], group: "A")
    add("P2", "Catch-up", to: &school, by: [1], group: "A")
    add("P3", "Catch-up", to: &school, by: [1], group: "B")
    add("P4", "Catch-up", to: &school, by: [1])
    let rows = units(school, .group)
    #expect(rows.map(\.unit) == ["A", "A", "B"])
    #expect(
      rows.map { $0.groupIntervention.map { school.interventions[$0].name } }
        == ["Catch-up", "Number", "Catch-up"]
    )
    #expect(rows.map(\.episodes) == [1, 1, 1])
    #expect(rows.map(\.roleLevel) == ["", "", ""])
  }

  @Test("progress is that of the paired episodes")
  func progressIsOfThePairedEpisodes() throws {
    var school = school()
    add("P1", to: &school, by: [0], 80, 85)
    add("P2", to: &school, by: [0], 80, 79)
    add("P2", "Number", to: &school, by: [0], 80, 80)
    add("P3", to: &school, by: [0], 80, nil)
    let row = try #require(units(school, .teachingAssistant).first)
    #expect(row.episodes == 4)
    #expect(row.pupils == 3)
    #expect(row.paired == 3)
    #expect(row.pupilsPaired == 2)
    // Standardised scores are on track at no loss: of gains 5, −1 and 0, two.
    #expect(row.onTrack == Share(count: 2, total: 3))
    #expect(row.interventions.map { school.interventions[$0].name } == ["Catch-up", "Number"])
  }

  @Test("attendance and hours are those of the unit's rows")
  func attendanceAndHoursAreOfTheUnitsRows() throws {
    var school = school()
    add("P1", to: &school, by: [0]) { row in
      row.sessionsPlanned = 40
      row.sessionsAttended = 30
      row.minutesPerSession = 20
    }
    add("P2", to: &school, by: [1]) { row in
      row.sessionsPlanned = 40
      row.sessionsAttended = 10
      row.minutesPerSession = 20
    }
    let row = try #require(units(school, .teachingAssistant).last)
    #expect(row.unit == "TB")
    #expect(row.dose.attendance == 0.75)
    #expect(row.dose.hoursPerPupil == 10)
  }

  @Test("each school has its own units, and none is of all schools")
  func eachSchoolHasItsOwnUnitsAndThereIsNoneOfAll() {
    var school = school()
    school.schools = ["North", "South"]
    add("P1", to: &school, by: [0], group: "A", place: 1)
    add("P1", to: &school, by: [0], group: "A", place: 0)
    #expect(units(school, .teachingAssistant).map(\.school) == [0, 1])
    #expect(units(school, .group).map(\.episodes) == [1, 1])
    #expect(units(school, .roleLevel).map(\.school) == [0, 1])
  }

  @Test("only ended episodes of targeted provision count")
  func onlyEndedEpisodesOfTargetedProvisionCount() {
    var school = school()
    add("P1", to: &school, by: [0]) { $0.end = nil }
    add("P2", to: &school, by: [0]) { $0.wave = "1" }
    add("P3", to: &school, by: [0]) { row in
      row.start = asOf.advanced(by: 1)
      row.end = nil
    }
    #expect(Evaluation(data: school.data, asOf: asOf).units.isEmpty)
  }

  @Test("periods pool their episodes")
  func periodsPoolTheirEpisodes() {
    var school = school()
    add("P1", to: &school, by: [0])
    add("P2", to: &school, by: [0]) { row in
      row.start = day("2025-09-08")
      row.end = day("2025-12-12")
    }
    add("P3", to: &school, by: [1]) { row in
      row.start = day("2024-09-08")
      row.end = day("2024-12-12")
    }
    #expect(units(school, .teachingAssistant, .term).map(\.unit) == ["TB"])
    #expect(units(school, .teachingAssistant, .term).map(\.episodes) == [1])
    #expect(units(school, .teachingAssistant, .year).map(\.episodes) == [2])
    #expect(units(school, .teachingAssistant, .all).map(\.unit) == ["SO", "TB"])
    #expect(units(school, .teachingAssistant, .all).map(\.episodes) == [1, 2])
  }

  @Test("rows come by period, school, kind and name")
  func rowsComeByPeriodSchoolKindAndName() {
    var school = school()
    school.schools = ["South", "North"]
    _ = school.assistant("ab")
    add("P1", to: &school, by: [3, 0], group: "A", place: 0)
    add("P1", to: &school, by: [1], group: "b", place: 1)
    let found = Evaluation(data: school.data, asOf: asOf).units.filter { $0.period == .term }
    #expect(
      found.map { "\(school.schools[$0.school]) \($0.kind.rawValue) \($0.unit)" } == [
        "North ta SO", "North ta-group b", "North role-level TA2",
        "South ta TB", "South ta ab", "South ta-group A", "South role-level TA2",
      ]
    )
    #expect(
      Evaluation(data: school.data, asOf: asOf).units.map(\.period)
        == [Period.term, .year, .all].flatMap { Array(repeating: $0, count: 7) }
    )
  }
}
