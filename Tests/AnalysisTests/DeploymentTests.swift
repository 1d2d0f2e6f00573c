import Analysis
import ProvisionModel
import TestSupport
import Testing

/// KPI 9.4: what each role level gave.
@Suite struct DeploymentTests {
  private func rows(_ school: SchoolBuilder) -> [Deployment] {
    Evaluation(data: school.data, asOf: day("2026-03-27")).further.deployment
  }

  /// Pupils of one group with 20 sessions of 30 minutes, 10 hours each, taught by those TAs.
  private func school(
    _ pupils: [(id: String, group: String, assistants: [Int])]
  ) -> SchoolBuilder {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Test")
    _ = school.assistant("A", "TA2")
    _ = school.assistant("B", "TA2")
    _ = school.assistant("C", "TA4")
    for pupil in pupils { add(pupil.id, pupil.group, pupil.assistants, to: &school) }
    return school
  }

  private func add(
    _ id: String, _ group: String, _ assistants: [Int], place: Int = 0,
    to school: inout SchoolBuilder
  ) {
    school.row(id, from: day("2026-01-05"), to: day("2026-03-20"), school: place) {
      $0.measures = [0]
      $0.group = group
      $0.teachingAssistants = assistants
      $0.sessionsAttended = 20
      $0.minutesPerSession = 30
    }
  }

  @Test("an hour of a group of four is four pupil hours and one TA hour")
  func anHourOfAGroupOfFourIsFourPupilHoursAndOneTAHour() throws {
    let row = try #require(
      rows(school((0..<4).map { ("P\($0)", "G", [0]) })).first)
    #expect(row.progress.unit == "TA2" && row.teachingAssistants == 1)
    #expect(row.rows == 4 && row.rowsWithPupilHours == 4 && row.rowsWithTAHours == 4)
    #expect(row.pupilHours == 40 && row.taHours == 10)
  }

  @Test("two TAs of one level give twice the hours; of two levels, each gives their own")
  func twoTAsOfALevelGiveTwiceTheHoursAndOfTwoLevelsEachTheirOwn() throws {
    let both = try #require(
      rows(school((0..<4).map { ("P\($0)", "G", [0, 1]) })).first)
    #expect(both.pupilHours == 40 && both.taHours == 20 && both.teachingAssistants == 2)
    let levels = rows(school((0..<4).map { ("P\($0)", "G", [0, 2]) }))
    #expect(levels.map(\.progress.unit) == ["TA2", "TA4"])
    #expect(levels.map(\.pupilHours) == [40, 40] && levels.map(\.taHours) == [10, 10])
  }

  @Test("rows without a group or hours are not in the sums")
  func rowsWithoutAGroupOrHoursAreNotInTheSums() throws {
    var school = school([("P1", "G", [0]), ("P2", "G", [0]), ("P3", "", [0])])
    school.provision[1].sessionsAttended = nil
    let row = try #require(rows(school).first)
    // 10 hours of P1 and P3; P1's in a group of two.
    #expect(row.rows == 3 && row.rowsWithPupilHours == 2 && row.pupilHours == 20)
    #expect(row.rowsWithTAHours == 1 && row.taHours == 5)
    school.provision[0].minutesPerSession = nil
    school.provision[2].minutesPerSession = nil
    let none = try #require(rows(school).first)
    #expect(none.pupilHours == nil && none.taHours == nil)
  }

  @Test("a row on two measures counts once")
  func aRowOnTwoMeasuresCountsOnce() throws {
    var school = school([("P1", "G", [0])])
    school.provision[0].measures.append(school.measure("Other"))
    let row = try #require(rows(school).first)
    #expect(row.progress.episodes == 2 && row.rows == 1 && row.pupilHours == 10)
  }

  @Test("only what ended in the year counts")
  func onlyWhatEndedInTheYearCounts() throws {
    var school = school([("P1", "", [0]), ("P2", "", [0]), ("P3", "", [0])])
    school.provision[1].end = nil
    school.provision[2].start = day("2025-05-01")
    school.provision[2].end = day("2025-07-01")
    #expect(rows(school).first?.pupilHours == 10)
  }

  @Test("schools have rows of their own, and unknown levels have none")
  func schoolsHaveRowsOfTheirOwnAndUnknownLevelsHaveNone() {
    var school = school([("P1", "G", [0])])
    add("P2", "G", [0], place: 1, to: &school)
    #expect(rows(school).map(\.progress.school) == [0, 1])
    #expect(rows(school).map(\.taHours) == [10, 10])
    for index in school.teachingAssistants.indices {
      school.teachingAssistants[index].roleLevel = ""
    }
    #expect(rows(school).isEmpty)
  }
}
