import ProvisionModel
import TestSupport
import TestTraits
import Testing

@testable import Analysis

/// TAs who do not differ are not said to (METHOD §11).
@Suite struct EqualTAsTests {
  /// Sixty pupils, twenty-four of whom are taught by six TAs in groups of four; what a group shares
  /// moves its outcomes on a test together.
  ///
  /// - Parameters:
  ///   - measures: On how many measures a pupil's course is evaluated.
  ///   - rows: By how many rows of the map.
  private func school(_ chance: inout SeededGenerator, measures: Int, rows: Int, shared: Double)
    -> SchoolBuilder
  {
    var school = SchoolBuilder()
    for number in 0..<measures { _ = school.measure("Test \(number)") }
    // The sum of twelve has the variance 1.
    func normal() -> Double {
      (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &chance) }
    }
    let groups = (0..<6 * measures).map { _ in shared * normal() }
    for index in 0..<60 {
      let level = normal()
      for measure in 0..<measures {
        for (place, date) in ["2025-06-20", "2025-09-10", "2025-12-15"].enumerated() {
          let moved = place == 2 && index < 24 ? groups[6 * measure + index % 6] : 0
          let score = 100 + 15 * (0.85 * level + 0.5 * normal() + moved)
          school.score("P\(index)", measure, on: day(date), score.rounded())
        }
      }
      guard index < 24 else { continue }
      let assistant = school.assistant("T\(index % 6)")
      let halves = [("2025-09-15", "2025-10-17"), ("2025-11-03", "2025-12-12")]
      for (start, end) in rows == 2 ? halves : [("2025-09-15", "2025-12-12")] {
        school.row("P\(index)", from: day(start), to: day(end)) { row in
          row.measures = Array(0..<measures)
          row.group = "G\(index % 6)"
          row.teachingAssistants = [assistant]
        }
      }
    }
    return school
  }

  @Test(
    "of TAs who do not differ, at most 2% are above or below", .long,
    arguments: [(1, 1), (2, 2)], [0, 0.2])
  func equalTAs(form: (measures: Int, rows: Int), shared: Double) {
    var chance = SeededGenerator(seed: UInt64(100 * form.measures + Int(10 * shared)))
    let schools = TestLength.current == .full ? 400 : 40
    var findings: [UnitFinding] = []
    for _ in 0..<schools {
      let school = school(&chance, measures: form.measures, rows: form.rows, shared: shared)
      findings += Evaluation(data: school.data).units.filter {
        $0.period == .term && $0.kind == .teachingAssistant
      }.compactMap { $0.pooled?.finding }
    }
    #expect(findings.count == 6 * schools)
    let said = findings.count { $0 == .above || $0 == .below }
    #expect(Double(said) <= 0.02 * Double(findings.count), "\(said) of \(findings.count)")
  }
}
