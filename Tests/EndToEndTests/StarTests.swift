import TestSupport
import TestTraits
import Testing

@Suite(
  "The STAR experiment",
  .long, .enabled(if: ProjectFolder.hasStar, Comment(rawValue: ProjectFolder.starIsMissing))
)
struct StarTests {
  /// A row of FIELD.md's table, "Real data beside this guide", computed independently.
  struct Row: Sendable, CustomTestStringConvertible {
    var term: String
    var measure: String
    var figures: [(column: String, value: Double)]
    var verdict: String

    init(_ term: String, _ measure: String, _ values: [Double], _ verdict: String) {
      self.term = term
      self.measure = "SAT \(measure) scaled score"
      self.verdict = verdict
      figures = Array(
        zip(
          [
            "n_started", "n_paired", "mean_gain", "n_matched", "matched_effect", "matched_se",
            "matched_g", "n_growth", "growth_effect", "growth_se", "growth_g",
          ], values
        ).map { (column: $0.0, value: $0.1) })
    }

    var testDescription: String { "\(term) \(measure)" }
  }

  private static let rows = [
    Row(
      "1986-87-summer", "maths",
      [1894, 1368, 44.8216, 618, 7.6885, 1.7737, 0.1953, 1368, 3.4044, 1.4095, 0.0865], "unclear"),
    Row(
      "1986-87-summer", "reading",
      [1887, 1326, 90.3130, 867, 8.1049, 1.8841, 0.2032, 1326, 7.6501, 1.5477, 0.1918], "better"),
    Row(
      "1987-88-summer", "maths",
      [1922, 1477, 45.4401, 730, 2.2343, 1.6042, 0.0567, 1437, 0.2506, 1.2783, 0.0064], "same"),
    Row(
      "1987-88-summer", "reading",
      [1915, 1469, 56.7202, 564, 2.7606, 1.7588, 0.0692, 1431, -2.0578, 1.3279, -0.0516], "same"),
  ]

  @Test(
    "gives every figure of the small classes, and the verdicts",
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
    for wanted in Self.rows where wanted.term == term {
      let rows = table.rows(where: [
        "period": "term", "school": "all", "intervention": "Small class",
        "measure": wanted.measure,
      ])
      let row = try #require(rows.first)
      #expect(rows.count == 1)
      for figure in wanted.figures {
        let value = try #require(row[figure.column].flatMap(Double.init), "\(figure.column)")
        #expect(abs(value - figure.value) < 1e-4, "\(figure.column) of \(wanted)")
      }
      #expect(row["verdict"] == wanted.verdict)
      #expect(row["basis"] == "similar-pupils")
    }
    // s and f of FIELD.
    let sds = Set(table.rows.compactMap { $0["reference_sd"].flatMap(Double.init) })
    #expect(sds.count == 2)
    for wanted in [39.8841, 39.3743] { #expect(sds.contains { abs($0 - wanted) < 1e-4 }) }
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
