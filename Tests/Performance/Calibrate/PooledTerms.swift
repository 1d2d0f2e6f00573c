import Analysis
import Calibration
import ProvisionModel

/// Several terms of support judged together.
enum PooledTerms {
  /// Prints their table.
  ///
  /// - Parameter all: Also with other numbers of courses, other ways of choosing.
  static func bands(_ schools: Int, all: Bool) async -> [Band] {
    print(
      """
      ## Several terms of support together

      \(schools) schools of each kind and effect; other pupils are chosen each term, and what support gives
      lasts; per cent of schools.

      """)
    let sizes = all ? [(4, 8), (5, 10), (6, 10)] : [(5, 10)]
    let ways = all ? [Way.score, .need, .mix, .last] : [.score, .need]
    var table = MarkdownTable(
      ["chosen by", "terms", "courses", "with a contrast"] + WorldOutcome.headings)
    var useless: [(name: String, value: Double, cases: Int)] = []
    var useful: [(name: String, value: Double, cases: Int)] = []
    for (size, way) in sizes.flatMap({ size in ways.map { (size, $0) } }) {
      let (terms, pupils) = size
      let world = World {
        $0.way = way
        $0.supported = pupils
        $0.others = 20
      }
      let kind = 2000 + 100 * terms + (Way.allCases.firstIndex(of: way) ?? 0)
      let outcome = await WorldOutcome(world, terms: terms, schools: schools, kind: kind)
      let courses = terms * pupils
      let compared = Double(outcome.nothing.courses) / Double(max(1, outcome.nothing.answered))
      table.add([way.title, "\(terms)", "\(courses)", fixed(compared, 1)] + outcome.cells)
      let name = "\(way.title), \(courses) courses"
      useless.append((name, outcome.nothing.share(.better), schools))
      if way == .need, courses == 50 {
        useful.append((name, outcome.help.share(.better), schools))
      }
    }
    print(table.text)
    return [
      Band("several terms, effect 0: better", atMost: 0.04, useless),
      Band("several terms, effect 0.4, 50 courses, by need: better", atLeast: 0.60, useful),
    ]
  }
}
