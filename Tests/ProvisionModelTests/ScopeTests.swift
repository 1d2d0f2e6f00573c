import ProvisionModel
import TestSupport
import Testing

/// One school, or all of them together.
@Suite struct ScopeTests {
  private func data(_ schools: String...) -> SchoolData {
    var school = SchoolBuilder()
    school.schools = schools
    return school.data
  }

  @Test("a scope is printed as the school's id, and all schools as all")
  func names() {
    let data = data("North", "South")
    #expect(data.name(of: .school(1)) == "South")
    #expect(data.name(of: .all) == "all")
  }

  @Test("only several schools are taken together")
  func severalSchoolsAreTakenTogether() {
    #expect(data("North").scopesOfSchools == [[.school(0)]])
    #expect(data("North").widestScope == .school(0))
    #expect(
      data("North", "South").scopesOfSchools == [[.school(0), .all], [.school(1), .all]])
    #expect(data("North", "South").widestScope == .all)
  }
}
