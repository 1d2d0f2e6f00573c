import ProvisionModel
import Simulation
import TestSupport
import Testing

@Suite struct TrackingTests {
  @Test("dates are school days of the terms in order")
  func datesAreSchoolDaysOfTheTermsInOrder() throws {
    let rows = try SampleSchool.tracking()
    let first = try #require(Day(iso: "2025-03-13"))
    let last = try #require(Day(iso: "2026-07-20"))
    var before = ("", first)
    for row in rows {
      let id = row["pupil_id"] ?? ""
      let day = try #require(Day(iso: row["date"] ?? ""))
      #expect(first <= day && day <= last)
      // 1970-01-05 was a Monday.
      #expect((day.number - 4) % 7 < 5)
      if before.0 == id { #expect(before.1 <= day) }
      before = (id, day)
    }
  }

  @Test("no pupil has two scores on a measure and day")
  func noPupilHasTwoScoresOnAMeasureAndDay() throws {
    let rows = try SampleSchool.tracking()
    let keys = rows.map { "\($0["pupil_id"] ?? "")|\($0["date"] ?? "")|\($0["measure"] ?? "")" }
    #expect(Set(keys).count == rows.count)
  }

  @Test("every score is of its measure's kind")
  func everyScoreIsOfItsMeasuresKind() throws {
    let codes = ["PK1", "PK2", "PK3", "PK4", "PK5", "PK6", "WTS", "EXS", "GDS"]
    var missing = 0
    let rows = try SampleSchool.tracking()
    for row in rows {
      let (measure, score) = (row["measure"] ?? "", row["score"] ?? "")
      if score == "A" || score == "D" {
        missing += 1
      } else if measure.hasPrefix("Teacher") {
        #expect(codes.contains(score))
      } else if measure == "Reading age" {
        let parts = score.filter { $0 != "-" && $0 != ">" }.split(separator: ":")
        #expect(parts.count == 2 && (6...14).contains(Int(parts[0]) ?? 0))
        #expect(parts[1].count == 2 && (0...11).contains(Int(parts[1]) ?? 99))
      } else {
        let number = Int(score.filter { $0 != "<" && $0 != ">" })
        #expect((0...141).contains(number ?? -1), "\(measure) \(score)")
      }
    }
    #expect((0.01...0.035).contains(Double(missing) / Double(rows.count)))
    #expect(Set(rows.compactMap { $0["measure"] }).count == 11)
    #expect(rows.contains { $0["score"] == "6:00-" })
  }

  @Test("standardised scores have mean 100 and SD 15")
  func standardisedScoresHaveMean100AndSD15() throws {
    // A normal distribution of SD 15 cut at 59.5 and 141.5, where scores are censored, has an SD of
    // 15·√(1 − (2.7·φ(2.7) + 2.767·φ(2.767)) ÷ 0.9937) = 14.6.
    let scores = try mathsPairs().map(\.before)
    let middle = mean(scores)
    let sd = mean(scores.map { ($0 - middle) * ($0 - middle) }).squareRoot()
    #expect(abs(middle - 100) < 0.6)
    #expect(abs(sd - 14.6) < 0.4)
  }

  @Test("one test correlates with the next as its reliability says")
  func oneTestCorrelatesWithTheNextAsItsReliabilitySays() throws {
    // Reliability 0.9. Levels drift by 0.08 SD a term, which takes next to nothing from it, and so
    // does the censoring of a few high and low scores.
    let pairs = try mathsPairs()
    #expect(pairs.count > 4000)
    #expect(abs(correlation(pairs.map(\.before), pairs.map(\.after)) - 0.9) < 0.015)
  }

  /// The maths scores of pupils who have one in both rounds of a single term without any effect.
  private func mathsPairs() throws -> [(before: Double, after: Double)] {
    let school = SimulatedSchool(plan: try plan(pupils: 7000, terms: 1, effect: 0))
    let maths = try #require(MeasurePlan.index(of: "PiM standardised maths"))
    return school.roll.pupils.indices.compactMap { pupil in
      guard let before = school.score(pupil: pupil, measure: maths, round: 0).number,
        let after = school.score(pupil: pupil, measure: maths, round: 1).number
      else { return nil }
      return (Double(before), Double(after))
    }
  }

  @Test("every pupil has a baseline before the first term")
  func everyPupilHasABaselineBeforeTheFirstTerm() throws {
    let school = SimulatedSchool(plan: try plan())
    let maths = try #require(MeasurePlan.index(of: "PiM standardised maths"))
    for (index, pupil) in school.roll.pupils.enumerated() where pupil.year >= 2 {
      let round = max(0, pupil.joined - 1)
      #expect(school.isTaken(maths, by: index, round: round))
    }
  }
}
