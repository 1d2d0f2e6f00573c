import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

/// kpi-5.1-programmes.csv of the governors' pack.
@Suite struct ReleasedProgrammesTests {
  /// So many pupils of Catch-up, whose rows carry a text, a wave and a TA.
  private func school(pupils: Int, evidence: String = "Trial") -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("Mrs Brown", "TA2")
    for index in 0..<pupils {
      school.spring("P\(index)") { row in
        row.evidenceBase = evidence
        row.wave = "2"
        row.areaOfNeed = "Cognition"
        row.teachingAssistants = [assistant]
      }
    }
    return school
  }

  private func row(_ school: SchoolBuilder, _ pack: Pack = .governors) throws
    -> [String: TableCell]
  {
    try #require(rows(ProgrammeFigures.table, pack, of: school).first)
  }

  @Test("the governors' table names neither TAs nor numbers")
  func namesNeitherTAsNorNumbers() throws {
    let table = ProgrammeFigures.table
    #expect(
      headings(table, .governors) == [
        "school", "intervention", "provision", "evidence_base", "measures", "waves",
      ])
    let file = try #require(table.csv(pack(.governors, of: school(pupils: 6))))
    #expect(!text(file).contains("Brown"))
    let senco = try row(school(pupils: 6), .senco)
    #expect(senco["tas"] == .freeText("Mrs Brown") && senco["pupils"] == .whole(6))
    #expect(senco["areas_of_need"] == .freeText("Cognition"))
  }

  @Test("a text of the map needs enough pupils who share it")
  func aTextOfTheMapNeedsEnoughPupilsWhoShareIt() throws {
    let enough = try row(school(pupils: 5))
    #expect(enough["evidence_base"] == .freeText("Trial") && enough["waves"] == .freeText("2"))
    let few = try row(school(pupils: 4))
    #expect(few["evidence_base"] == .suppressed && few["waves"] == .suppressed)
    #expect(few["measures"] == .freeText("Reading"))
    #expect(try row(school(pupils: 4), .senco)["evidence_base"] == .freeText("Trial"))
    var apart = school(pupils: 12)
    apart.provision[3].evidenceBase = "Asked for by Dr Hill for Sam"
    apart.provision[3].wave = "3"
    let mixed = try row(apart)
    #expect(mixed["evidence_base"] == .suppressed && mixed["waves"] == .suppressed)
    apart.provision[3].evidenceBase = ""
    #expect(try row(apart)["evidence_base"] == .suppressed)
  }

  @Test("what the settings say is shown of few pupils too")
  func whatTheSettingsSayIsShownOfFewPupilsToo() throws {
    var school = school(pupils: 2)
    school.interventions[0].evidenceBase = "A named programme"
    #expect(try row(school)["evidence_base"] == .freeText("A named programme"))
  }

  @Test("the minimum is that of the rules")
  func theMinimumIsThatOfTheRules() throws {
    var school = school(pupils: 9)
    school.settings.disclosure.minimumPupils = 10
    #expect(try row(school)["evidence_base"] == .suppressed)
  }

  @Test("universal provision is named as such and has no measures")
  func universalProvisionIsNamedAsSuchAndHasNoMeasures() throws {
    var school = school(pupils: 6)
    for index in school.provision.indices { school.provision[index].wave = "1" }
    let row = try row(school)
    #expect(row["provision"] == .text("universal") && row["measures"] == .notApplicable)
    #expect(text(pages(.governors, of: school).main).contains("Catch-up: universal provision"))
  }

  @Test("sentences tell which have no evidence base")
  func sentencesTellWhichHaveNoEvidenceBase() throws {
    var school = school(pupils: 6)
    school.spring("P1", "Number") { $0.teachingAssistants = [0] }
    let kpi = try #require(ProgrammeFigures.table.section(pages(.governors, of: school)))
    #expect(
      kpi.sentences.map(\.plain) == [
        "In the school year so far 1 of 2 interventions has a named evidence base.",
        "None is named for Number.",
      ])
    #expect(
      rows(ProgrammeFigures.table, .governors, of: school).map { $0["evidence_base"] } == [
        .freeText("Trial"), .absent,
      ])
  }

  @Test("schools are told apart")
  func schoolsAreToldApart() throws {
    var school = school(pupils: 6)
    school.schools = ["North", "South"]
    school.spring("P1", school: 1) { $0.teachingAssistants = [0] }
    let kpi = try #require(ProgrammeFigures.table.section(pages(.governors, of: school)))
    #expect(
      rows(ProgrammeFigures.table, .governors, of: school).map { $0["school"] } == [
        .freeText("North"), .freeText("South"),
      ])
    #expect(kpi.sentences.last?.plain == "None is named for Catch-up (South).")
  }
}
