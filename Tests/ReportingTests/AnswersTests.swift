import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// What a page says before any table.
@Suite struct AnswersTests {
  private func sentences(_ report: Report, _ pack: Pack) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: report.pages(pack).answers().map {
        ($0.question, $0.sentences.map(\.plain))
      })
  }

  /// `pupils` pupils of whom the last lacks the last score, who attended half of the sessions.
  private func school(pupils: Int) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("TB")
    for index in 0..<pupils {
      school.spring("P\(index)", "Catch-up", 80, index + 1 < pupils ? 85 : nil) {
        $0.teachingAssistants = [assistant]
        $0.sessionsPlanned = 40
        $0.sessionsAttended = 20
      }
    }
    return school
  }

  @Test("four questions are answered in their order")
  func fourQuestionsAreAnsweredInTheirOrder() {
    let answers = pages(.governors, of: school(pupils: 8)).answers()
    #expect(
      answers.map(\.question) == [
        "What works", "What is unclear", "What to change", "What is missing",
      ])
    #expect(answers.allSatisfy { !$0.sentences.isEmpty })
  }

  @Test("nothing is said to work that is not known to")
  func nothingIsSaidToWorkThatIsNotKnownTo() {
    let answers = sentences(report(school(pupils: 8)), .senco)
    #expect(
      answers["What works"] == [
        "No intervention shows yet that pupils did better with it."
      ])
  }

  @Test("little attendance is told to those who may see it")
  func littleAttendanceIsToldToThoseWhoMaySeeIt() {
    let told = "Few of the planned sessions were attended: Catch-up (50%)."
    #expect(sentences(report(school(pupils: 8)), .governors)["What to change"] == [told])
    #expect(sentences(report(school(pupils: 4)), .senco)["What to change"] == [told])
    #expect(
      sentences(report(school(pupils: 4)), .governors)["What to change"]?.contains(told) == false)
  }

  @Test("missing tests are counted for the SENCo only")
  func missingTestsAreCountedForTheSENCoOnly() {
    let senco = sentences(report(school(pupils: 8)), .senco)["What is missing"]
    #expect(senco?.first?.hasPrefix("1 of 8 episodes that ended lack a test") == true)
    let governors = sentences(report(school(pupils: 8)), .governors)["What is missing"]
    #expect(
      governors == ["No figure shown here lacks the tests of more than a fifth of its pupils."])
    #expect(
      sentences(report(school(pupils: 4)), .governors)["What is missing"] == [
        "Left out, as they rest on fewer than 5 pupils or would tell of so few: Catch-up."
      ])
  }

  @Test("without anything that ended nothing is missing")
  func withoutAnythingThatEndedNothingIsMissing() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.row("P1", from: day("2026-03-02"), to: nil) { $0.measures = [0] }
    #expect(
      sentences(report(school), .governors)["What is missing"] == ["Nothing ended in the term."])
    #expect(
      sentences(report(school), .senco)["What is missing"] == [
        "1 pupil of the provision map has no score at all."
      ])
  }

  @Test("tables of TAs offer no ranking")
  func tablesOfTAsOfferNoRanking() throws {
    var school = school(pupils: 8)
    school.classmates()
    let other = school.assistant("SO")
    for index in 0..<8 {
      school.spring("Q\(index)", "Catch-up", 80, 110) { $0.teachingAssistants = [other] }
    }
    let report = report(school)
    let units = try #require(report.pages(.senco).unitsTable(.teachingAssistant).view())
    #expect(units["inOrder"] as? Bool == true)
    let verdicts = try #require(report.pages(.senco).verdictTable(.term).view())
    #expect(verdicts["inOrder"] == nil)
  }
}
