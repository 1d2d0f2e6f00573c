import Analysis
import ProvisionModel
import TestSupport
import Testing

/// KPI 5.1: the interventions of the academic year.
@Suite struct ProgrammeTests {
  private let asOf = day("2026-03-27")

  private func programmes(_ school: SchoolBuilder, term: String? = nil) -> [Programme] {
    let calendar = school.settings.terms
    return Evaluation(
      data: school.data, term: term.map { calendar.term(containing: day($0)) }, asOf: asOf
    ).further.programmes
  }

  private func names(_ school: SchoolBuilder, term: String? = nil) -> [String] {
    programmes(school, term: term).map { school.interventions[$0.intervention].name }
  }

  @Test("programmes that ran on a day of the year up to the term's last day are listed")
  func thoseThatRanOnADayOfTheYearUpToTheTermsLastDayAreListed() {
    var school = SchoolBuilder()
    for (name, start, end) in [
      ("Before", "2025-04-20", "2025-08-31"), ("First day", "2025-04-20", "2025-09-01"),
      ("Last day", "2025-12-31", "2026-02-01"), ("Spring", "2026-01-05", "2026-03-20"),
      ("Planned", "2026-04-10", "2026-07-01"),
    ] {
      school.row("P1", name, from: day(start), to: day(end))
    }
    school.row("P1", "Goes on", from: day("2025-01-05"), to: nil)
    #expect(
      names(school, term: "2026-02-01") == ["First day", "Goes on", "Last day", "Spring"])
    // Spring began after the autumn's last day; what ended later had begun.
    #expect(names(school, term: "2025-10-01") == ["First day", "Goes on", "Last day"])
  }

  @Test("texts of the provision map count once unless the settings give the evidence")
  func textsOfTheMapCountOnceUnlessTheSettingsSayWhatTheEvidenceIs() throws {
    var school = SchoolBuilder()
    for (index, text) in ["Trial", "Trial", "", "Review"].enumerated() {
      school.row("P\(index)", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.evidenceBase = text
        $0.wave = index == 3 ? "3" : "2"
        $0.areaOfNeed = "Cognition"
      }
    }
    let row = try #require(programmes(school).first)
    #expect(row.evidenceBase == ["Review", "Trial"] && !row.isEvidenceOfSettings)
    #expect(row.pupils == 4 && row.areasOfNeed == ["Cognition"])
    #expect(row.waves == ["2", "3"] && row.fewestPupilsOfAWave == 1)
    school.interventions[0].evidenceBase = "A named programme"
    let settled = try #require(programmes(school).first)
    #expect(settled.evidenceBase == ["A named programme"] && settled.isEvidenceOfSettings)
  }

  @Test("a text is shared where every row has it")
  func aTextIsSharedWhereEveryRowHasIt() throws {
    var school = SchoolBuilder()
    for index in 0..<3 {
      school.row("P\(index)", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.evidenceBase = "Trial"
      }
    }
    #expect(programmes(school).first?.pupilsSharingEvidence == 3)
    school.provision[1].evidenceBase = ""
    #expect(programmes(school).first?.pupilsSharingEvidence == 0)
    school.provision[1].evidenceBase = "Other"
    #expect(programmes(school).first?.pupilsSharingEvidence == 0)
  }

  @Test("universal provision is marked as such")
  func universalProvisionIsTold() throws {
    var school = SchoolBuilder()
    let measure = school.measure("Test")
    for (id, wave) in [("P1", "1"), ("P2", "2")] {
      school.row(id, "In part", from: day("2026-01-05"), to: day("2026-03-20")) {
        $0.wave = wave
        $0.measures = [measure]
      }
    }
    school.row("P1", "Whole class", from: day("2026-01-05"), to: nil) { $0.wave = "1" }
    let rows = programmes(school)
    #expect(rows.map(\.isUniversal) == [true, true])
    #expect(rows.map(\.isTargeted) == [true, false])
    #expect(rows.map(\.measures) == [[measure], []])
  }

  @Test("schools have rows of their own")
  func schoolsHaveRowsOfTheirOwn() {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    let (first, second) = (school.assistant("TB"), school.assistant("AA"))
    for (id, place, assistants) in [("P1", 0, [first, second]), ("P2", 1, [first])] {
      school.row(id, from: day("2026-01-05"), to: day("2026-03-20"), school: place) {
        $0.teachingAssistants = assistants
      }
    }
    let rows = programmes(school)
    #expect(rows.map(\.school) == [0, 1])
    #expect(rows.map(\.teachingAssistants) == [[second, first], [first]])
    #expect(rows.map(\.pupils) == [1, 1])
  }
}
