import ProvisionModel
import TestSupport
import Testing

@testable import Analysis

/// A school in the spring term of 2025–26, for the tests of KPI 5.6 pupil by pupil.
struct SpringSchool {
  var school = SchoolBuilder()
  var asOf = day("2026-03-27")

  init() {
    _ = school.measure("Reading")
  }

  /// Adds an episode on a measure, by default of the spring term, with scores at its ends.
  mutating func episode(
    _ id: String = "P1", _ name: String = "Catch-up", _ scores: [Double] = [], measure: Int = 0,
    from start: String = "2026-01-05", to end: String? = "2026-03-20", place: Int = 0,
    change: (inout ProvisionRow) -> Void = { _ in }
  ) {
    school.row(id, name, from: day(start), to: end.map { day($0) }, school: place) { row in
      row.measures = [measure]
      change(&row)
    }
    if let first = scores.first {
      school.score(id, measure, on: day(start), first, school: place)
    }
    if scores.count > 1, let last = scores.last, let end {
      school.score(id, measure, on: day(end), last, school: place)
    }
  }

  /// The rows, in their order.
  var rows: [PupilSupport] {
    let term = school.settings.terms.term(containing: day("2026-02-01"))
    return Evaluation(data: school.data, term: term, asOf: asOf).pupilSupport
  }

  /// The first row.
  func row() throws -> PupilSupport {
    try #require(rows.first)
  }
}
