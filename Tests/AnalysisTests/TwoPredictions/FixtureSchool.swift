import Analysis
import Foundation
import ProvisionModel
import TestSupport

/// The school of METHOD §11, read from its three files.
struct FixtureSchool {
  /// What of the fixture is evaluated: the parts of expected.txt.
  enum Part: String, CaseIterable {
    case withTheOtherMeasure = "with the other measure"
    case ownMeasureOnly = "own measure only"
  }

  let school: SchoolBuilder
  let evaluation: Evaluation

  init(_ part: Part) throws {
    var school = SchoolBuilder()
    let measures = [school.measure("Own"), school.measure("Other")]
    for row in try Self.table("pupils.csv").rows {
      let pupil = school.pupil(row["pupil_id"]!)
      school.pupils[pupil].yearGroup = row["year_group"]!
    }
    for row in try Self.table("tracking.csv").rows {
      let measure = row["measure"] == "Own" ? measures[0] : measures[1]
      if part == .ownMeasureOnly, measure != measures[0] { continue }
      school.score(row["pupil_id"]!, measure, on: day(row["date"]!), Double(row["score"]!)!)
    }
    for row in try Self.table("provision-map.csv").rows {
      let assistant = school.assistant(row["ta"]!)
      school.row(
        row["pupil_id"]!, row["intervention"]!, from: day(row["start_date"]!),
        to: day(row["end_date"]!)
      ) {
        $0.measures = [measures[0]]
        $0.group = row["group"]!
        $0.teachingAssistants = [assistant]
      }
    }
    self.school = school
    evaluation = Evaluation(data: school.data)
  }

  /// Both parts, each evaluated once.
  static let parts = Result {
    try Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, try FixtureSchool($0)) })
  }

  /// A part, evaluated.
  static func evaluated(_ part: Part) throws -> Evaluation {
    try parts.get()[part]!.evaluation
  }

  /// The text of a file of the fixture.
  static func text(_ file: String) throws -> String {
    let folder = ProjectFolder.root + "/Tests/AnalysisTests/Fixtures/two-predictions/"
    return try String(contentsOfFile: folder + file, encoding: .utf8)
  }

  private static func table(_ file: String) throws -> CSVTable {
    CSVTable(Array(try text(file).utf8))
  }
}
