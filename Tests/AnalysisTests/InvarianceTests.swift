import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// What must not change the figures, and what must change them in proportion.
@Suite struct InvarianceTests {
  private let asOf = day("2026-03-27")

  /// Thirty pupils of two schools with scores of points, whole numbers, so that sums are exact in
  /// any order, and rows of three interventions with two TAs and groups.
  private func school(_ seed: UInt64) -> SchoolBuilder {
    var chance = SeededGenerator(seed: seed)
    var school = SchoolBuilder()
    school.schools = ["North", "South"]
    _ = school.measure("Marks", .points) { $0.expectedPerYear = 12 }
    _ = school.measure("Difficulties", .points) { $0.lowerIsBetter = true }
    for key in ["TB", "SO"] { _ = school.assistant(key, "TA2", rate: 16) }
    for name in ["One", "Two", "Three"] { _ = school.intervention(name) }
    let first = day("2025-09-01")
    for index in 0..<30 {
      let (id, place) = ("P\(index)", index % 2)
      for measure in 0...1 {
        for month in 0...6 where Int.random(in: 0...5, using: &chance) > 0 {
          school.score(
            id,
            measure,
            on: first.advanced(by: month * 30),
            Double(Int.random(in: 0...50, using: &chance)),
            Int.random(in: 0...20, using: &chance) == 0 ? .above : .none,
            school: place
          )
        }
      }
      for intervention in 0...2 where Int.random(in: 0...2, using: &chance) > 0 {
        let start = first.advanced(by: Int.random(in: 0...120, using: &chance))
        school.row(
          id,
          school.interventions[intervention].name,
          from: start,
          to: start.advanced(by: Int.random(in: 30...100, using: &chance)),
          school: place
        ) { row in
          row.measures = [0, 1]
          row.group = ["", "A", "B"].randomElement(using: &chance) ?? ""
          row.teachingAssistants = [[0], [1], [0, 1]].randomElement(using: &chance) ?? []
          row.sessionsPlanned = 32
          row.sessionsAttended = Double(Int.random(in: 10...32, using: &chance))
          row.minutesPerSession = 30
          row.cost = 64
        }
      }
    }
    return school
  }

  /// Everything that the tables say, as a text of a row each.
  private func tables(_ school: SchoolBuilder) -> [String] {
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    return evaluation.interventions.map { row in
      var row = row
      // Sums that are not of whole numbers depend on the order in their last bits.
      row.progress.gainInterval = nil
      row.progress.meanMonths = row.progress.meanMonths.map { ($0 * 1e6).rounded() }
      row.progress.expectedGain = row.progress.expectedGain.map { ($0 * 1e6).rounded() }
      return "\(row)"
    } + evaluation.units.map { "\($0)" }
      + evaluation.variations.map { row in
        var row = row
        row.before = rounded(row.before)
        row.after = rounded(row.after)
        return "\(row)"
      }
  }

  private func rounded(_ value: ChangeValue) -> ChangeValue {
    guard case .mean(let mean) = value else { return value }
    return .mean((mean * 1e6).rounded())
  }

  /// The first row in which two schools' tables differ.
  private func difference(_ left: SchoolBuilder, _ right: SchoolBuilder) -> String? {
    let (one, other) = (tables(left), tables(right))
    guard one.count == other.count else { return "\(one.count) and \(other.count) rows" }
    return zip(one, other).first { $0 != $1 }.map { "\($0)\n\($1)" }
  }

  @Test(arguments: 1...5)
  func theOrderOfTheProvisionMapChangesNothing(seed: UInt64) {
    let school = school(seed)
    var shuffled = school
    var chance = SeededGenerator(seed: seed + 100)
    shuffled.provision.shuffle(using: &chance)
    #expect(difference(school, shuffled) == nil)
    #expect(tables(school).count > 30)
  }

  @Test(arguments: 1...5)
  func theOrderAndTheNamesOfPupilsChangeNothing(seed: UInt64) {
    let school = school(seed)
    var renamed = school
    var chance = SeededGenerator(seed: seed + 200)
    let place = Array(school.pupils.indices).shuffled(using: &chance)
    for (old, new) in place.enumerated() {
      renamed.pupils[new] = school.pupils[old]
      renamed.pupils[new].id = "pupil \(new)"
    }
    for index in renamed.assessments.indices {
      renamed.assessments[index].pupil = place[school.assessments[index].pupil]
    }
    for index in renamed.provision.indices {
      renamed.provision[index].pupil = place[school.provision[index].pupil]
    }
    #expect(difference(school, renamed) == nil)
  }

  @Test(arguments: 1...5)
  func theOrderOfTheTrackingFileChangesNothing(seed: UInt64) {
    let school = school(seed)
    var shuffled = school
    var chance = SeededGenerator(seed: seed + 300)
    shuffled.assessments.shuffle(using: &chance)
    #expect(difference(school, shuffled) == nil)
  }

  @Test(arguments: 1...5)
  func pointsTimesTenAreGainsTimesTen(seed: UInt64) throws {
    let school = school(seed)
    var larger = school
    for index in larger.assessments.indices { larger.assessments[index].score *= 10 }
    larger.measures[0].expectedPerYear = 120
    let before = Evaluation(data: school.data, asOf: asOf).interventions
    let after = Evaluation(data: larger.data, asOf: asOf).interventions
    try #require(before.count == after.count)
    func isTenfold(_ old: Double?, _ new: Double?) -> Bool {
      guard let old, let new else { return old == nil && new == nil }
      return abs(new - 10 * old) <= 1e-9 * max(1, abs(new))
    }
    for (old, new) in zip(before, after) {
      #expect(isTenfold(old.progress.meanGain, new.progress.meanGain))
      #expect(isTenfold(old.progress.baselineMean, new.progress.baselineMean))
      #expect(isTenfold(old.progress.outcomeMean, new.progress.outcomeMean))
      #expect(isTenfold(old.progress.expectedGain, new.progress.expectedGain))
      #expect(
        isTenfold(
          old.progress.gainInterval?.lowerBound,
          new.progress.gainInterval?.lowerBound
        )
      )
      #expect(old.progress.onTrack == new.progress.onTrack)
      #expect(old.progress.paired == new.progress.paired)
      #expect(old.progress.meanMonths == new.progress.meanMonths)
      #expect(old.dose.costPerPupil == new.dose.costPerPupil)
      #expect(old.dose.attendance == new.dose.attendance)
    }
  }

  @Test(arguments: 1...5)
  func turningAScaleRoundTurnsItsGains(seed: UInt64) {
    let school = school(seed)
    var turned = school
    turned.measures[1].lowerIsBetter = false
    let before = Evaluation(data: school.data, asOf: asOf).interventions
    let after = Evaluation(data: turned.data, asOf: asOf).interventions
    for (old, new) in zip(before, after) {
      let sign: Double = old.measure == 1 ? -1 : 1
      #expect(new.progress.meanGain == old.progress.meanGain.map { sign * $0 })
      #expect(new.progress.baselineMean == old.progress.baselineMean)
    }
  }
}
