import ProvisionModel
import Simulation
import Testing

@Suite struct SchoolExportTests {
  @Test("the same seed gives the same bytes")
  func sameSeedGivesTheSameBytes() throws {
    #expect(try files(of: plan(pupils: 140)) == files(of: plan(pupils: 140)))
  }

  @Test("another seed gives other pupils and scores")
  func anotherSeedGivesOtherPupilsAndScores() throws {
    let first = try files(of: plan(pupils: 140))
    let second = try files(of: plan(pupils: 140, seed: 2))
    #expect(first[.pupils] != second[.pupils])
    #expect(first[.tracking] != second[.tracking])
  }

  @Test("counts are those of the rows")
  func countsAreThoseOfTheRows() throws {
    let counts = try SchoolExport(plan: plan(pupils: 140)).write { _ in { _ in } }
    let files = try files(of: plan(pupils: 140))
    #expect(counts.pupils == 140)
    #expect(try table(files[.pupils]).count == 140)
    #expect(try table(files[.tracking]).count == counts.assessments)
    #expect(try table(files[.provisionMap]).count == counts.episodes)
  }

  @Test("there are at least five scores for each pupil and term")
  func thereAreFiveScoresOrMoreAPupilAndTerm() throws {
    let counts = try SchoolExport(plan: plan(terms: 8)).write { _ in { _ in } }
    #expect(counts.assessments >= 5 * 420 * 8)
  }

  @Test("columns are the canonical ones")
  func columnsAreTheCanonicalOnes() throws {
    let files = try files(of: plan(pupils: 30, terms: 2))
    func header(_ file: SchoolExport.File) throws -> String {
      records(try #require(files[file])).first.map { $0.joined(separator: " ") } ?? ""
    }
    #expect(try header(.tracking) == "pupil_id date measure score")
    #expect(
      try header(.pupils) == "pupil_id name year_group class date_of_birth sex sen_status "
        + "primary_need pupil_premium eal looked_after"
    )
    #expect(
      try header(.provisionMap) == "pupil_id intervention start_date end_date measure area_of_need "
        + "wave group ta teacher sessions_per_week minutes_per_session sessions_planned "
        + "sessions_attended cost hourly_rate entry_score target_score exit_score outcome_rating "
        + "evidence_base notes"
    )
    #expect(try header(.staff) == "ta name role_level career_level hourly_rate trained_in")
    #expect(try header(.decisions) == "term intervention decision group change decided_by date")
    #expect(try header(.trueEffects) == "intervention measure true_effect_sd chosen_by")
  }

  @Test("several schools are named in every row and share no pupil ids or TA names")
  func severalSchoolsAreNamedInEveryRowAndSharePupilIdsAndTANamesNowhere() throws {
    let files = try files(of: plan(pupils: 70, schools: 3, terms: 2))
    for file in [SchoolExport.File.pupils, .tracking, .provisionMap, .staff, .decisions] {
      let rows = try table(files[file])
      #expect(Set(rows.map { $0["school"] }).count == 3)
    }
    let pupils = try table(files[.pupils])
    #expect(Set(pupils.map { $0["pupil_id"] }).count == 210)
    let staff = try table(files[.staff])
    #expect(Set(staff.map { $0["ta"] }).count == staff.count)
  }

  @Test("every row has as many cells as the header and no stray return")
  func everyRowHasAsManyCellsAsTheHeaderAndNoStrayReturn() throws {
    for (file, bytes) in try SampleSchool.files() where file != .configuration {
      let rows = records(bytes)
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(file.rawValue)")
      #expect(!bytes.contains(13))
      #expect(bytes.first != 0xEF)
    }
  }

  @Test("mess has each defect and leaves the rest alone")
  func messHasEachDefectAndLeavesTheRestAlone() throws {
    let clean = try SampleSchool.files()
    let messy = try files(of: plan(pupils: 420, mess: true))
    let tracking = String(decoding: try #require(messy[.tracking]), as: UTF8.self)
    #expect(tracking.contains(",31/02/"))
    #expect(tracking.contains(",see book"))
    #expect(tracking.contains("\" "))
    let rows = records(try #require(messy[.tracking]))
    #expect(rows.contains { $0.count == 3 })
    #expect(rows.contains { $0.count > 1 && $0[1].contains("/07/20") })
    #expect(zip(rows, rows.dropFirst()).contains { $0 == $1 })
    let conflicts = zip(rows, rows.dropFirst()).filter { left, right in
      left.count == 4 && right.count == 4 && left != right && left.prefix(3) == right.prefix(3)
    }
    #expect(!conflicts.isEmpty)
    let map = try #require(messy[.provisionMap])
    #expect(map.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(map.contains(13))
    #expect(records(map).contains { $0[0].hasPrefix("ZA") })
    // Nine in ten rows are as they are in the clean files.
    let cleanRows = Set(records(try #require(clean[.tracking])))
    #expect(rows.count { cleanRows.contains($0) } * 10 > rows.count * 9)
  }

  @Test("true effects are those asked for")
  func trueEffectsAreTheAskedOnes() throws {
    let own = try table(files(of: plan(pupils: 30, terms: 1))[.trueEffects])
    #expect(Set(own.map { $0["chosen_by"] }) == ["score", "need", "other-test"])
    #expect(Set(own.map { $0["true_effect_sd"] }).isSuperset(of: ["0.000", "-0.100", "0.350"]))
    let asked = try table(
      files(of: plan(pupils: 30, terms: 1, effect: 0.4, selection: .everywhere(.need)))[
        .trueEffects
      ]
    )
    #expect(asked.allSatisfy { $0["true_effect_sd"] == "0.400" && $0["chosen_by"] == "need" })
  }
}
