import TestSupport
import Testing

@Suite(
  "The STAR experiment",
  .enabled(if: ProjectFolder.hasStar, Comment(rawValue: ProjectFolder.starIsMissing))
)
struct StarTests {
  /// FIELD.md, "Real data beside this guide", computed independently.
  struct Figures: Sendable {
    var term: String
    var measure: String
    var started: String
    var paired: String
    var meanGain: Double
  }

  private static let figures = [
    Figures(
      term: "1986-87-summer",
      measure: "SAT maths scaled score",
      started: "1894",
      paired: "1368",
      meanGain: 44.8216
    ),
    Figures(
      term: "1986-87-summer",
      measure: "SAT reading scaled score",
      started: "1887",
      paired: "1326",
      meanGain: 90.3130
    ),
    Figures(
      term: "1987-88-summer",
      measure: "SAT maths scaled score",
      started: "1922",
      paired: "1477",
      meanGain: 45.4401
    ),
    Figures(
      term: "1987-88-summer",
      measure: "SAT reading scaled score",
      started: "1915",
      paired: "1469",
      meanGain: 56.7202
    ),
  ]

  @Test(
    "gives the started, paired and mean gain figures of the small classes",
    arguments: ["1986-87-summer", "1987-88-summer"]
  )
  func smallClass(term: String) throws {
    let settings = try TemporaryFolder()
    try settings.write("star.yml", "linking: {baseline_days_before: 180}\n")
    let reports = try ReportsFolder(
      of: try #require(ProjectFolder.star),
      term: term,
      options: ["--config", settings.path(of: "star.yml"), "--format", "csv"]
    )
    try expectTrueFindings(reports)
    let table = try reports.table("senco/kpi-5.5-interventions.csv")
    for wanted in Self.figures where wanted.term == term {
      let rows = table.rows(where: [
        "period": "term", "school": "all", "intervention": "Small class",
        "measure": wanted.measure,
      ])
      let row = try #require(rows.first)
      #expect(rows.count == 1)
      #expect(row["n_started"] == wanted.started)
      #expect(row["n_paired"] == wanted.paired)
      let gain = try #require(row["mean_gain"].flatMap(Double.init))
      #expect(abs(gain - wanted.meanGain) < 0.00005)
    }
  }

  /// All that is told of STAR is of pupils who never took a test, and true.
  private func expectTrueFindings(_ reports: ReportsFolder) throws {
    #expect(reports.outcome.exit == 1)
    let star = FolderContents(of: try #require(ProjectFolder.star))
    let map = String(decoding: star["provision-map.csv"], as: UTF8.self).split(separator: "\n")
    func pupil(_ line: Substring) -> Substring {
      // The school and the pupil's id are the first two cells, and no cell has quotes.
      line.split(separator: ",", maxSplits: 2).prefix(2).joined(separator: ",")[...]
    }
    // A row whose last cell, the score, is empty is no test taken.
    let tests = String(decoding: star["tracking.csv"], as: UTF8.self).split(separator: "\n")
    let tested = Set(tests.filter { $0.last != "," }.map(pupil))
    let findings = try reports.table("senco/data-quality.csv").rows
    let wanted = map.indices.filter { !tested.contains(pupil(map[$0])) }.map { String($0 + 1) }
    #expect(findings.allSatisfy { $0["code"] == "pupil-without-scores" })
    // The header of the map names the pupil's columns as that of the tracking file does.
    #expect(findings.compactMap { $0["line"] } == wanted)
  }
}
