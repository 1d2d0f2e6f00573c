import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Headings of well-known exports")
struct AliasTests {
  private let upn = "G823432106001"

  @Test("of SIMS are known in all files")
  func sims() async throws {
    let result = try await Fixture.read("headings-of-sims")
    let pupil = try #require(result.data.pupils.first)
    #expect(result.data.pupils.count == 1)
    #expect(pupil.name == "Okafor, Amina")
    #expect([pupil.yearGroup, pupil.senStatus, pupil.pupilPremium] == ["4", "K", "Y"])
    #expect(try result.values(of: pupil.id, on: "NGRT SAS") == [92])
    #expect(try result.days(of: pupil.id, on: "NGRT SAS") == ["2025-09-10"])
    #expect(result.spells == ["\(pupil.id) Catch-up 2025-09-15"])
    #expect(result.findings.allSatisfy { $0.severity == .note })
  }

  @Test("of Arbor are known in all files")
  func arbor() async throws {
    let result = try await Fixture.read("headings-of-arbor")
    let pupil = try #require(result.data.pupils.first)
    #expect(pupil.id == "8812")
    #expect(pupil.name == "Okafor, Amina")
    #expect(
      [pupil.yearGroup, pupil.senStatus, pupil.primaryNeed, pupil.pupilPremium]
        == ["4", "K", "MLD", "Y"]
    )
    #expect(try result.values(of: "8812", on: "Reading") == [31])
    #expect(result.spells == ["8812 Catch-up 2025-09-15 2025-12-12"])
    #expect(result.staffOfRows == [["Jo Hughes"]])
    #expect(result.data.provision.first?.sessionsAttended == 20)
    #expect(result.findings.isEmpty)
  }

  @Test("of NFER are known, and a standardised score is one whatever the test is called")
  func nfer() async throws {
    let result = try await Fixture.read("headings-of-nfer")
    let test = "NFER Reading Year 4 Autumn"
    #expect(try result.values(of: upn, on: test) == [92])
    #expect(try result.days(of: upn, on: test) == ["2025-09-10"])
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
    #expect(try result.measure(test).kind == .standardised)
  }

  @Test("of GL are known, and SAS without a test is the measure")
  func gl() async throws {
    let result = try await Fixture.read("headings-of-gl")
    #expect(try result.values(of: upn, on: "SAS") == [92])
    #expect(try result.measure("SAS").kind == .standardised)
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
  }

  @Test("of the DfE's pupil premium list are known")
  func pupilPremium() async throws {
    let result = try await Fixture.read("headings-of-the-dfe-pupil-premium-list")
    let pupil = try #require(result.data.pupils.first)
    #expect(pupil.id == upn)
    #expect([pupil.name, pupil.yearGroup, pupil.pupilPremium] == ["Okafor, Amina", "4", "Y"])
    #expect(result.data.assessments.count == 1)
  }

  @Test("of provision map products are known, with what people type below them")
  func provisionMap() async throws {
    let result = try await Fixture.read("headings-of-a-provision-map-product")
    let row = try #require(result.data.provision.first)
    #expect(result.spells == ["\(upn) Catch-up 2025-09-15 2025-12-19"])
    #expect([row.areaOfNeed, row.wave, row.group] == ["Cognition and Learning", "2", "Owls"])
    #expect(row.outcomeRating == "As expected")
    #expect(row.minutesPerSession == 30)
    #expect(row.sessionsPerWeek == 3)
    #expect(row.cost == 1040)
    #expect(result.staffOfRows == [["Hughes, Jo", "Patel, Ravi"]])
    #expect(
      [row.entryScores, row.targetScores, row.exitScores].map { $0.unreadCells.first?.value }
        == [90, 96, 95])
    #expect(result.marks == ["provision-map.csv:1 note unknown-column"])
    #expect(result.findings.first?.value == "Type")
  }
}

@Suite("Columns that may be several things, or none")
struct DoubtfulColumnTests {
  private static let scores =
    "layout: {tracking: {scores: [{heading: \"SAS\", measure: \"{measure} SAS\"}, "
    + "{heading: \"Reading Age\", measure: \"{measure} Reading Age\"}]}}"

  @Test("Two columns of scores make the file unusable; the hint says how to tell them apart")
  func twoScores() async throws {
    let refusal = try await Fixture.refusal(of: "two-columns-that-may-be-the-score-of-a-test")
    #expect(refusal.reason == .data)
    #expect(refusal.marks == ["tracking.csv:1:4 error ambiguous-column"])
    let finding = try #require(refusal.findings.first)
    #expect(finding.message == "each of the columns \"SAS\", \"Reading Age\" may be the score")
    #expect(finding.hint.contains("columns: {tracking: {score: \"SAS\"}}"))
    #expect(finding.hint.contains(Self.scores))
  }

  @Test("Both settings that the hint for two columns of scores names are taken")
  func hintIsTrue() async throws {
    for (yaml, measures) in [
      ("columns: {tracking: {score: \"SAS\"}}", ["NGRT"]),
      (
        Self.scores, ["NGRT SAS", "NGRT Reading Age"]
      ),
    ] {
      let folder = try TemporaryFolder()
      try folder.copy(
        Fixture.path("two-columns-that-may-be-the-score-of-a-test"), as: "school")
      try folder.write("school/school.yml", yaml + "\n")
      let result = try await SchoolReader(folder: folder.path(of: "school")).read()
      #expect(!result.findings.contains { $0.code == .ambiguousColumn })
      #expect(result.data.measures.map(\.name) == measures)
      #expect(result.data.assessments.count == measures.count)
    }
  }

  @Test("Two columns of scores that name what they measure need no column of measures")
  func twoScoresWithoutMeasure() async throws {
    let refusal = try await Fixture.refusal(of: "two-columns-that-may-be-the-score")
    #expect(refusal.reason == .data)
    #expect(refusal.marks.contains("tracking.csv:1:3 error ambiguous-column"))
    #expect(refusal.marks == ["tracking.csv:1:3 error ambiguous-column"])
  }

  @Test("Two optional columns that may be one are told, and neither is read")
  func optional() async throws {
    let result = try await Fixture.read("two-optional-columns-in-doubt")
    #expect(result.marks == ["provision-map.csv:1:4 warning ambiguous-column"])
    #expect(result.data.provision.map(\.group) == [""])
    #expect(
      result.findings.first?.hint
        == "say which in school.yml: columns: {provision-map: {group: \"Group Name\"}}"
    )
  }

  @Test("An optional heading that stands twice is told, and neither column is read")
  func duplicateOptional() async throws {
    let result = try await Fixture.read("duplicate-optional-heading")
    #expect(result.marks == ["provision-map.csv:1:6 warning duplicate-column"])
    #expect(result.data.provision.map(\.group) == [""])
    #expect(result.data.provision.map(\.cost) == [40])
  }

  @Test("Columns that are not used are told in one note")
  func unknown() async throws {
    let result = try await Fixture.read("many-unknown-columns")
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
    #expect(
      result.findings.first?.message
        == "4 columns are not used: \"House\", \"Bus Route\", \"Lunch Plan\", \"Tutor\""
    )
  }

  @Test("What personal columns hold is neither in the model nor in a finding")
  func personal() async throws {
    let result = try await Fixture.read("personal-columns")
    #expect(result.findings.allSatisfy { $0.severity == .note })
    var everything = ""
    dump(result.data, to: &everything)
    dump(result.findings, to: &everything)
    #expect(everything.contains("Amina Okafor"))
    #expect(everything.contains("Jo Hughes"))
    #expect(!everything.contains("SECRET"))
  }

  @Test("A date of birth is not taken for the date of a score")
  func dateOfBirth() async throws {
    let result = try await Fixture.read("date-of-birth-beside-the-date")
    #expect(try result.days(of: "P1", on: "Reading") == ["2025-09-10"])
    #expect(result.marks == ["tracking.csv:1 note unknown-column"])
  }
}
