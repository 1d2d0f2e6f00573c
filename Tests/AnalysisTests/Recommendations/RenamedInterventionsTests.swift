import Diagnostics
import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// An intervention that may go on under another name is told of, and nothing is inferred.
@Suite struct RenamedInterventionsTests {
  private func findings(
    _ old: (String, [String]), _ new: (String, [String]), stays: Bool = false
  ) -> [Finding] {
    var school = SchoolBuilder()
    for id in old.1 {
      school.row(id, old.0, from: day("2025-09-08"), to: day("2025-12-12"))
      if stays { school.row(id, old.0, from: day("2026-01-05"), to: day("2026-03-20")) }
    }
    for id in new.1 {
      school.row(id, new.0, from: day("2026-01-05"), to: day("2026-03-20"))
    }
    let term = school.settings.terms.term(containing: day("2026-02-01"))
    let evaluation = Evaluation(data: school.data, term: term, asOf: day("2026-03-27"))
    #expect(
      evaluation.recommendations.contains { school.interventions[$0.intervention].name == new.0 })
    return evaluation.findings.filter { $0.code == .renamedIntervention }
  }

  private let six = ["P1", "P2", "P3", "P4", "P5", "P6"]

  @Test("half of the pupils in common are a sign of a new name")
  func halfOfThePupilsAreASign() throws {
    let found = findings(("Blue", six), ("Red", ["P1", "P2", "P3"]))
    #expect(found.map(\.severity) == [.note])
    let finding = try #require(found.first)
    #expect(finding.line == 8)
    #expect(finding.message.contains("\"Red\"") && finding.message.contains("\"Blue\""))
    #expect(finding.message.contains("3 of its 6 pupils"))
    #expect(finding.hint.contains("same_as"))
  }

  @Test("fewer than half of the pupils in common are no sign")
  func fewerAreNone() {
    #expect(findings(("Blue", six), ("Red", ["P1", "P2"])).isEmpty)
    #expect(findings(("Blue", ["P1", "P2"]), ("Red", ["P1", "P2"])).isEmpty)
  }

  @Test("words of the name in common are a sign of a new name")
  func wordsOfTheNameAreASign() {
    #expect(findings(("Phonics catch-up", six), ("Phonics Catch Up 2", ["P9"])).count == 1)
    #expect(findings(("Reading group", six), ("Writing group", ["P9"])).isEmpty)
  }

  @Test("an intervention that continues has no new name")
  func whatGoesOnIsNotRenamed() {
    #expect(findings(("Blue", six), ("Red", six), stays: true).isEmpty)
  }
}
