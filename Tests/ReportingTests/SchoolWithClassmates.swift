import ProvisionModel
import TestSupport

extension SchoolBuilder {
  /// A school of one cohort with 20 pupils without support and 5 of each TA, in a group of that name,
  /// all tested on 5 January and 20 March 2026.
  ///
  /// - Parameters:
  ///   - gains: The TAs, with what their pupils gain beyond the others.
  ///   - change: What is changed of the measure.
  static func withClassmates(
    gains: [(ta: String, gain: Double)], change: (inout Measure) -> Void = { _ in }
  ) -> SchoolBuilder {
    var school = SchoolBuilder()
    _ = school.measure("Reading", change: change)
    let noise = [-3.0, 1, 3, -2, 1]
    func add(_ id: String, _ first: Double, _ last: Double) {
      school.score(id, 0, on: day("2026-01-05"), first)
      school.score(id, 0, on: day("2026-03-20"), last)
    }
    for index in 0..<20 {
      let first = 80 + 2 * Double(index)
      // Not in step with the first scores, so that nothing lies on a line.
      add("C\(index)", first, first + noise[(3 * index + index / 5) % 5])
    }
    for (ta, gain) in gains {
      let assistant = school.assistant(ta, "TA2")
      for index in 0..<5 {
        let first = 85 + 6 * Double(index)
        add("\(ta)\(index)", first, first + gain + noise[index])
        school.row("\(ta)\(index)", from: day("2026-01-05"), to: day("2026-03-20")) { row in
          row.measures = [0]
          row.teachingAssistants = [assistant]
          row.group = ta
        }
      }
    }
    return school
  }
}
