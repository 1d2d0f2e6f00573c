import Analysis
import Diagnostics
import ProvisionModel
import TestSupport
import Testing

/// METHOD §3: the provision map's own scores, and what is found about rows.
@Suite struct EpisodeScoresTests {
  private let start = day("2025-09-08")
  private let end = day("2025-12-12")

  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    _ = school.measure("Phonics", .points) { $0.maximum = 40 }
    school.score("P1", 0, on: start, 90)
    return school
  }

  private func list(
    _ school: SchoolBuilder,
    _ id: String = "P1",
    change: (inout ProvisionRow) -> Void
  ) -> EpisodeList {
    var school = school
    school.row(id, from: start, to: end, change: change)
    return EpisodeList(data: school.data, asOf: end)
  }

  @Test("the only measure has the only scores")
  func theOnlyMeasureHasTheOnlyScores() {
    let list = list(school()) { row in
      row.measures = [0]
      row.entryScores = [.cell(70, .below)]
      row.targetScores = [.cell(85)]
      row.exitScores = [.cell(88)]
    }
    let episode = list.episodes[0]
    #expect(episode.entry == Score(value: 70, censoring: .below))
    #expect(episode.target == Score(value: 85))
    #expect(episode.exit == Score(value: 88))
    #expect(list.findings.isEmpty)
  }

  @Test("several measures take the scores at their places")
  func severalMeasuresTakeTheScoresAtTheirPlaces() {
    let list = list(school()) { row in
      row.measures = [1, 0]
      row.entryScores = [.cell(12), .cell(80)]
    }
    #expect(list.episodes.map(\.measure) == [1, 0])
    #expect(list.episodes.map { $0.entry?.value } == [12, 80])
    #expect(list.episodes.allSatisfy { $0.target == nil && $0.exit == nil })
  }

  @Test("one score for two measures is not used, with one finding")
  func oneScoreForTwoMeasuresIsNotUsedAndSaidOnce() throws {
    let list = list(school()) { row in
      row.measures = [1, 0]
      row.entryScores = [.cell(80)]
    }
    #expect(list.episodes.allSatisfy { $0.entry == nil })
    #expect(list.findings.count == 1)
    let finding = try #require(list.findings.first)
    #expect(finding.code == .score)
    #expect(finding.place == "provision-map.csv:2:7")
    #expect(finding.value == "80")
    #expect(finding.message.hasPrefix("one score for a row about 2 measures"))
  }

  @Test("two scores for one measure are not used")
  func twoScoresForOneMeasureAreNotUsed() throws {
    let list = list(school()) { row in
      row.measures = [0]
      row.exitScores = [.cell(80), .cell(81)]
    }
    #expect(list.episodes[0].exit == nil)
    let finding = try #require(list.findings.first)
    #expect(finding.value == "80;81")
    #expect(finding.message.hasPrefix("2 scores for a row about 1 measure"))
  }

  @Test("codes for not assessed give neither a score nor a finding")
  func codesForNotAssessedAreNoScoreAndNoFinding() {
    let list = list(school()) { row in
      row.measures = [0]
      row.entryScores = [.word("A")]
    }
    #expect(list.episodes[0].entry == nil)
    #expect(list.findings.isEmpty)
  }

  @Test("a score that cannot be read or is out of range is a finding")
  func whatCannotBeReadOrIsOutOfRangeIsFound() {
    let list = list(school()) { row in
      row.measures = [1]
      row.entryScores = [.word("lots")]
      row.exitScores = [.cell(41)]
    }
    #expect(list.episodes[0].entry == nil)
    #expect(list.episodes[0].exit == nil)
    #expect(list.findings.map(\.code) == [.score, .scoreRange])
  }

  @Test("a pupil without scores is a warning where the row names a measure")
  func aPupilWithoutScoresIsAWarningWhereTheRowNamesAMeasure() {
    let list = list(school(), "P9") { $0.measures = [0] }
    #expect(list.findings.map(\.code) == [.pupilWithoutScores])
    #expect(list.findings[0].severity == .warning)
    #expect(list.findings[0].value == "P9")
    #expect(list.findings[0].place == "provision-map.csv:2:1")
  }

  @Test("a pupil without scores is an error where the row names no measure")
  func andAnErrorWhereItNamesNone() {
    let list = list(school(), "P9") { _ in }
    #expect(list.episodes.isEmpty)
    #expect(list.findings.map(\.severity) == [.error])
  }

  @Test("scores after the as-of date are reported as such")
  func scoresAfterTheAsOfDateAreSpokenOfAsSuch() {
    var school = school()
    school.score("P9", 0, on: end.advanced(by: 1), 90)
    let list = list(school, "P9") { _ in }
    #expect(list.findings.map(\.severity) == [.error])
    #expect(
      list.findings[0].message.hasPrefix(
        "the tracking file has no score of the pupil \"P9\" up to 2025-12-12"
      )
    )
  }

  @Test("a row that begins after the as-of date needs no scores yet", arguments: [(0, 1), (1, 0)])
  func aRowThatIsToBeginAfterTheAsOfDateNeedsNoScoresYet(offset: Int, findings: Int) {
    let list = list(school(), "P9") { row in
      row.start = end.advanced(by: offset)
      row.end = nil
    }
    #expect(list.findings.count == findings)
  }

  @Test("a pupil with both own scores needs no tracking")
  func aPupilWithBothOwnScoresNeedsNoTracking() {
    let list = list(school(), "P9") { row in
      row.measures = [0]
      row.entryScores = [.cell(80)]
      row.exitScores = [.cell(85)]
    }
    #expect(list.findings.isEmpty)
  }

  @Test("one own score is not enough")
  func oneOwnScoreIsNotEnough() {
    let list = list(school(), "P9") { row in
      row.measures = [0]
      row.entryScores = [.cell(80)]
    }
    #expect(list.findings.map(\.code) == [.pupilWithoutScores])
  }

  @Test("universal provision needs no scores")
  func universalProvisionNeedsNoScores() {
    let list = list(school(), "P9") { $0.wave = "1" }
    #expect(list.findings.isEmpty)
  }

  @Test("the school is named where there are several")
  func theSchoolIsNamedWhereThereAreSeveral() {
    var school = school()
    school.schools = ["North", "South"]
    school.row("P1", from: start, to: end, school: 1) { $0.measures = [0] }
    let list = EpisodeList(data: school.data, asOf: end)
    #expect(list.findings.count == 1)
    #expect(list.findings[0].message.contains("in the school \"South\""))
  }
}
