import Analysis
import Calibration
import ProvisionModel
import Simulation

/// A simulated school with one intervention in the spring term, changed so that one line of the table
/// of recommendations fires.
struct RecommendedSchool {
  var world = World {
    // All pupils are under it: they are chosen by lot.
    $0.cut = 1000
    $0.supported = 20
    $0.others = 0
  }
  var seed: UInt64 = 1
  /// The effect on each supported pupil, by place [SD].
  var effect: (Int) -> Double = { _ in 0 }
  /// What a row says, by place.
  var row: (Int, inout ProvisionRow) -> Void = { _, _ in }
  /// How many of the supported pupils, from the last on, had it in the autumn term instead.
  var inAutumn = 0
  /// How many of the supported pupils, from the first on, lack the test at the end.
  var missing = 0

  /// What is recommended.
  var recommendation: InterventionRecommendation? {
    var school = MadeUpSchool(world, seed: seed)
    let supported = school.supported
    for (place, pupil) in supported.enumerated() {
      let isEarly = place >= supported.count - inAutumn
      school.raise(pupil, by: effect(place), fromTest: isEarly ? 2 : 3)
    }
    var data = school.data()
    for index in data.provision.indices {
      data.provision[index].sessionsPerWeek = 3
      data.provision[index].minutesPerSession = 30
      data.provision[index].sessionsPlanned = 30
      data.provision[index].sessionsAttended = 27
      if index >= data.provision.count - inAutumn {
        data.provision[index].start = Day(iso: "2025-09-08") ?? data.provision[index].start
        data.provision[index].end = Day(iso: "2025-12-05")
      }
      row(index, &data.provision[index])
    }
    data.assessments = data.assessments.censored(
      lastTestOf: Set(data.provision.prefix(missing).map(\.pupil)))
    return Evaluation(data: data).recommendations.first
  }
}

extension AssessmentTable {
  /// The same scores, the last of some pupils' off the scale.
  fileprivate func censored(lastTestOf pupils: Set<Int>) -> AssessmentTable {
    let last = Set(pupils.compactMap { rows(ofPupil: $0, measure: 0).last })
    let all = 0..<count
    return AssessmentTable(
      firstRow: firstRow, measure: all.map { UInt16(measure[$0]) }, day: Array(day),
      score: all.map { score[$0] },
      censoring: all.map { last.contains($0) ? .below : censoring[$0] },
      line: all.map { UInt32(source(ofRow: $0).line) },
      file: all.map { UInt8(source(ofRow: $0).file) })
  }
}
