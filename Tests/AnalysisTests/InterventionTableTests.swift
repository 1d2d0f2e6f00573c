import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// KPI 5.5.
@Suite struct InterventionTableTests {
  private let asOf = day("2026-03-27")

  private func rows(_ school: SchoolBuilder, term: String? = nil) -> [InterventionProgress] {
    let calendar = school.settings.terms
    return Evaluation(data: school.data, term: term.flatMap { calendar.term(id: $0) }, asOf: asOf)
      .interventions
  }

  /// Adds a pupil's row with two scores of its own on the first measure.
  private func add(
    _ id: String,
    _ name: String = "Catch-up",
    to school: inout SchoolBuilder,
    from start: String,
    to end: String?,
    _ first: Double = 80,
    _ last: Double? = 85,
    place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(id, name, from: day(start), to: end.map { day($0) }, school: place) { row in
      row.measures = [0]
      row.entryScores = [.cell(first)]
      if let last { row.exitScores = [.cell(last)] }
      change(&row)
    }
  }

  private func empty() -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    return school
  }

  @Test("each period pools its episodes")
  func eachPeriodPoolsItsEpisodes() {
    var school = empty()
    add("P1", to: &school, from: "2025-01-06", to: "2025-03-28", 80, 81)
    add("P1", to: &school, from: "2025-09-08", to: "2025-12-12", 80, 83)
    add("P2", to: &school, from: "2026-01-05", to: "2026-03-20", 80, 88)
    add("P3", to: &school, from: "2026-01-05", to: nil)
    add("P4", to: &school, from: "2026-01-05", to: "2026-07-10")
    add("P5", to: &school, from: "2026-04-20", to: "2026-07-10")
    let rows = rows(school)
    #expect(rows.map(\.period) == [.term, .year, .all])
    #expect(rows.map(\.started) == [1, 2, 3])
    #expect(rows.map(\.pupils) == [1, 2, 2])
    #expect(rows.map(\.progress.paired) == [1, 2, 3])
    #expect(rows.map(\.pupilsPaired) == [1, 2, 2])
    // Gains 8; 3 and 8; 1, 3 and 8.
    #expect(rows.map(\.progress.meanGain) == [8, 5.5, 4])
    // P3 and P4 are under way in any period; P5 is to come.
    #expect(rows.map(\.inProgress) == [2, 2, 2])
    #expect(rows.map(\.pupilsInProgress) == [2, 2, 2])
  }

  @Test("an intervention with only episodes under way has rows")
  func anInterventionThatIsOnlyUnderWayHasRows() {
    var school = empty()
    add("P3", to: &school, from: "2026-01-05", to: nil)
    let rows = rows(school)
    #expect(rows.map(\.started) == [0, 0, 0])
    #expect(rows.map(\.inProgress) == [1, 1, 1])
    #expect(rows.allSatisfy { $0.attrition == nil && $0.dose.attendance == nil })
  }

  @Test("an intervention that ended earlier has rows of longer periods only")
  func oneThatEndedEarlierHasRowsOfLongerPeriodsOnly() {
    var school = empty()
    add("P1", to: &school, from: "2025-09-08", to: "2025-12-12")
    add("P2", "Number", to: &school, from: "2024-09-08", to: "2024-12-12")
    add("P3", "Planned", to: &school, from: "2026-04-20", to: nil)
    #expect(
      rows(school).map {
        "\($0.period.rawValue) \(school.interventions[$0.intervention ?? -1].name)"
      }
        == ["year Catch-up", "all Catch-up", "all Number"]
    )
  }

  @Test("attrition is that of the ended episodes")
  func attritionIsOfTheEndedEpisodes() throws {
    var school = empty()
    add("P1", to: &school, from: "2026-01-05", to: "2026-03-20")
    add("P2", to: &school, from: "2026-01-05", to: "2026-03-20", 80, nil)
    add("P3", to: &school, from: "2026-01-05", to: "2026-03-20") { row in
      row.entryScores = [.cell(70, .below)]
    }
    add("P4", to: &school, from: "2026-01-05", to: "2026-03-20")
    add("P5", to: &school, from: "2026-01-05", to: nil)
    let row = try #require(rows(school).first)
    #expect(row.started == 4)
    #expect(row.progress.paired == 2)
    #expect(row.pupilsPaired == 2)
    #expect(row.censored == 1)
    // 1 − 2 ÷ 4
    #expect(row.attrition == 0.5)
  }

  @Test("several schools are also taken together")
  func severalSchoolsAreAlsoTakenTogether() {
    var school = empty()
    school.schools = ["North", "South"]
    add("P1", to: &school, from: "2026-01-05", to: "2026-03-20", 80, 82, place: 0)
    add("P1", to: &school, from: "2026-01-05", to: "2026-03-20", 80, 86, place: 1)
    let rows = rows(school).filter { $0.period == .term }
    #expect(rows.map(\.scope) == [.school(0), .school(1), .all])
    #expect(rows.map(\.pupils) == [1, 1, 2])
    #expect(rows.map(\.progress.meanGain) == [2, 6, 4])
  }

  @Test("a school with the id all is not taken for all schools together")
  func aSchoolMayBeCalledAll() throws {
    var school = empty()
    school.schools = ["North", "all"]
    for (id, last, place) in [("P1", 80.0, 0), ("P2", 80, 0), ("P3", 90, 1), ("P4", 90, 1)] {
      add(id, to: &school, from: "2026-01-05", to: "2026-03-20", 80, last, place: place)
    }
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    let rows = evaluation.interventions.filter { $0.period == .term }
    let gains = Dictionary(uniqueKeysWithValues: rows.map { ($0.scope, $0.progress.meanGain) })
    #expect(gains == [.school(0): 0, .school(1): 10, .all: 5])
    // Each school's recommendation rests on its own row.
    #expect(evaluation.recommendations.map { $0.row?.scope } == [.school(0), .school(1)])
  }

  @Test("a single school has no row for all schools")
  func aSchoolByItselfHasNoRowOfAll() {
    var school = empty()
    add("P1", to: &school, from: "2026-01-05", to: "2026-03-20")
    #expect(rows(school).map(\.scope) == Array(repeating: .school(0), count: 3))
  }

  @Test("rows come in the order of Unicode scalars")
  func rowsComeInTheOrderOfUnicodeScalars() {
    var school = empty()
    school.schools = ["north", "Zeta"]
    _ = school.measure("Écoute")
    _ = school.measure("Zahlen")
    _ = school.measure("ability")
    for (name, place) in [("b", 0), ("B", 0), ("a", 1)] {
      add("P1", name, to: &school, from: "2026-01-05", to: "2026-03-20", place: place)
    }
    add("P2", "B", to: &school, from: "2026-01-05", to: "2026-03-20") { $0.measures = [1, 2, 3] }
    let found = rows(school).filter { $0.period == .term }.map {
      "\(school.data.name(of: $0.scope)) \(school.interventions[$0.intervention ?? -1].name) "
        + ($0.measure.map { school.measures[$0].name } ?? "")
    }
    #expect(
      found == [
        "Zeta a Reading",
        "all B Reading", "all B Zahlen", "all B ability", "all B Écoute",
        "all a Reading", "all b Reading",
        "north B Reading", "north B Zahlen", "north B ability", "north B Écoute",
        "north b Reading",
      ]
    )
  }

  @Test("universal provision is counted and not evaluated")
  func universalProvisionIsCountedAndNotEvaluated() throws {
    var school = empty()
    school.score("P1", 0, on: day("2026-01-05"), 80)
    school.score("P1", 0, on: day("2026-03-20"), 85)
    add("P1", to: &school, from: "2026-01-05", to: "2026-03-20") { $0.wave = "1" }
    add("P2", to: &school, from: "2026-01-05", to: "2026-03-20", 80, 87)
    let rows = rows(school).filter { $0.period == .term }
    #expect(rows.map(\.measure) == [nil, 0])
    #expect(rows.map(\.started) == [1, 1])
    #expect(rows.map(\.progress.paired) == [0, 1])
    #expect(rows.map(\.progress.meanGain) == [nil, 7])
    #expect(rows.map(\.attrition) == [nil, 0])
  }

  @Test("figures of a measure use its kind and the settings")
  func figuresOfAMeasureUseItsKindAndTheSettings() throws {
    var school = SchoolBuilder()
    _ = school.measure("Age", .age)
    school.settings.thresholds.ratioBands = [0.5, 1, 8, 9]
    // 487 days are 16 months: 48 months gained make a ratio of 3.
    school.row("P1", from: day("2024-09-02"), to: day("2026-01-02")) { row in
      row.measures = [0]
      row.entryScores = [
        RawScore(shape: .age, value: 80, censoring: .none, text: "6:08")
      ]
      row.exitScores = [
        RawScore(shape: .age, value: 128, censoring: .none, text: "10:08")
      ]
    }
    let row = try #require(rows(school).first)
    #expect(row.progress.ratioGain == 3)
    #expect(row.progress.ratioBand == .useful)
  }
}
