import Diagnostics
import Ingestion
import ProvisionModel
import TestSupport
import Testing

@Suite("Pupils whom files name in different ways")
struct PupilIdentityTests {
  private let upn = "G823432106001"

  @Test("A UPN whose check letter is wrong is told, and used")
  func checkLetter() async throws {
    let result = try await Fixture.read("wrong-check-letter")
    #expect(result.marks == ["pupils.csv:2:1 warning upn"])
    #expect(result.findings.first?.message.contains("should be G") == true)
    #expect(try result.values(of: "A823432106001", on: "Reading") == [10])
    #expect(result.spells == ["A823432106001 Catch-up 2025-09-15"])
  }

  @Test("Admission numbers that have lost their zeros are those of the pupils file")
  func withoutZeros() async throws {
    let result = try await Fixture.read("admission-numbers-without-their-zeros")
    #expect(result.data.pupils.map(\.id) == ["001234", "005678"])
    #expect(try result.values(of: "001234", on: "Reading") == [10])
    #expect(result.spells == ["001234 Catch-up 2025-09-15"])
    #expect(
      result.marks
        == ["tracking.csv warning joined-pupils", "provision-map.csv warning joined-pupils"]
    )
  }

  @Test("Where two pupils may be meant, neither gets the score")
  func ambiguousZeros() async throws {
    let result = try await Fixture.read("admission-numbers-without-their-zeros-ambiguous")
    #expect(result.marks == ["tracking.csv:2:1 error ambiguous-pupil"])
    #expect(result.findings.first?.value == "1234")
    #expect(try result.values(of: "001234", on: "Reading").isEmpty)
    #expect(try result.values(of: "01234", on: "Reading").isEmpty)
    #expect(try result.values(of: "05678", on: "Reading") == [10])
  }

  @Test("UPNs in one file and admission numbers in another are joined by the pupils file")
  func upnAndAdmissionNumber() async throws {
    let result = try await Fixture.read("upn-here-and-admission-number-there")
    #expect(result.data.pupils.map(\.id) == [upn])
    #expect(try result.values(of: upn, on: "Reading") == [10])
    #expect(result.spells == ["\(upn) Catch-up 2025-09-15"])
    #expect(result.findings.allSatisfy { $0.severity == .note && $0.code == .joinedPupils })
    #expect(result.marks == ["provision-map.csv note joined-pupils"])
  }

  @Test("Where the UPN is empty, the admission number of the row is used")
  func emptyUPN() async throws {
    let result = try await Fixture.read("admission-number-where-the-upn-is-empty")
    #expect(result.data.pupils.map(\.id) == [upn, "1235"])
    #expect(try result.values(of: upn, on: "Reading") == [10])
    #expect(try result.values(of: "1235", on: "Reading") == [11])
    #expect(result.marks.contains("tracking.csv:4:1 error empty-cell"))
    #expect(result.spells == ["\(upn) Catch-up 2025-09-15", "1235 Catch-up 2025-09-15"])
  }

  @Test("UPNs in small letters or with a space are the same UPNs")
  func spelling() async throws {
    let result = try await Fixture.read("upns-in-small-letters-and-with-spaces")
    #expect(result.data.pupils.map(\.id) == [upn])
    #expect(try result.values(of: upn, on: "Reading") == [10])
    #expect(result.spells == ["\(upn) Catch-up 2025-09-15"])
    #expect(
      result.marks == ["tracking.csv note joined-pupils", "provision-map.csv note joined-pupils"])
  }

  @Test("Formulas and apostrophes that keep the zeros of a number are no part of it")
  func formulas() async throws {
    let result = try await Fixture.read("formulas-that-keep-the-zeros")
    #expect(result.data.pupils.map(\.id) == ["001234"])
    #expect(try result.values(of: "001234", on: "Reading") == [10])
    #expect(result.findings.allSatisfy { $0.severity == .note })
  }

  @Test("A formula without quotes around it is read, too")
  func bareFormula() async throws {
    let result = try await Fixture.read("formulas-that-keep-the-zeros-without-quotes")
    #expect(result.marks == [])
    #expect(try result.values(of: "001234", on: "Reading") == [10])
    #expect(try result.values(of: "P1", on: "Reading") == [11])
  }

  @Test("Names are joined with the pupils file in either order, and told")
  func names() async throws {
    let result = try await Fixture.read("pupils-by-name")
    let ben = "W823432106002"
    #expect(result.data.pupils.map(\.id) == [upn, ben])
    #expect(try result.values(of: upn, on: "Reading") == [10])
    #expect(try result.values(of: ben, on: "Reading") == [11])
    #expect(result.spells == ["\(upn) Catch-up 2025-09-15", "\(ben) Catch-up 2025-09-15"])
    #expect(
      result.marks
        == ["tracking.csv warning joined-pupils", "provision-map.csv warning joined-pupils"]
    )
  }

  @Test("A name that two pupils have is told, and given to neither")
  func ambiguousName() async throws {
    let result = try await Fixture.read("pupils-by-a-name-that-two-have")
    #expect(result.marks.contains("provision-map.csv:2:1 error ambiguous-pupil"))
    #expect(
      result.spells == ["K823432106003 Catch-up 2025-09-15"])
    #expect(try result.values(of: upn, on: "Reading") == [10])
    #expect(!result.findings.contains { $0.code == .pupilNotListed })
  }

  @Test("Names are the same in either order without a pupils file, too")
  func namesWithoutList() async throws {
    let result = try await Fixture.read("pupils-by-name-without-a-pupils-file")
    #expect(result.data.assessments.count == 1)
    #expect(result.data.pupils.count == 1)
  }

  @Test("A name in two columns names a pupil in tracking, too")
  func surnameAndForename() async throws {
    let result = try await Fixture.read("surname-and-forename-in-tracking")
    #expect(try result.values(of: upn, on: "Reading") == [10])
  }
}
