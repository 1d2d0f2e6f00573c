import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §9.
@Suite struct DoseAndCostTests {
  private let start = day("2025-09-08")
  // 70 days later: 10 weeks.
  private let end = day("2025-11-17")

  private func doses(
    _ school: SchoolBuilder = SchoolBuilder(),
    _ change: (inout ProvisionRow) -> Void
  ) -> [Dose] {
    var school = school
    school.row("P1", from: start, to: end, change: change)
    return DoseAndCost(data: school.data).doses()
  }

  @Test("attendance is attended sessions out of planned sessions")
  func attendanceIsAttendedOfPlannedSessions() {
    let dose = doses { row in
      row.sessionsPlanned = 40
      row.sessionsAttended = 30
    }[0]
    #expect(dose.planned == 40)
    #expect(dose.attended == 30)
    #expect(dose.attendance == 0.75)
  }

  @Test("attendance needs both counts and at least one planned session")
  func itNeedsBothAndMoreThanNoneThatWerePlanned() {
    #expect(doses { $0.sessionsPlanned = 40 }[0].attendance == nil)
    #expect(doses { $0.sessionsAttended = 30 }[0].attendance == nil)
    let none = doses { row in
      row.sessionsPlanned = 0
      row.sessionsAttended = 0
    }[0]
    #expect(none.planned == nil)
    #expect(none.attendance == nil)
  }

  @Test("hours are attended sessions times their length")
  func hoursAreAttendedSessionsTimesTheirLength() {
    let dose = doses { row in
      row.sessionsPlanned = 50
      row.sessionsAttended = 30
      row.minutesPerSession = 20
    }[0]
    #expect(dose.hours == 10)
    #expect(doses { $0.sessionsAttended = 30 }[0].hours == nil)
    #expect(doses { $0.minutesPerSession = 20 }[0].hours == nil)
  }

  @Test("weeks are days over seven")
  func weeksAreDaysOverSeven() {
    #expect(doses { _ in }[0].weeks == 10)
    #expect(doses { $0.end = start.advanced(by: 3) }[0].weeks == 3.0 / 7)
    #expect(doses { $0.end = nil }[0].weeks == nil)
  }

  /// 10 hours in the group `A`, with the TAs of a school.
  private func tenHours(_ row: inout ProvisionRow) {
    row.sessionsAttended = 30
    row.minutesPerSession = 20
    row.group = "A"
    row.teachingAssistants = [0]
  }

  @Test("the cost given in the row comes first")
  func costOfTheRowComesFirst() {
    var school = SchoolBuilder()
    _ = school.assistant("TB", rate: 12)
    let dose = doses(school) { row in
      tenHours(&row)
      row.hourlyRate = 15
      row.cost = 99.5
    }[0]
    #expect(dose.cost == 99.5)
  }

  @Test("otherwise cost is hours × rate × TAs ÷ group size")
  func elseItIsHoursTimesRateTimesTAsOverTheGroup() {
    var school = SchoolBuilder()
    _ = school.assistant("TB", rate: 1000)
    _ = school.assistant("SO", rate: 1000)
    for id in ["P2", "P3", "P4"] {
      school.row(id, from: start, to: end) { $0.group = "A" }
    }
    let dose = doses(school) { row in
      tenHours(&row)
      row.hourlyRate = 15
      row.teachingAssistants = [0, 1]
    }[3]
    // 10 h · £15 · 2 ÷ 4 pupils
    #expect(dose.cost == 75)
  }

  @Test("without a rate in the row it is the TA's own rate")
  func withoutARateOfTheRowItIsTheTAsOwn() {
    var school = SchoolBuilder()
    _ = school.assistant("TB", rate: 12)
    _ = school.assistant("SO", rate: 14.5)
    let one = doses(school) { tenHours(&$0) }[0]
    #expect(one.cost == 120)
    let two = doses(school) { row in
      tenHours(&row)
      row.teachingAssistants = [0, 1]
    }[0]
    // 10 h · (£12 + £14.50)
    #expect(two.cost == 265)
  }

  @Test("without a rate, a group, hours or TAs there is no cost")
  func withoutARateAGroupHoursOrTAsThereIsNoCost() {
    var school = SchoolBuilder()
    _ = school.assistant("TB", rate: 12)
    _ = school.assistant("??")
    func cost(_ change: (inout ProvisionRow) -> Void) -> Double? {
      doses(school) { row in
        tenHours(&row)
        change(&row)
      }[0].cost
    }
    #expect(cost { _ in } == 120)
    #expect(cost { $0.teachingAssistants = [0, 1] } == nil)
    #expect(cost { $0.teachingAssistants = [] } == nil)
    #expect(
      cost { row in
        row.teachingAssistants = []
        row.hourlyRate = 15
      } == nil
    )
    #expect(cost { $0.group = "" } == nil)
    #expect(cost { $0.minutesPerSession = nil } == nil)
    #expect(cost { $0.sessionsAttended = nil } == nil)
  }

  @Test("doses are in file order")
  func dosesAreInFileOrder() {
    var school = SchoolBuilder()
    school.row("P9", from: start, to: end) { $0.cost = 1 }
    school.row("P3", from: start, to: end) { $0.cost = 2 }
    #expect(doses(school) { $0.cost = 3 }.map(\.cost) == [1, 2, 3])
  }
}
