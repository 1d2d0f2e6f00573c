import Analysis
import Calibration
import ProvisionModel

/// Schools in which nobody but the supported took the test at the end: progress can only be set beside
/// the expected one, which is never judged.
enum Unjudged {
  /// Prints their table.
  static func bands(_ schools: Int) async -> [Band] {
    print(
      "## Without classmates' tests\n\n\(schools) schools of each kind and effect; per cent of schools.\n"
    )
    var files = MadeUpSchool.Files()
    files.onlySupportedTested = true
    var table = MarkdownTable(["chosen by", "effect", "expected-progress", "not-judged"])
    var judged: [(name: String, value: Double, cases: Int)] = []
    for way in [Way.score, .need] {
      let world = World {
        $0.way = way
        $0.supported = 20
        $0.others = 0
      }
      let outcome = await WorldOutcome(world, files: files, schools: schools, kind: 4000)
      for (effect, found) in [(0, outcome.nothing), (0.4, outcome.help)] {
        let basis = Double(found.bases[.expectedProgress] ?? 0) / Double(found.schools)
        table.add([
          way.title, fixed(effect, 1), percent(basis), percent(found.share(.notJudged)),
        ])
        judged.append((way.title, 1 - found.share(.notJudged), schools))
      }
    }
    print(table.text)
    return [Band("expected-progress: judged", atMost: 0, judged)]
  }
}
