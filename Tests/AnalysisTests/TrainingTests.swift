import Analysis
import ProvisionModel
import TestSupport
import Testing

/// KPI 7.5: TAs against their training.
@Suite struct TrainingTests {
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    let brown = school.assistant("Brown")
    let adams = school.assistant("Adams")
    let cole = school.assistant("Cole")
    for (id, name, assistants) in [
      ("P1", "Reading", [brown, adams]), ("P2", "Reading", [brown]), ("P3", "Number", [brown]),
      ("P4", "Number", [cole]),
    ] {
      school.row(id, name, from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.teachingAssistants = assistants
      }
    }
    school.teachingAssistants[brown].trainedIn = ["reading"]
    school.teachingAssistants[brown].trainedInterventions = [0]
    // Trained in something that the school does not run.
    school.teachingAssistants[cole].trainedIn = ["First aid"]
    return school
  }

  private func rows(_ school: SchoolBuilder) -> [String] {
    Evaluation(data: school.data, asOf: day("2026-03-27")).further.training.map { row in
      [
        school.schools[row.school], school.teachingAssistants[row.teachingAssistant].key,
        school.interventions[row.intervention].name, "\(row.pupils)", row.record.rawValue,
      ].joined(separator: " ")
    }
  }

  @Test("each TA of a row is compared with the training record, in order of name")
  func eachTAOfARowIsSetAgainstTheRecordInOrderOfName() {
    #expect(
      rows(school()) == [
        "school Adams Reading 1 not-recorded", "school Brown Number 1 no",
        "school Brown Reading 2 yes", "school Cole Number 1 no",
      ])
  }

  @Test("without any training on record there are no rows")
  func withoutAnyTrainingOnRecordThereIsNothingToTell() {
    var school = school()
    for index in school.teachingAssistants.indices {
      school.teachingAssistants[index].trainedIn = []
    }
    #expect(rows(school).isEmpty)
  }

  @Test("universal provision and other years are left out")
  func universalProvisionAndOtherYearsAreLeftOut() {
    var school = school()
    for index in 0..<3 { school.provision[index].wave = "1" }
    school.row("P5", "Number", from: day("2025-05-05"), to: day("2025-07-20")) {
      $0.teachingAssistants = [0]
    }
    #expect(rows(school) == ["school Cole Number 1 no"])
  }

  @Test("a TA of two schools has a row in each")
  func aTAOfTwoSchoolsHasARowInEach() {
    var school = school()
    school.schools = ["North", "South"]
    school.row("P9", "Reading", from: day("2026-01-05"), to: nil, school: 1) {
      $0.teachingAssistants = [0]
    }
    #expect(
      rows(school).filter { $0.contains("Brown Reading") } == [
        "North Brown Reading 2 yes", "South Brown Reading 1 yes",
      ])
  }
}
