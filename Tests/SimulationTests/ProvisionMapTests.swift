import ProvisionModel
import Simulation
import TestSupport
import TestTraits
import Testing

@Suite struct ProvisionMapTests {
  @Test("a sixth of pupils are supported in a term")
  func aSixthOfPupilsAreSupportedInATerm() throws {
    let rows = try SampleSchool.provisionMap().filter { $0["wave"] != "1" }
    for start in ["2025-04", "2025-09", "2026-01", "2026-04"] {
      let pupils = Set(
        rows.filter { ($0["start_date"] ?? "").hasPrefix(start) }.map { $0["pupil_id"] }
      )
      #expect((0.14...0.21).contains(Double(pupils.count) / 420), "\(start)")
    }
    #expect(Set(rows.map { $0["intervention"] }).count == 12)
  }

  @Test("episodes last a term or two, and no pupil has two on a measure at a time")
  func episodesLastATermOrTwoAndNoPupilIsTwiceOnAMeasureAtATime() throws {
    let rows = try SampleSchool.provisionMap().filter { $0["wave"] != "1" }
    var spans: [String: [ClosedRange<Day>]] = [:]
    let asOf = try #require(Day(iso: "2026-07-31"))
    for row in rows {
      let start = try #require(Day(iso: row["start_date"] ?? ""))
      let end = row["end_date"] == "" ? asOf : try #require(Day(iso: row["end_date"] ?? ""))
      #expect((56...210).contains(start.days(to: end)))
      let key = (row["pupil_id"] ?? "") + (row["measure"] ?? "")
      #expect(spans[key, default: []].allSatisfy { !$0.overlaps(start...end) })
      spans[key, default: []].append(start...end)
    }
    #expect(rows.contains { $0["end_date"] == "" })
    #expect(rows.allSatisfy { $0["end_date"] != "" || ($0["start_date"] ?? "") > "2026-04" })
  }

  @Test("cells are consistent")
  func cellsAreConsistent() throws {
    let files = try SampleSchool.files()
    let pupils = Set(try table(files[.pupils]).map { $0["pupil_id"] })
    let assistants = Set(try table(files[.staff]).map { $0["ta"] })
    var groups: [String: Set<String>] = [:]
    for row in try SampleSchool.provisionMap() {
      #expect(pupils.contains(row["pupil_id"]))
      let planned = try #require(Int(row["sessions_planned"] ?? ""))
      #expect((1...planned).contains(try #require(Int(row["sessions_attended"] ?? ""))))
      for name in (row["ta"] ?? "").split(separator: ";") {
        #expect(assistants.contains(String(name.drop { $0 == " " })))
      }
      if let group = row["group"], group != "", row["wave"] != "1" {
        groups[group, default: []].insert(row["pupil_id"] ?? "")
      }
    }
    #expect(groups.values.allSatisfy { (3...8).contains($0.count) })
  }

  @Test("baselines and outcomes lie in the windows of METHOD")
  func baselinesAndOutcomesLieInTheWindowsOfMETHOD() throws {
    // METHOD §3: [start − 90, start + 21] and [end − 21, end + 90].
    for lastTerm in ["2025-26-summer", "2024-25-autumn", "2022-23-spring", "2027-28-summer"] {
      let school = SimulatedSchool(plan: try plan(terms: 5, lastTerm: lastTerm))
      for episode in school.episodes {
        guard let measure = InterventionPlan.catalogue[episode.intervention].measureIndex,
          let end = episode.end, let last = episode.lastTerm
        else { continue }
        let before = school.date(of: measure, pupil: episode.pupil, round: episode.term - 1)
        let after = school.date(of: measure, pupil: episode.pupil, round: last)
        #expect((-90...21).contains(episode.start.days(to: before)))
        #expect((-21...90).contains(end.days(to: after)))
        #expect(before < after)
      }
    }
  }

  @Test("decisions have their stories")
  func decisionsHaveTheirStories() throws {
    let files = try SampleSchool.files()
    let decisions = try table(files[.decisions])
    let map = try SampleSchool.provisionMap()
    func decided(_ intervention: String, _ term: String) -> String? {
      decisions.first { $0["intervention"] == intervention && $0["term"] == term }?["decision"]
    }
    func sessions(_ intervention: String, _ start: String) -> Set<String?> {
      Set(
        map.filter {
          $0["intervention"] == intervention && ($0["start_date"] ?? "").hasPrefix(start)
        }
        .map { $0["sessions_per_week"] }
      )
    }
    #expect(decided("Reading comprehension group", "2025-26-spring") == "vary")
    #expect(sessions("Reading comprehension group", "2026-01") == ["3"])
    #expect(sessions("Reading comprehension group", "2026-04") == ["5"])
    // Decided and not done.
    #expect(decided("Maths fluency group", "2025-26-spring") == "vary")
    #expect(sessions("Maths fluency group", "2026-04") == ["2"])
    #expect(decided("Inference training", "2025-26-spring") == "stop")
    #expect(!sessions("Inference training", "2026-01").isEmpty)
    #expect(sessions("Inference training", "2026-04").isEmpty)
    #expect(decided("Colourful semantics", "2025-26-spring") == "start")
    #expect(sessions("Colourful semantics", "2026-01").isEmpty)
    #expect(!sessions("Colourful semantics", "2026-04").isEmpty)
    #expect(!decisions.contains { $0["term"] == "2025-26-summer" })
  }

  @Test(
    "growth compared with classmates shows the planted effect", .long,
    arguments: [Selection.need, .otherTest])
  func growthBesideClassmatesShowsThePlantedEffect(selection: Selection) throws {
    // Chosen by anything but this test, the supported gain as much as the others, and the effect:
    // here 0.4 SD of 15 points. Gains have an SD of about 7, so a mean of 210 one of 0.5.
    #expect(abs(try mathsGrowth(selection: selection) - 6) < 1.5)
  }

  @Test("growth flatters pupils chosen by the test itself")
  func growthFlattersPupilsChosenByTheTestItself() throws {
    // A mean of 90 and less on a test of reliability 0.9: the chance rise is about
    // (1 − 0.9)·(100 − 81.5) = 1.9 points, over the effect of 6.
    let growth = try mathsGrowth(selection: .score)
    #expect((6.4...9.4).contains(growth))
  }

  /// The mean gain in maths of the pupils of number catch-up over that of other pupils of Years 1–3,
  /// over one term.
  private func mathsGrowth(selection: Selection) throws -> Double {
    let school = SimulatedSchool(
      plan: try plan(pupils: 10_000, terms: 1, effect: 0.4, selection: .everywhere(selection))
    )
    let maths = try #require(MeasurePlan.index(of: "PiM standardised maths"))
    let supported = Set(
      school.episodes.filter {
        InterventionPlan.catalogue[$0.intervention].measureIndex == maths
      }.map(\.pupil)
    )
    var gains: (supported: [Double], others: [Double]) = ([], [])
    for (index, pupil) in school.roll.pupils.enumerated() where (1...3).contains(pupil.year) {
      guard let before = school.score(pupil: index, measure: maths, round: 0).number,
        let after = school.score(pupil: index, measure: maths, round: 1).number
      else { continue }
      if supported.contains(index) {
        gains.supported.append(Double(after - before))
      } else {
        gains.others.append(Double(after - before))
      }
    }
    return mean(gains.supported) - mean(gains.others)
  }
}
