import Diagnostics
import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

@Suite struct EvaluationTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.score("P1", 0, on: day("2026-01-07"), 90)
    school.row("P1", from: day("2026-01-05"), to: day("2026-03-20")) { $0.measures = [0] }
    return school
  }

  @Test("the as-of date is the last date of the files")
  func theAsOfDateIsTheLastDateOfTheFiles() {
    let evaluation = Evaluation(data: school().data)
    #expect(evaluation.asOf == day("2026-03-20"))
    #expect(evaluation.term.id == "2025-26-spring")
    #expect(evaluation.interventions.map(\.started) == [1, 1, 1])
  }

  @Test("the term is that of the as-of date")
  func theTermIsThatOfTheAsOfDate() {
    let evaluation = Evaluation(data: school().data, asOf: day("2026-05-01"))
    #expect(evaluation.term.id == "2025-26-summer")
    #expect(evaluation.asOf == day("2026-05-01"))
  }

  @Test("the as-of date and the term can be given")
  func bothMayBeGiven() throws {
    let term = try #require(TermCalendar.standard.term(id: "2025-26-autumn"))
    let evaluation = Evaluation(data: school().data, term: term, asOf: day("2026-03-01"))
    #expect(evaluation.term == term)
    #expect(evaluation.figures.episodes.map(\.status) == [.inProgress])
  }

  @Test("findings of the episodes are kept")
  func findingsOfTheEpisodesAreKept() {
    var school = school()
    school.row("P9", from: day("2026-01-05"), to: nil) { $0.measures = [0] }
    #expect(Evaluation(data: school.data).findings.map(\.value) == ["P9"])
  }
}
