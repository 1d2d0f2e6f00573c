import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// Classes of pupils whose tests lie on given days.
struct Classes {
  var school = SchoolBuilder()
  var asOf: Day

  /// A school with one measure.
  init(
    _ kind: MeasureKind = .standardised, asOf: String = "2025-12-31",
    change: (inout Measure) -> Void = { _ in }
  ) {
    self.asOf = day(asOf)
    _ = school.measure("Reading", kind, change: change)
  }

  /// A pupil of a year group with scores by day.
  mutating func pupil(
    _ id: String, year: String = "4", _ scores: [String: Double], measure: Int = 0, place: Int = 0
  ) {
    school.pupils[school.pupil(id, school: place)].yearGroup = year
    for (date, score) in scores { school.score(id, measure, on: day(date), score, school: place) }
  }

  /// Pupils who are always at a mark of their own: from 80 up, one point apart.
  mutating func steadyClassmates(_ count: Int, year: String = "4", on dates: [String]) {
    for index in 0..<count {
      let scores = Dictionary(uniqueKeysWithValues: dates.map { ($0, Double(80 + index)) })
      pupil("C\(year)-\(index)", year: year, scores)
    }
  }

  /// Classmates whose scores vary by chance about a level of their own.
  mutating func classmates(
    _ count: Int, year: String = "4", on dates: [String], seed: UInt64, measure: Int = 0
  ) {
    var chance = SeededGenerator(seed: seed)
    for index in 0..<count {
      let level = Double.random(in: 80...120, using: &chance)
      var scores: [String: Double] = [:]
      for date in dates {
        scores[date] = (level + Double.random(in: -8...8, using: &chance)).rounded()
      }
      pupil("C\(year)-\(index)", year: year, scores, measure: measure)
    }
  }

  /// Support on the measure.
  mutating func support(
    _ id: String, _ start: String, _ end: String?, _ name: String = "Catch-up", place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(id, name, from: day(start), to: end.map { day($0) }, school: place) { row in
      row.measures = [0]
      change(&row)
    }
  }

  var evaluation: Evaluation { Evaluation(data: school.data, asOf: asOf) }

  /// The contrasts of a pupil's ended courses, in file order.
  func contrasts(_ id: String, in evaluation: Evaluation? = nil) -> [Contrast] {
    let figures = (evaluation ?? self.evaluation).figures
    return figures.episodes.indices.filter { position in
      school.pupils[figures.episodes[position].pupil].id == id
        && figures.episodes[position].status == .ended
    }.map { figures.comparison.contrasts[$0] }
  }

  /// The first contrast of a pupil.
  func contrast(_ id: String) throws -> Contrast {
    try #require(contrasts(id).first)
  }

  /// The same, where there is a comparison.
  func compared(_ id: String) throws -> Compared {
    try #require(try contrast(id).compared)
  }

  /// The row of the period `all` of an intervention.
  func row(_ name: String = "Catch-up", measure: Int = 0) throws -> InterventionProgress {
    try #require(
      evaluation.interventions.first { row in
        row.period == .all && row.measure == measure
          && row.intervention.map { school.interventions[$0].name } == name
      })
  }
}

extension Compared {
  /// The days of t_1, t_2 and t_3 that are used.
  var usedDays: [Day] {
    (0..<3).map { days[$0] }.filter { $0 != 0 }.map { Day(number: $0) }
  }
}

/// Expects that nothing of an evaluation is infinite or no number, and that nothing is claimed.
func expectNoClaim(_ evaluation: Evaluation, at location: SourceLocation = #_sourceLocation) {
  expectNumbers(evaluation, at: location)
  for row in evaluation.interventions + evaluation.subgroups {
    #expect(!row.evidence.verdict.isJudged, sourceLocation: location)
    #expect(row.evidence.ends == nil, sourceLocation: location)
    #expect(row.evidence.months == nil && row.evidence.pValue == nil, sourceLocation: location)
  }
  for unit in evaluation.units {
    #expect([nil, .noDifferenceShown].contains(unit.pooled?.finding), sourceLocation: location)
  }
  #expect(
    evaluation.recommendations.allSatisfy { $0.recommend == .assess }, sourceLocation: location)
}

/// Expects that nothing of an evaluation is infinite or no number.
func expectNumbers(_ evaluation: Evaluation, at location: SourceLocation = #_sourceLocation) {
  let tables = [
    "\(evaluation.interventions)", "\(evaluation.subgroups)", "\(evaluation.units)",
    "\(evaluation.recommendations)", "\(evaluation.figures.comparison.contrasts)",
    "\(evaluation.figures.comparison.fits.map(\.coefficients))",
  ]
  for table in tables {
    #expect(!table.contains("nan"), sourceLocation: location)
    #expect(table.firstMatch(of: /\binf\b/) == nil, sourceLocation: location)
  }
}
