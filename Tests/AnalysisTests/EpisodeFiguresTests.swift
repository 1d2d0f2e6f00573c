import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// METHOD §9 over several episodes.
@Suite struct EpisodeFiguresTests {
  private let start = day("2026-01-05")
  private let end = day("2026-03-20")

  /// The first row of KPI 5.5.
  private func first(_ school: SchoolBuilder) throws -> InterventionProgress {
    try #require(Evaluation(data: school.data, asOf: day("2026-03-27")).interventions.first)
  }

  private func school(_ rows: [(String, (inout ProvisionRow) -> Void)]) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    for (id, change) in rows {
      school.row(id, from: start, to: end) { row in
        row.measures = [0]
        change(&row)
      }
    }
    return school
  }

  @Test("attendance is that of all sessions together")
  func attendanceIsOfAllSessionsTogether() throws {
    let row = try first(
      school([
        (
          "P1",
          { row in
            row.sessionsPlanned = 10
            row.sessionsAttended = 10
          }
        ),
        (
          "P2",
          { row in
            row.sessionsPlanned = 30
            row.sessionsAttended = 20
          }
        ),
        ("P3", { $0.sessionsPlanned = 100 }), ("P4", { $0.sessionsAttended = 100 }),
      ])
    )
    // (10 + 20) ÷ (10 + 30); the mean of both would be 0.8333.
    #expect(row.dose.attendance == 0.75)
  }

  @Test("hours and cost per pupil are those of pupils for whom they are known")
  func hoursAndCostAreByPupilOfThoseWhoseAreKnown() throws {
    var school = school([
      (
        "P1",
        { row in
          row.sessionsAttended = 30
          row.minutesPerSession = 20
          row.cost = 100
        }
      ),
      (
        "P2",
        { row in
          row.sessionsAttended = 12
          row.minutesPerSession = 30
        }
      ),
      ("P3", { $0.cost = 50 }), ("P4", { _ in }),
    ])
    school.row("P1", from: start.advanced(by: -100), to: start.advanced(by: -10)) { row in
      row.measures = [0]
      row.cost = 30
      row.sessionsAttended = 8
      row.minutesPerSession = 60
    }
    let all = Evaluation(data: school.data, asOf: day("2026-03-27")).interventions
    // In the term 10 h of P1 and 6 h of P2; the year has 8 h of P1 more.
    #expect(all.map(\.dose.hoursPerPupil) == [8, 12, 12])
    // £100 of P1 and £50 of P3; in the year £30 of P1 more.
    #expect(all.map(\.dose.costPerPupil) == [75, 90, 90])
  }

  @Test("without figures of dose there are no means")
  func withoutFiguresThereAreNone() throws {
    let row = try first(school([("P1", { _ in })]))
    #expect(row.dose.attendance == nil)
    #expect(row.dose.hoursPerPupil == nil)
    #expect(row.dose.costPerPupil == nil)
  }

  @Test("a row on two measures counts once")
  func aRowOnTwoMeasuresCountsOnce() throws {
    var school = school([])
    _ = school.measure("Number")
    let assistant = school.assistant("TB")
    for id in ["P1", "P2"] {
      school.row(id, from: start, to: end) { row in
        row.measures = [0, 1]
        row.group = "A"
        row.teachingAssistants = [assistant]
        row.sessionsPlanned = id == "P1" ? 10 : 30
        row.sessionsAttended = id == "P1" ? 10 : 20
        row.minutesPerSession = 60
      }
    }
    let evaluation = Evaluation(data: school.data, asOf: day("2026-03-27"))
    let unit = try #require(evaluation.units.first)
    #expect(unit.episodes == 4)
    #expect(unit.pupils == 2)
    #expect(unit.dose.attendance == 0.75)
    #expect(unit.dose.hoursPerPupil == 15)
    let rows = evaluation.figures.dose(Array(evaluation.figures.episodes.indices))
    #expect(rows.attendance == 0.75)
    #expect(rows.hoursPerPupil == 15)
  }
}
