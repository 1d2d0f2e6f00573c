import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §1: which episodes a row gives, and where they stand.
@Suite struct EpisodeListTests {
  private let start = day("2025-09-08")
  private let end = day("2025-12-12")
  private let asOf = day("2026-03-27")

  /// A school with three measures; the pupil P1 has scores on the first two, and on the second
  /// from the as-of date only. The subject is about the second and third.
  private func school() -> SchoolBuilder {
    var school = SchoolBuilder()
    for name in ["Reading", "Spelling", "Number"] { _ = school.measure(name) }
    school.measuresOfSubject = [[1, 2]]
    school.score("P1", 0, on: start, 90)
    school.score("P1", 0, on: end, 95)
    school.score("P1", 1, on: asOf, 88)
    school.score("P1", 2, on: asOf.advanced(by: 1), 101)
    return school
  }

  private func measures(_ school: SchoolBuilder) -> [Int] {
    EpisodeList(data: school.data, asOf: asOf).episodes.map(\.measure)
  }

  @Test("measures of the row come first")
  func measuresOfTheRowComeFirst() {
    var school = school()
    school.row("P1", from: start, to: end) { row in
      row.measures = [2, 0]
      row.subject = 0
    }
    school.interventions[0].measures = [1]
    #expect(measures(school) == [2, 0])
  }

  @Test("the measures of the intervention come second")
  func thenThoseOfTheIntervention() {
    var school = school()
    school.row("P1", from: start, to: end) { $0.subject = 0 }
    school.interventions[0].measures = [0]
    #expect(measures(school) == [0])
  }

  @Test("the measures of the subject come third")
  func thenThoseOfTheSubject() {
    var school = school()
    school.row("P1", from: start, to: end) { $0.subject = 0 }
    #expect(measures(school) == [1, 2])
  }

  @Test("otherwise all measures on which the pupil has a score up to the as-of date")
  func elseAllOnWhichThePupilHasAnAssessmentUpToTheAsOfDate() {
    var school = school()
    school.row("P1", from: start, to: end)
    // Reading, twice assessed, once; Spelling, assessed on the as-of date; not Number, a day later.
    #expect(measures(school) == [0, 1])
  }

  @Test("episodes carry their row")
  func episodesCarryTheirRow() throws {
    var school = school()
    school.row("P0", "Other", from: start, to: nil)
    school.row("P1", "Catch-up", from: start, to: end) { $0.measures = [1] }
    let list = EpisodeList(data: school.data, asOf: asOf)
    let episode = try #require(list.episodes.last)
    #expect(episode.row == 1)
    #expect(school.pupils[episode.pupil].id == "P1")
    #expect(school.interventions[episode.intervention].name == "Catch-up")
    #expect(episode.start == start)
    #expect(episode.end == end)
  }

  @Test("rows of a universal wave have no episodes")
  func universalWavesHaveNoEpisodes() {
    var school = school()
    for isUniversal in [true, false] {
      school.row("P1", from: start, to: end) { row in
        row.isUniversalWave = isUniversal
        row.measures = [0]
        row.entryScores = [.cell(80)]
      }
    }
    let list = EpisodeList(data: school.data, asOf: asOf)
    #expect(list.universal.map(\.row) == [0])
    #expect(list.episodes.map(\.row) == [1])
  }

  @Test("settings name other universal waves and interventions")
  func settingsNameOtherUniversalWavesAndInterventions() {
    var school = school()
    school.settings.thresholds.universalWaves = ["2"]
    school.row("P1", "A", from: start, to: end) { row in
      row.wave = "1"
      row.measures = [0]
    }
    school.row("P1", "B", from: start, to: end) { row in
      row.wave = "2"
      row.measures = [0]
    }
    school.row("P1", "C", from: start, to: end) { $0.measures = [0] }
    school.interventions[2].isUniversal = true
    let list = EpisodeList(data: school.data, asOf: asOf)
    #expect(list.episodes.map(\.row) == [0])
    #expect(list.universal.map(\.row) == [1, 2])
  }

  @Test(
    "the status follows from the as-of date",
    arguments: [
      (-90, -1, .ended), (-90, 0, .ended), (-90, 1, .inProgress), (-90, nil, .inProgress),
      (0, nil, .inProgress), (0, 0, .ended), (1, 60, .planned), (1, nil, .planned),
    ] as [(Int, Int?, EpisodeStatus)]
  )
  func statusFollowsFromTheAsOfDate(start: Int, end: Int?, status: EpisodeStatus) {
    var school = school()
    school.row(
      "P1",
      from: asOf.advanced(by: start),
      to: end.map { asOf.advanced(by: $0) }
    ) { $0.measures = [0] }
    #expect(EpisodeList(data: school.data, asOf: asOf).episodes[0].status == status)
  }
}
