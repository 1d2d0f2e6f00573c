import ProvisionModel
import Simulation
import TestSupport
import Testing

@Suite struct PupilsTests {
  @Test("ids are unique and short")
  func idsAreUniqueAndShort() throws {
    let ids = try table(SampleSchool.files()[.pupils]).compactMap { $0["pupil_id"] }
    #expect(Set(ids).count == 420)
    #expect(ids.allSatisfy { $0.utf8.count == 6 && $0.hasPrefix("A") })
  }

  @Test("dates of birth fit the year group")
  func datesOfBirthFitTheYearGroup() throws {
    // Pupils of Reception in 2025-26 turn five between September 2025 and August 2026.
    for row in try table(SampleSchool.files()[.pupils]) {
      let birth = try #require(Day(iso: row["date_of_birth"] ?? "")).civil
      let year = row["year_group"] == "R" ? 0 : try #require(Int(row["year_group"] ?? ""))
      let cohort = birth.month >= 9 ? birth.year : birth.year - 1
      #expect(cohort == 2020 - year)
    }
  }

  @Test("year groups and classes are of plausible size")
  func yearGroupsAndClassesAreOfPlausibleSize() throws {
    let rows = try table(SampleSchool.files()[.pupils])
    for year in ["R", "1", "2", "3", "4", "5", "6"] {
      #expect(rows.count { $0["year_group"] == year } == 60)
      #expect(rows.count { $0["class"] == year + "A" } == 30)
    }
  }

  @Test("characteristics have the shares of English primary schools")
  func characteristicsHaveTheSharesOfEnglishPrimarySchools() throws {
    let rows = try table(files(of: plan(pupils: 2100, terms: 1))[.pupils])
    func share(_ column: String, _ value: String) -> Double {
      Double(rows.count { $0[column] == value }) / Double(rows.count)
    }
    #expect((0.13...0.15).contains(share("sen_status", "K")))
    #expect((0.04...0.05).contains(share("sen_status", "E")))
    #expect((0.2...0.28).contains(share("pupil_premium", "Y")))
    #expect((0.15...0.27).contains(share("eal", "Y")))
    #expect((0.003...0.02).contains(share("looked_after", "Y")))
    #expect((0.47...0.55).contains(share("sex", "M")))
    let needs = rows.filter { $0["primary_need"] != "" }
    #expect(needs.allSatisfy { $0["sen_status"] != "N" })
    #expect(needs.count == rows.count { $0["sen_status"] != "N" })
    for need in ["SLCN", "SEMH", "MLD", "SPLD", "ASD"] {
      #expect(
        Double(rows.count { $0["primary_need"] == need }) > 0.06 * Double(needs.count),
        "\(need)"
      )
    }
  }

  @Test("pupils with SEN score lower on average")
  func pupilsWithSENScoreLowerOnAverage() throws {
    let files = try files(of: plan(pupils: 700, terms: 1))
    let status = try table(files[.pupils]).reduce(into: [String: String]()) {
      $0[$1["pupil_id"] ?? ""] = $1["sen_status"]
    }
    var scores: (with: [Double], without: [Double]) = ([], [])
    for row in try table(files[.tracking]) where row["measure"] == "PiM standardised maths" {
      guard let score = Double(row["score"] ?? "") else { continue }
      if status[row["pupil_id"] ?? ""] == "N" {
        scores.without.append(score)
      } else {
        scores.with.append(score)
      }
    }
    #expect(mean(scores.with) < mean(scores.without) - 8)
  }

  @Test("some pupils join and leave, and Reception joins in autumn")
  func someJoinAndLeaveAndReceptionJoinsInAutumn() throws {
    let school = SimulatedSchool(plan: try plan())
    let pupils = school.roll.pupils
    #expect(pupils.contains { $0.year > 1 && $0.joined > 1 })
    #expect(pupils.contains { $0.left < school.calendar.last })
    let autumn = try #require(school.calendar.terms.firstIndex { $0.id == "2025-26-autumn" })
    #expect(pupils.allSatisfy { $0.year > 0 || $0.joined >= autumn })
    #expect(pupils.allSatisfy { $0.joined <= $0.left })
  }

  @Test("a tiny school can be made")
  func aTinySchoolCanBeMade() throws {
    for count in 1...8 {
      let rows = try table(files(of: plan(pupils: count, terms: 7))[.pupils])
      #expect(rows.count == count)
    }
  }
}
