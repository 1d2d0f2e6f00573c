import Foundation
import TestSupport
import Testing

/// What `impact explain` prints, added up as a person would, against the row of kpi-5.5.
@Suite("impact explain")
struct ExplainTests {
  struct Wanted: Sendable, CustomTestStringConvertible {
    var intervention: String
    var measure: String
    var period: String
    var testDescription: String { "\(intervention), \(measure), \(period)" }
  }

  @Test(
    "adds up to the row of kpi-5.5",
    arguments: [
      Wanted(intervention: "Paired reading", measure: "Reading age", period: "term"),
      Wanted(intervention: "Phonics catch-up", measure: "Phonics check", period: "year"),
      Wanted(intervention: "Reading comprehension group", measure: "NGRT SAS", period: "all"),
      Wanted(
        intervention: "Social skills group", measure: "SDQ total difficulties", period: "all"),
      Wanted(
        intervention: "Number catch-up (1:1)", measure: "PiM standardised maths", period: "term"),
    ])
  func addsUp(wanted: Wanted) throws {
    let explained = try explain([
      "--intervention", wanted.intervention, "--measure", wanted.measure, "--period", wanted.period,
    ])
    let table = try ReportsFolder.sample.get().table("senco/kpi-5.5-interventions.csv")
    let row = try #require(
      table.rows(where: [
        "period": wanted.period, "intervention": wanted.intervention, "measure": wanted.measure,
      ]).first)
    #expect(explained.contrasts.count == Int(row["n_started"] ?? ""))
    #expect(explained.lines.contains("basis: \(row["basis"] ?? "")"))
    #expect(
      explained.lines.contains {
        $0.hasPrefix(
          "verdict: \(row["verdict"] ?? ""), evidence strength \(row["evidence_strength"] ?? "")")
      })
    try expectContrasts(explained)
    for end in 0..<2 { try expectEffect(explained, row, end) }
  }

  private func explain(_ arguments: [String]) throws -> ExplainedRow {
    let outcome = try ImpactProgram.run(["explain", "Data/sample"] + arguments)
    #expect(outcome.exit == 0)
    return try ExplainedRow(outcome.output)
  }

  private func sum(_ values: [Double], _ factors: [Double]) -> Double {
    zip(values, factors).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func expectNear(
    _ value: Double, _ expected: Double, within: Double = 2e-3, _ what: String
  ) {
    #expect(abs(value - expected) <= within * max(1, abs(expected)), "\(what)")
  }

  /// Each course's contrasts are what its scores, its classmates and the prediction give.
  private func expectContrasts(_ row: ExplainedRow) throws {
    for (index, contrast) in row.contrasts.enumerated() {
      let course = try #require(row.courses[index + 1])
      #expect(course.pupil == contrast.pupil)
      guard let values = contrast.contrast else { continue }
      let classmates = try #require(row.classmates[contrast.classmates])
      let prediction = try #require(row.predictions[contrast.prediction])
      #expect(classmates.prediction == contrast.prediction)
      let distances = zip(course.own, classmates.means).map { $0 - $1 }
      #expect(distances.count == course.distances.count)
      let distance = sum(distances, prediction.coefficients[0]) / prediction.predictionSD
      expectNear(distance, contrast.distance, "f of \(contrast.pupil)")
      let outside = max(
        0, classmates.range[0] - distance, distance - classmates.range[1])
      expectNear(outside, contrast.beyond, "outside of \(contrast.pupil)")
      let bends = [max(0, -distance - 1), max(0, distance - 1)]
      for side in 0..<2 {
        let bend = bends[side] - classmates.bends[side] - prediction.lambda[side] * distance
        expectNear(bend, course.bends[side], "q of \(contrast.pupil)")
      }
      for end in 0..<2 {
        let expected =
          classmates.outcome + sum(distances, prediction.coefficients[end])
          + sum(course.bends, prediction.kappa[end])
        expectNear(
          course.outcome - expected, values.both[end], "contrast \(end) of \(contrast.pupil)")
        let share = min(2.5, max(0.5, 1 + prediction.slope[end] * distance))
        expectNear(
          prediction.variance[end] * share, contrast.variance.both[end],
          "variance \(end) of \(contrast.pupil)")
      }
    }
  }

  /// The effect, its standard error from every term of V, the interval and the chances at one end.
  private func expectEffect(_ explained: ExplainedRow, _ row: [String: String], _ end: Int) throws {
    let name = ["matched", "growth"][end]
    func cell(_ column: String) throws -> Double {
      try #require(row[column].flatMap(Double.init), "\(column)")
    }
    let used = explained.contrasts.filter { $0.contrast != nil }
    #expect(used.count == Int(row["n_\(name)"] ?? ""))
    let values = used.compactMap { $0.contrast?.both[end] }
    let effect = values.reduce(0, +) / Double(values.count)
    expectNear(effect, try cell("\(name)_effect"), within: 1e-4, name)
    let variance = try variance(explained, used, values, effect, end)
    let error = variance.squareRoot()
    expectNear(error, try cell("\(name)_se"), name)
    let factor = explained.correction / explained.sd
    expectNear(factor * effect, try cell("\(name)_g"), within: 1e-4, "\(name)_g")
    let block = try explained.block(end == 0 ? "score end: effect" : "need end: effect")
    let interval = try #require(block.first { $0.contains("95% interval") })
    let t = try #require(interval.firstMatch(of: /\.975\) = ([0-9.]+)/).flatMap { Double($0.1) })
    expectNear(effect - t * error, try cell("\(name)_low"), name)
    expectNear(effect + t * error, try cell("\(name)_high"), name)
    let better = above(0.1, factor * effect, factor * error)
    let chances = [try cell("p_better"), try cell("p_better_high")]
    #expect(chances.contains { abs($0 - better) < 2e-3 }, "P(better) of \(name)")
  }

  /// P(effect > limit) by the prior Normal(0, 0.3²).
  private func above(_ limit: Double, _ size: Double, _ error: Double) -> Double {
    let weight = 0.09 / (0.09 + error * error)
    return 0.5 * erfc((limit - weight * size) / (weight * error * error * 2).squareRoot())
  }

  /// V, term by term.
  private func variance(
    _ row: ExplainedRow, _ used: [ExplainedRow.Contrast], _ values: [Double], _ effect: Double,
    _ end: Int
  ) throws -> Double {
    var ofPupil: [Substring: Double] = [:]
    for (contrast, value) in zip(used, values) {
      ofPupil[contrast.pupil, default: 0] += value - effect
    }
    let pupils = Double(ofPupil.count)
    let own = pupils / (pupils - 1) * ofPupil.values.reduce(0) { $0 + $1 * $1 }
    let model = used.reduce(0) { $0 + $1.variance.both[end] }
    let spread = (30 * model + (pupils - 1) * own) / (29 + pupils)
    var groups: [Substring: Double] = [:]
    for contrast in used { groups[contrast.group, default: 0] += 1 }
    let ofGroups =
      0.01 * row.sd * row.sd * groups.values.reduce(0) { $0 + $1 * $1 }
    var (shared, errors, farOut) = (0.0, 0.0, 0.0)
    var freedom = Double.infinity
    for (name, prediction) in row.predictions {
      let courses = try row.contrasts.indices.filter { row.contrasts[$0].prediction == name }.map {
        try #require(row.courses[$0 + 1])
      }
      func total(_ value: (ExplainedRow.Course) -> [Double]) -> [Double] {
        courses.map(value).reduce([Double](repeating: 0, count: 4)) { sums, next in
          sums.indices.map { sums[$0] + ($0 < next.count ? next[$0] : 0) }
        }
      }
      let (distances, bends) = (total(\.distances), total(\.bends))
      let inverse = prediction.inverse[end]
      let form = inverse.enumerated().reduce(0) {
        $0 + distances[$1.offset] * sum($1.element, distances)
      }
      errors +=
        prediction.variance[end] * form / prediction.degreesOfFreedom + prediction.form(bends)
      shared += prediction.variance[end] * prediction.shared
      farOut += Double(courses.count) * prediction.farOut / Double(used.count)
      freedom = min(freedom, prediction.degreesOfFreedom)
    }
    let far = 0.15 * used.reduce(0) { $0 + $1.distance }
    let low = 0.15 * used.reduce(0) { $0 + ($1.distance < 0 ? $1.beyond : 0) }
    let high = 0.15 * used.reduce(0) { $0 + ($1.distance >= 0 ? $1.beyond : 0) }
    let distance =
      row.sd * row.sd * (far * far / (1 + farOut / 4) + low * low + high * high)
    let count = Double(used.count)
    return ((spread + shared + errors + ofGroups) * freedom / (freedom - 2) + distance)
      / (count * count)
  }

  @Test("prints one pupil's courses with every classmate, and all courses in the sums")
  func onePupil() throws {
    let row = try explain(["--intervention", "paired reading", "--pupil", "A00171"])
    #expect(row.courses.count == 1)
    #expect(row.contrasts.count == 11)
    #expect(row.classmates.count == 1)
    let course = try #require(row.courses.first?.value)
    let classmates = try #require(row.classmates.first?.value)
    #expect(Double(classmates.pupils.count) == classmates.count)
    for (place, mean) in (classmates.means + [classmates.outcome]).enumerated() {
      let found = classmates.pupils.reduce(0) { $0 + $1[place] } / classmates.count
      expectNear(found, mean, within: 1e-4, "mean \(place)")
    }
    let distances = classmates.pupils.compactMap(\.last).sorted()
    #expect(distances[2] == classmates.range[0])
    #expect(distances[distances.count - 3] == classmates.range[1])
    for line in course.lines where line.contains("spread^2 = ") {
      let parts = try #require(
        line.firstMatch(
          of:
            /= ([0-9.]+) \+ ([0-9.]+) .* \+ ([0-9.]+) .* \+ ([0-9.]+) .* \+ ([0-9.]+) .*spread ([0-9.]+);/
        ))
      let terms = [parts.1, parts.2, parts.3, parts.4, parts.5].compactMap { Double($0) }
      let spread = try #require(Double(parts.6))
      expectNear(terms.reduce(0, +).squareRoot(), spread, within: 1e-4, "spread")
    }
    #expect(course.lines.contains { $0.contains("finding: ") })
  }

  @Test("o is the mean of the other subjects' scores that are printed")
  func otherSubjects() throws {
    let row = try explain(["--intervention", "Paired reading", "--pupil", "A00171"])
    let course = try #require(row.courses.first?.value)
    let line = try #require(course.lines.first { $0.hasPrefix("    o = ") })
    let level = try #require(ExplainedRow.numbers(line).first)
    let means = course.lines.filter { $0.contains(": mean ") }
      .compactMap { ExplainedRow.numbers($0).last }
    #expect(means.count == 6)
    expectNear(means.reduce(0, +) / Double(means.count), level, within: 1e-4, "o")
  }
}
