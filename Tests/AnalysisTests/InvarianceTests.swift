import ProvisionModel
import TestSupport
import TestTraits
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

  /// Everything that the tables say, as a text of a row each. Sums depend on their order in their
  /// last bits, so numbers are rounded to a millionth.
  private func tables(_ school: SchoolBuilder) -> [String] {
    let evaluation = Evaluation(data: school.data, asOf: asOf)
    let rows =
      (evaluation.interventions + evaluation.subgroups).map { "\($0)" }
      + evaluation.units.map { "\($0)" } + evaluation.variations.map { "\($0)" }
    return rows.map { row in
      // Positions in the file are no result.
      row.replacing(/ended: \[[0-9, ]*\]/, with: "").replacing(/-?[0-9]+\.[0-9]+(e-?[0-9]+)?/) {
        match in
        let number = ((Double(match.output.0) ?? .nan) * 1e6).rounded() / 1e6
        return "\(number == 0 ? 0 : number)"
      }
    }
  }

  /// The first row in which two schools' tables differ.
  private func difference(_ left: SchoolBuilder, _ right: SchoolBuilder) -> String? {
    let (one, other) = (tables(left), tables(right))
    guard one.count == other.count else { return "\(one.count) and \(other.count) rows" }
    return zip(one, other).first { $0 != $1 }.map { "\($0)\n\($1)" }
  }

  @Test("the order of the provision map changes nothing", .long, arguments: 1...5)
  func theOrderOfTheProvisionMapChangesNothing(seed: UInt64) {
    let school = school(seed)
    var shuffled = school
    var chance = SeededGenerator(seed: seed + 100)
    shuffled.provision.shuffle(using: &chance)
    #expect(difference(school, shuffled) == nil)
    #expect(tables(school).count > 30)
  }

  @Test("the order and the names of pupils change nothing", .long, arguments: 1...5)
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

  @Test("the order of the tracking file changes nothing", .long, arguments: 1...5)
  func theOrderOfTheTrackingFileChangesNothing(seed: UInt64) {
    let school = school(seed)
    var shuffled = school
    var chance = SeededGenerator(seed: seed + 300)
    shuffled.assessments.shuffle(using: &chance)
    #expect(difference(school, shuffled) == nil)
  }

  @Test("scores times ten give gains times ten", arguments: 1...5)
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

  /// The effects of two evaluations' rows, pair by pair.
  private func effects(
    _ before: SchoolBuilder, _ after: SchoolBuilder
  ) throws -> [(old: Effect, new: Effect)] {
    let (old, new) = (
      Evaluation(data: before.data, asOf: asOf), Evaluation(data: after.data, asOf: asOf)
    )
    let rows = zip(old.interventions + old.subgroups, new.interventions + new.subgroups)
    try #require(old.interventions.count == new.interventions.count)
    return try rows.flatMap { left, right in
      try #require(left.evidence.basis == right.evidence.basis)
      return Array(zip(left.evidence.effects, right.evidence.effects))
    }
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(left))
  }

  @Test("scores times ten give effects times ten of the same size in SD", arguments: 1...5)
  func pointsTimesTenAreEffectsTimesTenOfTheSameSize(seed: UInt64) throws {
    let school = school(seed)
    var larger = school
    for index in larger.assessments.indices { larger.assessments[index].score *= 10 }
    larger.measures[0].expectedPerYear = 120
    let pairs = try effects(school, larger)
    #expect(pairs.count > 20)
    for (old, new) in pairs {
      #expect(isNear(10 * old.value, new.value))
      #expect(isNear(10 * old.standardError, new.standardError))
      #expect(isNear(old.size.value, new.size.value))
      #expect(isNear(old.size.interval.upperBound, new.size.interval.upperBound))
    }
  }

  @Test("a constant on all scores changes no effect", arguments: 1...5)
  func aConstantOnAllScoresChangesNoEffect(seed: UInt64) throws {
    let school = school(seed)
    var raised = school
    for index in raised.assessments.indices { raised.assessments[index].score += 7 }
    for (old, new) in try effects(school, raised) {
      #expect(isNear(old.value, new.value))
      #expect(isNear(old.standardError, new.standardError))
    }
  }

  @Test("reversing a scale reverses its gains", arguments: 1...5)
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
