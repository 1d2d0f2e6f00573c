import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What is told of a decision, of the autumn before last here.
@Suite struct DecisionStoryTests {
  /// An intervention that ran in the summer and, where it restarts, in the spring after.
  private func stopped(restarts: Bool, decidedAgain: Bool = false) throws -> String {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.row("P1", from: day("2025-04-21"), to: day("2025-07-11")) { $0.measures = [0] }
    school.row("P1", "Other", from: day("2025-09-08"), to: day("2025-12-12")) { $0.measures = [0] }
    if restarts { school.spring("P1") } else { school.spring("P1", "Other") }
    func decision(_ kind: DecisionKind, _ date: String) -> Decision {
      Decision(
        file: 0, line: 2, school: "", term: school.settings.terms.term(containing: day(date)),
        intervention: 0, kind: kind, group: "", change: "")
    }
    school.decisions = [decision(.stop, "2025-06-01")]
    if decidedAgain { school.decisions.append(decision(.start, "2025-10-01")) }
    let report = report(school)
    let outcome = try #require(report.evaluation.decisions.first)
    #expect(outcome.followThrough == .yes)
    return DecisionStory(report.released(.senco)).text(outcome).plain
  }

  @Test("what was stopped and runs again is told")
  func whatWasStoppedAndRunsAgainIsTold() throws {
    #expect(try stopped(restarts: false).contains("does not run in the Autumn term 2025–26)"))
    #expect(
      try stopped(restarts: true).contains(
        "and runs again in the Spring term 2025–26 without a decision on record"))
    #expect(!(try stopped(restarts: true, decidedAgain: true).contains("runs again")))
  }
}
