import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// The pooled progress of KPI 9.5 against METHOD §8, worked out slowly from the contrasts.
@Suite struct PooledUnitTableTests {
  /// The pupils' values of a unit's row: of each pupil the mean d of the distinct tests.
  private func values(_ row: UnitProgress, _ figures: EpisodeFigures) -> [Int: PooledUnits.Value] {
    var ofPupil: [Int: [String: Double]] = [:]
    var groups: [Int: Int] = [:]
    for position in row.ended {
      guard let contrast = figures.comparison.contrasts[position].compared?.contrast else {
        continue
      }
      let (episode, link) = (figures.episodes[position], figures.links[position])
      let sd = figures.comparison.referenceSDs[episode.measure]!.value
      let test = "\(episode.measure) \(link.baseline!.day) \(link.outcome!.day)"
      ofPupil[episode.pupil, default: [:]][test] = (contrast.score + contrast.need) / (2 * sd)
      let group = figures.comparison.groups[position]
      groups[episode.pupil] = min(group, groups[episode.pupil] ?? group)
    }
    return ofPupil.reduce(into: [:]) { values, own in
      values[own.key] = PooledUnits.Value(
        progress: mean(Array(own.value.values)), group: groups[own.key]!)
    }
  }

  @Test("units are pooled over one value a pupil, each school and kind by itself", arguments: 1...3)
  func unitsArePooledOverOneValueAPupil(seed: UInt64) throws {
    let made = MessySchool(seed: seed)
    let evaluation = Evaluation(data: made.school.data, asOf: made.asOf)
    var several = 0
    for period in Period.allCases {
      for place in 0...1 {
        for kind in [UnitKind.teachingAssistant, .group] {
          let rows = evaluation.units.filter {
            $0.period == period && $0.school == place && $0.kind == kind
          }
          let found = rows.map { values($0, evaluation.figures) }
          let expected = PooledUnits(
            found.map { ofPupil in ofPupil.keys.sorted().map { ofPupil[$0]! } }, groupSD: 0.1)
          for (row, (unit, own)) in zip(rows, zip(expected.units, found)) {
            #expect(row.pupilsUsed == own.count && (row.pooled == nil) == own.isEmpty)
            if row.used > own.count { several += 1 }
            guard let unit, let pooled = row.pooled else { continue }
            #expect(abs(pooled.mean - unit.mean) < 1e-9)
            #expect(abs(pooled.shrunkMean - unit.shrunkMean) < 1e-9)
            #expect(abs(pooled.interval.upperBound - unit.interval.upperBound) < 1e-9)
            #expect(pooled.finding == unit.finding)
          }
        }
      }
    }
    #expect(several > 5)
  }

  @Test("a pair of tests counts once for a TA, whatever interventions it is of")
  func aPairOfTestsCountsOnce() throws {
    var classes = Classes()
    let maths = classes.school.measure("Maths")
    for (measure, seed) in [(0, 31), (maths, 32)] {
      classes.classmates(
        20, on: ["2025-09-10", "2025-12-15"], seed: UInt64(seed), measure: measure)
      classes.pupil("S0", ["2025-09-10": 90, "2025-12-15": 95], measure: measure)
    }
    let assistant = classes.school.assistant("TB")
    for (name, measures) in [("One", [0, maths]), ("Two", [0])] {
      classes.support("S0", "2025-09-15", "2025-12-12", name) { row in
        row.measures = measures
        row.teachingAssistants = [assistant]
      }
    }
    let evaluation = classes.evaluation
    let unit = try #require(evaluation.units.first)
    #expect(unit.used == 3 && unit.pupilsUsed == 1)
    let progress = try (0...1).map { measure in
      let episodes = evaluation.figures.episodes
      let position = try #require(episodes.firstIndex { $0.measure == measure })
      return try #require(evaluation.figures.progressInSD(position))
    }
    #expect(abs(progress[0] - progress[1]) > 0.01)
    #expect(abs((unit.pooled?.mean ?? 9) - (progress[0] + progress[1]) / 2) < 1e-12)
  }

  @Test("a course without a contrast is left out and counted")
  func aCourseWithoutAContrastIsLeftOut() throws {
    var school = SchoolBuilder()
    _ = school.measure("Reading")
    let assistant = school.assistant("TB")
    school.row("P1", from: day("2026-01-05"), to: day("2026-03-20")) { row in
      row.measures = [0]
      row.teachingAssistants = [assistant]
      row.entryScores = [.cell(80)]
      row.exitScores = [.cell(95)]
    }
    let row = try #require(Evaluation(data: school.data, asOf: day("2026-03-27")).units.first)
    #expect(row.paired == 1 && row.used == 0 && row.pupilsUsed == 0 && row.pooled == nil)
  }
}
