import Analysis
import ProvisionModel
import TestSupport
import Testing

/// METHOD §9: the size of the group while a row lasts.
@Suite struct GroupSizesTests {
  private let first = day("2025-09-01")

  /// Rows of the group `A`, from and to days after the first of September.
  private func sizes(_ spans: [(id: String, from: Int, to: Int?)]) -> [Int?] {
    var school = SchoolBuilder()
    for span in spans {
      school.row(
        span.id,
        from: first.advanced(by: span.from),
        to: span.to.map { first.advanced(by: $0) }
      ) { $0.group = "A" }
    }
    return sizes(school)
  }

  private func sizes(_ school: SchoolBuilder) -> [Int?] {
    var groups = GroupSizes(data: school.data)
    return school.provision.indices.map { groups.size(ofGroupOf: $0) }
  }

  @Test("rows with the same dates are a group")
  func rowsOfOneSpanAreAGroup() {
    #expect(sizes([("P1", 0, 70), ("P2", 0, 70), ("P3", 0, 70)]) == [3, 3, 3])
  }

  @Test("only pupils who share a day count")
  func onlyThoseWhoShareADayCount() {
    // P2 shares its first day with P1's last; P3 begins on the day after.
    #expect(sizes([("P1", 0, 30), ("P2", 30, 60), ("P3", 31, 60)]) == [2, 3, 2])
  }

  @Test("a row without an end shares all later days")
  func aRowThatGoesOnSharesAllLaterDays() {
    #expect(sizes([("P1", 0, nil), ("P2", 50, 60), ("P3", 40, nil)]) == [3, 3, 3])
    #expect(sizes([("P1", 20, nil), ("P2", 0, 19), ("P3", 0, 20)]) == [2, 2, 3])
  }

  @Test("a pupil counts once")
  func aPupilCountsOnce() {
    #expect(sizes([("P1", 0, 70), ("P2", 0, 30), ("P2", 31, 70)]) == [2, 2, 2])
  }

  @Test("groups are of one intervention and one school")
  func groupsAreOfOneInterventionAndOneSchool() {
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    let last = first.advanced(by: 70)
    for (id, name, place, group) in [
      ("P1", "Catch-up", 0, "A"), ("P2", "Catch-up", 0, "A"), ("P3", "Number", 0, "A"),
      ("P4", "Catch-up", 1, "A"), ("P5", "Catch-up", 0, "B"), ("P6", "Catch-up", 0, ""),
    ] {
      school.row(id, name, from: first, to: last, school: place) { $0.group = group }
    }
    #expect(sizes(school) == [2, 2, 1, 1, 1, nil])
  }
}
