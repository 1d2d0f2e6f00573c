import Analysis
import ProvisionModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct StaffCodesTests {
  private let names = (1...12).map { "Person \($0 < 10 ? "0" : "")\($0)" }

  /// Twelve TAs with a group each, in the order of their names or the other way round.
  private func school(digest: String, isReversed: Bool = false) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    school.digest = digest
    for name in isReversed ? names.reversed() : names {
      let assistant = school.assistant(name)
      school.spring("P of \(name)") { row in
        row.teachingAssistants = [assistant]
        row.group = "Group of \(name)"
      }
    }
    return school
  }

  private func codes(_ school: SchoolBuilder) -> [String] {
    let codes = StaffCodes(data: school.data)
    return names.map { codes.code(ofTA: $0, school: "school") }
  }

  @Test("the same files give the same codes")
  func sameFilesGiveTheSameCodes() {
    #expect(codes(school(digest: "d1")) == codes(school(digest: "d1")))
    #expect(
      StaffCodes(data: school(digest: "d1").data).entries
        == StaffCodes(data: school(digest: "d1").data).entries
    )
  }

  @Test("another provision map gives other codes")
  func anotherProvisionMapGivesOthers() {
    #expect(codes(school(digest: "d1")) != codes(school(digest: "d2")))
  }

  /// run.json has the map's hash: whoever knows that and the names must not know the codes.
  @Test("the provision map's hash alone does not reveal the codes")
  func theMapsHashAloneDoesNotTellThem() {
    var other = school(digest: "d1")
    other.pupils[0].id = "somebody else"
    #expect(codes(school(digest: "d1")) != codes(other))
  }

  @Test("codes follow neither the names nor the file")
  func codesFollowNeitherTheNamesNorTheFile() {
    // Of 12! orders, one is the alphabet's and one its reverse.
    for digest in ["d1", "d2", "d3"] {
      let codes = codes(school(digest: digest))
      #expect(codes != codes.sorted())
      #expect(codes != codes.sorted().reversed())
      #expect(codes == self.codes(school(digest: digest, isReversed: true)))
    }
  }

  @Test("each has a code of its own")
  func eachHasOneOfItsOwn() {
    let codes = StaffCodes(data: school(digest: "d1").data)
    let expected = (1...12).map { "TA-\($0 < 10 ? "0" : "")\($0)" }
    #expect(codes.entries.filter { $0.kind == .teachingAssistant }.map(\.code) == expected)
    let groups = (1...12).map { "G-\($0 < 10 ? "0" : "")\($0)" }
    #expect(codes.entries.filter { $0.kind == .group }.map(\.code) == groups)
    #expect(Set(self.codes(school(digest: "d1"))).count == 12)
  }

  @Test("groups of one name in two interventions and schools differ")
  func groupsOfOneNameInTwoInterventionsAndSchoolsDiffer() {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Reading")
    let assistant = school.assistant("TB")
    for (name, place) in [("One", 0), ("Two", 0), ("One", 1)] {
      school.spring("P1", name, school: place) { row in
        row.group = "A"
        row.teachingAssistants = [assistant]
      }
    }
    let codes = StaffCodes(data: school.data)
    let groups = [("One", "North"), ("Two", "North"), ("One", "South")].map {
      codes.code(ofGroup: "A", intervention: $0.0, school: $0.1)
    }
    #expect(Set(groups) == ["G-01", "G-02", "G-03"])
    let assistants = ["North", "South"].map { codes.code(ofTA: "TB", school: $0) }
    #expect(Set(assistants) == ["TA-01", "TA-02"])
  }

  @Test("codes.csv tells the SENCo who is who")
  func codesCsvTellsTheSENCoWhoIsWho() {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("=TB")
    school.spring("P1") { row in
      row.group = "A"
      row.teachingAssistants = [assistant]
    }
    #expect(
      CodeFigures.table.csv(pack(.senco, of: school)).map(text) == """
        unit_kind,code,school,name,intervention\r
        ta,TA-01,school,'=TB,\r
        ta-group,G-01,school,A,Catch-up\r

        """
    )
  }
}
